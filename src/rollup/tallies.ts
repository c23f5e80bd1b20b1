import { finding } from '../core/finding.js';
import { type Emit, type HeldPart, placeOf } from './held.js';

/**
 * A hamlet's row of counts stands once in a file: a second one is rejected, and where the
 * same file also has the hamlet's list, the list counts.
 */
export function settleTallies(groups: Iterable<readonly HeldPart[]>, emit: Emit): void {
  for (const group of groups) {
    const standing = group.filter((held) => !held.superseded).sort((a, b) => a.source - b.source);
    const tallies = standing.filter((held) => held.part.tally.length > 0);
    for (const held of tallies) {
      const list = standing.find(
        (other) => other.file === held.file && other.part.entries !== null,
      );
      if (list !== undefined) tellListCounts(held, list, emit);
      else dropRepeated(held, tallies, emit);
    }
  }
}

function dropRepeated(held: HeldPart, tallies: readonly HeldPart[], emit: Emit): void {
  const first = tallies.find((other) => other.file === held.file)!;
  held.part.tally.forEach(({ row }, index) => {
    if (held === first && index === 0) return;
    held.dropped.add(index);
    const args = {
      what: 'tally',
      otherFile: first.file.file,
      otherSheet: first.place.sheet ?? '',
      otherRow: first.part.tally[0]!.row,
    };
    emit(
      finding('CCDS-D01', placeOf(held, row, Object.keys(held.table.columns)[0]), args, {
        unit: held.part.unit,
      }),
    );
  });
}

function tellListCounts(held: HeldPart, list: HeldPart, emit: Emit): void {
  held.part.tally.forEach(({ row, values }, index) => {
    held.dropped.add(index);
    const stated = Object.entries(values).find(([, value]) => value !== null);
    const args = {
      unit: held.part.unit,
      form: held.table.form,
      found: stated?.[1] ?? 0,
      expected: list.part.rows - list.dropped.size,
    };
    emit(finding('CCDS-D09', placeOf(held, row, stated?.[0]), args, { unit: held.part.unit }));
  });
}
