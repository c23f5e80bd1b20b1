import type { Lang } from '../../core/lang.js';
import type { BaselineKind, Indicator } from '../../indicators/types.js';
import type { Ratio } from '../figures.js';
import type { Edition } from './scope.js';
import { COUNT, DECIMAL, PERCENT } from './styles.js';

/** A column of figures in a table. `key` names its figure, in whichever table it stands. */
export interface Column {
  readonly key: string;
  readonly family: string;
  readonly heading: string;
  readonly unit: string;
  readonly format: string;
  readonly figure:
    | { readonly kind: 'value'; readonly indicator: Indicator }
    /** How many hamlets have any of an indicator: what a ratio counts from. */
    | { readonly kind: 'having'; readonly of: string; readonly ratio: Ratio }
    | { readonly kind: 'baseline'; readonly baseline: string }
    | {
        readonly kind: 'ratio';
        readonly indicator: Ratio;
        readonly numerator: string;
        readonly denominator: string;
      };
  /** Keys that it adds up in its own row; they stand after it, under `Trong đó`. */
  readonly addends?: readonly string[];
  /** Key of the sum that it is a part of. */
  readonly partOf?: string;
}

/** Figure columns that make one printed table; more go to a table of their own. */
const WIDEST = 10;

type Texts = Pick<Edition, 'summary' | 'lang' | 'labels'>;

/**
 * The tables that a summary's indicators make: families side by side as far as a page is
 * wide. A ratio brings its numerator and denominator along, so that it can be a formula.
 */
export function tableColumns(texts: Texts): readonly (readonly Column[])[] {
  const { summary } = texts;
  const families = new Set(summary.indicators.map((one) => one.family));
  const tables: Column[][] = [];
  for (const family of families) {
    const last = tables.at(-1);
    const width = familyColumns(texts, family, []).length;
    if (last && last.length + width <= WIDEST) last.push(...familyColumns(texts, family, last));
    else tables.push(...chunks(familyColumns(texts, family, [])));
  }
  return tables;
}

/** A family too wide for any page is cut; ratios then keep to cells of their own part. */
function chunks(columns: readonly Column[]): Column[][] {
  const most = Math.round(WIDEST * 1.4);
  if (columns.length <= most) return [[...columns]];
  const parts = Math.ceil(columns.length / WIDEST);
  const size = Math.ceil(columns.length / parts);
  return Array.from({ length: parts }, (_, i) => columns.slice(i * size, (i + 1) * size));
}

function familyColumns(texts: Texts, family: string, before: readonly Column[]): readonly Column[] {
  const { summary, lang } = texts;
  const columns: Column[] = [];
  const add = (column: Column): void => {
    const isThere = [...before, ...columns].some((one) => one.key === column.key);
    if (!isThere) columns.push(column);
  };
  for (const indicator of sumsFirst(summary.indicators.filter((one) => one.family === family))) {
    if (indicator.kind === 'ratio')
      for (const part of ratioParts(texts, indicator)) add({ ...part, family });
    add(column(indicator, lang, summary.indicators));
  }
  return columns;
}

/** A sum stands before what it is the sum of: `Tổng số`, then `Trong đó`. */
function sumsFirst(indicators: readonly Indicator[]): readonly Indicator[] {
  const parts = new Set(indicators.flatMap((one) => (one.kind === 'sum' ? one.of : [])));
  return indicators.flatMap((one) => {
    if (parts.has(one.id)) return [];
    if (one.kind !== 'sum') return [one];
    return [one, ...indicators.filter((part) => one.of.includes(part.id))];
  });
}

function column(indicator: Indicator, lang: Lang, all: readonly Indicator[]): Column {
  const { id, family } = indicator;
  const common = {
    key: id,
    family,
    heading: indicator.heading[lang],
    unit: indicator.unit[lang],
    format: formatOf(indicator),
  };
  if (indicator.kind === 'ratio') {
    const numerator = numeratorKey(indicator);
    const denominator = denominatorKey(indicator);
    return { ...common, figure: { kind: 'ratio', indicator, numerator, denominator } };
  }
  const figure = { kind: 'value', indicator } as const;
  if (indicator.kind === 'sum') return { ...common, figure, addends: indicator.of };
  const whole = all.find((one) => one.kind === 'sum' && one.of.includes(id));
  return whole ? { ...common, figure, partOf: whole.id } : { ...common, figure };
}

/** The indicator in full: a heading alone (`Tổng số`) says too little outside its table. */
export function fullName({ figure, heading }: Column, lang: Lang): string {
  return figure.kind === 'value' ? figure.indicator.label[lang] : heading;
}

/** Number format of an indicator's figures. */
export function formatOf(indicator: Indicator): string {
  if (indicator.kind !== 'ratio') return COUNT;
  return indicator.show === 'percent' ? PERCENT : DECIMAL;
}

/** Key of the column that a ratio's numerator stands in. */
export function numeratorKey({ numerator }: Ratio): string {
  return 'indicator' in numerator ? numerator.indicator : `having:${numerator.hamletsWith}`;
}

/** Key of the column that a ratio's denominator stands in. */
export function denominatorKey({ denominator }: Ratio): string {
  return 'indicator' in denominator ? denominator.indicator : `baseline:${denominator.baseline}`;
}

function ratioParts(texts: Texts, ratio: Ratio): readonly Column[] {
  const { summary, lang } = texts;
  const find = (id: string) => summary.indicators.find((one) => one.id === id);
  const parts: Column[] = [];
  const { numerator, denominator } = ratio;
  if ('hamletsWith' in numerator) parts.push(havingColumn(texts, ratio, numerator.hamletsWith));
  for (const part of [numerator, denominator]) {
    const found = 'indicator' in part ? find(part.indicator) : undefined;
    if (found) parts.push(column(found, lang, summary.indicators));
  }
  if ('baseline' in denominator)
    parts.push(baselineColumn(ratio, denominator.baseline, summary.baselines, lang));
  return parts;
}

function havingColumn({ summary, lang, labels: t }: Texts, ratio: Ratio, of: string): Column {
  const find = (id: string) => summary.indicators.find((one) => one.id === id);
  return {
    key: `having:${of}`,
    family: ratio.family,
    heading: of === 'teams' ? t.havingTeam : t.having(find(of)?.heading[lang] ?? of),
    unit: find('hamlets')?.unit[lang] ?? t.levels.hamlet ?? '',
    format: COUNT,
    figure: { kind: 'having', of, ratio },
  };
}

function baselineColumn(
  ratio: Ratio,
  baseline: string,
  kinds: readonly BaselineKind[],
  lang: Lang,
): Column {
  const kind = kinds.find((one) => one.id === baseline);
  return {
    key: `baseline:${baseline}`,
    family: ratio.family,
    heading: kind?.label[lang] ?? baseline,
    unit: '',
    format: COUNT,
    figure: { kind: 'baseline', baseline },
  };
}
