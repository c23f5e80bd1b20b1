import type { Node } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';

/** `Khóm 3 (Phường 1)`: a hamlet's name is another hamlet's as well, in the next commune. */
export function nameInParent({ unit, parent }: Node): string {
  return unit.level === HAMLET && parent !== null
    ? `${unit.name} (${parent.unit.name})`
    : unit.name;
}
