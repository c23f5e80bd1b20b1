/** Adds to the end of a list. `push(...more)` fails for want of stack from some 100,000 on. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
