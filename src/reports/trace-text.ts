import { formatNumber, formatPercent, formatRatio } from '../core/format.js';
import type { InLangs, Lang } from '../core/lang.js';
import { periodInSentence } from '../core/period-words.js';
import { rowRuns } from '../core/row-runs.js';
import { counted } from './counted.js';
import { type Palette, PLAIN } from './palette.js';
import { TEXT_LABELS } from './text-labels.js';

/**
 * What gives a share: a sheet; the running total of the closed months; or the households of
 * this month's lists that an earlier list has already (less than 0).
 */
export type SourceKind = 'sheet' | 'earlier-total' | 'counted-earlier';

/** One share in a hamlet's figure; a sheet's, down to its rows. */
export interface TracedSource {
  readonly kind: SourceKind;
  /** Blank where no sheet gives it. */
  readonly file: string;
  readonly sheet: string;
  readonly month: string;
  readonly value: number;
  /** The tally's cell; blank for a list, whose rows are counted. */
  readonly cell: string;
  /** Rows of the sheet that were counted. */
  readonly rows: readonly number[];
}

/** A unit's figure and what it is made of. */
export interface TracedUnit {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly value: number | null;
  readonly reported: number;
  readonly expected: number;
  readonly children: readonly TracedUnit[];
  /** Of a hamlet; of a unit above it what stands there of hamlets that nobody knows the parts of. */
  readonly sources: readonly TracedSource[];
}

/** From a figure down to the rows that made it. */
export interface TracedFigure {
  readonly period: string;
  readonly indicator: string;
  readonly label: InLangs;
  /** Of a ratio: the share itself, and its denominator. */
  readonly ratio: {
    readonly value: number | null;
    readonly denominator: number | null;
    readonly show: 'percent' | 'decimal';
  } | null;
  /** Indicators that the figure adds up: itself, a ratio's numerator, a sum's addends. */
  readonly made: readonly {
    readonly indicator: string;
    readonly label: InLangs;
    readonly root: TracedUnit;
  }[];
}

export interface TraceTextOptions {
  readonly lang: Lang;
  readonly palette?: Palette;
  /** Lines that may be used; the rest is counted. */
  readonly maxLines: number;
}

const WORDS = {
  vi: {
    rows: (shown: string) => `dòng ${shown}`,
    lacking: 'chưa có mẫu số, hoặc chưa đủ của mọi đơn vị trực thuộc',
    none: 'chưa có số liệu',
    apart: 'không nêu riêng được (CCDS-M01)',
    'earlier-total': 'lũy kế của các tháng đã chốt',
    until: (month: string) => `, đến ${periodInSentence(month, 'vi')}`,
    'counted-earlier': 'đã tính ở danh sách các tháng trước',
    more: (n: string) =>
      `… còn ${n} dòng chưa hiện. Xem gọn hơn: nêu đơn vị nhỏ hơn sau --unit. Xem đủ: thêm --format csv.`,
  },
  en: {
    rows: (shown: string) => `${/\D/.test(shown) ? 'rows' : 'row'} ${shown}`,
    lacking: 'no denominator known, or not of every unit below',
    none: 'no figures',
    apart: 'not told by itself (CCDS-M01)',
    'earlier-total': 'cumulative figure of the closed months',
    until: (month: string) => `, up to ${periodInSentence(month, 'en')}`,
    'counted-earlier': 'counted by earlier lists already',
    more: (n: string) =>
      `… and ${counted(n, 'more line')}. To see less, name a smaller unit after --unit; to see all, add --format csv.`,
  },
} as const;

/**
 * A figure from its total down: the units below with theirs, and for each hamlet the
 * sheets, cells and rows. Never longer than a screen without saying how much more there is.
 */
export function traceText(trace: TracedFigure, options: TraceTextOptions): string {
  const { lang, palette = PLAIN, maxLines } = options;
  const head = `${palette.bold(trace.label[lang])} – ${trace.made[0]?.root.name ?? ''}, ${periodInSentence(trace.period, lang)}`;
  const lines = [
    ...ratioLine(trace, options),
    ...trace.made.flatMap(({ label, root }) => [
      ...(trace.made.length > 1 ? [palette.bold(label[lang])] : []),
      ...unitLines(root, 0, options),
    ]),
  ];
  const room = Math.max(5, maxLines - 2);
  const shown = lines.slice(0, room);
  const rest = lines.length - shown.length;
  const more = rest === 0 ? [] : [palette.dim(WORDS[lang].more(formatNumber(rest, lang)))];
  return `${[head, ...shown, ...more].join('\n')}\n`;
}

