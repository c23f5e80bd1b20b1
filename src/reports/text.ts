import { SEVERITY_ORDER } from '../core/finding.js';
import { formatNumber, formatPercent, formatRatio } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { periodName } from '../core/period-words.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary } from '../rollup/types.js';
import { STATUSES } from '../rollup/types.js';
import {
  bySeverity,
  completeness,
  filesByStatus,
  headline,
  rowsInAll,
  valueAt,
} from './figures.js';
import { missingBaselines, namesOf } from './missing-baselines.js';
import { colour, type Palette, PLAIN } from './palette.js';
import { restatementLines } from './restatement-text.js';
import { TEXT_LABELS } from './text-labels.js';
import { headingName } from './unit-names.js';
import { unitWords, withUnitWords } from './unit-words.js';

export interface RollupTextOptions {
  readonly lang?: Lang;
  readonly palette?: Palette;
  /** Folder of the results, as it is to be shown, and the files in it, relative. */
  readonly out?: string;
  readonly written?: readonly string[];
  /** What the figures must not be read without, a sentence each. */
  readonly notes?: readonly string[];
}

/** What `rollup` says when it is done: figures, completeness, accounts, where the files are. */
export function rollupText(summary: Summary, options: RollupTextOptions = {}): string {
  const lang = options.lang ?? 'vi';
  const paint = options.palette ?? PLAIN;
  const lines = summary.tree.roots.flatMap((root) => provinceLines(summary, root, lang, paint));
  const restated = restatementLines(summary, lang);
  lines.push(...restated, ...(restated.length === 0 ? [] : ['']));
  lines.push(...noteLines(options.notes, paint));
  lines.push(...accountLines(summary, lang, paint), ...resultLines(options, lang));
  return `${lines.join('\n')}\n`;
}

/** A province's figures and who reported, in its own words for its units. */
function provinceLines(given: Summary, root: Node, lang: Lang, paint: Palette): string[] {
  const words = unitWords([root], lang);
  const summary = withUnitWords(given, words);
  const hamlets = { vi: words.hamlet ?? '', en: 'hamlets' }[lang];
  return [
    paint.bold(`${headingName(root.unit.name, lang)} – ${periodName(summary.period, lang)}`),
    ...align(headline(summary.indicators).map((one) => figure(summary, root, one, lang))),
    ...completenessLines(summary, root, { lang, paint, hamlets }),
    '',
  ];
}

/** Sentences that stand by themselves, as a part of what is said at the end of a run. */
export function noteLines(notes: readonly string[] = [], paint: Palette): string[] {
  return notes.length === 0 ? [] : [...notes.map(paint.yellow), ''];
}

type Line = readonly [label: string, value: string];

function align(lines: readonly Line[]): string[] {
  const width = Math.max(0, ...lines.map(([label]) => label.length));
  return lines.map(([label, value]) => `  ${`${label}:`.padEnd(width + 2)} ${value}`);
}

/** `883/883 (100,00%)` for a ratio, `4.518` for a count. */
function figure(summary: Summary, root: Node, one: Indicator, lang: Lang): Line {
  const found = valueAt(summary, root.unit.code, one.id);
  const { value, numerator, denominator } = found;
  const t = TEXT_LABELS[lang];
  if (value === null && numerator !== null) {
    const units = missingBaselines(summary, root, lang).find(
      ({ ratio }) => ratio.id === one.id,
    )?.of;
    const missing = units?.length ? t.noDenominatorOf(namesOf(units)) : t.noDenominator;
    const why = denominator === 0 ? t.zeroDenominator : missing;
    return [one.label[lang], `${formatNumber(numerator, lang)} (${why})`];
  }
  if (value === null) return [one.label[lang], t.notReported];
  if (one.kind !== 'ratio') return [one.label[lang], formatNumber(value, lang)];
  const [top, bottom] = [numerator ?? 0, denominator ?? 0];
  const format = one.show === 'percent' ? formatPercent : formatRatio;
  const shown = format(top, bottom, lang);
  return [one.label[lang], `${formatNumber(top, lang)}/${formatNumber(bottom, lang)} (${shown})`];
}

