import { cellAddress } from '../../core/address.js';
import { dayInVietnam } from '../../core/days.js';
import { formatDate } from '../../core/format.js';
import type { Lang } from '../../core/lang.js';
import { hamletsOf } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import type { HamletReceipt, Receipts, Timeliness } from '../../history/receipt.js';
import { sum } from './figures.js';
import { headRow, landscape, plainTitle } from './page.js';
import { pageBreaks, withEnd, withFirstBelow } from './paging.js';
import { planRows, rankOf, type UnitRow } from './plan.js';
import type { Edition } from './scope.js';
import { COUNT, PERCENT, ranked, STYLES } from './styles.js';
import { heightFor, noteHeight } from './text-lines.js';
import type { CellValue, Sheet, Style } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

const UNIT_WIDTH = 30;
const NOTE_WIDTH = 30;
/** `14/09/2024`, `14 September 2024`: on one line, bold too. */
const DATE_WIDTH = { vi: 12, en: 21 } as const;
const widthsIn = (lang: Lang): readonly number[] => [
  6,
  UNIT_WIDTH,
  10,
  10,
  10,
  10,
  10,
  11,
  DATE_WIDTH[lang],
  16,
  9,
  NOTE_WIDTH,
];
const AT = { expected: 2, first: 3, share: 7, received: 8, status: 9, days: 10, note: 11 };
const STATUSES: readonly Timeliness[] = ['on_time', 'late', 'missing', 'not_due'];

/** `Thời hạn nộp`: when each unit's reports came, and whether that was in time. */
export function timelinessSheet(edition: Edition): Sheet | null {
  const { labels: t, options } = edition;
  const { receipts } = options;
  if (receipts === undefined) return null;
  const sheet = newSheet(t.timelinessSheet);
  sheet.widths.push(...widthsIn(edition.lang));
  const columns = sheet.widths.length;
  const head = plainTitle(sheet, edition, columns, t.timelinessTitle);
  const due = t.deadline(formatDate(receipts.deadline, edition.lang));
  putOver(sheet, across(3, 0, columns - 1), due, STYLES.italicCenter);
  rowAt(sheet, 3).height = 20;
  headRow(sheet, head, headings(edition));
  const rows = planRows(edition, depthOf(edition), head + 1);
  for (const row of rows) unitRow(sheet, edition, row, receipts);
  const last = rows.at(-1)!.row;
  putOver(sheet, across(last + 1, 0, columns - 1), t.timelinessNote, STYLES.italicWrap);
  const room = sheet.widths.reduce<number>((sum, one) => sum + (one ?? 9), 0);
  rowAt(sheet, last + 1).height = noteHeight(t.timelinessNote, room);
  sheet.frozen = { rows: head, columns: 2 };
  const area = { top: 1, left: 0, bottom: last + 1, right: columns - 1 };
  const titleRows = [head, head] as const;
  const blocks = [...withFirstBelow(rows), ...withEnd(rows, last + 1)];
  const breaks = pageBreaks(sheet, area, blocks, titleRows);
  sheet.page = landscape(edition, { area, titleRows, breaks });
  return sheet;
}

/** A province's goes down to its communes, another unit's to its hamlets. */
function depthOf({ levels, root }: Edition): number {
  if (root.parent !== null) return levels.length;
  return Math.max(1, levels.filter((level) => level !== 'hamlet').length);
}

function headings({ labels: t }: Edition): readonly string[] {
  const counts = [t.onTime, t.late, t.notIn, t.notDue];
  const times = [t.onTimeShare, t.received, t.timeliness, t.daysLate, t.note];
  return [t.number, t.unit, t.hamletsAll, ...counts, ...times];
}

