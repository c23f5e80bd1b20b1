import { cellAddress } from '../../core/address.js';
import { type Finding, finding } from '../../core/finding.js';
import { firstFew } from '../../core/first-few.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { misspeltFor } from '../header/misspelt.js';
import { nearestHeading } from '../header/near-miss.js';
import { withoutName } from '../places/stray-person.js';
import type { SheetContext } from '../sheet-context.js';
import type { Tell } from '../sheet-findings.js';
import type { SheetRow } from '../table-context.js';
import type { Downwards } from './find.js';
import type { Heading } from './header.js';
import type { Label } from './labels.js';
import type { TurnedTable } from './turned.js';

/** What is not understood of a header's columns and of the rows below it. */
export function tellDownwards(found: Downwards, tell: Tell, context: SheetContext): void {
  const { header, repeated, refused } = found;
  for (const { row, column, text } of header.unknown)
    tell('CCDS-S05', row, { header: text }, cellAddress(column, row));
  for (const { label, first } of repeated) {
    const args = { header: label.text, first: nameCell(found, first) };
    tell('CCDS-S09', label.row.number, args, nameCell(found, label));
  }
  for (const table of refused) tellRefused(found, table, tell);
  for (const table of found.whole) tellSums(found, table, tell);
  const unused = leftOver(found);
  const misspelt = tellMisspelt(found, unused, tell, context);
  const left = unused.filter(({ row }) => !misspelt.has(row));
  if (left.length > 0) context.emit(unknownRows(left, context));
}

/** CCDS-S28: rows with a value that are called nearly as one of a form's is; gives them. */
function tellMisspelt(
  { header, whole, unknown }: Downwards,
  unused: readonly Left[],
  tell: Tell,
  { layouts }: SheetContext,
): ReadonlySet<number> {
  const [first, ...others] = whole.map((table) => table.recognition(unknown));
  const rows = new Set<number>();
  for (const label of first?.unknown ?? []) {
    const row = label.column + 1;
    if (!unused.some((one) => one.row === row)) continue;
    const meant = misspeltFor(label, first!, others, layouts);
    if (meant === null) continue;
    rows.add(row);
    tell('CCDS-S28', row, { header: label.text, meant }, cellAddress(header.label, row));
  }
  return rows;
}

function nameCell({ header }: Downwards, { row }: Label): string {
  return cellAddress(header.label, row.number);
}

/** CCDS-S25: counts that are the sum of several rows. */
function tellSums(found: Downwards, table: TurnedTable, tell: Tell): void {
  for (const { field, labels } of table.sums) {
    const places = labels.map((label) => `“${label.text}” (${nameCell(found, label)})`);
    const [{ row }] = labels as [Label];
    tell('CCDS-S25', row.number, { field, places: places.join(', ') }, nameCell(found, labels[0]!));
  }
}

/** CCDS-S01: what is missing, and the row's name that is most like it. */
function tellRefused(found: Downwards, table: TurnedTable, tell: Tell): void {
  const recognition = table.recognition(found.unknown);
  const near = table.missing.map((id) => nearestHeading(recognition, id)).find((one) => one);
  const nearestCell = near ? cellAddress(found.header.label, near.column + 1) : '';
  const { form, byId } = table.layout;
  const columns = table.missing.map((id) => byId.get(id)!.label.vi).join(', ');
  const args = { form: form.id, columns, nearest: near?.text ?? '', nearestCell };
  const { top, label } = found.header;
  const row = near ? near.column + 1 : top;
  tell('CCDS-S01', row, args, cellAddress(label, row));
}

interface Left {
  readonly row: number;
  readonly name: string;
  readonly cell: string;
}

/** The cells with a value that is not used: those of unknown rows, and of two columns the other one. */
function leftOver({ header, unknown, whole, refused }: Downwards): readonly Left[] {
  const { values, running } = header;
  const all = [...values, ...(running ? [running] : [])];
  const rows = unknown.flatMap(({ row, text }) => {
    const first = all.find(({ column }) => !isBlank(row.values[column]));
    const at = first && header.inLines ? { ...first, column: header.label } : first;
    return at ? [leftAt(row, at, text)] : [];
  });
  if (running === null) return rows;
  const totals = [...whole, ...refused]
    .flatMap(({ halfUsed }) => halfUsed)
    .filter(({ row }) => saysMore(row, running, values.at(-1)!))
    .map(({ row, text }) => leftAt(row, running, `${text} – ${running.text}`));
  const counts = values.at(-1)!;
  const ofPeriod = [...whole, ...refused]
    .flatMap(({ runningAlone }) => runningAlone)
    .filter(({ row }) => saysMore(row, counts, running))
    .map(({ row, text }) => leftAt(row, counts, `${text} – ${counts.text}`));
  return [...rows, ...totals, ...ofPeriod].sort((a, b) => a.row - b.row);
}

function leftAt({ number }: SheetRow, { column }: Heading, text: string): Left {
  const name = text === '' ? '…' : withoutName(text);
  return { row: number, name: `“${name}”`, cell: cellAddress(column, number) };
}

/** One of a row's two columns says something else than the one that is used. */
function saysMore({ values }: SheetRow, left: Heading, used: Heading): boolean {
  const [own, other] = [values[left.column], values[used.column]].map(cellText);
  return own !== '' && own !== other;
}

/** CCDS-S12, once for a header, at the first of the cells. */
function unknownRows(left: readonly Left[], { file, sheet }: SheetContext): Finding {
  const [{ row }] = left as [Left];
  const header = firstFew(left.map(({ name }) => name));
  const cells = left.map(({ cell }) => cell);
  const args = { count: left.length, header, places: firstFew(cells) };
  const place = { file, ...(sheet !== '' && { sheet }), row, cell: cells[0]! };
  const told = finding('CCDS-S12', place, args);
  return cells.length > 1 ? { ...told, area: cells.join(' ') } : told;
}
