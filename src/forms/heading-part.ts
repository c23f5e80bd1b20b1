import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys } from './header-text.js';

/** What the lowest row of a divided heading says of the counts below it. */
type Part = 'total' | 'period' | 'running';

const PARTS: readonly [Part, RegExp][] = [
  ['total', /^(?:tong(?: so| cong)?|so luong|sl|so (?:nguoi|ho|to)|thuc hien)$/],
  ['period', /^(?:(?:ky|thang) nay|trong (?:ky|thang))$/],
  ['running', /^(?:luy ke|cong don)(?: |$)/],
];

function partOf(key: string): Part | null {
  return PARTS.find(([, words]) => words.test(key))?.[0] ?? null;
}

/** True for a folded heading that says only that it is the whole of the one above, or its period's. */
export function saysWhole(key: string): boolean {
  const part = partOf(key);
  return part === 'total' || part === 'period';
}

/** True for a folded heading that says which part of the one above it counts. */
export function saysPart(key: string): boolean {
  return partOf(key) !== null;
}

/** A column below a heading that names a field, and the parts beside it. */
interface Divided {
  readonly field: string;
  /** What the lowest row alone would name. */
  readonly alone: string | null;
  readonly part: Part;
  readonly beside: ReadonlySet<Part | null>;
}

/**
 * The field of a tally's column below a heading that a row divides: of a stock the running total
 * is its count, of a flow that of the period. Null where the column is neither; undefined where
 * the heading is not divided so.
 */
export function fieldOfPart(
  { texts }: HeaderColumn,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): string | null | undefined {
  const part = partOf(keyOf(texts.at(-1)!));
  if (part === null) return undefined;
  const named = (text: string) => fieldNamed(text, layout);
  const upper = texts.slice(0, -1);
  const field = upper.map((_, i) => named(upper.slice(i).join(' '))).find((one) => one !== null);
  if (field === undefined || field === null || isGroup(field, layout)) return undefined;
  const above = upper.join('\n');
  const siblings = columns.filter((one) => one.texts.slice(0, -1).join('\n') === above);
  const beside = new Set(siblings.map((one) => partOf(keyOf(one.texts.at(-1)!))));
  return countOf({ field, alone: named(texts.at(-1)!), part, beside }, layout);
}

/** What heads several fields: all households, the teams. */
function isGroup(field: string, { byId, form }: CompiledLayout): boolean {
  return byId.get(field)!.baseline !== undefined || form.tally?.team?.teams === field;
}

function countOf(divided: Divided, layout: CompiledLayout): string | null | undefined {
  const { field, alone, part, beside } = divided;
  const isFlow = layout.flows.has(field);
  if (part === 'period') return isFlow || !hasWhole(beside) ? field : null;
  if (part === 'total') {
    if (alone !== null && alone !== field && !isWhole(alone, field, layout)) return undefined;
    return isFlow && beside.has('period') ? null : field;
  }
  if (isFlow) return layout.runningOf.get(field) ?? null;
  return beside.has('period') ? field : undefined;
}

function hasWhole(beside: Divided['beside']): boolean {
  return beside.has('total') || beside.has('running');
}

/** True where what a word alone would name is what the field is a part of. */
function isWhole(whole: string, part: string, { byId, form }: CompiledLayout): boolean {
  if (byId.get(whole)!.baseline !== undefined) return true;
  return (form.tally?.checks ?? []).some((check) =>
    'part' in check
      ? check.whole === whole && check.part === part
      : check.total === whole && check.sum.includes(part),
  );
}

function keyOf(text: string): string {
  return headerKeys(text)[0] ?? '';
}

function fieldNamed(text: string, { headings }: CompiledLayout): string | null {
  return headerKeys(text).flatMap((key) => headings.get(key) ?? [])[0] ?? null;
}
