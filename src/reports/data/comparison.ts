import type { Node } from '../../geography/types.js';
import type { Attainment, Carried, Comparison, Review, Revision } from '../../history/types.js';
import type { Summary } from '../../rollup/types.js';
import { type CsvCell, csv } from './csv.js';
import { CARRIED, COMPARISON, columns, REVISIONS } from './tables.js';

type Rolled = Pick<Summary, 'period' | 'tree'>;

/**
 * `comparison.csv`: units above the hamlet against earlier periods, then against targets.
 * A row is there where either figure is known.
 */
export function comparisonCsv(summary: Rolled, review: Review): string {
  const above = aboveHamlets(summary);
  return csv(columns(COMPARISON), [
    ...above(review.comparisons, comparisonCells),
    ...above(review.attainments, attainmentCells),
  ]);
}

function comparisonCells(one: Comparison): readonly CsvCell[] {
  const { like, accumulated } = one;
  return [
    ...[one.indicator, one.kind, one.base, one.value, one.baseValue, one.change],
    ...[like.hamlets, like.value, like.baseValue, like.change],
    ...[accumulated?.value ?? null, accumulated?.months ?? null, accumulated?.elapsed ?? null],
    null,
  ];
}

function attainmentCells(one: Attainment): readonly CsvCell[] {
  const change = one.value === null ? null : one.value - one.target;
  return [
    ...[one.indicator, 'target', one.period, one.value, one.target, change],
    ...[null, null, null, null, null, null, null],
    one.attainment,
  ];
}

/** `carried.csv`: stocks with the last figures of the hamlets that did not report. */
export function carriedCsv(summary: Rolled, review: Review): string {
  const rows = aboveHamlets(summary)(review.carried, ({ indicator, ...one }: Carried) => [
    indicator,
    one.value,
    one.withLast,
    one.hamlets,
  ]);
  return csv(columns(CARRIED), rows);
}

/** Rows of units above the hamlet, their unit's columns in front. */
function aboveHamlets({ period, tree }: Rolled) {
  return <T extends { readonly unit: string }>(
    all: readonly T[],
    cells: (one: T) => readonly CsvCell[],
  ): (readonly CsvCell[])[] =>
    all.flatMap((one) => {
      const node = tree.byCode.get(one.unit);
      if (node === undefined || node.unit.level === 'hamlet') return [];
      return [[period, ...unitCells(node), ...cells(one)]];
    });
}

function unitCells({ unit }: Node): readonly CsvCell[] {
  return [unit.level, unit.code, unit.name];
}

/** `inputs.csv` of a closed month: the submissions that it was made of. */
export function inputsCsv(
  inputs: readonly { file: string; sha256: string; period: string; lists: string }[],
): string {
  return csv(
    ['file', 'sha256', 'period', 'lists'],
    inputs.map(({ file, sha256, period, lists }) => [file, sha256, period, lists]),
  );
}

/** `revisions.csv`: published figures that late or corrected submissions change. */
export function revisionsCsv(revisions: readonly Revision[]): string {
  return csv(
    columns(REVISIONS),
    revisions.map((one) => [
      ...[one.month, one.unit, one.indicator, one.published, one.revised],
      ...[one.files.join('; '), one.cells, one.sheets.join('; ')],
    ]),
  );
}
