import { formatDate, formatNumber } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { widthOnScreen } from '../core/on-screen.js';
import { byCodePoint } from '../core/order.js';
import { periodName } from '../core/period-words.js';
import { hamletsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import type { Receipts, Received, UnitReceipts } from '../history/receipt.js';
import type { Summary } from '../rollup/types.js';
import { counted } from './counted.js';
import { type Palette, PLAIN } from './palette.js';
import { headingName, namesApart } from './unit-names.js';
import { unitWords } from './unit-words.js';

/** What `status` shows. */
export interface Shown {
  readonly summary: Summary;
  readonly receipts: Receipts;
  /** Whom to call, by unit. */
  readonly contacts: ReadonlyMap<
    string,
    readonly { readonly name: string; readonly phone: string }[]
  >;
  readonly closed: readonly string[];
}

const vi = {
  unit: 'Đơn vị',
  expected: 'Phải nộp',
  received: 'Đã nộp',
  on_time: 'Đúng hạn',
  late: 'Trễ hạn',
  partial: 'Nộp thiếu',
  empty: 'Rỗng',
  missing: 'Chưa nộp',
  not_due: 'Chưa đến hạn',
  due: (date: string) => `hạn nộp ${date}`,
  closed: 'đã chốt',
  all: (n: string, words: string) => `Đã nhận đủ ${n} ${words}.`,
  none: (words: string) => `Không có ${words} nào phải nộp.`,
  chase: (period: string, due: string) => `CHƯA NỘP BÁO CÁO ${period} (${due})`,
  chasePartial: (period: string, due: string) => `BÁO CÁO ${period} CÒN THIẾU BIỂU (${due})`,
  over: (date: string) => `hạn ${date}`,
  early: (date: string) => `chưa đến hạn, hạn ${date}`,
  share: (n: string, all: string, words: string) => `${n}/${all} ${words}`,
  lacking: 'còn thiếu',
  emptyFile: 'tệp đã gửi không có số liệu nào',
  rejected: 'tệp đã gửi có lỗi ở mọi dòng nên chưa nhận được số liệu nào',
  whole: 'tất cả',
};

const en: typeof vi = {
  unit: 'Unit',
  expected: 'Expected',
  received: 'Received',
  on_time: 'On time',
  late: 'Late',
  partial: 'Partial',
  empty: 'Empty',
  missing: 'Missing',
  not_due: 'Not yet due',
  due: (date) => `due ${date}`,
  closed: 'closed',
  all: (n) => (n === '1' ? 'The one hamlet has reported.' : `All ${n} hamlets have reported.`),
  none: () => 'No hamlet has to report.',
  chase: (period, due) => `REPORTS MISSING, ${period} (${due})`,
  chasePartial: (period, due) => `REPORTS THAT LACK A FORM, ${period} (${due})`,
  over: (date) => `due ${date}`,
  early: (date) => `not yet due, due ${date}`,
  share: (n, all) => `${n} of ${counted(all, 'hamlet')}`,
  lacking: 'lacks',
  emptyFile: 'the file sent has no figures',
  rejected: 'the file sent has an error in every row, so that none could be accepted',
  whole: 'all',
};

const LABELS = { vi, en };

/**
 * Who has reported, by unit down to the communes, and the list of those missing.
 * @param columns that the terminal has: where the table is wider headings are stacked, then columns
 * of nothing but 0 left out, then names put on lines of their own
 */
export function statusText(
  shown: Shown,
  lang: Lang = 'vi',
  paint: Palette = PLAIN,
  columns = Number.POSITIVE_INFINITY,
): string {
  const { summary, receipts, closed } = shown;
  const t = LABELS[lang];
  const state = closed.includes(receipts.month) ? `, ${t.closed}` : '';
  const period = periodName(receipts.month, lang);
  const due = t.due(formatDate(receipts.deadline, lang));
  const lines = summary.tree.roots.flatMap((root) => [
    paint.bold(`${headingName(root.unit.name, lang)} – ${period} (${due}${state})`),
    ...table(root, receipts, { lang, columns }),
    '',
  ]);
  return `${lines.join('\n')}\n${chaseText(shown, lang)}`;
}

/** `Đã nộp` counts whoever reported anything; `Nộp thiếu` are those of them that lack a form. */
function table(
  root: Node,
  { units }: Receipts,
  { lang, columns }: { readonly lang: Lang; readonly columns: number },
): string[] {
  const t = LABELS[lang];
  const head = [
    ...[t.unit, t.expected, t.received, t.on_time, t.late],
    ...[t.partial, t.empty, t.missing, t.not_due],
  ];
  const rows = unitsAboveHamlets(root).map(({ node, depth }) => [
    '  '.repeat(depth) + node.unit.name,
    ...countsOf(units.get(node.unit.code)!).map((n) => formatNumber(n, lang)),
  ]);
  const fits = (some: readonly string[]) => some.every((line) => widthOnScreen(line) <= columns);
  const some = withoutZeros(rows.map((row) => row.slice(1)));
  const only = ([name, ...counts]: readonly string[]) => [
    name!,
    ...counts.filter((_, i) => some.has(i)),
  ];
  const whole = [...stacked(head), ...rows];
  const [heads, counts] = [stacked(only(head)), rows.map(only)];
  const ways = [
    [[head, ...rows], '  '],
    [whole, '  '],
    [whole, ' '],
    [[...heads, ...counts], '  '],
    [[...heads, ...counts], ' '],
  ] as const;
  for (const [all, gap] of ways) {
    const lines = aligned(all, gap);
    if (fits(lines)) return lines;
  }
  return namesApartFrom(heads, counts);
}

/** Which columns of counts have another than 0 in some row. */
function withoutZeros(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  return new Set(rows.flatMap((row) => row.flatMap((count, i) => (count === '0' ? [] : [i]))));
}

/** Each name on a line of its own, its counts on the next. */
function namesApartFrom(
  heads: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): string[] {
  const counts = aligned(
    [...heads, ...rows].map(([, ...some]) => ['', ...some]),
    ' ',
  );
  return [
    ...counts.slice(0, heads.length),
    ...rows.flatMap(([name], i) => [name!, counts[heads.length + i]!]),
  ];
}

/** Headings with a line for each of their words, the last words above the figures. */
function stacked(heads: readonly string[]): string[][] {
  const words = heads.map((head) => head.split(' '));
  words[0] = [heads[0]!];
  const height = Math.max(...words.map((some) => some.length));
  return Array.from({ length: height }, (_, line) =>
    words.map((some) => some[line - height + some.length] ?? ''),
  );
}

function countsOf({ expected, received, timeliness }: UnitReceipts): readonly number[] {
  return [
    ...[expected, received.full + received.partial, timeliness.on_time, timeliness.late],
    ...[received.partial, received.empty, timeliness.missing, timeliness.not_due],
  ];
}

function unitsAboveHamlets(root: Node, depth = 0): { node: Node; depth: number }[] {
  if (root.unit.level === 'hamlet') return [];
  const below = root.children.flatMap((child) => unitsAboveHamlets(child, depth + 1));
  return [{ node: root, depth }, ...below];
}

function aligned(rows: readonly (readonly string[])[], gap = '  '): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => widthOnScreen(row[i]!))));
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(widths[i]! - widthOnScreen(text));
    return i === 0 ? text + space : space + text;
  };
  return rows.map((row) => row.map(pad).join(gap).trimEnd());
}

