import type { Comparison, ComparisonKind } from '../../history/types.js';
import { type PartMonths, partMonths } from '../part-months.js';
import { formatOf } from './columns.js';
import type { Line } from './comparison-line.js';
import type { Labels } from './labels.js';
import { COUNT, PERCENT } from './styles.js';
import type { CellValue } from './xlsx/model.js';

/** A column of a comparison, whatever its rows are. */
export interface ComparisonColumn {
  readonly key: string;
  /** Heading over it and its neighbours of the same. */
  readonly group: string | null;
  readonly heading: string;
  readonly width: number;
  readonly format: (line: Line) => string;
  readonly value: (line: Line) => CellValue;
}

/** What the lines of a sheet have, so that no column stands empty. */
export interface Shown {
  /** Name of the earlier period of each comparison that there is. */
  readonly bases: Readonly<Partial<Record<ComparisonKind, string>>>;
  readonly accumulates: boolean;
  readonly carries: boolean;
  readonly hasTargets: boolean;
  /** Sums since the year began are held against targets, and stand in no other column. */
  readonly sumsForTargets: boolean;
  /** Hamlets of a line that the like-for-like column leaves out, at most. */
  readonly unequal: number;
  /** The fewest months of a flow that is of some of its period's alone. */
  readonly partly: PartMonths | null;
}

/** Seven digits with their dots, in bold. */
const FIGURE = 9.5;
const HAMLETS = 7.5;
/** Of a change that is no rise or fall. */
const MARK = '*';

/** The columns, left to right. */
export function comparisonColumns(t: Labels, shown: Shown): readonly ComparisonColumn[] {
  const { previous, last_year, since_year_start, since_launch } = shown.bases;
  const isMarked = shown.partly !== null;
  const isOneStart = since_launch !== undefined && since_launch === since_year_start;
  const since = (kind: 'since_year_start' | 'since_launch', group: string) =>
    against(t, kind, group, { isMarked, accumulates: shown.accumulates });
  return [
    current(t),
    ...(shown.carries ? carried(t) : []),
    ...(previous ? against(t, 'previous', t.previous(previous), { isMarked, like: true }) : []),
    ...(last_year ? against(t, 'last_year', t.lastYear(last_year), { isMarked }) : []),
    ...(since_year_start
      ? since(
          'since_year_start',
          isOneStart ? t.sinceBoth(since_year_start) : t.sinceYearStart(since_year_start),
        )
      : []),
    ...(since_launch && !isOneStart ? since('since_launch', t.sinceLaunch(since_launch)) : []),
    ...(shown.hasTargets ? target(t, shown) : []),
  ];
}

const figureFormat = ({ indicator }: Line) => formatOf(indicator);
const changeFormat = ({ indicator }: Line) => signed(formatOf(indicator));
const countFormat = () => COUNT;
const shareFormat = () => PERCENT;

/** `+1.250`, `-3`, `0`, with what stands behind. */
function signed(format: string, behind = ''): string {
  const shown = behind === '' ? format : `${format}"${behind}"`;
  return `+${shown};-${shown};${shown}`;
}

function markedFormat({ indicator, beside }: Line, kind: ComparisonKind): string {
  const to = beside.to[kind];
  const isPartly = to !== undefined && partMonths(to) !== null;
  return signed(formatOf(indicator), isPartly ? MARK : '');
}

function current(t: Labels): ComparisonColumn {
  return {
    key: 'value',
    group: null,
    heading: t.thisPeriod,
    width: FIGURE,
    format: figureFormat,
    value: ({ value }) => value,
  };
}

function carried(t: Labels): readonly ComparisonColumn[] {
  const group = t.carriedGroup;
  return [
    {
      key: 'carried',
      group,
      heading: t.carriedValue,
      width: FIGURE,
      format: figureFormat,
      value: ({ beside }) => beside.carried?.withLast ?? null,
    },
    {
      key: 'silent',
      group,
      heading: t.hamletCount,
      width: HAMLETS,
      format: countFormat,
      value: ({ beside }) => beside.carried?.hamlets ?? null,
    },
  ];
}

