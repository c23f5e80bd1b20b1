import { type Finding, finding } from '../../core/finding.js';
import { firstFew } from '../../core/first-few.js';
import { getOrMake } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import type { Month } from '../../core/period.js';
import type { FileReport } from '../../forms/report.js';
import type { History } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import type { Settled } from '../../rollup/settle.js';

/** Two small tables may be alike by chance: of fewer figures that are not 0 nothing is told. */
const FEWEST = 6;

/**
 * CCDS-D26: files of the period that are, to the byte, ones which an earlier month was closed with, or of
 * which an earlier month of the period is made, and whose flows therefore count in both. Not where a
 * file has sheets of several months.
 */
export function sentAgain(
  { facts, tables }: Pick<Settled, 'facts' | 'tables'>,
  months: readonly Month[],
  indicators: readonly Indicator[],
  history: History,
): Finding[] {
  if (months.length === 1 && history.every(({ heldBy }) => heldBy === undefined)) return [];
  const flows = new Set(indicators.flatMap(({ id, time }) => (time === 'flow' ? [id] : [])));
  const counts = new Map<FileReport, { flows: number; all: number; month: Month }>();
  for (const { source, month, indicator, value } of facts) {
    if ((value ?? 0) === 0 || !months.includes(month)) continue;
    const count = getOrMake(counts, tables[source]!.file, () => ({ flows: 0, all: 0, month }));
    count.all += 1;
    if (flows.has(indicator)) count.flows += 1;
  }
  const again = new Map<Month, string[]>();
  const first = new Map<string, Month>();
  const inTime = [...counts].sort(([, a], [, b]) => byCodePoint(a.month, b.month));
  for (const [file, { flows, all, month }] of inTime) {
    if (flows === 0 || all < FEWEST || monthsIn(file).size > 1) continue;
    const closed = history.findLast(({ heldBy }) => heldBy?.has(file.sha256))?.month;
    const before = closed ?? getOrMake(first, file.sha256, () => month);
    if (before !== month) getOrMake(again, before, () => []).push(file.file);
  }
  return [...again].map(([period, files]) => {
    const args = { period, count: files.length, files: firstFew(files.sort(byCodePoint)) };
    return finding('CCDS-D26', { file: '' }, args);
  });
}

function monthsIn({ sheets }: FileReport): ReadonlySet<string> {
  return new Set(sheets.flatMap(({ tables }) => tables.flatMap(({ month }) => month ?? [])));
}

/** Contents that a month alone was made of, of what figures came of each. */
export function heldBy(
  month: Month,
  inputs: readonly {
    readonly sha256: string;
    readonly period: string;
    readonly counted?: string;
  }[],
): ReadonlySet<string> {
  return new Set(
    inputs.flatMap(({ sha256, period, counted = '' }) =>
      sha256 !== '' && period === month && counted !== '' ? [sha256] : [],
    ),
  );
}
