import type { Summary } from '../../rollup/types.js';
import type { LateBad } from '../figures/before.js';

/** Of files those that were rejected, in part or whole, and how many of their rows. */
export function badOf(come: ReadonlySet<string>, { submissions }: Summary): Omit<LateBad, 'month'> {
  const bad = submissions.filter(
    ({ file, status, rows }) => come.has(file) && (status === 'rejected' || rows.rejected > 0),
  );
  return {
    files: [...new Set(bad.map(({ file }) => file))],
    rows: bad.reduce((sum, { rows }) => sum + rows.rejected, 0),
  };
}