function unitRow(sheet: Sheet, edition: Edition, row: UnitRow, receipts: Receipts): void {
  const { labels: t } = edition;
  const rank = rankOf(row);
  const of = (column: number, value: CellValue, style: Style) =>
    put(sheet, row.row, column, value, ranked(rank, style));
  const name = row.depth === 0 ? t.total : row.node.unit.name;
  const { received, status, daysLate, note } = standingOf(edition, row, receipts);
  of(0, row.number === '' ? null : row.number, CENTER);
  of(1, name, { wrap: true });
  for (const [i, count] of countsOf(row.node, receipts).entries())
    of(AT.expected + i, countCell(row, i, count, receipts), NUMBER);
  of(AT.share, shareCell(row, receipts), SHARE);
  of(AT.received, received === null ? null : formatDate(received, edition.lang), CENTER);
  of(AT.status, status, CENTER);
  of(AT.days, daysLate > 0 ? daysLate : null, CENTER);
  of(AT.note, note, { ...NOTE });
  rowAt(sheet, row.row).height = heightFor([
    [name, UNIT_WIDTH, { bold: true }],
    [note, NOTE_WIDTH, NOTE],
  ]);
  rowAt(sheet, row.row).level = Math.max(0, row.depth - 1);
}

const NOTE = { wrap: true, size: 9 } as const;
const CENTER = { horizontal: 'center', wrap: true } as const;
const NUMBER = { format: COUNT, horizontal: 'right' } as const;
const SHARE = { format: PERCENT, horizontal: 'right' } as const;

/** Hamlets of a unit, then those of each status. */
function countsOf({ unit }: Node, { units }: Receipts): readonly number[] {
  const { expected, timeliness } = units.get(unit.code)!;
  return [expected, ...STATUSES.map((status) => timeliness[status])];
}

function countCell(row: UnitRow, i: number, count: number, receipts: Receipts): CellValue {
  if (row.lowest) return count;
  const made = sum(
    row.children.map((child) => ({
      column: AT.expected + i,
      row: child.row,
      value: countsOf(child.node, receipts)[i]!,
    })),
  );
  return made !== null && made.value === count ? made : count;
}

/** Hamlets on time, of all that are there. */
function shareCell(row: UnitRow, receipts: Receipts): CellValue {
  const [all, onTime] = [AT.expected, AT.first].map((column) => cellAddress(column, row.row));
  const [expected, count] = countsOf(row.node, receipts) as [number, number];
  const value = expected === 0 ? '' : count / expected;
  return { formula: `IF(N(${all})=0,"",${onTime}/${all})`, value };
}

interface Standing {
  /** Calendar day in Vietnam on which the last report came; null where none has. */
  readonly received: string | null;
  readonly status: string;
  readonly daysLate: number;
  readonly note: string;
}

/** A unit is in when the last of its hamlets is, and late when one of them is. */
function standingOf(edition: Edition, { node }: UnitRow, { hamlets }: Receipts): Standing {
  const own = hamletsOf(node).map(({ unit }) => hamlets.get(unit.code)!);
  const came = own.filter(({ receivedAt }) => receivedAt !== null);
  const days = came.map(({ receivedAt }) => dayInVietnam(receivedAt!)).sort();
  const daysLate = Math.max(0, ...came.map((one) => one.daysLate));
  const status = statusOf(edition, own, came.length);
  return { received: days.at(-1) ?? null, status, daysLate, note: noteOf(edition, own) };
}

/** Where not all have come, that; else the worst of them. */
function statusOf({ labels: t }: Edition, own: readonly HamletReceipt[], came: number): string {
  const has = (status: Timeliness) => own.some(({ timeliness }) => timeliness === status);
  if (has('missing')) return came === 0 ? t.notIn : t.notAllIn;
  if (has('not_due')) return t.notDue;
  if (has('late')) return t.late;
  return own.length === 0 ? '' : t.onTime;
}

/** What a hamlet's report lacks; of a larger unit, how many reports lack something. */
function noteOf({ labels: t, summary, lang }: Edition, own: readonly HamletReceipt[]): string {
  const empty = own.filter(({ received }) => received === 'empty').length;
  const partial = own.filter(({ received }) => received === 'partial');
  if (own.length > 1) {
    const counts = [partial.length && t.lackForms(partial.length), empty && t.areEmpty(empty)];
    return counts.filter(Boolean).join('; ');
  }
  if (empty > 0) return own[0]!.isRejected ? t.isRejected : t.isEmpty;
  const [hamlet] = partial;
  if (hamlet === undefined) return '';
  const names = hamlet.missing.map(
    (id) => summary.forms.find((form) => form.id === id)?.label[lang] ?? id,
  );
  return t.lacks(names.join(', '));
}
