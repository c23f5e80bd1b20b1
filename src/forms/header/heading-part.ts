import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys } from './header-text.js';
import { isEarlier } from './running-until.js';

/** What the lowest row of a divided heading says of the counts below it. */
export type Part = 'total' | 'period' | 'added' | 'end' | 'running' | 'since' | 'before' | 'step';

const ABOUT = '(?: (?:ho so|thong tin|dinh danh|tai khoan|thanh cong))*$';
const DONE = new RegExp(`^(?:(?:so|ho so|da|duoc|tai khoan) )*kich hoat${ABOUT}`);
const STEP = new RegExp(
  `^(?:(?:so|ho so|da|duoc|chua|cho) )*(?:thu nhan|tiep nhan|nop|lap|phe duyet|duyet|dang ky|thu thap)${ABOUT}|^(?:(?:so|ho so|tai khoan) )*(?:chua|cho)(?: duoc)? kich hoat$`,
);

const PARTS: readonly [Part, RegExp][] = [
  ['before', /^(?:luy ke|cong don)(?: .*)? (?:ky|thang|quy|nam) truoc(?: |$)/],
  ['before', /^(?:so )?(?:ho )?(?:ky|thang|quy|nam) truoc (?:chuyen|mang) sang$/],
  [
    'total',
    /^(?:tong(?: so| cong)?|cong|so luong|sl|so (?:nguoi|ho|to)|thuc hien|th|(?:ket qua|da|so) thuc hien|thuc te|ket qua|(?:(?:ket qua|thuc hien|da|so) )?dat(?: duoc)?)$/,
  ],
  [
    'period',
    /^(?:(?:thuc hien|ket qua|so) )?(?:(?:ky|thang) (?:nay|bao cao)|trong (?:ky|thang)(?: nay| bao cao)?)$|^(?:thuc hien|ket qua) (?:ky|thang)$/,
  ],
  [
    'end',
    /^(?:so )?(?:(?:den )?cuoi (?:ky|thang)|hien (?:co|nay|tai)|sau (?:khi )?(?:kien toan|sap nhap|sap xep))$/,
  ],
  // Of an account that is asked for, what was done in the end, and the steps before it.
  ['end', DONE],
  ['step', STEP],
  [
    'added',
    /^(?:so )?(?:phat sinh|moi|tang|(?:cap|kich hoat|dang ky|lap|lap dat|tang)(?: moi| them)+)(?: moi)?(?: trong (?:ky|thang))?$|^(?:so )?(?:duoc )?(?:cap|kich hoat|dang ky|lap|lap dat|ket nap) trong (?:ky|thang)(?: nay)?$|^(?:so )?(?:[a-z]+ ){1,3}moi trong (?:ky|thang)(?: nay)?$/,
  ],
  [
    'running',
    /^(?:luy ke|cong don)(?: |$)|^(?:(?:tong|toan bo)(?: so| cong)? )?(?:tinh )?den nay$/,
  ],
  ['since', /^tu dau nam(?: den nay)?$|^\d{1,2} thang(?: dau nam)?$/],
];

/** What a folded heading says of the counts below it; null for none of these. */
export function partOf(key: string): Part | null {
  return PARTS.find(([, words]) => words.test(key))?.[0] ?? null;
}

/** True for a folded heading that says only that it is the whole of the one above, or its period's. */
export function saysWhole(key: string): boolean {
  const part = partOf(key);
  return part === 'total' || part === 'period' || part === 'added';
}

/**
 * Whether a folded heading says that what it counts is the period's alone, that since the year
 * began, or what there is at its end.
 */
export function stateOf(key: string): 'period' | 'since' | 'end' | null {
  const part = partOf(key);
  if (part === 'since') return part;
  if (part === 'period' || part === 'added') return 'period';
  return part === null || part === 'before' || part === 'step' ? null : 'end';
}

/** True for a folded heading that says which part of the one above it counts. */
export function saysPart(key: string): boolean {
  return partOf(key) !== null;
}

const TOTAL = /^tong(?: so| cong)?$/;

/** True for a folded heading of what was carried over from the period before. */
export function saysCarried(key: string): boolean {
  return partOf(key) === 'before';
}

