import { cellText } from '../cells/cell-text.js';
import type { Recognition } from '../header/recognise.js';
import { headingIn } from '../header/titled.js';
import { type Setting, settingOf } from '../lines/setting.js';
import { SheetLines } from '../lines/sheet-lines.js';
import { runningAbove, titleAbove } from '../lines/title-above.js';
import { weekSaid } from '../lines/week-said.js';
import { levelFinder } from '../places/level-finder.js';
import type { TableReport } from '../report.js';
import type { SheetContext } from '../sheet-context.js';
import { type Tell, tellSetting, tellTitle } from '../sheet-findings.js';
import { areMonthsKnown, monthsTaken } from '../table/months-apart.js';
import type { SheetRow } from '../table-context.js';
import { refusedContext } from '../table-context.js';
import { type Downwards, namesHamlet, tablesBelow, talliesOf } from './find.js';
import { rowsByHamlet } from './hamlets-rows.js';
import { type DownHeader, headerAt, labelColumn, stretchesAt } from './header.js';
import { withoutHeader } from './headless.js';
import type { Label } from './labels.js';
import { monthColumns, tellAside } from './months.js';
import { readTables } from './read-tables.js';
import { saidInLines } from './said-in-lines.js';
import { headsStretches } from './stretch-heading.js';
import { rowsByStretch } from './stretches.js';
import { tellDownwards } from './told.js';
import type { TurnedTable } from './turned.js';

/** Tables laid downwards, and how many of the sheet's rows give them a count. */
export interface DownRead {
  readonly reports: readonly TableReport[];
  readonly rows: number;
  /** The lines above and below them. */
  readonly lines: SheetLines;
  /** True for a row of one of them, its header's among them. */
  readonly covers: (row: number) => boolean;
}

/**
 * Reads the tables in which each row names what it counts, among rows in which no header was
 * found across; null where there is none. A report's `read` is that of its own rows: all others
 * are still to be counted.
 * @param headed another table stands below: without a header that names the columns only the counts of
 * a sheet of one hamlet are read
 */
export function readDown(
  context: SheetContext,
  rows: readonly SheetRow[],
  tell: Tell,
  headed: boolean,
): DownRead | null {
  const isHeaded = rows.some((row) => labelColumn(row) !== null || mayBeOfStretches(row));
  const found = isHeaded
    ? readAt(context, rows, tell, (at, lines) => headerOf(context, at, lines))
    : null;
  if (found !== null) return found;
  const tallies = talliesOf(context.layouts);
  const only = withoutHeader(rows, tallies);
  const lines = only === null && !headed ? saidInLines(rows, tallies) : null;
  if (lines !== null) {
    const { header } = lines;
    return readAt(context, lines.rows, tell, ([first]) =>
      first!.number === header.top ? header : null,
    );
  }
  if (only === null || (headed && !isOfHamlet(context, rows, only))) return null;
  const isIts = ([first]: readonly SheetRow[]) => first!.number === only.top;
  return readAt(context, rows, tell, (at) => (isIts(at) ? only : null));
}

/** A quick look: `Tuần`, `Tháng` among the first cells. */
function mayBeOfStretches({ values }: SheetRow): boolean {
  return values.some((value) => typeof value === 'string' && headsStretches(value));
}

/** True where the lines above a table without a header, or the sheet's names, name its hamlet. */
function isOfHamlet(
  context: SheetContext,
  rows: readonly SheetRow[],
  { top }: DownHeader,
): boolean {
  const lines = new SheetLines(context);
  for (const row of rows) if (row.number < top) lines.add(row);
  return settingOf(context, lines).base.nodes.hamlet !== undefined;
}

function headerOf(
  context: SheetContext,
  rows: readonly SheetRow[],
  lines: SheetLines,
): DownHeader | null {
  const levelOf = () => {
    const { base, match } = settingOf(context, lines);
    return levelFinder(base, match);
  };
  const titles = lines.above.map(({ text }) => text);
  const header =
    headerAt(rows, levelOf) ??
    stretchesAt(rows[0]!, levelOf, () => headingIn(titles, context.layouts));
  const isOpen = header?.byMonth && !areMonthsKnown(monthColumns(header, context, lines));
  return isOpen ? null : header;
}

type Find = (rows: readonly SheetRow[], lines: SheetLines) => DownHeader | null;

function readAt(
  context: SheetContext,
  rows: readonly SheetRow[],
  tell: Tell,
  find: Find,
): DownRead | null {
  const lines = new SheetLines(context);
  const reports: TableReport[] = [];
  const spans: Span[] = [];
  let open: DownHeader | null = null;
  let head: DownHeader | null = null;
  let own = 0;
  let end = 0;
  rows.forEach((row, at) => {
    if (row.number <= end) return;
    const next = find(rows.slice(at), lines);
    const header = next ?? goesOn(open, row);
    head = next ?? head;
    open = header ?? open;
    const parts = next === null ? [] : partsUnder(next, rows.slice(at), context);
    for (const { line, found } of parts) {
      lines.add(line);
      reports.push(...reportsOf(found, context, lines, tell));
      own += rowsOf(found);
      end = Math.max(end, found.end);
      lines.passTable();
    }
    if (parts.length > 0) {
      spans.push([next!.top, end]);
      open = null;
      return;
    }
    const found = header && tablesUnder(header, rows.slice(at), context);
    if (found === null && header?.byMonth) end = header.bottom;
    else if (found === null || namesHamlet(row, found.header)) lines.add(row);
    if (found === null) return;
    reports.push(...reportsOf(found, context, lines, tell));
    open = { ...found.header, isTold: true };
    own += rowsOf(found);
    end = found.end;
    spans.push([head!.top, head!.bottom], [found.header.top, end]);
    lines.passTable();
  });
  const covers = (row: number) => spans.some(([top, bottom]) => top <= row && row <= bottom);
  return reports.length === 0 ? null : { reports, rows: own, lines, covers };
}

