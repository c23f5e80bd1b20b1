import { memo } from '../../core/memo.js';
import type { Indicator } from '../../indicators/types.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import type { CompiledLayout } from '../header/compile.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { SheetRow } from '../table-context.js';
import { Claimer, type Claims } from './claims.js';
import { meaningsOfHalf } from './halves.js';
import { type DownHeader, labelColumn } from './header.js';
import { type Label, labelsOf, parted } from './labels.js';
import { meaningsBelow, meaningsOf } from './meanings.js';
import { TurnedTable } from './turned.js';
import { isBare, namesSetting, saysCount } from './words.js';

/** What stands below one header: the tables of one or several forms, and what is left over. */
export interface Downwards {
  readonly header: DownHeader;
  readonly whole: readonly TurnedTable[];
  /** Tables that lack a starred field. */
  readonly refused: readonly TurnedTable[];
  readonly repeated: Claims['repeated'];
  /** Rows with values that are no table's. */
  readonly unknown: readonly Label[];
  /** Rows that say where or when. */
  readonly setting: readonly Label[];
  /** The last row that belongs to it. */
  readonly end: number;
}

/** The layouts that may be laid downwards: a list has a row a person. */
export const talliesOf = memo((layouts: readonly CompiledLayout[]) =>
  layouts.filter(({ layout }) => layout === 'tally'),
);

/** The tables whose rows are named below a header; null where none is whole or nearly so. */
export function tablesBelow(
  header: DownHeader,
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
  indicators: readonly Indicator[],
): Downwards | null {
  const labels = known(labelsOf(bodyOf(rows, header), header), layouts);
  const { all, repeated } = new Claimer(labels, layouts).claims(header, indicators);
  const tables = all.map((claim) => new TurnedTable(claim, header));
  const whole = tables.filter(({ missing }) => missing.length === 0);
  const isHeaded = header.bottom >= header.top;
  const refused = tables.filter((one) => isHeaded && one.missing.length > 0 && one.size > 1);
  if (whole.length + refused.length === 0) return null;
  const isOne = whole.reduce((sum, { size }) => sum + size, 0) < 2;
  if (!isHeaded && isOne && !whole[0]?.texts.some(saysCount)) return null;
  const told = new Set(repeated.map(({ label }) => label));
  const own = new Set([...whole, ...refused].flatMap(({ rows: numbers }) => numbers));
  const rest = labels.filter(
    (label) => label.filled && !told.has(label) && !own.has(label.row.number),
  );
  const setting = header.byHamlet ? [] : rest.filter(({ text }) => namesSetting(text));
  const unknown = rest.filter((label) => !setting.includes(label));
  return { header, whole, refused, repeated, unknown, setting, end: labels.at(-1)!.row.number };
}

/** The rows below a header, down to the next one, or to the next hamlet's. */
function bodyOf(rows: readonly SheetRow[], header: DownHeader): readonly SheetRow[] {
  const below = rows.filter(({ number }) => number > header.bottom);
  const next = below.findIndex((row) => labelColumn(row) !== null || namesHamlet(row, header));
  return next < 0 ? below : below.slice(0, next);
}

/** True for a row without values whose name is a hamlet's: `II | Ấp Rạch Gốc B`. */
export function namesHamlet({ values }: SheetRow, { label, values: columns }: DownHeader): boolean {
  const { text } = parted(cellText(values[label]));
  if (text === '' || startsWithUnitType(text) !== 'hamlet') return false;
  return columns.every(({ column }) => isBlank(values[column]));
}

/** The rows down to the last one that is understood, and those with values right below it. */
function known(labels: readonly Label[], layouts: readonly CompiledLayout[]): readonly Label[] {
  const means = (label: Label) =>
    (label.filled || !isBare(label.text)) &&
    meaningsOf(label.text, layouts).length +
      meaningsBelow(label, layouts).length +
      meaningsOfHalf(label, layouts).length >
      0;
  let end = labels.findLastIndex(means) + 1;
  while (end > 0 && end < labels.length && follows(labels[end]!, labels[end - 1]!)) end++;
  return labels.slice(0, end);
}

function follows(label: Label, before: Label): boolean {
  return label.filled && label.row.number === before.row.number + 1;
}