interface Against {
  /** Some change bears a mark, which needs room. */
  readonly isMarked: boolean;
  readonly like?: boolean;
  readonly accumulates?: boolean;
}

/** An earlier figure, and how far it is from this one. */
function against(
  t: Labels,
  kind: ComparisonKind,
  group: string,
  { isMarked, like = false, accumulates = false }: Against,
): readonly ComparisonColumn[] {
  const base = `${kind}:base`;
  return [
    {
      key: base,
      group,
      heading: t.baseValue,
      width: FIGURE,
      format: figureFormat,
      value: ({ beside }) => beside.to[kind]?.baseValue ?? null,
    },
    {
      key: `${kind}:change`,
      group,
      heading: t.change,
      width: FIGURE + Number(isMarked),
      format: (line) => markedFormat(line, kind),
      value: (line) => changeOf(line, base, line.beside.to[kind]),
    },
    ...(like ? likeColumns(t, kind, group) : []),
    ...(accumulates ? [accumulated(t, kind, group)] : []),
  ];
}

function changeOf({ cell }: Line, base: string, to: Comparison | undefined): CellValue {
  if (to?.beganAnew) return null;
  const [now, then] = [cell('value'), cell(base)];
  return { formula: `IF(OR(${now}="",${then}=""),"",${now}-${then})`, value: to?.change ?? '' };
}

function likeColumns(t: Labels, kind: ComparisonKind, group: string): readonly ComparisonColumn[] {
  return [
    {
      key: `${kind}:like`,
      group,
      heading: t.likeChange,
      width: FIGURE,
      format: changeFormat,
      value: ({ beside }) => beside.to[kind]?.like.change ?? null,
    },
    {
      key: `${kind}:hamlets`,
      group,
      heading: t.hamletCount,
      width: HAMLETS,
      format: countFormat,
      value: ({ beside }) => beside.to[kind]?.like.hamlets ?? null,
    },
  ];
}

function accumulated(t: Labels, kind: ComparisonKind, group: string): ComparisonColumn {
  return {
    key: `${kind}:sum`,
    group,
    heading: t.accumulated,
    width: FIGURE,
    format: figureFormat,
    value: ({ beside }) => beside.to[kind]?.accumulated?.value ?? null,
  };
}

function target(t: Labels, { sumsForTargets }: Shown): readonly ComparisonColumn[] {
  const group = t.targetGroup;
  const sum: ComparisonColumn = {
    key: TARGET_SUM,
    group,
    heading: t.accumulated,
    width: FIGURE,
    format: figureFormat,
    value: (line) => (isSumApart(line) ? line.beside.attainment!.value : null),
  };
  return [
    ...(sumsForTargets ? [sum] : []),
    {
      key: 'target',
      group,
      heading: t.targetValue,
      width: FIGURE,
      format: figureFormat,
      value: ({ beside }) => beside.attainment?.target ?? null,
    },
    {
      key: 'attained',
      group,
      heading: t.attained,
      width: 8.5,
      format: shareFormat,
      value: attainedOf,
    },
  ];
}

/** The target's share of the figure beside it that is held against it: this one, or the sum. */
function attainedOf(line: Line): CellValue {
  const { beside, cell, now } = line;
  const { attainment } = beside;
  if (attainment === undefined || attainment.value === null) return null;
  const isNow = attainment.value === now;
  const key = isNow ? 'value' : isSumApart(line) ? TARGET_SUM : 'since_year_start:sum';
  const [result, goal] = [cell(key), cell('target')];
  const formula = `IF(OR(${result}="",N(${goal})=0),"",${result}/${goal})`;
  return { formula, value: attainment.attainment ?? '' };
}

const TARGET_SUM = 'target:sum';

/** True where what is held against the target is neither this period's figure nor a sum beside it. */
export function isSumApart({ beside, now }: Pick<Line, 'beside' | 'now'>): boolean {
  const { attainment, to } = beside;
  const value = attainment?.value ?? null;
  return value !== null && value !== now && value !== to.since_year_start?.accumulated?.value;
}
