import { valueAt } from '../figures.js';
import { unitFile } from '../file-names.js';
import type { Column } from './columns.js';
import { cellOf } from './figures.js';
import { landscape, letterhead, linesOf, signatures, tableTitle } from './page.js';
import { FIRST_FIGURE, type TablePlan, type UnitRow } from './plan.js';
import type { Edition } from './scope.js';
import { LINK_COLOR, type Rank, ranked, STYLES } from './styles.js';
import type { Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

const WIDTH = { number: 6, unit: 25, figure: 11, note: 14 };

/** Where else a unit is to be found: its rows further down, its sources. */
export interface TableLinks {
  /** Cell of a hamlet's first source, by code. */
  readonly sources: ReadonlyMap<string, string>;
}

/** One `Biểu`: units down, indicators across, as it is printed and signed. */
export function tableSheet(edition: Edition, plan: TablePlan, links: TableLinks): Sheet {
  const sheet = newSheet(plan.sheet);
  const columns = FIRST_FIGURE + plan.columns.length + 1;
  sheet.widths.push(WIDTH.number, WIDTH.unit, ...plan.columns.map(() => WIDTH.figure), WIDTH.note);
  sheet.widths.push(2, 11, 7, 8, 7);
  letterhead(sheet, edition, columns);
  tableTitle(sheet, edition, columns, {
    number: plan.number,
    title: titleOf(edition, plan),
    unit: unitOf(edition, plan),
  });
  header(sheet, edition, plan);
  for (const row of plan.rows) unitRow(sheet, edition, plan, row, links);
  const last = footing(sheet, edition, plan, columns);
  const numbers = plan.headTop + plan.headRows;
  sheet.frozen = { rows: numbers, columns: FIRST_FIGURE };
  sheet.page = landscape(edition, {
    area: { top: 1, left: 0, bottom: last, right: columns - 1 },
    titleRows: [plan.headTop, numbers],
  });
  return sheet;
}

function titleOf({ labels: t, summary, lang }: Edition, plan: TablePlan): string {
  const families = [...new Set(plan.columns.map((column) => column.family))];
  const names = families
    .filter((family) => family !== 'registry' || families.length === 1)
    .map((id) => familyName(t.families, summary.forms, id, lang));
  return t.tableTitle(names.join(t.and), t.levels[plan.level] ?? plan.level);
}

/** A family is named here, or as the form of its name is. */
function familyName(
  names: Readonly<Record<string, string>>,
  forms: Edition['summary']['forms'],
  id: string,
  lang: Edition['lang'],
): string {
  return names[id] ?? forms.find((form) => form.id === id)?.label[lang] ?? id;
}

/** The one unit of measure of all counts, or that each column has its own. */
function unitOf({ labels: t }: Edition, plan: TablePlan): string {
  return sharedUnit(plan) ?? t.unitsInColumns;
}

function sharedUnit({ columns }: TablePlan): string | null {
  const counts = columns.filter((one) => one.figure.kind === 'value');
  const units = new Set(counts.map((one) => one.unit));
  return units.size === 1 && counts.length > 1 ? counts[0]!.unit : null;
}

function header(sheet: Sheet, edition: Edition, plan: TablePlan): void {
  const { labels: t, summary, lang } = edition;
  const { headTop: top, headRows } = plan;
  const bottom = top + headRows - 1;
  const note = FIRST_FIGURE + plan.columns.length;
  const whole = (column: number, text: string) =>
    putOver(sheet, { top, left: column, bottom, right: column }, text, STYLES.head);
  whole(0, t.number);
  whole(1, t.unit);
  whole(note, t.note);
  for (const group of grouped(plan.columns)) {
    const left = FIRST_FIGURE + group.start;
    const right = left + group.columns.length - 1;
    const name = familyName(t.families, summary.forms, group.family, lang);
    if (group.columns.length === 1) {
      whole(left, headingOf(group.columns[0]!, plan));
      continue;
    }
    putOver(sheet, across(top, left, right), name, STYLES.head);
    headings(sheet, edition, plan, group.columns, left);
  }
  for (let row = top; row <= bottom; row++) rowAt(sheet, row).height = headHeight(plan, row - top);
  columnNumbers(sheet, plan, bottom + 1);
  asideHeads(sheet, edition, plan, bottom);
}

/** Columns of one family, side by side. */
function grouped(columns: readonly Column[]) {
  const groups: { family: string; start: number; columns: Column[] }[] = [];
  for (const [i, column] of columns.entries()) {
    const last = groups.at(-1);
    if (last?.family === column.family) last.columns.push(column);
    else groups.push({ family: column.family, start: i, columns: [column] });
  }
  return groups;
}

/** Second and third header row: a heading, or `Trong đó` over the parts of a sum. */
function headings(
  sheet: Sheet,
  { labels: t }: Edition,
  plan: TablePlan,
  columns: readonly Column[],
  left: number,
): void {
  const second = plan.headTop + 1;
  const bottom = plan.headTop + plan.headRows - 1;
  for (const [i, column] of columns.entries()) {
    const at = left + i;
    const text = headingOf(column, plan);
    if (column.partOf === undefined) {
      putOver(sheet, { top: second, left: at, bottom, right: at }, text, STYLES.head);
      continue;
    }
    put(sheet, bottom, at, text, STYLES.head);
    if (columns[i - 1]?.partOf === column.partOf) continue;
    const parts = columns.filter((one) => one.partOf === column.partOf).length;
    putOver(sheet, across(second, at, at + parts - 1), t.ofWhich, STYLES.head);
  }
}

function headingOf(column: Column, plan: TablePlan): string {
  const isShared = column.unit === '' || column.unit === sharedUnit(plan);
  const isSaid = column.heading
    .toLocaleLowerCase('vi')
    .includes(column.unit.toLocaleLowerCase('vi'));
  return isShared || isSaid ? column.heading : `${column.heading}\n(${column.unit})`;
}

function headHeight(plan: TablePlan, index: number): number {
  if (index === 0) return 20;
  if (plan.headRows === 3 && index === 1) return 20;
  const lines = plan.columns.map((column) => linesOf(headingOf(column, plan), WIDTH.figure * 0.85));
  const need = 6 + 13 * Math.max(2, ...lines);
  return plan.headRows === 3 ? Math.max(26, need - 20) : need;
}

/** `A B 1 2 3 4=3/2`: what a column is, and what it is made from. */
function columnNumbers(sheet: Sheet, plan: TablePlan, row: number): void {
  put(sheet, row, 0, 'A', STYLES.columnNumber);
  put(sheet, row, 1, 'B', STYLES.columnNumber);
  const numberOf = (key: string) => plan.columns.findIndex((one) => one.key === key) + 1;
  for (const [i, column] of plan.columns.entries()) {
    const from = partsOf(column).map(numberOf);
    const sign = column.figure.kind === 'ratio' ? ':' : '+';
    const isMade = from.length > 0 && from.every((n) => n > 0);
    const text = isMade ? `${i + 1}=${from.join(sign)}` : i + 1;
    put(sheet, row, FIRST_FIGURE + i, text, STYLES.columnNumber);
  }
  put(sheet, row, FIRST_FIGURE + plan.columns.length, 'C', STYLES.columnNumber);
}

function partsOf({ figure, addends }: Column): readonly string[] {
  return figure.kind === 'ratio' ? [figure.numerator, figure.denominator] : (addends ?? []);
}

/** Right of the page, for the screen alone: codes and links. */
function asideHeads(sheet: Sheet, { labels: t }: Edition, plan: TablePlan, row: number): void {
  const at = asideColumn(plan);
  const texts = [t.code, t.level, t.ownBook, t.source];
  for (const [i, text] of texts.entries()) put(sheet, row, at + i, text, STYLES.asideHead);
}

/** First column right of the page: a unit's code, then its level, workbook and sources. */
export function asideColumn(plan: TablePlan): number {
  return FIRST_FIGURE + plan.columns.length + 2;
}

function rankOf(row: UnitRow): Rank {
  if (row.depth === 0) return 'total';
  if (row.lowest) return 'unit';
  return row.depth === 1 ? 'group' : 'subgroup';
}

function unitRow(
  sheet: Sheet,
  edition: Edition,
  plan: TablePlan,
  row: UnitRow,
  links: TableLinks,
): void {
  const rank = rankOf(row);
  const name = row.depth === 0 ? edition.labels.total : row.node.unit.name;
  const isLinked = row.depth > 0 && plan.deeper !== undefined;
  const more = isLinked ? { wrap: true, color: LINK_COLOR } : { wrap: true };
  put(
    sheet,
    row.row,
    0,
    row.number === '' ? null : row.number,
    ranked(rank, { horizontal: 'center' }),
  );
  put(sheet, row.row, 1, name, ranked(rank, more));
  for (const [i, column] of plan.columns.entries()) {
    const value = cellOf(edition.summary, plan, row, column);
    put(
      sheet,
      row.row,
      FIRST_FIGURE + i,
      value,
      ranked(rank, { format: column.format, horizontal: 'right' }),
    );
  }
  const note = noteOf(edition, plan, row);
  put(sheet, row.row, FIRST_FIGURE + plan.columns.length, note, ranked(rank, NOTE));
  if (isLinked) linkTo(sheet, row.row, 1, plan.deeper!, row);
  aside(sheet, edition, plan, row, links);
  const at = rowAt(sheet, row.row);
  at.height = heightOf(name, note);
  at.level = Math.max(0, row.depth - 1);
}

const NOTE = { size: 9, wrap: true, horizontal: 'left', indent: 1 } as const;

function heightOf(name: string, note: string | null): number {
  const lines = Math.max(linesOf(name, WIDTH.unit), linesOf(note ?? '', WIDTH.note * 1.15));
  return lines === 1 ? 17 : 4 + 14 * lines;
}

function linkTo(sheet: Sheet, row: number, column: number, plan: TablePlan, unit: UnitRow): void {
  const target = plan.rowOf.get(unit.node.unit.code);
  if (target)
    sheet.links.push({ row, column, to: { location: `${sheetRef(plan.sheet)}B${target.row}` } });
}

/** Said of a unit where some of its hamlets have not reported. */
function noteOf({ summary, labels: t }: Edition, plan: TablePlan, row: UnitRow): string | null {
  const { code } = row.node.unit;
  const families = new Map<string, number>();
  for (const { figure, family } of plan.columns) {
    if (figure.kind !== 'value' || figure.indicator.kind === 'hamlets') continue;
    const { reported } = valueAt(summary, code, figure.indicator.id);
    families.set(family, Math.max(families.get(family) ?? 0, reported));
  }
  const expected = valueAt(summary, code, plan.columns.find(isReported)?.key ?? '').expected;
  const reported = Math.min(...families.values());
  if (families.size === 0 || reported >= expected) return null;
  if (reported === 0) return t.nothing;
  return t.partial(String(reported), String(expected));
}

function isReported({ figure }: Column): boolean {
  return figure.kind === 'value' && figure.indicator.kind !== 'hamlets';
}

function aside(
  sheet: Sheet,
  edition: Edition,
  plan: TablePlan,
  { row, node }: UnitRow,
  links: TableLinks,
): void {
  const { labels: t, summary } = edition;
  const at = asideColumn(plan);
  put(sheet, row, at, node.unit.code, STYLES.asideCenter);
  put(sheet, row, at + 1, t.level1[node.unit.level] ?? node.unit.level, STYLES.asideCenter);
  const file =
    edition.root.parent === null && node.parent !== null ? unitFile(node, summary.period) : null;
  if (file !== null) {
    put(sheet, row, at + 2, t.open, STYLES.asideLink);
    sheet.links.push({ row, column: at + 2, to: { file } });
  }
  const source = links.sources.get(node.unit.code);
  if (source === undefined) return;
  put(sheet, row, at + 3, t.see, STYLES.asideLink);
  sheet.links.push({ row, column: at + 3, to: { location: source } });
}

/** What blanks mean, and the signatures. Gives the last row. */
function footing(sheet: Sheet, edition: Edition, plan: TablePlan, columns: number): number {
  const row = plan.rows.at(-1)!.row + 1;
  putOver(sheet, across(row, 0, columns - 1), edition.labels.legend, STYLES.italicWrap);
  rowAt(sheet, row).height = 18;
  return signatures(sheet, edition, row + 2, columns);
}
