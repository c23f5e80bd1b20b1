import { parse } from 'csv-parse/sync';
import { getOrMake } from '../core/memo.js';
import { withNeeded } from '../core/needed-columns.js';
import type { Month } from '../core/period.js';
import type { BaselineValues } from '../geography/baselines.js';
import type { Indicator } from '../indicators/types.js';
import type { Fact, UnitValue, Values } from '../rollup/types.js';
import type { PastMonth } from './types.js';

/** A row of `values.csv`: its cells as they stand there, by column. */
export type PublishedRow = Readonly<Record<string, string>>;

/** Facts of closed months have no sheet any more. */
const NO_SOURCE = -1;

/**
 * A month out of its published `values.csv`. The hamlets' counts and running totals are what
 * is built on; the figures of the units above are kept as they were published.
 * @throws Error where the text is not a `values.csv`
 */
export function readPublished(
  month: Month,
  text: string,
  indicators: readonly Indicator[],
): PastMonth {
  return asPublished(month, publishedRows(text), indicators);
}

/**
 * What a month's rows tell, as `readPublished` tells it of their text.
 * @throws Error where a figure is no number
 */
export function asPublished(
  month: Month,
  rows: readonly PublishedRow[],
  indicators: readonly Indicator[],
): PastMonth {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const published = new Map<string, Map<string, UnitValue>>();
  for (const row of rows) {
    const own = getOrMake(published, row.unit_code!, () => new Map<string, UnitValue>());
    own.set(row.indicator!, unitValue(row));
  }
  const isKnown = (unit: string, indicator: string) =>
    (published.get(unit)?.get(indicator)?.value ?? null) !== null;
  const facts = rows.flatMap((row) => factOf(row, month, byId.get(row.indicator!), isKnown));
  return { month, facts, baselines: baselinesOf(published, indicators), published };
}

/** What no row can do without. */
const NEEDED = ['level', 'unit_code', 'indicator', 'value'];

const columnsOf = (header: string[]) => withNeeded(header, NEEDED);

/**
 * The rows of a `values.csv`. A text without quotes, as nearly all are, is split many times
 * faster than it is parsed.
 * @throws Error where the text is not a `values.csv`
 */
export function publishedRows(text: string): readonly PublishedRow[] {
  if (text.includes('"')) return parse<PublishedRow>(text, { columns: columnsOf, bom: true });
  const [header = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = columnsOf(header.split(','));
  return lines.flatMap((line) => (line === '' ? [] : [rowOf(columns, line.split(','))]));
}

function rowOf(columns: readonly string[], cells: readonly string[]): PublishedRow {
  if (cells.length !== columns.length) throw new Error('a row of another length');
  const row: Record<string, string> = {};
  for (let i = 0; i < cells.length; i++) row[columns[i]!] = cells[i]!;
  return row;
}

function unitValue(row: PublishedRow): UnitValue {
  const number = (column: string) => {
    const value = row[column] ? Number(row[column]) : null;
    if (Number.isNaN(value)) throw new Error(`${column}: ${row[column]}`);
    return value;
  };
  return {
    value: number('value'),
    numerator: number('numerator'),
    denominator: number('denominator'),
    reported: Number(row.reported),
    expected: Number(row.expected),
  };
}

/** A running total that was left blank stays so, where what it runs up is known. */
function factOf(
  row: PublishedRow,
  month: Month,
  indicator: Indicator | undefined,
  isKnown: (unit: string, indicator: string) => boolean,
): Fact[] {
  if (row.level !== 'hamlet' || indicator === undefined) return [];
  if (indicator.kind !== 'base' && indicator.kind !== 'cumulative') return [];
  const unit = row.unit_code!;
  const value = row.value ? Number(row.value) : null;
  const isBlank = indicator.kind === 'cumulative' && isKnown(unit, indicator.of);
  if (value === null && !isBlank) return [];
  return [{ unit, month, indicator: indicator.id, value, source: NO_SOURCE }];
}

/** Denominators of the ratios that divide by a baseline. */
function baselinesOf(published: Values, indicators: readonly Indicator[]): BaselineValues {
  const found = new Map<string, Map<string, number>>();
  for (const [unit, values] of published) {
    for (const one of indicators) {
      if (one.kind !== 'ratio' || !('baseline' in one.denominator)) continue;
      const denominator = values.get(one.id)?.denominator ?? null;
      if (denominator === null) continue;
      getOrMake(found, unit, () => new Map()).set(one.denominator.baseline, denominator);
    }
  }
  return found;
}