interface Context {
  readonly lang: Lang;
  readonly paint: Palette;
  /** What hamlets are called. */
  readonly hamlets: string;
}

function completenessLines(summary: Summary, root: Node, context: Context): string[] {
  const { lang, paint } = context;
  const t = TEXT_LABELS[lang];
  const { expected, reported, byForm } = completeness(summary, root);
  if (expected === 0) return [`  ${t.reported}: ${t.noHamlets(context.hamlets)}`];
  const share = `${formatNumber(reported, lang)}/${formatNumber(expected, lang)} ${context.hamlets}`;
  const first = `  ${t.reported}: ${reported < expected ? paint.yellow(share) : share}`;
  const gaps = summary.forms
    .map((form) => [form.label[lang], expected - (byForm.get(form.id) ?? 0)] as const)
    .filter(([, missing]) => missing > 0)
    .map(([label, missing]) => `${label} ${formatNumber(missing, lang)}`);
  return gaps.length === 0 ? [first] : [first, `  ${t.missing}: ${gaps.join('; ')}`];
}

/** Files, rows and findings: what came, and what became of it. */
export function accountLines(summary: Summary, lang: Lang, paint: Palette): string[] {
  return [filesLine(summary, lang), rowsLine(summary, lang), findingsLine(summary, lang, paint)];
}

/** How many files came, and what became of them. */
function filesLine(summary: Summary, lang: Lang): string {
  const t = TEXT_LABELS[lang];
  const counts = filesByStatus(summary);
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const parts = STATUSES.filter((status) => counts.has(status)).map(
    (status) => `${t.statuses[status]} ${formatNumber(counts.get(status)!, lang)}`,
  );
  const leftOut = Object.values(summary.leftOut).reduce((a, b) => a + b, 0);
  const detail = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  const rest = leftOut === 0 ? '' : `; ${t.leftOut} ${formatNumber(leftOut, lang)}`;
  return `${t.files}: ${formatNumber(total, lang)}${detail}${rest}`;
}

/** Read = accepted + rejected + ignored. */
function rowsLine(summary: Pick<Summary, 'submissions'>, lang: Lang): string {
  const t = TEXT_LABELS[lang];
  const rows = rowsInAll(summary);
  const part = (word: string, n: number) => `${word} ${formatNumber(n, lang)}`;
  const parts = [
    part(t.accepted, rows.accepted),
    part(t.rejected, rows.rejected),
    part(t.ignored, rows.ignored),
  ];
  return `${t.rows}: ${part(t.read, rows.read)} = ${parts.join(' + ')}`;
}

/** Findings by severity, or that there are none. */
function findingsLine(summary: Pick<Summary, 'findings'>, lang: Lang, paint: Palette): string {
  const t = TEXT_LABELS[lang];
  const counts = bySeverity(summary.findings);
  const parts = SEVERITY_ORDER.filter((severity) => counts[severity] > 0).map((severity) =>
    colour(paint, severity)(t.severities[severity](formatNumber(counts[severity], lang))),
  );
  return `${t.findings}: ${parts.length === 0 ? paint.green(t.clean) : parts.join(', ')}`;
}

function resultLines(options: RollupTextOptions, lang: Lang): string[] {
  if (options.out === undefined) return [];
  const t = TEXT_LABELS[lang];
  const folders = new Map<string, number>();
  const top: string[] = [];
  for (const file of options.written ?? []) {
    const slash = file.indexOf('/');
    if (slash < 0) top.push(file);
    else folders.set(file.slice(0, slash + 1), (folders.get(file.slice(0, slash + 1)) ?? 0) + 1);
  }
  const rest = [...folders].map(
    ([folder, n]) => `  ${folder} (${t.fileCount(formatNumber(n, lang))})`,
  );
  return [`${t.results}: ${options.out}`, ...top.map((file) => `  ${file}`), ...rest];
}