/**
 * Who has not reported, then who has in part: commune by commune, with whom to call, as plain
 * lines that can be pasted into a chat.
 */
export function chaseText({ summary, receipts, contacts }: Shown, lang: Lang = 'vi'): string {
  const t = LABELS[lang];
  const words = unitWords(summary.tree.roots, lang).hamlet ?? '';
  const parents = summary.tree.roots.flatMap(parentsOfHamlets);
  const chase = { contacts, words, lang, summary, shared: sharedNames(parents) };
  const all = summary.tree.roots.flatMap(hamletsOf).length;
  if (all === 0) return `${t.none(words)}\n`;
  const period = periodName(receipts.month, lang).toLocaleUpperCase(lang);
  const when = receipts.today <= receipts.deadline ? t.early : t.over;
  const due = when(formatDate(receipts.deadline, lang));
  const lists = [
    { head: t.chase, of: NOT_IN },
    { head: t.chasePartial, of: IN_PART },
  ].flatMap(({ head, of }) => {
    const groups = parents.flatMap((node) => chaseLines(node, receipts, of, chase));
    return groups.length === 0 ? [] : [`${[head(period, due), ...groups].join('\n')}\n`];
  });
  return lists.length === 0 ? `${t.all(formatNumber(all, lang), words)}\n` : lists.join('\n');
}

