import { nearestDate } from '../../core/dates.js';
import { daysBetween } from '../../core/days.js';
import { fold, romanToNumber } from '../../core/text.js';

const NUMBER = '(\\d{1,2}|[ivx]{1,4}|nhất|hai|ba|tư|bốn|năm)';
const PART = `(?:(?:từ )?tuần|tuan|đợt|dot) (?:lễ |thứ |số )*${NUMBER}(?!\\p{L})`;
const LEADING = new RegExp(`^${PART}`, 'u');
const BEHIND = new RegExp(`[-–,:(\\s]\\s*${PART}\\s*\\)?$`, 'u');

/** Nearly no text goes further. */
const MAY_LEAD = /^\s*[tđd]/i;
const MAY_SAY = /tu|[đd]/i;
const MOST_WEEKS = 53;

const WORDS: Readonly<Record<string, number>> = {
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
};

/** The number of the week, or of the round, with which a text begins: `Tuần 1`, `Đợt II`; null for none. */
export function weekLeading(text: string): number | null {
  if (!MAY_LEAD.test(text)) return null;
  return numberOf(LEADING.exec(fold(text))?.[1]);
}

/** The week, or the round, behind a name, folded, and the name: `Ấp Gò (tuần 1)`; null where none is. */
export function weekBehind(text: string): { readonly part: number; readonly name: string } | null {
  if (!MAY_SAY.test(text)) return null;
  const folded = fold(text);
  const found = BEHIND.exec(folded);
  const part = numberOf(found?.[1]);
  const name = folded.slice(0, found?.index).trim();
  return part === null || name === '' ? null : { part, name };
}

/** Several weeks: `tuần 1-4`, `tuần 1, 2 và 3`, `tuần 1 đến tuần 4`; `2-9-2024` is a date. */
const OTHERS =
  '(?! ?(?:[-–,+&]|và|va|đến|den|tới|toi) ?(?:hết |het )?(?:tuần |tuan )?\\d{1,2}(?![\\d/.-]))';
const SAID = `(?<!\\p{L})(?:tuần|tuan) (?:lễ |thứ |số )*${NUMBER}`;
const IN_TEXT = new RegExp(`${SAID}(?![\\p{L}/.-]*\\d|\\p{L})${OTHERS}`, 'gu');
const IN_NAME = new RegExp(`${SAID}(?![\\p{L}\\d])${OTHERS}`, 'gu');

/** The week that the lines above a table say it is of: null where none, or several. */
export function weekInLines(lines: readonly string[]): number | null {
  return onlyWeekIn(lines.filter((line) => /tu/i.test(line)).map(fold));
}

const DATE = '(\\d{1,2})[/.-](\\d{1,2})(?:[/.-]\\d{2,4})?';
/** `Tuần (02/9–08/9)`, `tuần từ ngày 02 đến 08/9/2024`. */
const FROM_TO = new RegExp(
  `(?<!\\p{L})(?:tuần|tuan)(?: lễ)?[\\s,:(]*(?:(?:từ|tu) )?(?:ngày |ngay )?(\\d{1,2})(?:[/.-](\\d{1,2})(?:[/.-]\\d{4})?)?` +
    ` ?(?:[-–—]|đến|den|tới|toi)(?: hết)? ?(?:ngày |ngay )?${DATE}(?!\\d)`,
  'u',
);
const LONGEST_WEEK = 8;

/**
 * The week of a period in which the days lie that the lines above a table say it is of, where they
 * number none: from 1 on. Null where none does.
 * @param lastDay ISO date of the period's last day
 */
export function weekOfDays(lines: readonly string[], lastDay: string): number | null {
  for (const line of lines) {
    const found = /tu/i.test(line) ? FROM_TO.exec(fold(line)) : null;
    if (found === null) continue;
    const [, day, month, toDay, toMonth] = found;
    const first = nearestDate({ day: Number(day), month: Number(month ?? toMonth) }, lastDay);
    const last = nearestDate({ day: Number(toDay), month: Number(toMonth) }, lastDay);
    if (first === null || last === null) continue;
    const days = daysBetween(first, last) + 1;
    const week = Math.floor((daysBetween(lastDay, last) + LONGEST_PERIOD) / 7) + 1;
    if (days >= 1 && days <= LONGEST_WEEK && week >= 1) return week;
  }
  return null;
}

/** In days: before its last day no month's period has begun earlier. */
const LONGEST_PERIOD = 30;

/** What a sheet's name says, of weeks and of rounds. */
export function weekOfSheet(sheet: string): number | null {
  return weekLeading(sheet) ?? weekBehind(sheet)?.part ?? null;
}

/** Week that a text calls so, wherever it stands; a round or a day is none. */
export function weekNamed(text: string): number | null {
  return /tu/i.test(text) ? onlyWeekIn([fold(text)]) : null;
}

/** Of people, who are called so without accents: `Nguyen Van Tuan 2`. */
const PERSON =
  /(?<!\p{L})(?:van|anh|minh|quoc|ngoc|duc|huu|hoang|dinh|manh|xuan|trong|quang|viet|duy|nhat|le|tran|nguyen|pham) tuan(?= |$)/gu;

/** The week that a file's or a folder's name says, folded, without its extension. */
export function weekInName(name: string): number | null {
  if (!name.includes('tu')) return null;
  const parted = name.replace(/[_.\s]+/g, ' ').replace(/(tuần|tuan)[ -]*(?=\d)/g, '$1 ');
  return onlyWeekIn([parted.replace(PERSON, '')], IN_NAME);
}

function onlyWeekIn(texts: readonly string[], pattern = IN_TEXT): number | null {
  const said = texts.flatMap((text) => [...text.matchAll(pattern)]);
  const weeks = new Set(said.map(([, week]) => numberOf(week)));
  return weeks.size === 1 ? [...weeks][0]! : null;
}

/** A week by its number alone, below a heading that says so. */
export function weekAlone(text: string): number | null {
  const week = numberOf(fold(text));
  return week !== null && Number.isInteger(week) && week >= 1 && week <= MOST_WEEKS ? week : null;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return WORDS[text] ?? romanToNumber(text) ?? (Number(text) || null);
}
