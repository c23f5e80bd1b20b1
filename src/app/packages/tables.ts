import { parse } from 'csv-parse/sync';
import type { Finding, Severity } from '../../core/finding.js';
import { type Month, monthsOf, type Period } from '../../core/period.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact, Status, SubmissionLine } from '../../rollup/types.js';
import { isCode } from '../../rules/index.js';

type Row = Readonly<Record<string, string>>;

/** The month that a period's figures stand for: of a stock, its last is the period's. */
export function lastMonthOf(period: Period): Month {
  return monthsOf(period).at(-1)!;
}

/**
 * The findings of a package: what was found in the submissions themselves. What is found
 * by rolling up (missing reports, baselines, the registry) is found anew.
 */
export function packageFindings(text: string, name: string): Finding[] {
  return rowsOf(text).flatMap((row): Finding[] => {
    const { code = '', severity, file, sheet, cell, row: number, field, unit_code: unit } = row;
    if (!isCode(code) || FOUND_ANEW.test(code)) return [];
    return [
      {
        code,
        severity: severity as Severity,
        place: {
          file: file ? `${name}/${file}` : name,
          ...(sheet && { sheet }),
          ...(cell && { cell }),
          ...(number && { row: Number(number) }),
        },
        ...(field && { field }),
        ...(unit && { unit }),
        args: {},
        said: row.message ?? '',
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

/** The lines of a package's `submissions.csv`, each file under the package's name. */
export function packageSubmissions(text: string, name: string): SubmissionLine[] {
  return rowsOf(text).map((row) => ({
    file: `${name}/${row.file}`,
    sha256: row.sha256 ?? '',
    status: row.status as Status,
    unit: row.unit_code || null,
    form: row.form || null,
    period: row.period || null,
    receivedAt: row.received_at ?? '',
    rows: {
      read: Number(row.rows_read),
      accepted: Number(row.rows_accepted),
      rejected: Number(row.rows_rejected),
      ignored: Number(row.rows_ignored),
    },
  }));
}

function rowsOf(text: string): Row[] {
  return parse(text, { columns: true, bom: true }) as Row[];
}
