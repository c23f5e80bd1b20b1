import { type Sex, sexAlone, sexBehind } from '../cells/sex-text.js';
import { type Added, hasOwn, partSaid, partsByField, type SaidPart } from './added.js';
import type { CompiledLayout } from './compile.js';
import { columnsOf, type HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKey } from './header-text.js';

/** A column that counts men or women alone. */
type Half = SaidPart<Sex>;

/** `Mức 1` over `Nam`, `Nam` over `Mức 1`, `Mức 1 (Nam)`; null for a column of both. */
const halfOf = partSaid(sexAlone, sexBehind);

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
  const added = new Map<string, readonly number[]>();
  const byField = partsByField(draft, halfOf, (whole, wholes) =>
    whole.texts.length === 0 ? membersOf(draft) : fieldOf(whole, wholes),
  );
  for (const [field, own] of byField) {
    if (!arePair(own) || hasOwn(draft, field, own)) continue;
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
  return own.length === 2 && own[0]!.part !== own[1]!.part;
}

function take(draft: HeaderDraft, field: string, own: readonly Half[]): void {
  const [first, second] = own as [Half, Half];
  const women = womenOf(field, draft.layout);
  draft.choose(field, undefined);
  for (const { column, part } of [second, first]) {
    const isWomens = part === 'female' && women !== undefined && !draft.fields.has(women);
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
