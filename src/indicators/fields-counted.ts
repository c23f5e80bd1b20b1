import { memo } from '../core/memo.js';
import type { Indicator } from './types.js';

/** Ids of a form's fields that some indicator is counted by. */
export interface FieldsCounted {
  readonly list: ReadonlySet<string>;
  readonly tally: ReadonlySet<string>;
}

/** The fields of a form by which indicators are counted in its lists and in its tallies. */
export function fieldsCounted(form: string, indicators: readonly Indicator[]): FieldsCounted {
  return countedByForm(indicators)(form);
}

const countedByForm = memo((indicators: readonly Indicator[]) => {
  const made = new Map<string, FieldsCounted>();
  return (form: string): FieldsCounted => {
    const known = made.get(form) ?? fieldsOf(form, indicators);
    made.set(form, known);
    return known;
  };
});

function fieldsOf(form: string, indicators: readonly Indicator[]): FieldsCounted {
  const [list, tally] = [new Set<string>(), new Set<string>()];
  for (const indicator of indicators) {
    if (!('source' in indicator) || indicator.source.form !== form) continue;
    const { list: rows, tally: counts } = indicator.source;
    const field = rows?.count === 'distinct' ? rows.field : rows?.where?.field;
    if (field !== undefined) list.add(field);
    if (counts !== undefined) tally.add(counts.field);
  }
  return { list, tally };
}
