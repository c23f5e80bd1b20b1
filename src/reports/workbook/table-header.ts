import type { Column } from './columns.js';
import { headHeight } from './page.js';
import { FIRST_FIGURE, type TablePlan } from './plan.js';
import type { Edition } from './scope.js';
import { STYLES } from './styles.js';
import { linesOf } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { across, put, putOver, rowAt } from './xlsx/sheet.js';

/** Widths of a table's columns, in characters. */
export const WIDTH = { number: 6, unit: 25, figure: 11, note: 24 } as const;

/** `TỔNG HỢP …`, and `THEO HUYỆN, THÀNH PHỐ`. */
export function titleOf({ labels: t, summary, lang }: Edition, plan: TablePlan): [string, string] {
  const families = [...new Set(plan.columns.map((column) => column.family))];
  const names = families
    .filter((family) => family !== 'registry' || families.length === 1)
    .map((id) => familyName(t.families, summary.forms, id, lang));
  return t.tableTitle(names.join(t.and), t.levels[plan.level] ?? plan.level);
}

/** A family is named here, or as the form of its name is. */
export function familyName(
  names: Readonly<Record<string, string>>,
  forms: Edition['summary']['forms'],
  id: string,
  lang: Edition['lang'],
): string {
  return names[id] ?? forms.find((form) => form.id === id)?.label[lang] ?? id;
}

/** The one unit of measure of all counts, or that each column has its own. */
export function unitOf({ labels: t }: Edition, plan: TablePlan): string {
  return sharedUnit(plan) ?? t.unitsInColumns;
}

function sharedUnit({ columns }: TablePlan): string | null {
  const counts = columns.filter((one) => one.figure.kind === 'value');
  const units = new Set(counts.map((one) => one.unit));
  return units.size === 1 && counts.length > 1 ? counts[0]!.unit : null;
}

/** Two or three merged rows, the row that numbers the columns, and what is beside the page. */
export function header(sheet: Sheet, edition: Edition, plan: TablePlan): void {
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
  for (let row = top; row <= bottom; row++)
    rowAt(sheet, row).height = headRowHeight(plan, row - top);
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

function headRowHeight(plan: TablePlan, index: number): number {
  if (index === 0) return 20;
  if (plan.headRows === 3 && index === 1) return 20;
  const lines = plan.columns.map((column) =>
    linesOf(headingOf(column, plan), WIDTH.figure, STYLES.head),
  );
  const need = headHeight(Math.max(2, ...lines));
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