/** True for a folded heading of what was done in the end: `Đã kích hoạt`. */
export function saysDone(key: string): boolean {
  return DONE.test(key);
}

/** True for a folded heading of a step before that, of which no form counts any: `Hồ sơ thu nhận`. */
export function saysStep(key: string): boolean {
  return STEP.test(key);
}

/** True for a folded heading that is a total's, and says nothing else. */
export function saysTotal(key: string): boolean {
  return TOTAL.test(key);
}

/** A column below a heading that names a field, and the parts beside it. */
interface Divided {
  readonly field: string;
  readonly part: Part;
  readonly beside: ReadonlySet<Part | null>;
}

/**
 * The field of a tally's column below a heading that a row divides: of a stock the running total
 * is its count, of a flow that of the period; a running total up to the period before is neither's,
 * and beside it the total is the running one.
 * Null where the column is no field's; undefined where the heading is not divided so.
 */
export function fieldOfPart(
  { texts }: HeaderColumn,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): string | null | undefined {
  const leaf = keyOf(texts.at(-1)!);
  const own = partOf(leaf);
  if (own === null) return undefined;
  const named = (text: string) => fieldNamed(text, layout);
  const upper = texts.slice(0, -1);
  const field = upper.map((_, i) => named(upper.slice(i).join(' '))).find((one) => one !== null);
  if (field === undefined || field === null || isGroup(field, layout)) return undefined;
  const above = upper.join('\n');
  const siblings = columns.filter((one) => one.texts.slice(0, -1).join('\n') === above);
  const leaves = siblings.map((one) => keyOf(one.texts.at(-1)!));
  const totals = leaves.filter((one) => partOf(one) === 'running');
  const part = own === 'running' && isEarlier(leaf, totals) ? 'before' : own;
  const beside = new Set(leaves.map(partOf));
  return countOf({ field, part, beside }, layout);
}

/** What heads several fields: all households, the teams. */
function isGroup(field: string, { byId, form }: CompiledLayout): boolean {
  return byId.get(field)!.baseline !== undefined || form.tally?.team?.teams === field;
}

function countOf(divided: Divided, layout: CompiledLayout): string | null | undefined {
  const { field, part, beside } = divided;
  if (part === 'before' || part === 'step') return null;
  const isFlow = layout.flows.has(field);
  if (part === 'added') return isFlow ? field : null;
  if (part === 'end') return isFlow ? null : field;
  if (part === 'period') return isFlow || !hasWhole(beside) ? field : null;
  if (part === 'total') {
    if (!isFlow || !isOfPeriod(beside)) return field;
    return beside.has('before') || beside.size === 2 ? runningOf(field, layout) : null;
  }
  if (isFlow) return runningOf(field, layout);
  // What has been done since the year began is not all that there are.
  if (part === 'since') return null;
  return isOfPeriod(beside) || beside.has('before') ? field : undefined;
}

function runningOf(flow: string, layout: CompiledLayout): string | null {
  return layout.runningOf.get(flow) ?? null;
}

/** The period's own count stands beside it. */
function isOfPeriod(beside: Divided['beside']): boolean {
  return beside.has('period') || beside.has('added');
}

const WHOLE: readonly Part[] = ['total', 'end', 'running', 'since', 'before'];

function hasWhole(beside: Divided['beside']): boolean {
  return WHOLE.some((part) => beside.has(part));
}

function keyOf(text: string): string {
  return headerKeys(text)[0] ?? '';
}

/** `Số thành viên chia theo đoàn thể`: how the counts below are divided, and not what they are. */
const DIVIDED_BY =
  / (?:(?:chia|phan|tinh) (?:ra )?)?theo (?:cac |tung )?(?:don vi|doan the|to chuc|doi tuong|nhom|thanh phan|co cau|hoi|gioi tinh|do tuoi)\b.*$/;

function fieldNamed(text: string, { headings }: CompiledLayout): string | null {
  const keys = headerKeys(text).flatMap((key) => [key, key.replace(DIVIDED_BY, '')]);
  return keys.flatMap((key) => headings.get(key) ?? [])[0] ?? null;
}
