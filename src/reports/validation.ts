import type { Finding } from '../core/finding.js';
import { SEVERITY_ORDER } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { formatNumber } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { wrapped } from '../core/on-screen.js';
import { byCodePoint } from '../core/order.js';
import type { Summary } from '../rollup/types.js';
import { byRule } from './by-rule.js';
import { worstFirst } from './data/findings.js';
import { bySeverity } from './figures.js';
import { byAll } from './order.js';
import { colour, type Palette, PLAIN } from './palette.js';
import { accountLines } from './text.js';
import { cellOrRow, TEXT_LABELS } from './text-labels.js';
import { type Told, timesTold, toldInShort, toldOfSheets, withRows } from './told-once.js';
import type { Describe } from './types.js';
import { nameInParent } from './unit-names.js';

export interface ValidationTextOptions {
  readonly lang?: Lang;
  readonly palette?: Palette;
  /** Lines before it says how many more there are: a screen, however long the paper. */
  readonly maxLines?: number;
  /** That the screen has; longer lines are broken between words, and count as many. */
  readonly columns?: number;
}

const SCREEN = 40;
/** Findings shown of one file, so that one bad file does not hide the others. */
const MOST_OF_A_FILE = 5;

/** What `validate` says: findings by file, worst first, what to mend, and the totals. */
export function validationText(
  summary: Summary,
  describe: Describe,
  options: ValidationTextOptions = {},
): string {
  const lang = options.lang ?? 'vi';
  const paint = options.palette ?? PLAIN;
  const totals = [
    ...accountLines(summary, lang, paint),
    ...ruleLines(summary.findings, describe, { lang, paint }),
  ];
  const { maxLines = SCREEN, columns = Number.POSITIVE_INFINITY } = options;
  const room = Math.max(0, maxLines - heightOf(totals, columns) - 2);
  const lines = groupLines(summary.findings, describe, {
    lang,
    paint,
    room,
    columns,
    tree: summary.tree,
  });
  const text = [...lines, ...(lines.length > 0 ? [''] : []), ...totals].join('\n');
  return `${wrapped(text, columns)}\n`;
}

/** Lines of a screen that some take. */
function heightOf(lines: readonly string[], columns: number): number {
  return wrapped(lines.join('\n'), columns).split('\n').length;
}

/** Rules named in the summary at the end; a sixth that is the last takes no more room than `and 1 more`. */
const MOST_RULES = 5;

/**
 * `CCDS-R01  12 lỗi       Thiếu giá trị bắt buộc`: the rules that spoke, worst first. How severe
 * each is stands in words, for who sees no colours.
 */
function ruleLines(
  findings: readonly Finding[],
  describe: Describe,
  { lang, paint }: Pick<Context, 'lang' | 'paint'>,
): string[] {
  const rules = byRule(findings);
  const shown = rules.length === MOST_RULES + 1 ? rules : rules.slice(0, MOST_RULES);
  const numbers = shown.map(({ count }) => formatNumber(count, lang));
  const widest = Math.max(0, ...numbers.map((text) => text.length));
  const counts = shown.map(
    ({ severity }, i) =>
      ' '.repeat(widest - numbers[i]!.length) + TEXT_LABELS[lang].severities[severity](numbers[i]!),
  );
  const width = Math.max(0, ...counts.map((text) => text.length));
  const lines = shown.map(({ code, severity, example }, i) => {
    const { title } = describe(example, lang);
    return `  ${colour(paint, severity)(code)}  ${counts[i]!.padEnd(width)}  ${title}`;
  });
  const left = rules.length - shown.length;
  return left === 0 ? lines : [...lines, `  ${TEXT_LABELS[lang].moreRules(String(left))}`];
}

interface Context {
  readonly lang: Lang;
  readonly paint: Palette;
  readonly tree: Summary['tree'];
  /** Lines left on the screen, and columns of it. */
  readonly room: number;
  readonly columns: number;
}

