import { isIsoDate, isoDate } from '../core/dates.js';
import { clean } from '../core/text.js';
import type { Log } from './problems.js';
import type { RegistryTable } from './tables.js';

/** The columns of dates of each table. */
const DATES: Readonly<Record<string, readonly string[]>> = {
  units: ['valid_from', 'valid_to'],
  baselines: ['from'],
  changes: ['effective'],
  teams: ['valid_from', 'valid_to'],
  decisions: ['date'],
  holidays: ['date'],
};

/** `30/6/2025`, as Excel saves a date in a CSV by the settings of its Windows. */
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** `2025-7-1`, `2025/07/01`, `2025-07-01 00:00:00`: the year first leaves no doubt. */
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?$/;

type Order = 'day-first' | 'month-first';

/**
 * The tables with the dates in ISO that are written in another way without doubt, each told
 * (CCDS-G13). Whether the day or the month comes first shows by those of all tables that can be
 * read in one way alone (`30/6/2025`): Excel saves every date of a registry by one setting. Where
 * none does, or they contradict each other, they stay as they are and are no dates.
 */
export function withIsoDates(
  tables: ReadonlyMap<string, RegistryTable>,
  log: Log,
): ReadonlyMap<string, RegistryTable> {
  const order = orderIn(tables);
  return new Map(
    [...tables].map(([name, table]) => [name, withIso(table, DATES[name] ?? [], order, log)]),
  );
}

/** Numbers of the columns that a table has of those named. */
function columnsOf({ rows: [header = []] }: RegistryTable, names: readonly string[]): number[] {
  return header.flatMap((name, at) => (names.includes(clean(name).toLowerCase()) ? [at] : []));
}

function orderIn(tables: ReadonlyMap<string, RegistryTable>): Order | null {
  const found = new Set<Order>();
  for (const [name, table] of tables) {
    for (const column of columnsOf(table, DATES[name] ?? [])) {
      for (const cells of table.rows) {
        const [, first, second] = SLASHED.exec(clean(cells[column] ?? '')) ?? [];
        if (Number(first) > 12) found.add('day-first');
        if (Number(second) > 12) found.add('month-first');
      }
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

function withIso(
  table: RegistryTable,
  names: readonly string[],
  order: Order | null,
  log: Log,
): RegistryTable {
  const columns = columnsOf(table, names);
  if (columns.length === 0) return table;
  const rows = table.rows.map((cells, at) => {
    const respelt =
      at === 0 ? [] : columns.filter((column) => isoOf(cells[column], order) !== null);
    if (respelt.length === 0) return cells;
    const own = [...cells];
    for (const column of respelt) {
      own[column] = isoOf(cells[column], order)!;
      const { file, sheet, firstRow } = table;
      const place = { file, ...(sheet !== undefined && { sheet }), row: firstRow + at };
      log.respelt(place, clean(table.rows[0]![column]!), clean(cells[column]!), own[column]!);
    }
    return own;
  });
  return { ...table, rows };
}

/** The date that a text is without doubt, where it is not written in ISO; else null. */
function isoOf(text: string | undefined, order: Order | null): string | null {
  const written = clean(text ?? '');
  if (written === '' || isIsoDate(written)) return null;
  const year = YEAR_FIRST.exec(written);
  if (year !== null) return dayOf(Number(year[1]), Number(year[2]), Number(year[3]));
  const [, first, second, last] = SLASHED.exec(written) ?? [];
  if (first === undefined || order === null) return null;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return dayOf(Number(last), Number(month), Number(day));
}

/** Null where there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = isoDate(year, month, day);
  return isIsoDate(date) ? date : null;
}
