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

/** A name with the week, or the round, behind it: `Ấp Gò (tuần 1)`; null where none is. */
export function weekBehind(text: string): { readonly name: string; readonly week: number } | null {
  if (!MAY_SAY.test(text)) return null;
  const folded = fold(text);
  const found = BEHIND.exec(folded);
  const week = numberOf(found?.[1]);
  const name = folded.slice(0, found?.index).trim();
  return week === null || name === '' ? null : { name, week };
}

const IN_LINE = new RegExp(
  `(?<!\\p{L})(?:tuần|tuan) (?:lễ |thứ |số )*${NUMBER}(?![\\p{L}/.-]*\\d|\\p{L})`,
  'gu',
);

/** The week that a sheet's name, or else the one that the lines above its table say: null where none, or several. */
export function weekOfSheet(sheet: string, lines: readonly string[]): number | null {
  const named = weekLeading(sheet) ?? weekBehind(sheet)?.week ?? null;
  if (named !== null) return named;
  const said = lines
    .filter((line) => /tu/i.test(line))
    .flatMap((line) => [...fold(line).matchAll(IN_LINE)]);
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
