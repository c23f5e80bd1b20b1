import type { Entries, Numbers } from '../forms/report.js';

/** The rows of several lists of one form, one list's after another's. */
export function joinedEntries(all: readonly Entries[]): Entries {
  if (all.length === 1) return all[0]!;
  return eachColumn(all, (columns) => {
    const numbers: number[] = [];
    for (const column of columns) for (const number of column) numbers.push(number);
    return numbers;
  });
}

/** Some rows of a list, by their indexes; what the form does not hold of rows stays empty. */
export function entriesAt(entries: Entries, rows: readonly number[]): Entries {
  return eachColumn([entries], ([column]) =>
    column!.length === 0 ? [] : rows.map((row) => column!.at(row)!),
  );
}

/** Makes entries of what becomes of each column of others. */
function eachColumn(
  all: readonly Entries[],
  make: (columns: readonly Numbers[]) => number[],
): Entries {
  const of = (pick: (entries: Entries) => Numbers) => make(all.map(pick));
  return {
    row: of((e) => e.row),
    keys: (all[0]?.keys ?? []).map((_, k) => of((e) => e.keys[k]!)),
    weak: of((e) => e.weak),
    group: of((e) => e.group),
    visit: of((e) => e.visit),
    mask: of((e) => e.mask),
  };
}
