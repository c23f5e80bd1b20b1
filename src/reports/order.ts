/** Compares by the first comparison that tells two things apart. */
export function byAll<T>(...compare: readonly ((a: T, b: T) => number)[]) {
  return (a: T, b: T): number => {
    for (const one of compare) {
      const difference = one(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
