import { EnvironmentError } from '../core/errors.js';
import { createMatcher } from '../geography/match.js';
import type { Match, Node, Registry, Tree } from '../geography/types.js';

const LEVELS = ['province', 'district', 'commune', 'hamlet'] as const;

/** Units that a sentence names before it leaves the others out. */
const MOST = 5;

/**
 * The unit that `--unit` means: its code, or a name that one unit alone bears.
 * @throws EnvironmentError `unit-missing`, `unit-several`
 */
export function wantedUnit(tree: Tree, registry: Registry, text: string): Node {
  const byCode = tree.byCode.get(text);
  if (byCode !== undefined) return byCode;
  const { match } = createMatcher(registry, tree);
  const found = LEVELS.map((level) => match({ [level]: text }));
  for (const one of found) if (one.kind === 'found') return one.node;
  const several = found.flatMap((one) => (one.kind === 'ambiguous' ? one.choices : []));
  if (several.length > 0) {
    throw new EnvironmentError('unit-several', {
      unit: text,
      choices: listed(several),
      more: Math.max(0, several.length - MOST),
    });
  }
  throw new EnvironmentError('unit-missing', { unit: text, near: listed(nearest(found)) });
}

/** The units whose names are near, each once. */
function nearest(found: readonly Match[]): Node[] {
  return [...new Set(found.flatMap((one) => (one.kind === 'unknown' ? one.suggestions : [])))];
}

/** `Ấp 1, Xã Tân Ân (32245001)`; the first few. */
function listed(nodes: readonly Node[]): string {
  const name = ({ unit, parent }: Node) =>
    `${[unit.name, ...(parent === null ? [] : [parent.unit.name])].join(', ')} (${unit.code})`;
  return nodes.slice(0, MOST).map(name).join('; ');
}
