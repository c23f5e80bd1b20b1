import { cellAddress, rowOf } from '../core/address.js';
import type { Code, CodeArguments, Coded } from '../core/codes.js';
import { finding, placeAt } from '../core/finding.js';
import type { PeriodProblem } from './cells/stated-period.js';
import { doubtfulParts } from './header/doubtful-parts.js';
import type { HeaderColumn } from './header/header-columns.js';
import { misspeltFor } from './header/misspelt.js';
import { leadersCounted } from './header/positions.js';
import type { Recognition } from './header/recognise.js';
import { stretchColumn, teamColumn } from './header/team-column.js';
import { draftName, sampleName } from './lines/other-names.js';
import { otherTitle } from './lines/other-title.js';
import type { Setting } from './lines/setting.js';
import type { SheetLines } from './lines/sheet-lines.js';
import { quoteOf } from './places/place.js';
import { sexColumn } from './rows/sexes.js';
import { weekColumn } from './rows/weeks.js';
import type { SheetContext } from './sheet-context.js';
import type { SheetRow } from './table-context.js';

/** Tells something of a sheet, at a cell; at the row's first where none is named. */
export type Tell = <C extends Code>(
  code: C,
  row: number,
  args: CodeArguments[C],
  cell?: string,
) => void;

/** Tells findings of one sheet, each at its cell, or else at the first of its row. */
export function teller({ file, sheet, emit }: SheetContext): Tell {
  const place = sheet === '' ? { file } : { file, sheet };
  return (code, row, args, cell = cellAddress(0, row)) =>
    emit(finding(code, placeAt(place, rowOf(cell), cell), args));
}

/** Tells what has its code and arguments already. */
export function tellCoded<C extends Code>(
  tell: Tell,
  { code, args }: Coded<C>,
  row: number,
  cell?: string,
): void {
  tell<C>(code, row, args, cell);
}

/** A header's columns, and the sheet's row in which it begins. */
export interface Header {
  readonly columns: readonly HeaderColumn[];
  readonly top: number;
}

/** The cell in which a column's heading stands: of several rows of a header its lowest own one. */
export function headingCell(column: number, { columns, top }: Header): string {
  const own = columns.find((one) => one.column === column);
  return cellAddress(column, top + (own?.row ?? 0));
}

/** Several forms fit: they are named, and the heading that each of them needs. */
export function tellRivals(tell: Tell, rivals: readonly Recognition[], header: Header): void {
  const forms = rivals.map(({ layout }) => layout.form.id).join(', ');
  const [{ layout, fields }] = rivals as [Recognition];
  const shared = fields.get(layout.required[0]!)!;
  const headerCell = headingCell(shared, header);
  const { text = '' } = header.columns.find(({ column }) => column === shared) ?? {};
  tell('CCDS-S02', header.top, { forms, header: text, headerCell }, headerCell);
}

/**
 * Columns without a meaning, and those headed as another one is.
 * @param context of a run's period the rows' own is read @param below the first rows of data
 */
export function tellColumns(
  tell: Tell,
  found: Recognition,
  companions: readonly Recognition[],
  header: Header,
  { wanted, layouts }: Pick<SheetContext, 'wanted' | 'layouts'>,
  below: () => readonly SheetRow[],
): void {
  const used = new Set(
    companions.flatMap(({ fields, added }) => [
      ...fields.values(),
      ...[...(added?.values() ?? [])].flat(),
    ]),
  );
  const { column: month, year, ticks = [] } = (wanted !== null && found.period) || {};
  for (const column of [
    month,
    ...ticks.map((one) => one.column),
    year,
    sexColumn(found),
    teamColumn(found),
    stretchColumn(found),
    weekColumn(found),
  ])
    if (typeof column === 'number') used.add(column);
  const doubtful = new Map([
    ...doubtfulParts(found, header.columns, layouts),
    ...leadersCounted(found, below),
  ]);
  for (const one of found.unknown) {
    const { column, text } = one;
    if (used.has(column)) continue;
    const field = doubtful.get(column);
    const cell = headingCell(column, header);
    if (field !== undefined) {
      tell('CCDS-S24', header.top, { header: text, field }, cell);
      continue;
    }
    const meant = misspeltFor(one, found, companions, layouts);
    if (meant === null) tell('CCDS-S05', header.top, { header: text }, cell);
    else tell('CCDS-S28', header.top, { header: text, meant }, cell);
  }
  const sharing = companions.filter(({ range }) => range === undefined);
  for (const one of [found, ...sharing]) tellAdded(tell, one, header);
  for (const { column, first } of found.repeated) {
    const args = { header: column.text, first: headingCell(first, header) };
    tell('CCDS-S09', header.top, args, headingCell(column.column, header));
  }
}

/** Counts that are the sum of several columns. */
function tellAdded(tell: Tell, { added }: Recognition, header: Header): void {
  for (const [field, columns] of added ?? []) {
    const places = columns.map((column) => {
      const { text = '' } = header.columns.find((one) => one.column === column) ?? {};
      return `“${text}” (${headingCell(column, header)})`;
    });
    const cell = headingCell(columns[0]!, header);
    tell('CCDS-S25', header.top, { field, places: places.join(', ') }, cell);
  }
}

/**
 * What the title of tables, or the name of their file, says that they are of, where that is nothing
 * of their forms'. @param heads tables below one title @param top the first row of their header
 */
export function tellTitle(
  tell: Tell,
  heads: readonly Recognition[],
  lines: SheetLines,
  { names, sheet }: Pick<SheetContext, 'names' | 'sheet'>,
  top: number,
): void {
  const draft = draftName(names) || sampleName(sheet);
  for (const head of heads) {
    const { form } = head.layout;
    const other = otherTitle(lines.above, form.list?.identity?.what, head);
    const { said, cell } = other ?? { said: draft, cell: cellAddress(0, top) };
    if (said === '') continue;
    tell('CCDS-S19', rowOf(cell), { title: said, form: form.id }, cell);
    return;
  }
}

/** What is amiss with a table's period, and with the units named outside of it. */
export function tellSetting(
  tell: Tell,
  { verdict, base }: Setting,
  top: number,
  problem: PeriodProblem | null = verdict.problem,
): void {
  if (problem !== null) tellCoded(tell, problem, top, problem.cell);
  if (verdict.state !== 'read') return;
  for (const { alias } of Object.values(base.chosen))
    if (alias !== undefined) tell('CCDS-U07', top, { name: alias.name, unit: alias.unit.name });
  for (const { first, second, cell, isUnknown } of base.disagreements) {
    const [firstFrom, secondFrom, unknown] = [
      first.from,
      second.from,
      isUnknown ? quoteOf(second) : '',
    ];
    const args = { first: quoteOf(first), firstFrom, second: quoteOf(second), secondFrom, unknown };
    tell('CCDS-U05', top, args, cell ?? first.cell ?? second.cell);
  }
}
