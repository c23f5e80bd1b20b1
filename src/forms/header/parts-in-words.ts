import { getOrMake, memo, memoText } from '../../core/memo.js';
import { writtenOut } from './abbreviations.js';
import type { CompiledLayout } from './compile.js';
import { datedColumns } from './dated-heading.js';
import { type HeaderColumn, readingsOf } from './header-columns.js';
import { headerKey } from './header-text.js';
import { type Part, partOf } from './heading-part.js';

/** A heading cut in two: what it counts, and of which time. */
interface Cut {
  readonly stem: string;
  readonly said: string;
  readonly part: Part;
}

/** A column whose heading says in one row what two rows of a header do. */
interface InWords extends Cut {
  readonly column: HeaderColumn;
}

/** Where such a part may begin or end; nearly no heading has one. */
const LIKELY =
  /(?:^| )(?:luy ke|cong don|den nay|trong (?:ky|thang)|cuoi (?:ky|thang)|hien co)(?: |$)/;
/** `Trong tháng/lũy kế`: two counts in one column. */
const BOTH = /trong (?:ky|thang).*luy ke|luy ke.*trong (?:ky|thang)/;
/** Since the year began is not all that there are. */
const SINCE = /(?:^| )(?:nam|quy|\d{1,2} thang)(?: |$)/;
/** A running total, and up to when; more words are of something else. */
const RUNNING =
  /^(?:luy ke|cong don)(?: (?:tinh )?den (?:nay|(?:het |cuoi |ngay |thang |ky )*\d[\d ]*|(?:het |cuoi )?(?:ky|thang)(?: nay)?)| (?:thang|t) ?\d[\d ]*)?$|^(?:tinh )?den nay$/;

/** The ways to cut a heading of one row in two, by its words. */
const cutsOf = memo(({ texts }: HeaderColumn): readonly Cut[] =>
  texts.length === 1 ? cutsIn(texts[0]!) : [],
);

const cutsIn = memoText((text): readonly Cut[] => {
  const key = headerKey(text);
  if (!LIKELY.test(key) || BOTH.test(key) || strictPart(key) !== null) return [];
  const words = key.split(' ');
  return words.slice(1).flatMap((_, i) => {
    const [first, second] = [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')];
    return [cut(first, second), cut(second, first)].filter((one) => one !== null);
  });
});

function cut(stem: string, said: string): Cut | null {
  const part = strictPart(said);
  if (part === null || part === 'total' || strictPart(stem) !== null) return null;
  return { stem, said, part };
}

/** What the words say, if they say nothing else. */
function strictPart(key: string): Part | null {
  const part = partOf(key);
  if (part !== 'running') return part === 'since' ? null : part;
  return RUNNING.test(key) && !SINCE.test(key) ? part : null;
}

/** True for a heading that may say in one row of which time a field's counts are. */
export function mayHavePart(column: HeaderColumn): boolean {
  return cutsOf(column).length > 0;
}

/**
 * A tally's columns with `Mức 1 trong tháng | Mức 1 lũy kế` or `Mức 1 tháng 9 | Lũy kế mức 1` as they
 * are below a heading of their own: `Mức 1` over `Trong tháng | Lũy kế`. What a stock has gained is
 * so only beside its running total, and a lone running total of a stock is its count.
 */
export function withParts(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): readonly HeaderColumn[] {
  if (layout.layout !== 'tally') return columns;
  const found = foundIn(columns, layout);
  if (found.size === 0) return columns;
  const made = new Map<HeaderColumn, HeaderColumn>();
  for (const [field, own] of found) divide(field, own, columns, layout, made);
  return columns.map((column) => made.get(column) ?? column);
}

/** What a heading says in so many words that it counts in all. */
interface AllInWords {
  readonly field: string;
  /** The heading that names what is counted. */
  readonly heading: string;
  /** Another heading of the field is only a part of this one. */
  readonly isAll: boolean;
}

/**
 * What `Lũy kế tài khoản mức 1` counts: of a stock all there are, of a flow its running total; null
 * for any other text.
 */
export function allInWords(text: string, layout: CompiledLayout): AllInWords | null {
  const { headings, flows, runningOf, byId } = layout;
  const totals = [...runningOf.values()];
  for (const { stem, part } of cutsIn(text)) {
    const heading = headings.has(stem) ? stem : writtenOut(stem);
    const field = headings.get(heading);
    if (field === undefined || (part !== 'running' && part !== 'end')) continue;
    const total = part === 'running' ? runningOf.get(field) : undefined;
    if (total !== undefined) return { field: total, heading, isAll: false };
    const isStock = !flows.has(field) && !totals.includes(field);
    if (isStock && byId.get(field)!.baseline === undefined) return { field, heading, isAll: true };
  }
  return null;
}

function foundIn(columns: readonly HeaderColumn[], { headings }: CompiledLayout) {
  const found = new Map<string, InWords[]>();
  const fieldOf = (key: string) => headings.get(key) ?? headings.get(writtenOut(key));
  for (const column of columns) {
    const cuts = cutsOf(column);
    if (cuts.length === 0 || fieldOf(headerKey(column.texts[0]!)) !== undefined) continue;
    const own = cuts.find(({ stem }) => fieldOf(stem) !== undefined);
    if (own === undefined) continue;
    getOrMake(found, fieldOf(own.stem)!, () => []).push({ ...own, column });
  }
  return found;
}

function divide(
  field: string,
  own: readonly InWords[],
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
  made: Map<HeaderColumn, HeaderColumn>,
): void {
  const { label } = layout.byId.get(field)!;
  const isStock = !layout.flows.has(field);
  if (isStock && !own.some(({ part }) => part === 'running' || part === 'end')) return;
  const plain = isStock ? plainColumns(field, columns, layout) : [];
  const isLone = isStock && own.length + plain.length === 1;
  for (const { column, said } of own)
    made.set(column, headed(column, isLone ? [label.vi] : [label.vi, said]));
  for (const column of plain) made.set(column, headed(column, [label.vi, OF_PERIOD]));
}

const OF_PERIOD = 'trong ky';

/** Headed as the field, with no part or only a month behind it. */
function plainColumns(
  field: string,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): readonly HeaderColumn[] {
  const dated = datedColumns(field, columns, layout);
  return columns.filter((column) => {
    if (mayHavePart(column) || column.texts.length > 1) return false;
    return dated.includes(column) || layout.headings.get(column.readings[0] ?? '') === field;
  });
}

function headed(column: HeaderColumn, texts: readonly string[]): HeaderColumn {
  return { ...column, texts, readings: readingsOf(texts) };
}