/** First and last row of a header, or of what stands below it. */
type Span = readonly [top: number, bottom: number];

function rowsOf({ whole, refused }: Downwards): number {
  return [...whole, ...refused].reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The header goes on below a row that names the next hamlet. */
function goesOn(open: DownHeader | null, row: SheetRow): DownHeader | null {
  if (open === null || !namesHamlet(row, open)) return null;
  return { ...open, top: row.number, bottom: row.number };
}

function tablesUnder(
  header: DownHeader,
  rows: readonly SheetRow[],
  { layouts, indicators }: SheetContext,
): Downwards | null {
  return tablesBelow(header, rows, talliesOf(layouts), indicators);
}

/**
 * The tables of each hamlet, or of each week, where a column names that of each row; none where no row is
 * understood.
 */
function partsUnder(header: DownHeader, rows: readonly SheetRow[], context: SheetContext) {
  return [...rowsByHamlet(header, rows), ...rowsByStretch(header, rows)].flatMap(
    ({ line, ...own }) => {
      const found = tablesUnder(own.header, own.rows, context);
      return found === null ? [] : [{ line, found }];
    },
  );
}

function reportsOf(
  found: Downwards,
  context: SheetContext,
  lines: SheetLines,
  tell: Tell,
): readonly TableReport[] {
  const { header } = found;
  if (!header.byMonth) lines.add(headLine(header));
  for (const label of found.setting) lines.add(settingLine(label));
  return (header.byMonth ? readMonths : readOne)(found, context, lines, tell);
}

/** Reads the tables of a hamlet's only column of counts, or of a column for each hamlet. */
function readOne(
  found: Downwards,
  context: SheetContext,
  lines: SheetLines,
  tell: Tell,
): readonly TableReport[] {
  const heads = found.whole.map((table) => table.recognition());
  const setting = settingOf(context, lines, ofStocks(found), [], heads);
  const isOther = setting.verdict.state === 'other-period';
  tellSetting(tell, setting, found.header.top);
  if (setting.verdict.state === 'read') tellTitles(found, context, lines, tell);
  tellDownwards(isOther ? { ...found, refused: [] } : found, tell, context);
  const title = titleAbove(lines, context, found.header.top);
  const { header, whole } = found;
  const texts = [...header.values.map(({ text }) => text), ...whole.flatMap((one) => one.texts)];
  const running = runningAbove(lines, context, header.top, texts);
  return [
    ...readTables(whole, setting, context, {
      title,
      ofNew: lines.ofNew,
      running,
      top: header.top,
      ...weekSaid(context.sheet, lines, setting.lastDay),
    }),
    ...readRefused(found.refused, setting, context),
  ];
}

/** CCDS-S19: a title that is of something else. */
function tellTitles(found: Downwards, context: SheetContext, lines: SheetLines, tell: Tell): void {
  const heads = found.whole.map((table) => table.recognition());
  tellTitle(tell, heads, lines, context, found.header.top);
}

/** One of the tables, where none counts anything of a period alone. */
function ofStocks({ whole }: Downwards): Recognition | undefined {
  const isOfStocks = whole.every(({ layout }) => layout.flows.size === 0);
  return isOfStocks ? whole[0]?.recognition() : undefined;
}

/** Each column of the run's period is read as a table of its own; the others are told. */
function readMonths(
  found: Downwards,
  context: SheetContext,
  lines: SheetLines,
  tell: Tell,
): readonly TableReport[] {
  const { header, whole, refused } = found;
  const columns = monthColumns(header, context, lines);
  if (!header.isTold) tellAside(tell, columns, context.wanted);
  const taken = monthsTaken(columns);
  const values = taken.map(({ heading }) => heading);
  const last = header.values.at(-1);
  const [{ setting: first }] = taken as [(typeof taken)[number]];
  tellSetting(tell, first, header.top);
  if (first.verdict.state === 'read') tellTitles(found, context, lines, tell);
  tellDownwards({ ...found, header: { ...header, values } }, tell, context);
  const reports = taken.flatMap(({ heading, setting }) => {
    const running = heading === last ? header.running : null;
    return readTables(
      whole.map((table) => table.ofColumn(heading, running)),
      setting,
      context,
      {
        title: titleAbove(lines, context, header.top),
        ofNew: null,
        running: () => null,
        top: header.top,
        ...weekSaid(context.sheet, lines, setting.lastDay),
      },
    );
  });
  const unread = refused.map((table) => table.ofColumn(header.values.at(-1)!, header.running));
  return [...reports, ...readRefused(unread, taken.at(-1)!.setting, context)];
}

/** Those that lack a starred row: what they have is counted, and none of it taken. */
function readRefused(
  tables: readonly TurnedTable[],
  setting: Setting,
  context: SheetContext,
): readonly TableReport[] {
  const refused = refusedContext(context, setting);
  return tables.map((table) => table.read(refused, {}));
}

/** The heading of the values may name the month, as a line does. */
function headLine({ top, values, byHamlet, parts }: DownHeader): SheetRow {
  const [{ column, text }] = values as [DownHeader['values'][number]];
  const cells = Array.from({ length: column }, () => null);
  return { number: top, values: byHamlet || parts !== undefined ? [] : [...cells, text] };
}

/** `Tên ấp | Rạch Gốc A` among the rows, as a line. */
function settingLine({ row: { number, values }, text }: Label): SheetRow {
  const at = values.findLastIndex((one) => cellText(one) !== '');
  const cells = Array.from({ length: at }, () => null);
  return { number, values: [...cells, `${text}: ${cellText(values[at])}`] };
}
