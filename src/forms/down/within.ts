import { memo } from '../../core/memo.js';
import type { CompiledLayout } from '../header/compile.js';

/** True where one of two fields of a tally counts a part of what the other one does, or the same. */
export function areRelated(layout: CompiledLayout, a: string, b: string): boolean {
  return a === b || isPart(layout, a, b) || isPart(layout, b, a);
}

/** True where a field counts a part of what another one does. */
export function isPart({ form }: CompiledLayout, part: string, whole: string): boolean {
  return wholesOf(form.tally!).get(part)?.has(whole) === true;
}

type Tally = NonNullable<CompiledLayout['form']['tally']>;

/** The wholes of each field, and theirs, as the form's own checks state them. */
const wholesOf = memo(({ fields, checks = [] }: Tally) => {
  const steps = checks.flatMap((check): (readonly [string, string])[] =>
    'sum' in check
      ? check.sum.map((addend) => [addend, check.total] as const)
      : [[check.part, check.whole]],
  );
  const upFrom = (id: string, seen: Set<string>): Set<string> => {
    for (const [part, whole] of steps)
      if (part === id && !seen.has(whole)) upFrom(whole, seen.add(whole));
    return seen;
  };
  return new Map(fields.map(({ id }) => [id, upFrom(id, new Set())]));
});
