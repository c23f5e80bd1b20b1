import { ENGLISH_MONTHS, fullYear, isIsoDate, isoDate } from '../core/dates.js';
import { clean } from '../core/text.js';
import type { Log } from './problems.js';
import { placeOf, type RegistryTable } from './tables.js';

/** The columns of dates of each table. */
const DATES: Readonly<Record<string, readonly string[]>> = {
  units: ['valid_from', 'valid_to'],
  baselines: ['from'],
  changes: ['effective'],
  teams: ['valid_from', 'valid_to'],
  decisions: ['date'],
  holidays: ['date'],
};

/** The columns of periods. */
const PERIODS: Readonly<Record<string, readonly string[]>> = {
  targets: ['period'],
  decisions: ['period'],
};

/** `30/6/2025`, as Excel saves a date in a CSV by the settings of its Windows. */
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** `2025-7-1`, `2025/07/01`, `2025-07-01 00:00:00`: the year first leaves no doubt. */
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?$/;

/** What Excel makes of `2024-09`, by its language, and how people write it. */
const MONTH_NAMED = /^([a-z]{3})[a-z]*[- ](\d{2}|\d{4})$/i;
const MONTH_NUMBERED = /^(?:th(?:áng|g)? ?)?(\d{1,2})[-/](\d{4}|(?<=^th[^/]*-)\d{2})$/iu;

/** So many cells must say that the month comes first. */
const FEWEST_MONTH_FIRST = 2;

type Order = 'day-first' | 'month-first';

/**
 * The tables with the dates and months in ISO that are written in another way without doubt, each
 * told (CCDS-G13). Whether the day or the month comes first shows by those of all tables that can be
 * read in one way alone (`30/6/2025`): Excel saves every date of a registry by one setting. Where
 * none does, or they contradict each other, they stay as they are and are no dates. That the month
 * comes first, which nobody writes in Vietnam, must show twice: once may be a slip of the pen.
 */
export function withIsoDates(
  tables: ReadonlyMap<string, RegistryTable>,
  log: Log,
): ReadonlyMap<string, RegistryTable> {
  const order = orderIn(tables);
  return new Map(
    [...tables].map(([name, table]) => {
      const dated = respelt(table, DATES[name] ?? [], (text) => isoOf(text, order), log);
      return [name, respelt(dated, PERIODS[name] ?? [], (text) => monthIn(text, order), log)];
    }),
  );
}

/** Numbers of the columns that a table has of those named. */
function columnsOf({ rows: [header = []] }: RegistryTable, names: readonly string[]): number[] {
  return header.flatMap((name, at) => (names.includes(clean(name).toLowerCase()) ? [at] : []));
}

function orderIn(tables: ReadonlyMap<string, RegistryTable>): Order | null {
  const saying = { 'day-first': 0, 'month-first': 0 };
  for (const [name, table] of tables) {
    for (const column of columnsOf(table, DATES[name] ?? [])) {
      for (const cells of table.rows) {
        const [, first, second] = SLASHED.exec(clean(cells[column] ?? '')) ?? [];
        if (Number(first) > 12) saying['day-first']++;
        if (Number(second) > 12) saying['month-first']++;
      }
    }
  }
  if (saying['day-first'] > 0) return saying['month-first'] === 0 ? 'day-first' : null;
  return saying['month-first'] >= FEWEST_MONTH_FIRST ? 'month-first' : null;
}

/** A table with what a reading makes of its columns, where it makes anything of a cell. */
function respelt(
  table: RegistryTable,
  names: readonly string[],
  read: (text: string) => string | null,
  log: Log,
): RegistryTable {
  const columns = columnsOf(table, names);
  if (columns.length === 0) return table;
  const [header = [], ...rows] = table.rows;
  const taken = rows.map((cells, at) => {
    let own: string[] | null = null;
    for (const column of columns) {
      const found = clean(cells[column] ?? '');
      const value = found === '' ? null : read(found);
      if (value === null) continue;
      own ??= [...cells];
      own[column] = value;
      log.respelt(placeOf(table, at + 1), clean(header[column]!).toLowerCase(), found, value);
    }
    return own ?? cells;
  });
  return { ...table, rows: [header, ...taken] };
}

/** The date that a text is without doubt, where it is not written in ISO; else null. */
function isoOf(written: string, order: Order | null): string | null {
  if (isIsoDate(written)) return null;
  const year = YEAR_FIRST.exec(written);
  if (year !== null) return dayOf(Number(year[1]), Number(year[2]), Number(year[3]));
  const [, first, second, last] = SLASHED.exec(written) ?? [];
  if (first === undefined || order === null) return null;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return dayOf(Number(last), Number(month), Number(day));
}

/**
 * The month that a text is without doubt, where it is not written as one: `Sep-24`, `9/2024`, its
 * first day.
 */
function monthIn(written: string, order: Order | null): string | null {
  const day = isIsoDate(written) ? written : isoOf(written, order);
  if (day !== null) return day.endsWith('-01') ? day.slice(0, 7) : null;
  const [, name = '', ofName] = MONTH_NAMED.exec(written) ?? [];
  if (ofName !== undefined) return monthOf(ENGLISH_MONTHS.indexOf(name.toLowerCase()) + 1, ofName);
  const [, number, year] = MONTH_NUMBERED.exec(written) ?? [];
  return number === undefined ? null : monthOf(Number(number), year!);
}

/** Null where there is no such month. */
function monthOf(month: number, year: string): string | null {
  if (month < 1 || month > 12) return null;
  const full = year.length === 2 ? fullYear(Number(year)) : Number(year);
  return isoDate(full, month, 1).slice(0, 7);
}

/** Null where there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = isoDate(year, month, day);
  return isIsoDate(date) ? date : null;
}
