import { formatNumber } from '../../core/format.js';
import type { Indicator } from '../../indicators/types.js';
import { baselineOrigins } from '../baseline-origins.js';
import { valueAt } from '../figures.js';
import { unitFile } from '../file-names.js';
import { baselinesToName } from '../missing-baselines.js';
import { carriedLines } from './carried.js';
import type { Column } from './columns.js';
import { cellOf } from './figures.js';
import { mapLines } from './on-map.js';
import { landscape, letterhead, tableTitle } from './page.js';
import { fitted, withEnd, withFirstBelow } from './paging.js';
import { FIRST_FIGURE, type TablePlan, type UnitRow } from './plan.js';
import type { Edition } from './scope.js';
import { type Signing, signatures } from './signatures.js';
import { figuresIn, LINK_COLOR, type Rank, ranked, STYLES } from './styles.js';
import { asideColumn, familyName, header, titleOf, unitOf, WIDTH } from './table-header.js';
import { heightFor, linkColumn, mergedWidth, noteHeight } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

/** Where else a unit is to be found: its rows further down, its sources. */
export interface TableLinks {
  /** Cell of a hamlet's first source, by code. */
  readonly sources: ReadonlyMap<string, string>;
  readonly signing: Signing;
}

/** One `Biểu`: units down, indicators across, as it is printed and signed. */
export function tableSheet(edition: Edition, plan: TablePlan, links: TableLinks): Sheet {
  const sheet = newSheet(plan.sheet);
  const columns = FIRST_FIGURE + plan.columns.length + 1;
  sheet.widths.push(
    numberWidth(plan),
    WIDTH.unit,
    ...plan.columns.map(() => WIDTH.figure),
    WIDTH.note,
  );
  sheet.widths.push(2, 11, 7, 8, 7);
  letterhead(sheet, edition, columns, links.signing.number);
  tableTitle(sheet, edition, columns, {
    number: plan.number,
    title: titleOf(edition, plan),
    unit: unitOf(edition, plan),
  });
  header(sheet, edition, plan);
  for (const row of plan.rows) unitRow(sheet, edition, plan, row, links);
  const last = footing(sheet, edition, plan, links.signing);
  const numbers = plan.headTop + plan.headRows;
  sheet.frozen = { rows: numbers, columns: FIRST_FIGURE };
  const area = { top: 1, left: 0, bottom: last, right: columns - 1 };
  const titleRows = [plan.headTop, numbers] as const;
  const blocks = [...withFirstBelow(plan.rows), ...withEnd(plan.rows, last)];
  sheet.page = landscape(edition, { area, titleRows, ...fitted(sheet, area, blocks, titleRows) });
  return sheet;
}

/** Wide enough for the longest number: `XXVIII.24` of a province of many districts. */
function numberWidth({ rows }: TablePlan): number {
  const widths = rows.map(({ number }) => String(number).length + 1);
  return widths.reduce((most, width) => Math.max(most, width), WIDTH.number);
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
  const link = isLinked ? linkColumn(name, WIDTH.unit, ranked(rank, NAME)) : null;
  const number = row.number === '' ? null : row.number;
  put(sheet, row.row, 0, number, ranked(rank, link === 0 ? LINKED_NUMBER : CENTER));
  put(sheet, row.row, 1, name, ranked(rank, link === 1 ? LINKED : NAME));
  for (const [i, column] of plan.columns.entries()) {
    const value = cellOf(edition.summary, plan, row, column);
    put(sheet, row.row, FIRST_FIGURE + i, value, ranked(rank, figuresIn(column.format)));
  }
  const notes = [noteOf(edition, plan, row), lackingOf(edition, plan, row)];
  const note = notes.filter((text) => text !== null).join('. ') || null;
  put(sheet, row.row, FIRST_FIGURE + plan.columns.length, note, ranked(rank, NOTE));
  if (link !== null) linkTo(sheet, row.row, link, plan.deeper!, row);
  aside(sheet, edition, plan, row, links);
  const at = rowAt(sheet, row.row);
  at.height = rowHeight(name, note, rank);
  at.level = Math.max(0, row.depth - 1);
}

