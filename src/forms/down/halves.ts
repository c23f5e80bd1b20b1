import { getOrMake } from '../../core/memo.js';
import { type Sex, sexBehind } from '../cells/sex-text.js';
import { womenOf } from '../header/added-sexes.js';
import type { CompiledLayout } from '../header/compile.js';
import type { Slot } from './claims.js';
import type { Label } from './labels.js';
import { type Meaning, meaningsOf } from './meanings.js';

/** A row that counts men or women alone, and what it would mean without that. */
interface Half {
  readonly label: Label;
  readonly sex: Sex;
  readonly meaning: Meaning;
}

/**
 * What a row counts that is of men or of women alone: `Mức 1 – Nam`, or `Nam` below `Mức 1` without
 * a count.
 */
export function meaningsOfHalf(
  { text, parent }: Label,
  layouts: readonly CompiledLayout[],
): readonly Meaning[] {
  const { name } = sexBehind(text) ?? {};
  if (name === undefined) return [];
  if (name !== '') return meaningsOf(name, layouts);
  return parent === null || parent.filled ? [] : meaningsOf(parent.text, layouts);
}

/**
 * Gives a count that no row states the two rows that make it together, of men and of women; the
 * women are also their own count, where the form has one.
 */
export function claimHalves(
  labels: readonly Label[],
  layouts: readonly CompiledLayout[],
  fieldsOf: (layout: CompiledLayout) => Map<string, Slot>,
): void {
  const pairs = new Map<string, Half[]>();
  for (const label of labels) {
    if (!label.filled || label.isTitle || label.isOther) continue;
    const [meaning, ...more] = meaningsOfHalf(label, layouts);
    if (meaning === undefined || more.length > 0) continue;
    const { part: sex } = sexBehind(label.text)!;
    const key = `${meaning.layout.form.id} ${meaning.field}`;
    getOrMake(pairs, key, () => []).push({ label, sex, meaning });
  }
  for (const own of pairs.values()) {
    const [first, second] = own;
    if (own.length !== 2 || first!.sex === second!.sex) continue;
    const { layout, field, heading } = first!.meaning;
    const fields = fieldsOf(layout);
    if (fields.get(field)?.label.filled) continue;
    fields.set(field, { label: first!.label, running: false, heading, more: [second!.label] });
    const women = womenOf(field, layout);
    const { label } = own.find(({ sex }) => sex === 'female')!;
    if (women !== undefined && !fields.has(women))
      fields.set(women, { label, running: false, heading: women });
  }
}
