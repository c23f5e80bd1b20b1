import { distance } from '../../core/distance.js';
import { memo, memoText } from '../../core/memo.js';
import type { CompiledLayout } from './compile.js';
import { type HeaderColumn, readingsOf } from './header-columns.js';
import { headerKey } from './header-text.js';
import type { Recognition } from './recognise.js';
import { isOfAnotherTime, isRate } from './under-heading.js';

/** A heading of a form, and the field that it heads. */
interface Heading {
  readonly key: string;
  readonly layout: CompiledLayout;
  readonly field: string;
}

/** Shorter headings differ by a letter from many others (`Số tổ`, `Số hộ`). */
const SHORTEST = 8;
/** Of headings as long as this two letters may be wrong. */
const LONG = 14;

/**
 * The heading that a column's is a slip of the keyboard away from (`Số hộ đưvc hỗ trợ`), as the form has
 * it; null where it is near none, or where the table has a column of that heading's field.
 * @param companions tables of the same header: of each form that it heads whole
 * @param layouts of all forms
 */
export function misspeltFor(
  column: HeaderColumn,
  found: Recognition,
  companions: readonly Recognition[],
  layouts: readonly CompiledLayout[],
): string | null {
  if (isRate(column) || isOfAnotherTime(column)) return null;
  const all = [found, ...companions];
  const isFree = ({ layout, field }: Heading) =>
    layout === found.layout
      ? !found.fields.has(field)
      : layout.layout === 'tally' &&
        found.layout.layout === 'tally' &&
        !all.some((one) => one.layout === layout && one.fields.has(field));
  for (const key of readingsOf(column.texts)) {
    const near = nearOf(layouts)(key);
    if (near.some((one) => one.key === key)) return null;
    const meant = near.find(isFree);
    if (meant !== undefined) return written(meant);
  }
  return null;
}

/** As the form has it. */
function written({ key, layout, field }: Heading): string {
  const { label, aliases } = layout.byId.get(field)!;
  return aliases.find((alias) => headerKey(alias) === key) ?? label.vi;
}

/** The headings that are near a text, the nearest first; those that it is among them. */
const nearOf = memo((layouts: readonly CompiledLayout[]) => {
  const all = layouts.flatMap((layout) =>
    [...layout.headings].map(([key, field]): Heading => ({ key, layout, field })),
  );
  return memoText((text: string): readonly Heading[] => {
    if (text.length < SHORTEST) return [];
    const most = text.length < LONG ? 1 : 2;
    return all
      .map((one) => ({ one, steps: distance(text, one.key, most) }))
      .filter(({ one, steps }) => steps <= most && digitsOf(one.key) === digitsOf(text))
      .sort((a, b) => a.steps - b.steps)
      .map(({ one }) => one);
  });
});

/** `Mức 1` and `Mức 2` are two things. */
function digitsOf(key: string): string {
  return key.replace(/\D/g, '');
}
