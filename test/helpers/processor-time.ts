/**
 * How many times the processor time of one piece of work another needs: of each the least of
 * several turns, taken by turns, so that what else the machine does counts for little.
 */
export function timeRatio(work: () => unknown, other: () => unknown, turns = 4): number {
  const least = [Infinity, Infinity];
  for (let turn = 0; turn < turns; turn++)
    for (const [i, one] of [work, other].entries())
      least[i] = Math.min(least[i]!, processorTime(one));
  return least[1]! / least[0]!;
}

/**
 * How many times as long a thing of a size takes as 32 things of a 32nd of it: 1 where the time
 * is by the size, 32 where it is by its square.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const parts = () => {
    for (let i = 0; i < 32; i++) work(size / 32);
  };
  return timeRatio(parts, () => work(size));
}

/**
 * Processor time of this process that work takes, in seconds: unlike the time that passes, what
 * else the machine does counts for little.
 */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
