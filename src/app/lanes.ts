/** A second file in hand for each thread, so that one is waited for while another is worked on. */
export const FILES_IN_HAND = 2;

/** Works through indexes with so many under way at a time. What one throws ends it. */
export async function inLanes(
  indexes: Iterator<number, unknown, unknown> & Iterable<number>,
  lanes: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const lane = async () => {
    for (const index of indexes) await work(index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
