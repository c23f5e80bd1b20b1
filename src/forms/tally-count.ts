import type { TallyRow } from './report.js';
import type { Form } from './types.js';

/** True where a tally's row states any count: blank is not zero, and a baseline is no count. */
export function hasCount({ tally }: Form, { values }: Pick<TallyRow, 'values'>): boolean {
  const fields = tally?.fields ?? [];
  return fields.some(({ id, baseline }) => baseline === undefined && (values[id] ?? null) !== null);
}
