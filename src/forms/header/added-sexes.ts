import { getOrMake, memo, memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import { type Added, hasOwn, NONE_ADDED } from './added.js';
import type { CompiledLayout } from './compile.js';
import { columnsOf, type HeaderColumn, readingsOf } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKey } from './header-text.js';

/** A column that counts men or women alone. */
interface Half {
  readonly column: HeaderColumn;
  readonly sex: 'male' | 'female';
  /** The column as it would be headed without the word for the sex. */
  readonly whole: HeaderColumn;
}

/** Accents are kept, as `Năm` is a year. */
const ALONE = /^(?:(?:trong đó|số) )*(nam|nữ|nu)(?: giới)?$/u;
const BEHIND = /^(.+) (nam|nữ|nu)(?: giới)?$/u;

const wordsOf = memoText((text) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** `Mức 1` over `Nam`, `Nam` over `Mức 1`, `Mức 1 (Nam)`; null for a column of both. */
const halfOf = memo((column: HeaderColumn): Half | null => {
  const { texts } = column;
  const at = texts.findLastIndex((text) => ALONE.test(wordsOf(text)));
  if (at >= 0) return asHalf(column, ALONE.exec(wordsOf(texts[at]!))![1]!, texts.toSpliced(at, 1));
  const [, stem, sex] = BEHIND.exec(wordsOf(texts.at(-1)!)) ?? [];
  return stem === undefined ? null : asHalf(column, sex!, [...texts.slice(0, -1), stem]);
});

/** Of whom a text says that it counts them alone, and what stands before: blank for the sex alone. */
export function sexNamed(text: string): { sex: Half['sex']; stem: string } | null {
  const words = wordsOf(text);
  const [, alone] = ALONE.exec(words) ?? [];
  const [, stem = '', behind] = alone === undefined ? (BEHIND.exec(words) ?? []) : [];
  const said = alone ?? behind;
  return said === undefined ? null : { sex: said === 'nam' ? 'male' : 'female', stem };
}

function asHalf(column: HeaderColumn, sex: string, texts: readonly string[]): Half {
  const whole = { ...column, texts, text: texts.join(' – '), readings: readingsOf(texts) };
  return { column, sex: sex === 'nam' ? 'male' : 'female', whole };
}

/**
 * Gives a count that has no column of its own the two that make it together: `Mức 1` over
 * `Nam | Nữ`, `Số thành viên nam | Số thành viên nữ`. The women are also their own count, where
 * the form has one.
 * @param fieldOf the field that a column's heading names
 */
export function addSexes(
  draft: HeaderDraft,
  fieldOf: (column: HeaderColumn, columns: readonly HeaderColumn[]) => string | null,
): Added {
  const { columns, layout } = draft;
  const halves = layout.layout === 'tally' ? columns.flatMap((one) => halfOf(one) ?? []) : [];
  if (halves.length < 2) return NONE_ADDED;
  const wholes = columns.map((one) => halfOf(one)?.whole ?? one);
  const byField = new Map<string | null, Half[]>();
  for (const half of halves) {
    const { whole } = half;
    const field = whole.texts.length === 0 ? membersOf(draft) : fieldOf(whole, wholes);
    getOrMake(byField, field, () => []).push(half);
  }
  const added = new Map<string, readonly number[]>();
  for (const [field, own] of byField) {
    if (field === null || !arePair(own) || hasOwn(draft, field, own)) continue;
    take(draft, field, own);
    added.set(field, columnsOf(own));
  }
  return added;
}

/** `Nam | Nữ` alone, beside the number of teams, are their members. */
function membersOf({ layout, fields }: HeaderDraft): string | null {
  const { teams, members } = layout.form.tally?.team ?? {};
  return teams !== undefined && fields.has(teams) ? members! : null;
}

function arePair(own: readonly Half[]): boolean {
  return own.length === 2 && own[0]!.sex !== own[1]!.sex;
}

function take(draft: HeaderDraft, field: string, own: readonly Half[]): void {
  const [first, second] = own as [Half, Half];
  const women = womenOf(field, draft.layout);
  draft.choose(field, undefined);
  for (const { column, sex } of [second, first]) {
    const isWomens = sex === 'female' && women !== undefined && !draft.fields.has(women);
    draft.give(isWomens ? women : field, column);
  }
  draft.fields.set(field, first.column.column);
  draft.headings.set(field, first.whole.readings[0] ?? '');
}

/** The form's own count of the women among them. */
export function womenOf(whole: string, { headings, form }: CompiledLayout): string | undefined {
  const women = headings.get(headerKey('Nữ'));
  const isPart = form.tally!.checks?.some(
    (check) => 'part' in check && check.part === women && check.whole === whole,
  );
  return isPart ? women : undefined;
}