function groupLines(findings: readonly Finding[], describe: Describe, context: Context) {
  const lines: string[] = [];
  const groups = byFile(findings);
  const most = groups.length > 1 ? MOST_OF_A_FILE : findings.length;
  let left = findings.length;
  let files = groups.filter(({ file }) => file !== '').length;
  for (const group of groups) {
    const block = blockLines(group, describe, {
      ...context,
      room: context.room - heightOf(lines, context.columns),
      most,
    });
    if (block.shown === 0) break;
    lines.push(...block.lines);
    left -= block.shown;
    if (block.shown === group.findings.length && group.file !== '') files--;
  }
  const { more } = TEXT_LABELS[context.lang];
  const shorter = more(formatNumber(left, context.lang), formatNumber(files, context.lang));
  return left === 0 ? lines : [...lines, shorter];
}

/** A file's heading and as many of its findings as there is room for. */
function blockLines(group: Group, describe: Describe, context: Context & { most: number }) {
  const lines = [heading(group, context)];
  let shown = 0;
  for (const finding of toldOfSheets(toldInShort(group.findings)).slice(0, context.most)) {
    const [first, fix] = findingLines(finding, describe, context);
    const isSaid = fix !== undefined && lines.at(-1) === fix;
    const more = fix === undefined || isSaid ? [first] : [first, fix];
    if (heightOf([...lines, ...more], context.columns) > context.room) break;
    // What mends several findings in a row is said once, after them.
    if (isSaid) lines.splice(-1, 0, first);
    else lines.push(...more);
    shown += timesTold(finding);
  }
  return { lines, shown };
}

interface Group {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Finding['severity'], number>>;
}

/** Files with the most errors first, then the most warnings, then by name. */
function byFile(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.place.file);
    if (group) group.push(finding);
    else groups.set(finding.place.file, [finding]);
  }
  return [...groups]
    .map(([file, all]) => ({ file, findings: all.sort(worstFirst), counts: bySeverity(all) }))
    .sort(worstFile);
}

const worstFile = byAll<Group>(
  (a, b) => b.counts.error - a.counts.error,
  (a, b) => b.counts.warning - a.counts.warning,
  (a, b) => byCodePoint(a.file, b.file),
);

function heading(group: Group, { lang, paint }: Context): string {
  const t = TEXT_LABELS[lang];
  const counts = SEVERITY_ORDER.filter((severity) => group.counts[severity] > 0).map((severity) =>
    t.severities[severity](formatNumber(group.counts[severity], lang)),
  );
  return `${paint.bold(group.file || t.general)} (${counts.join(', ')})`;
}

function findingLines(
  finding: Told,
  describe: Describe,
  { lang, paint, tree }: Context,
): readonly [string, string?] {
  const { message, fix } = describe(finding, lang);
  const said = withRows(message, finding, lang);
  const code = colour(paint, finding.severity)(finding.code);
  const places = (finding.places ?? [finding.place]).map((one) => placeName(one, lang));
  const place = [firstFew(places), unitName(finding, tree)].filter(Boolean).join(', ');
  const first = `  ${code} ${place === '' ? '' : `${place}: `}${oneLine(said)}`;
  return fix === '' ? [first] : [first, paint.dim(`    → ${oneLine(fix)}`)];
}

/** They stand in a row of the registry, which names its unit by a code. */
const OF_BASELINES: ReadonlySet<Finding['code']> = new Set(['CCDS-B02']);

/** `Thành viên!B7`, or `dòng 12` in a CSV. */
function placeName(place: Finding['place'], lang: Lang): string {
  return [place.sheet ?? '', cellOrRow(place, lang)].filter((part) => part !== '').join('!');
}

/**
 * Whom a finding is of that stands in no file, or in a table of the registry, unless its sentence
 * says so itself.
 */
function unitName({ code, place, unit, args, said }: Finding, tree: Context['tree']): string {
  if ((place.file !== '' && !OF_BASELINES.has(code)) || unit === undefined) return '';
  if (said !== undefined || Object.values(args).includes(unit)) return '';
  const node = tree.byCode.get(unit);
  return node === undefined ? unit : nameInParent(node);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
