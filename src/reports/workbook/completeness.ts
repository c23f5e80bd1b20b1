import { cellAddress } from '../../core/address.js';
import { hamletsOf } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import { completeness, formsReported } from '../figures.js';
import { sum } from './figures.js';
import { headRow, landscape, plainTitle } from './page.js';
import { pageBreaks, withEnd, withFirstBelow } from './paging.js';
import { planRows, rankOf, type UnitRow } from './plan.js';
import type { Edition } from './scope.js';
import { COUNT, PERCENT, ranked } from './styles.js';
import { linesOf } from './text-lines.js';
import type { CellValue, Sheet } from './xlsx/model.js';
import { newSheet, put, rowAt } from './xlsx/sheet.js';

const NAMES_SHOWN = 8;
const NAMES_WIDTH = 42;
const FIRST_COUNT = 2;

/** `Tình hình báo cáo`: who has reported which form, and whose reports are missing. */
export function completenessSheet(edition: Edition): Sheet {
  const { labels: t, summary } = edition;
  const sheet = newSheet(t.completeness);
  sheet.widths.push(6, 26, 9, 10, 10, ...summary.forms.map(() => 12), NAMES_WIDTH);
  const columns = sheet.widths.length;
  const head = plainTitle(sheet, edition, columns, t.completenessTitle);
  headRow(sheet, head, headings(edition));
  const rows = planRows(edition, depthOf(edition), head + 1);
  for (const row of rows) unitRow(sheet, edition, row);
  const last = rows.at(-1)!.row;
  const share = { top: head + 1, bottom: last, left: FIRST_COUNT + 2, right: FIRST_COUNT + 2 };
  sheet.bars.push({ range: share, max: 1 });
  sheet.frozen = { rows: head, columns: 2 };
  const area = { top: 1, left: 0, bottom: last, right: columns - 1 };
  const titleRows = [head, head] as const;
  const blocks = [...withFirstBelow(rows), ...withEnd(rows, last)];
  const breaks = pageBreaks(sheet, area, blocks, titleRows);
  sheet.page = landscape(edition, { area, titleRows, breaks });
  return sheet;
}

/** Down to the communes; a commune's own workbook goes down to its hamlets. */
function depthOf({ levels }: Edition): number {
  const above = levels.filter((level) => level !== 'hamlet').length;
  return above === 0 ? levels.length : above;
}

function headings({ labels: t, summary, lang }: Edition): readonly string[] {
  const forms = summary.forms.map((form) => form.label[lang]);
  const counts = [t.hamletsAll, t.hamletsReported, t.rate, ...forms];
  return [t.number, t.unit, ...counts, t.missingNames];
}

/** Counts of a unit: hamlets, those that reported at all, those that reported each form. */
function countsOf({ summary }: Edition, node: Node): readonly number[] {
  const { expected, reported, byForm } = completeness(summary, node);
  return [expected, reported, ...summary.forms.map((form) => byForm.get(form.id) ?? 0)];
}

/** Column of each count; the share stands after the first two. */
function columnOf(count: number): number {
  return FIRST_COUNT + count + (count >= 2 ? 1 : 0);
}

function unitRow(sheet: Sheet, edition: Edition, row: UnitRow): void {
  const rank = rankOf(row);
  const { labels: t } = edition;
  const name = row.depth === 0 ? t.total : row.node.unit.name;
  put(sheet, row.row, 0, row.number === '' ? null : row.number, ranked(rank, CENTER));
  put(sheet, row.row, 1, name, ranked(rank, NAME));
  const counts = countsOf(edition, row.node);
  for (const [i, count] of counts.entries())
    put(sheet, row.row, columnOf(i), countCell(edition, row, i, count), ranked(rank, NUMBER));
  const [all, reported] = [0, 1].map((i) => cellAddress(columnOf(i), row.row));
  const share = counts[0] === 0 ? '' : counts[1]! / counts[0]!;
  const formula = `IF(N(${all})=0,"",${reported}/${all})`;
  put(sheet, row.row, FIRST_COUNT + 2, { formula, value: share }, ranked(rank, SHARE));
  const missing = row.lowest ? missingNames(edition, row.node) : '';
  put(sheet, row.row, columnOf(counts.length), missing, ranked(rank, NAMES));
  const at = rowAt(sheet, row.row);
  at.height =
    4 + 13 * Math.max(linesOf(name, 26, { bold: true }), linesOf(missing, NAMES_WIDTH, NAMES));
  at.level = Math.max(0, row.depth - 1);
}

const CENTER = { horizontal: 'center' } as const;
const NAME = { wrap: true } as const;
const NUMBER = { format: COUNT, horizontal: 'right' } as const;
const SHARE = { format: PERCENT, horizontal: 'right' } as const;
const NAMES = { wrap: true, size: 9 } as const;

function countCell(edition: Edition, row: UnitRow, i: number, count: number): CellValue {
  if (row.lowest) return count;
  const cells = row.children.map((child) => ({
    column: columnOf(i),
    row: child.row,
    value: countsOf(edition, child.node)[i]!,
  }));
  const made = sum(cells);
  return made !== null && made.value === count ? made : count;
}

/** Names of a unit's hamlets that have reported nothing; a few, and how many more. */
function missingNames({ summary, labels: t }: Edition, node: Node): string {
  const hamlets = hamletsOf(node);
  const missing = hamlets.filter(({ unit }) => formsReported(summary, unit.code).size === 0);
  if (missing.length > 1 && missing.length === hamlets.length) return t.allMissing;
  const names = missing.slice(0, NAMES_SHOWN).map(({ unit }) => unit.name);
  const more = missing.length - names.length;
  return names.join(', ') + (more > 0 ? ` ${t.andMore(String(more))}` : '');
}
