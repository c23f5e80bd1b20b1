import { cellAddress } from '../../core/address.js';
import { UNIT_KINDS } from '../../core/unit-kinds.js';
import { CalendarDate, MonthDate, type Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { isSerialText } from '../header/heading-words.js';
import type { SheetRow } from '../table-context.js';

/** A text above a table: of one cell, or of a label's cell and its value's. */
export interface LineText {
  readonly text: string;
  readonly cell: string;
  /** The cell of what the label says; that of the whole where they stand in one. */
  readonly said: string;
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  /** Nothing stands beside it: the headings of a row that is no header's do. */
  readonly isAlone: boolean;
}

const LABEL = /[:：]$/;
const BARE_LABEL = new RegExp(
  `^(?:${UNIT_KINDS}|(?:kỳ|tháng|năm|quý)(?: báo cáo)?)(?: ?/ ?[\\p{L} ]+)*$`,
  'iu',
);
const PERIOD_LABEL = /^(?!.*ngày).*(kỳ|tháng)(?: báo cáo)?\s*:?$/iu;
const OPEN_MONTH = /tháng[\s:.]*\d{1,2}$/i;

/**
 * The texts of a row: `Xã:` in one cell and `Tân Ân` in the next are one. In the upper row of a
 * header that was not understood what stands beside `Ấp` is a heading.
 */
export function lineTexts({ values, number }: SheetRow): readonly LineText[] {
  const lines: { -readonly [K in keyof LineText]: LineText[K] }[] = [];
  const isHeader = values.some((value) => typeof value === 'string' && isSerialText(value));
  values.forEach((value, column) => {
    if (value === null) return;
    const before = lines.at(-1);
    const text = textOf(value, before?.text);
    if (text === '') return;
    const cell = cellAddress(column, number);
    if (before === undefined || !goesOn(before.text, text, isHeader))
      lines.push({ text, cell, said: cell, row: number, column, isAlone: true });
    else {
      if (before.said === before.cell && isLabel(before.text)) before.said = cell;
      before.text += ` ${text}`;
    }
  });
  if (lines.length > 1) for (const line of lines) line.isAlone = false;
  return lines;
}

function isLabel(text: string): boolean {
  return LABEL.test(text) || BARE_LABEL.test(text);
}

function goesOn(before: string, text: string, isHeader: boolean): boolean {
  if (LABEL.test(before)) return !LABEL.test(text);
  if (BARE_LABEL.test(before)) return !isHeader && !LABEL.test(text) && !BARE_LABEL.test(text);
  return OPEN_MONTH.test(before) && /^năm/i.test(text);
}

/**
 * As it is typed or shown; behind a period's label Excel has made a date of `9/2024`. Behind
 * `tháng` any day of it is the month.
 */
function textOf(value: Value, label: string | undefined): string {
  if (value instanceof CalendarDate && isMonth(value, label))
    return `Tháng ${value.month}/${value.year}`;
  return typeof value === 'string' ? value.trim() : cellText(value);
}

function isMonth(date: CalendarDate, label: string | undefined): boolean {
  if (date instanceof MonthDate) return true;
  const kind = PERIOD_LABEL.exec(label ?? '')?.[1];
  return kind !== undefined && (date.day === 1 || isOfMonth(kind));
}

function isOfMonth(label: string): boolean {
  return label.toLowerCase() === 'tháng';
}
