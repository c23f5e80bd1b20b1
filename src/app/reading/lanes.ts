/** Works on the item of an index. */
export type Lane = (index: number) => Promise<void>;

/** A second file in hand for each thread, so that one is waited for while another is worked on. */
export const IN_HAND = 2;

/** The lanes of one thread. */
export function lanesOf(work: Lane): readonly Lane[] {
  return new Array<Lane>(IN_HAND).fill(work);
}

/** Works through indexes in several lanes at a time. What one throws ends all. */
export async function inLanes(indexes: Iterable<number>, lanes: readonly Lane[]): Promise<void> {
  const left = indexes[Symbol.iterator]();
  let failed = false;
  const run = async (work: Lane): Promise<void> => {
    try {
      for (let next = left.next(); !next.done && !failed; next = left.next())
        await work(next.value);
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  await Promise.all(lanes.map(run));
}