const CENTER = { horizontal: 'center' } as const;
const LINKED_NUMBER = { ...CENTER, color: LINK_COLOR } as const;
const NAME = { wrap: true } as const;
const LINKED = { wrap: true, color: LINK_COLOR } as const;
const NOTE = { size: 9, wrap: true, horizontal: 'left', indent: 1 } as const;

function rowHeight(name: string, note: string | null, rank: Rank): number {
  return heightFor([
    [name, WIDTH.unit, ranked(rank, NAME)],
    [note ?? '', WIDTH.note, ranked(rank, NOTE)],
  ]);
}

function linkTo(sheet: Sheet, row: number, column: number, plan: TablePlan, unit: UnitRow): void {
  const target = plan.rowOf.get(unit.node.unit.code);
  if (target)
    sheet.links.push({ row, column, to: { location: `${sheetRef(plan.sheet)}B${target.row}` } });
}

/**
 * Said of a unit where some of its hamlets have not reported, where its figures cannot be told on
 * another map, or where it is not known which of its hamlets they are of.
 */
function noteOf(edition: Edition, plan: TablePlan, row: UnitRow): string | null {
  const { summary, labels: t, lang } = edition;
  const { code } = row.node.unit;
  const columns = plan.columns.filter(isReported);
  const blank = summary.restatement?.notComparable.get(code);
  if (blank && columns.some(({ key }) => blank.has(key))) return t.notComparable;
  const families = new Map<string, number>();
  const values = columns.map(({ key, family }) => {
    const value = valueAt(summary, code, key);
    families.set(family, Math.max(families.get(family) ?? 0, value.reported));
    return value;
  });
  const expected = values[0]?.expected ?? 0;
  const reported = Math.min(...families.values());
  if (families.size === 0 || reported >= expected) return null;
  if (values.some((one) => one.reported === 0 && one.value !== null)) return t.notApart;
  const missing = [...families].flatMap(([family, n]) => (n === 0 ? [family] : []));
  if (missing.length === families.size) return t.nothing;
  if (missing.length > 0) {
    const names = missing.map((family) => familyName(t.families, summary.forms, family, lang));
    return `${t.nothing}: ${names.join(', ')}`;
  }
  return t.partial(formatNumber(reported, lang), formatNumber(expected, lang));
}

/** The baselines without which a ratio of the table is blank. */
function lackingOf(edition: Edition, { columns }: TablePlan, row: UnitRow): string | null {
  const lacking = baselinesToName(edition.summary, row.node, edition.lang);
  const names = lacking
    .filter(({ ratio }) => columns.some(({ key }) => key === ratio.id))
    .map(({ baseline }) => baseline);
  return names.length === 0 ? null : edition.labels.lacksBaseline(names.join(', '));
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

/** Indicators of a table that are stocks: what silent hamlets would shrink. */
function stocksOf(plan: TablePlan): readonly Indicator[] {
  return shownIn(plan).filter(({ time }) => time === 'stock');
}

function shownIn({ columns }: TablePlan): readonly Indicator[] {
  return columns.flatMap(({ figure }) => ('indicator' in figure ? [figure.indicator] : []));
}

/** That all is blank, what blanks mean, the totals with silent hamlets' last figures, and the signatures. Gives the last row. */
function footing(sheet: Sheet, edition: Edition, plan: TablePlan, signing: Signing): number {
  const columns = FIRST_FIGURE + plan.columns.length + 1;
  const carried = carriedLines(edition, edition.root, stocksOf(plan));
  const { legend, noFigures, nothing } = edition.labels;
  const isBlank = noteOf(edition, plan, plan.rows[0]!) === nothing;
  const first = isBlank ? [noFigures, legend] : [legend];
  const { summary, root, lang } = edition;
  const origins = baselineOrigins(summary, root, shownIn(plan), lang);
  const lines = [
    ...first,
    ...(origins === null || isBlank ? [] : [origins]),
    ...mapLines(edition),
    ...carried,
  ];
  const width = mergedWidth(sheet.widths.slice(0, columns));
  let row = plan.rows.at(-1)!.row;
  for (const text of lines) {
    putOver(sheet, across(++row, 0, columns - 1), text, STYLES.italicWrap);
    rowAt(sheet, row).height = noteHeight(text, width);
  }
  return signatures(sheet, edition, row + 2, columns, signing);
}
