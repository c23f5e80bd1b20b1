import { asMonth, dateFromIso } from './dates.js';
import { limitError, MAX_CELL_CHARACTERS } from './limits.js';
import { ASIDE, count, skipElement } from './ods-xml.js';
import { characterData } from './rich-text.js';
import { CalendarDate, CellError, Percentage, UncomputedFormula, type Value } from './types.js';
import type { XmlReader } from './xml.js';

/** A cell element as it stands (ODF 1.3 Part 3 §9.1.4). */
export interface OdsCell {
  readonly type: string | undefined;
  readonly value: string | undefined;
  /** Null where it has not even a blank paragraph. */
  readonly text: string | null;
  readonly error: boolean;
  readonly formula: boolean;
  readonly repeated: number;
  /** What it spans. */
  readonly columns: number;
  readonly rows: number;
  /** Its style and the XML inside of it, where they are asked for. */
  readonly look?: { readonly style: string | undefined; readonly inside: string };
}

/** A cell, and how it looks. */
export function readOdsLook(xml: XmlReader): OdsCell {
  const style = xml.attribute('style-name');
  const start = xml.end;
  const cell = readOdsCell(xml);
  return { ...cell, look: { style, inside: xml.text.slice(start, xml.end) } };
}

/** Reads the cell whose tag the reader has just passed, to its end. */
export function readOdsCell(xml: XmlReader): OdsCell {
  const type = xml.attribute('value-type');
  const attribute = type === undefined ? undefined : VALUE_ATTRIBUTES.get(type);
  return {
    type,
    value: attribute === undefined ? undefined : xml.attribute(attribute),
    // LibreOffice's own word for it, in a second attribute: `calcext:value-type`.
    error: xml.attribute('value-type', 'calcext') === 'error',
    formula: xml.attribute('formula') !== undefined,
    repeated: count(xml.attribute('number-columns-repeated')),
    columns: count(xml.attribute('number-columns-spanned')),
    rows: count(xml.attribute('number-rows-spanned')),
    text: xml.empty ? null : readText(xml, xml.name),
  };
}

const VALUE_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['boolean', 'boolean-value'],
  ['currency', 'value'],
  ['date', 'date-value'],
  ['float', 'value'],
  ['percentage', 'value'],
  ['string', 'string-value'],
  ['time', 'time-value'],
]);

const ERROR_TEXT = /^(?:#[A-Z0-9/_]+[!?]?|Err:\d+)$/;

/** What a cell holds: its value, else the text that it shows; null where it is blank. */
export function odsValue({ type, value, text, error, formula }: OdsCell): Value {
  if (error || (formula && ERROR_TEXT.test(text ?? ''))) return new CellError(text ?? '');
  // A formula that came to blank text has a blank paragraph.
  if (type === undefined) return formula && text === null ? new UncomputedFormula() : text || null;
  switch (type) {
    case 'float':
    case 'currency':
      return numberOf(value) ?? (text || null);
    case 'percentage': {
      const number = numberOf(value);
      return number === null ? text || null : new Percentage(number);
    }
    case 'boolean':
      return value === 'true';
    case 'date':
      return dateOf(value ?? '', text ?? '') ?? (value || null);
    case 'time':
      return timeOf(value ?? '') ?? (value || null);
    default:
      return (value ?? text) || null;
  }
}

function numberOf(value: string | undefined): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) && value?.trim() !== '' ? number : null;
}

/** A date as its cell shows it without a day: `Tháng 09/2024`, `Sep-24`. */
const MONTH_SHOWN = /^\D*(?<!\d)\d{1,2}\D+\d{4}\D*$|^\D*\p{L}{3,}[ ./-]\d{2,4}$/u;

/**
 * The day before the first one stands for a time of day alone, as day 0 of a `.xlsx` does.
 * Which format a cell has is not looked up: what it shows tells whether a day is in it.
 */
function dateOf(value: string, shown: string): CalendarDate | null {
  const date = dateFromIso(value);
  if (date === null) return null;
  const { year, month, day, seconds } = date;
  if (year === 1899 && month === 12 && day === 30) return timeOfDay(seconds);
  return MONTH_SHOWN.test(shown) ? asMonth(date) : date;
}

function timeOfDay(seconds: number): CalendarDate {
  return new CalendarDate(1900, 1, 0, seconds, seconds / 86_400);
}

const DURATION = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;

/** A time of day; from 24 hours on a duration, which is a number of days, as in a `.xlsx`. */
function timeOf(value: string): Value {
  const match = DURATION.exec(value);
  if (match === null) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
  return seconds < 86_400 ? timeOfDay(seconds) : seconds / 86_400;
}

/** Elements of a cell that hold its paragraphs. What else it has, such as shapes, is drawn. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'h', 'list', 'list-header', 'list-item']);

/** Elements of a paragraph that are none of its text. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...ASIDE,
  'custom-shape',
  'frame',
  'g',
  'note',
  'ruby-text',
]);

/** The paragraphs of a cell, one to a line; null where there is none. */
function readText(xml: XmlReader, cell: string): string | null {
  let text = '';
  const add = (piece: string) => {
    text += piece;
    if (text.length > MAX_CELL_CHARACTERS)
      throw limitError('cell-characters', MAX_CELL_CHARACTERS, { part: 'content.xml' });
  };
  return readParagraphs(xml, add, null, cell) === 0 ? null : text;
}

/**
 * Hands out the text of paragraphs, piece by piece, up to the end of `cell` or of all there is.
 * @param onTag is told of each tag in a paragraph, before the text behind it
 * @returns how many paragraphs there are
 */
export function readParagraphs(
  xml: XmlReader,
  onText: (piece: string) => void,
  onTag: ((xml: XmlReader) => void) | null,
  cell = '',
): number {
  let paragraphs = 0;
  let inside = false;
  let blankBefore = true;
  while (xml.next() && !(xml.closing && xml.name === cell)) {
    const { name, closing } = xml;
    if (!closing && (inside ? NO_TEXT.has(name) : !BLOCKS.has(name))) {
      skipElement(xml);
    } else if (name === 'p' || name === 'h') {
      if (!closing && paragraphs++ > 0) onText('\n');
      inside = !closing && !xml.empty;
      blankBefore = true;
    } else if (inside) {
      onTag?.(xml);
      const blank = closing ? '' : blanks(xml);
      if (blank !== '') {
        onText(blank);
        blankBefore = false;
      }
    }
    if (inside) {
      const piece = collapsed(characterData(xml.text, xml.end), blankBefore);
      if (piece !== '') {
        onText(piece);
        blankBefore = piece.endsWith(' ');
      }
    }
  }
  return paragraphs;
}

/** Elements that stand for white space (ODF 1.3 Part 3 §6.1.3–6.1.5). */
function blanks(xml: XmlReader): string {
  if (xml.name === 'tab') return '\t';
  if (xml.name === 'line-break') return '\n';
  if (xml.name !== 's') return '';
  return ' '.repeat(Math.min(count(xml.attribute('c')), MAX_CELL_CHARACTERS));
}

/** A run of white space counts as one space, and as none after a space or at the start (§6.1.2). */
function collapsed(text: string, blankBefore: boolean): string {
  const single = text.replace(/[ \t\r\n]+/g, ' ');
  return blankBefore && single.startsWith(' ') ? single.slice(1) : single;
}