const NOT_IN: ReadonlySet<Received> = new Set(['missing', 'empty']);
const IN_PART: ReadonlySet<Received> = new Set(['partial']);

function parentsOfHamlets(node: Node): Node[] {
  if (node.children.some(({ unit }) => unit.level === 'hamlet')) return [node];
  return node.children.flatMap(parentsOfHamlets);
}

/** Names that several of the units bear: `Phường 1`, in one district and the next. */
function sharedNames(nodes: readonly Node[]): ReadonlySet<string> {
  const names = nodes.map(({ unit }) => unit.name).sort(byCodePoint);
  return new Set(names.filter((name, i) => name === names[i - 1]));
}

interface Chase extends Pick<Shown, 'contacts' | 'summary'> {
  readonly words: string;
  readonly lang: Lang;
  /** Names of communes that are no commune's alone. */
  readonly shared: ReadonlySet<string>;
}

/** @param of which hamlets: those that sent nothing that counts, or those that lack a form */
function chaseLines(
  node: Node,
  receipts: Receipts,
  of: ReadonlySet<Received>,
  chase: Chase,
): string[] {
  const t = LABELS[chase.lang];
  const hamlets = hamletsOf(node);
  const open = hamlets.filter(({ unit }) => of.has(receipts.hamlets.get(unit.code)!.received));
  if (open.length === 0) return [];
  const [n, all] = [open.length, hamlets.length].map((one) => formatNumber(one, chase.lang));
  const head = `${titled(node, chase)}: ${t.share(n!, all!, chase.words)}`;
  const none = open.every(({ unit }) => receipts.hamlets.get(unit.code)!.received === 'missing');
  if (none && open.length === hamlets.length && open.length > 1)
    return ['', `${head} (${t.whole})`];
  const names = namesApart(hamlets);
  const line = (hamlet: Node) =>
    `- ${called(names.get(hamlet)!, hamlet, chase)}${why(hamlet, receipts, chase)}`;
  return ['', head, ...open.map(line)];
}

/** A commune with whom to call about it, and what it is in where its name does not say. */
function titled(node: Node, chase: Chase): string {
  const { unit, parent } = node;
  const isShared = parent !== null && chase.shared.has(unit.name);
  return called(isShared ? `${unit.name}, ${parent.unit.name}` : unit.name, node, chase);
}

/** A unit's name, and whom to call about it: `Xã Tân Ân (Chị Lan, 0912345678; Anh Tư)`. */
function called(name: string, { unit }: Node, { contacts }: Chase): string {
  const who = (contacts.get(unit.code) ?? [])
    .map((one) => [one.name, one.phone].filter((text) => text).join(', '))
    .filter((text) => text !== '');
  return who.length === 0 ? name : `${name} (${who.join('; ')})`;
}

function why({ unit }: Node, receipts: Receipts, { lang, summary }: Chase): string {
  const t = LABELS[lang];
  const { received, missing, isRejected } = receipts.hamlets.get(unit.code)!;
  if (isRejected) return `: ${t.rejected}`;
  if (received === 'empty') return `: ${t.emptyFile}`;
  if (received !== 'partial') return '';
  const names = missing.map(
    (id) => summary.forms.find((form) => form.id === id)?.label[lang] ?? id,
  );
  return `: ${t.lacking} ${names.join(', ')}`;
}
