import { parse } from 'csv-parse/sync';
import { type Finding, SEVERITY_ORDER } from '../../core/finding.js';
import { withNeeded } from '../../core/needed-columns.js';
import { isMonth, type Month, monthsOf, type Period } from '../../core/period.js';
import type { Indicator } from '../../indicators/types.js';
import { type Fact, type RowCounts, STATUSES, type SubmissionLine } from '../../rollup/types.js';
import { isCode } from '../../rules/index.js';

type Row = Readonly<Record<string, string>>;

/** The month that a period's figures stand for: of a stock, its last is the period's. */
export function lastMonthOf(period: Period): Month {
  return monthsOf(period).at(-1)!;
}

/**
 * The findings of a package: what was found in the submissions themselves. What is found
 * by rolling up (missing reports, baselines, the registry) is found anew. What has a code of
 * another version of ccds is kept as CCDS-F12, as severe as the package has it.
 * @throws Error where the text is not a `findings.csv`
 */
export function packageFindings(text: string, name: string): Finding[] {
  return rowsOf(text, ['code', 'severity', 'file', 'message']).flatMap((row): Finding[] => {
    const { code = '', file, sheet, cell, row: number, field, unit_code: unit } = row;
    const severity = oneOf(SEVERITY_ORDER, row.severity);
    if (FOUND_ANEW.test(code)) return [];
    const message = row.message ?? '';
    return [
      {
        ...(isCode(code)
          ? { code, args: {}, said: message }
          : { code: 'CCDS-F12', args: { found: code, message } }),
        severity,
        place: {
          file: file ? `${name}/${file}` : name,
          ...(sheet && { sheet }),
          ...(cell && { cell }),
          ...(number && { row: countIn(number) }),
        },
        ...(field && { field }),
        ...(unit && { unit }),
      },
    ];
  });
}

const FOUND_ANEW = /^CCDS-(?:C01|C03|B02|B03|G\d+)$/;

/**
 * The facts without running totals that were only assumed (CCDS-C03): they say no more than
 * the month's own flow, and would pass for a total that a hamlet stated.
 */
export function withoutAssumed(
  facts: readonly Fact[],
  findings: string,
  indicators: readonly Indicator[],
): readonly Fact[] {
  if (!/^CCDS-C03,/m.test(findings)) return facts;
  const flowOf = new Map(
    indicators.flatMap((one) => (one.kind === 'cumulative' ? [[one.id, one.of]] : [])),
  );
  const key = (unit: string, indicator: string) => `${unit}\n${indicator}`;
  const values = new Map(facts.map(({ unit, indicator, value }) => [key(unit, indicator), value]));
  return facts.filter(({ unit, indicator, value }) => {
    const flow = flowOf.get(indicator);
    return flow === undefined || values.get(key(unit, flow)) !== value;
  });
}

/** What a line of `submissions.csv` can't do without. */
const OF_SUBMISSION = [
  'file',
  'status',
  'rows_read',
  'rows_accepted',
  'rows_rejected',
  'rows_ignored',
];

/**
 * The lines of a package's `submissions.csv`, each file under the package's name.
 * @throws Error where the text is not a `submissions.csv`
 */
export function packageSubmissions(text: string, name: string): SubmissionLine[] {
  return rowsOf(text, OF_SUBMISSION).map((row) => ({
    file: `${name}/${row.file}`,
    sha256: row.sha256 ?? '',
    status: oneOf(STATUSES, row.status),
    unit: row.unit_code || null,
    form: row.form || null,
    period: row.period || null,
    receivedAt: row.received_at ?? '',
    rows: rowCounts(row),
  }));
}

/** An amount of a unit that was split within a package's period, nobody knows how. */
export interface LeftAmount {
  /** Its code of old. */
  readonly unit: string;
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
  /** The unit above whose total holds it; null where none does. */
  readonly holder: string | null;
  /** Codes of the units that it may belong to. */
  readonly among: readonly string[];
}

/**
 * The amounts of a package's `restatement.csv` that no unit could be given, without those that may
 * belong to no unit that is told.
 * @throws Error where the text is not a `restatement.csv`
 */
export function leftAmounts(text: string): LeftAmount[] {
  return rowsOf(text, OF_RESTATEMENT).flatMap((row): LeftAmount[] => {
    const { old_code: unit, indicator = '', held_by: holder, among } = row;
    if (!unit || !among) return [];
    const month = monthIn(row.month);
    const value = numberIn(row.not_allocated);
    return [{ unit, month, indicator, value, holder: holder || null, among: among.split(' ') }];
  });
}

/** What a line of `restatement.csv` can't do without. */
const OF_RESTATEMENT = ['month', 'indicator', 'old_code', 'not_allocated', 'held_by', 'among'];

function monthIn(text = ''): Month {
  if (isMonth(text)) return text;
  throw new Error(`no month: ${text}`);
}

function numberIn(text = ''): number {
  const value = Number(text);
  if (text === '' || Number.isNaN(value)) throw new Error(`no number: ${text}`);
  return value;
}

function rowCounts(row: Row): RowCounts {
  const rows = {
    read: countIn(row.rows_read),
    accepted: countIn(row.rows_accepted),
    rejected: countIn(row.rows_rejected),
    ignored: countIn(row.rows_ignored),
  };
  if (rows.read === rows.accepted + rows.rejected + rows.ignored) return rows;
  throw new Error('rows read are not those accepted, rejected and ignored');
}

function countIn(text: string | undefined): number {
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  throw new Error(`no count: ${text}`);
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new Error(`none of ${all.join(', ')}: ${text}`);
  return found;
}

function rowsOf(text: string, needed: readonly string[]): Row[] {
  const [header = [], ...rows] = parse(text, { bom: true }) as string[][];
  const columns = withNeeded(header, needed);
  return rows.map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i]!])));
}
