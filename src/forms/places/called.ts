import type { Node } from '../../geography/types.js';

/** `Ấp 1 (Xã Tân Ân)`: a unit with the one above it. */
export function full(node: Node): string {
  return node.parent === null ? node.unit.name : `${node.unit.name} (${node.parent.unit.name})`;
}

/** `Ấp 1 (32236002)`: a suggestion, with the code by which the alias table names it. */
export function withCode({ unit }: Node): string {
  return `${unit.name} (${unit.code})`;
}

/**
 * Units to choose from, each with its code: `31999001 Khóm 1 (Phường 9); 32002001 …`. Of those that
 * would be called alike it says what is above that, too: `Khóm 1 (Phường 2, Thành phố Cà Mau)`.
 */
export function choicesOf(nodes: readonly Node[]): string {
  const [names, longer] = [nodes.map(full), nodes.map(fullest)];
  const isOne = (all: readonly string[], i: number) =>
    all.indexOf(all[i]!) === all.lastIndexOf(all[i]!);
  const called = (i: number) => (!isOne(names, i) && isOne(longer, i) ? longer[i] : names[i]);
  return nodes.map(({ unit }, i) => `${unit.code} ${called(i)}`).join('; ');
}

function fullest({ unit, parent }: Node): string {
  const above = [parent, parent?.parent].flatMap((one) => one?.unit.name ?? []);
  return above.length === 0 ? unit.name : `${unit.name} (${above.join(', ')})`;
}
