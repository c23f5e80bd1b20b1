import type { TallyRow } from '../forms/report.js';
import type { HeldPart, Reading } from './held.js';
import type { FilePart } from './replace.js';

/** True where a file says anything of the hamlet that is counted: a baseline is none. */
export function hasCount(part: FilePart, by: Reading): boolean {
  return part.some((held) => {
    if (held.part.entries !== null) return held.part.rows > 0;
    return held.part.tally.some(({ values }) => !isBlank(values, countsOf(held, by)));
  });
}

/**
 * A later file's rows without a count are left aside, but for a baseline that they state: the
 * earlier file's part stays.
 */
export function giveWay(later: FilePart, by: Reading): void {
  for (const held of later) {
    held.blank = true;
    const baselines = fieldsOf(held, by).filter(({ baseline }) => baseline !== undefined);
    held.part.tally.forEach(({ values }, index) => {
      if (isBlank(values, baselines)) held.aside.add(index);
    });
  }
}

function countsOf(held: HeldPart, by: Reading) {
  return fieldsOf(held, by).filter(({ baseline }) => baseline === undefined);
}

function fieldsOf({ table }: HeldPart, { formOf }: Reading) {
  return formOf(table.form).tally?.fields ?? [];
}

function isBlank(values: TallyRow['values'], fields: readonly { readonly id: string }[]): boolean {
  return fields.every(({ id }) => (values[id] ?? null) === null);
}
