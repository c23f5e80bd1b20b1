import type { Node } from '../../geography/types.js';
import type {
  Attainment,
  Carried,
  CarriedWithin,
  Comparison,
  Review,
  Revision,
} from '../../history/types.js';
import type { Summary } from '../../rollup/types.js';
import type { CsvCell } from './csv.js';
import { CARRIED, COMPARISON, REVISIONS, type RowOf, type Table, tableCsv } from './tables.js';

/** What stands in front of each row: period, level, code and name of the unit. */
type UnitCells = readonly [string, string, string, string];

/** A row's cells behind those of its unit. */
type OwnCells<T extends Table> =
  RowOf<T> extends readonly [CsvCell, CsvCell, CsvCell, CsvCell, ...infer Own] ? Own : never;

type Rolled = Pick<Summary, 'period' | 'tree' | 'indicators' | 'targets'>;

/**
 * `comparison.csv`: units above the hamlet against earlier periods, then against targets; a hamlet
 * against a target of its own alone. A row is there where either figure is known.
 */
function comparisonCsv(summary: Rolled, review: Review): string {
  const above = aboveHamlets(summary);
  const own = new Set(summary.targets.map(({ unit, indicator }) => `${unit} ${indicator}`));
  const held = review.attainments.filter(
    ({ unit, indicator }) => !isHamlet(summary, unit) || own.has(`${unit} ${indicator}`),
  );
  return tableCsv(COMPARISON, [
    ...above(review.comparisons, comparisonCells),
    ...unitRows(summary, held, attainmentCells),
  ]);
}

function comparisonCells(one: Comparison): OwnCells<typeof COMPARISON> {
  const { like, accumulated, months } = one;
  return [
    one.indicator,
    one.kind,
    one.base,
    one.value,
    one.baseValue,
    one.change,
    like.hamlets,
    like.unequal,
    like.value,
    like.baseValue,
    like.change,
    accumulated?.value ?? null,
    accumulated?.months ?? null,
    accumulated?.elapsed ?? null,
    null,
    months?.now ?? null,
    months?.base ?? null,
  ];
}

function attainmentCells(one: Attainment): OwnCells<typeof COMPARISON> {
  return [
    one.indicator,
    'target',
    one.period,
    one.value,
    one.target,
    one.value === null ? null : one.value - one.target,
    ...NOT_OF_TARGETS,
    one.attainment,
    null,
    null,
  ];
}

/** Like for like, and what is accumulated: of earlier periods alone. */
const NOT_OF_TARGETS = [null, null, null, null, null, null, null, null] as const;

/**
 * `carried.csv`: stocks with the last figures of the hamlets that did not report; and those that
 * stand with an earlier month of the period itself, with the hamlets that they are of.
 */
function carriedCsv(summary: Rolled, { carried, within }: Review): string {
  const rows = new Map<string, CarriedRow>();
  const keyOf = ({ unit, indicator }: Pick<Carried, 'unit' | 'indicator'>) =>
    `${unit}\n${indicator}`;
  for (const one of within) rows.set(keyOf(one), { ...one, withLast: one.value, beside: 0 });
  for (const one of carried.filter(({ unit }) => !isHamlet(summary, unit)))
    rows.set(keyOf(one), {
      hamlets: 0,
      lastMonth: null,
      ...rows.get(keyOf(one)),
      unit: one.unit,
      indicator: one.indicator,
      value: one.value,
      withLast: one.withLast,
      beside: one.hamlets,
    });
  const cells = (one: CarriedRow): OwnCells<typeof CARRIED> => [
    one.indicator,
    one.value,
    one.withLast,
    one.beside,
    one.hamlets,
    one.lastMonth,
  ];
  const inOrder = [...summary.tree.byCode.keys()].flatMap((unit) =>
    summary.indicators.flatMap(({ id }) => rows.get(`${unit}\n${id}`) ?? []),
  );
  return tableCsv(CARRIED, unitRows(summary, inOrder, cells));
}

type CarriedRow = Pick<CarriedWithin, 'unit' | 'indicator' | 'hamlets' | 'lastMonth'> &
  Pick<Carried, 'value' | 'withLast'> & { readonly beside: number };

function isHamlet({ tree }: Rolled, unit: string): boolean {
  return tree.byCode.get(unit)?.unit.level === 'hamlet';
}

/** Rows of units above the hamlet, their unit's columns in front. */
function aboveHamlets(summary: Rolled) {
  return <T extends { readonly unit: string }, C extends readonly CsvCell[]>(
    all: readonly T[],
    cells: (one: T) => C,
  ) =>
    unitRows(
      summary,
      all.filter(({ unit }) => !isHamlet(summary, unit)),
      cells,
    );
}

function unitRows<T extends { readonly unit: string }, C extends readonly CsvCell[]>(
  { period, tree }: Rolled,
  all: readonly T[],
  cells: (one: T) => C,
): (readonly [...UnitCells, ...C])[] {
  return all.flatMap((one) => {
    const node = tree.byCode.get(one.unit);
    return node === undefined ? [] : [[...unitCells(period, node), ...cells(one)]];
  });
}

function unitCells(period: string, { unit }: Node): UnitCells {
  return [period, unit.level, unit.code, unit.name];
}

/** What tells of other periods, of targets and of what stands carried on: the files that say something. */
export function filesInTime(
  summary: Rolled,
  review: Review,
  revisions: readonly Revision[],
): Readonly<Record<string, string>> {
  const { months, attainments, within } = review;
  const hasPast = months.length > 0;
  return {
    ...((hasPast || attainments.length > 0) && {
      'comparison.csv': comparisonCsv(summary, review),
    }),
    ...((hasPast || within.length > 0) && { 'carried.csv': carriedCsv(summary, review) }),
    ...((hasPast || revisions.length > 0) && { 'revisions.csv': revisionsCsv(revisions) }),
  };
}

/** `nop.xlsx TV!C9`: file, sheet and cell. */
function decisionPlace({ file, sheet, cell }: Revision['decisions'][number]): string {
  return [file, [sheet, cell].filter((one) => one !== '').join('!')].join(' ').trim();
}

/** `revisions.csv`: published figures that are others now. */
function revisionsCsv(revisions: readonly Revision[]): string {
  return tableCsv(
    REVISIONS,
    revisions.map(
      (one): RowOf<typeof REVISIONS> => [
        one.month,
        one.unit,
        one.indicator,
        one.published,
        one.revised,
        one.files.join('; '),
        one.cells.join('; '),
        one.sheets.join('; '),
        one.causes.join('; '),
        one.decisions.map(decisionPlace).join('; '),
        [...new Set(one.earlier.map(({ month }) => month))].join('; '),
      ],
    ),
  );
}
