import { hamletsOf, treeAsOf } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import { LAST_DAY } from '../../geography/validity.js';
import { givenRegistry, mapDay } from './given.js';
import type { ListedUnit, UnitsOptions, UnitTree } from './types.js';

/** The units of a day (`--as-of`, else the last of `--period`, else the newest map). */
export async function listUnits(options: UnitsOptions): Promise<UnitTree> {
  const { registry, config } = await givenRegistry(options);
  const date = mapDay(options, config);
  const { roots, levels } = treeAsOf(registry, date ?? LAST_DAY);
  const visit = (node: Node, depth: number): ListedUnit[] => [
    listed(node, depth),
    ...node.children.flatMap((child) => visit(child, depth + 1)),
  ];
  return { date, levels, units: roots.flatMap((root) => visit(root, 0)) };
}

function listed(node: Node, depth: number): ListedUnit {
  const { code, name, level, parent, validFrom, validTo } = node.unit;
  return {
    code,
    name,
    level,
    parent: parent ?? '',
    validFrom: validFrom ?? '',
    validTo: validTo ?? '',
    depth,
    children: node.children.length,
    hamlets: hamletsOf(node).length,
  };
}