function ratioLine({ ratio, made }: TracedFigure, { lang }: TraceTextOptions): string[] {
  if (ratio === null) return [];
  if (made.every(({ root }) => root.value === null)) return [`  ${WORDS[lang].none}`];
  const numerator = made.reduce((sum, { root }) => sum + (root.value ?? 0), 0);
  const { denominator } = ratio;
  if (!denominator) {
    const why = denominator === 0 ? TEXT_LABELS[lang].zeroDenominator : WORDS[lang].lacking;
    return [`  ${formatNumber(numerator, lang)} (${why})`];
  }
  const share = (ratio.show === 'percent' ? formatPercent : formatRatio)(
    numerator,
    denominator,
    lang,
  );
  return [`  ${share} = ${formatNumber(numerator, lang)} / ${formatNumber(denominator, lang)}`];
}

function unitLines(unit: TracedUnit, depth: number, options: TraceTextOptions): string[] {
  const { lang, palette = PLAIN } = options;
  const indent = '  '.repeat(depth + 1);
  const { none, apart } = WORDS[lang];
  const unknown = isHeldAbove(unit) ? apart : none;
  const value = unit.value === null ? unknown : formatNumber(unit.value, lang);
  const line = `${indent}${unit.name} (${unit.code}): ${palette.bold(value)}`;
  const below = unit.children.filter((child) => child.value !== null || isHeldAbove(child));
  return [
    line,
    ...unit.sources.map((source) => `${indent}  ${palette.dim(sourceLine(source, lang))}`),
    ...below.flatMap((child) => unitLines(child, depth + 1, options)),
  ];
}

/** True of a unit that is left blank, though what it reported is in the totals above. */
function isHeldAbove({ value, sources, children }: TracedUnit): boolean {
  if (value !== null) return false;
  return sources.some(({ kind }) => kind === 'sheet') || children.some(isHeldAbove);
}

function sourceLine(source: TracedSource, lang: Lang): string {
  const { kind, file, sheet, month, value, cell, rows } = source;
  if (kind !== 'sheet') {
    const until = kind === 'earlier-total' && month !== '' ? WORDS[lang].until(month) : '';
    return `${formatNumber(value, lang)} ← ${WORDS[lang][kind]}${until}`;
  }
  const place = [file, sheet, cell].filter((part) => part !== '').join(' › ');
  const counted =
    cell !== '' || rows.length === 0 ? '' : `, ${WORDS[lang].rows(shortened(rowRuns(rows), lang))}`;
  return `${formatNumber(value, lang)} ← ${place}${counted}`;
}

/** What `sourceRows` are in. */
export const SOURCE_COLUMNS = [
  'indicator',
  'unit_code',
  'unit_name',
  'value',
  'file',
  'sheet',
  'cell',
  'rows',
  'kind',
];

/** A line for each source; for machines. */
export function sourceRows({ made }: TracedFigure): (string | number)[][] {
  return made.flatMap(({ indicator, root }) =>
    traced(root).flatMap(({ code, name, sources }) =>
      sources.map((source) => [
        indicator,
        code,
        name,
        source.value,
        source.file,
        source.sheet,
        source.cell,
        rowRuns(source.rows).join(', ').replaceAll('–', '-'),
        source.kind,
      ]),
    ),
  );
}

function traced(unit: TracedUnit): readonly TracedUnit[] {
  const below = unit.children.flatMap(traced);
  return unit.sources.length > 0 ? [unit, ...below] : below;
}

/** Runs of rows that a line shows before it says how many more there are. */
const MOST_RUNS = 8;
const PLACES: InLangs = { vi: 'chỗ', en: 'places' };

function shortened(runs: readonly string[], lang: Lang): string {
  if (runs.length <= MOST_RUNS) return runs.join(', ');
  const more = `… (${runs.length} ${PLACES[lang]})`;
  return `${runs.slice(0, MOST_RUNS).join(', ')} ${more}`;
}
