import type { Finding } from '../core/finding.js';

/** Up to so many repairs of a column are told one by one; more, in one finding with a count. */
const FEW = 3;

/** Holds the repairs of a table back, so that a column of a thousand is told once. */
export class Repairs {
  private readonly byField = new Map<string, { first: Finding[]; cells: number }>();

  add(repair: Finding): void {
    const field = repair.field ?? '';
    const held = this.byField.get(field);
    if (held === undefined) this.byField.set(field, { first: [repair], cells: 1 });
    else if (++held.cells <= FEW) held.first.push(repair);
  }

  /** Tells them by column: each, or the first with how many `cells` were repaired alike. */
  end(emit: (found: Finding) => void): void {
    for (const { first, cells } of this.byField.values()) {
      if (cells <= FEW) for (const repair of first) emit(repair);
      else emit({ ...first[0]!, args: { ...first[0]!.args, cells } });
    }
  }
}
