import { cellAddress } from '../../core/address.js';
import { countsAll } from '../header/month-beside-year.js';
import type { Setting } from '../lines/setting.js';
import type { runningAbove } from '../lines/title-above.js';
import type { TableReport } from '../report.js';
import type { Title } from '../rows/uncounted.js';
import type { SheetContext } from '../sheet-context.js';
import { readContext, type TableContext } from '../table-context.js';
import type { TurnedTable } from './turned.js';

/** What is said above the tables of what stands below: of all of it, of stocks, and of flows. */
export interface Said extends Required<Pick<TableContext, 'week' | 'weekOfAll'>> {
  readonly title: Title | null;
  readonly ofNew: Title | null;
  readonly running: ReturnType<typeof runningAbove>;
  /** The first row of the header. */
  readonly top: number;
}

/** Reads the tables laid downwards below one header, as what is said above them has each counted. */
export function readTables(
  tables: readonly TurnedTable[],
  setting: Setting,
  context: SheetContext,
  { title, ofNew, running, top, week, weekOfAll }: Said,
): readonly TableReport[] {
  const read = readContext(context, setting, false);
  return tables.map((table) => {
    const isOfStocks = table.layout.flows.size === 0;
    const isRunning = isOfStocks && table.runningAlone.length > 0;
    const said = isOfStocks ? (ofNew ?? ofMonthAlone(table, top)) : running(table.recognition());
    // A running total is all there are, whatever says that only new ones are counted.
    const uncounted = title ?? (isRunning ? null : said);
    return table.read({ ...read, uncounted, week, weekOfAll }, context);
  });
}

/**
 * `Trong tháng` beside `Lũy kế từ đầu năm` of a stock: what is new in the month. Not of those who
 * work in teams, who are rather told as they are.
 */
function ofMonthAlone(table: TurnedTable, top: number): Title | null {
  const heading = countsAll(table) ? table.monthBesideYear : null;
  if (heading === null) return null;
  const cell = cellAddress(heading.column, top);
  return { text: heading.text, row: top, cell, isOfNew: true };
}
