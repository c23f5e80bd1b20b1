/** What a disk in the machine takes at most to answer, in milliseconds; a network takes longer. */
const QUICK_MS = 0.25;
/** So many answers may have come late at first, as a disk's first one does. */
const FIRST = 8;

/**
 * Asks of a disk what is asked of thousands of files. One in the machine is waited for, as its
 * answer comes sooner than another thread could be asked to get it; of one behind a network many
 * things are asked side by side.
 */
export class Disk {
  private asked = 0;
  private waitedMs = 0;

  /** @param now waits for the answer @param aside asks for it in passing */
  ask<T>(now: () => T, aside: () => Promise<T>): T | Promise<T> {
    if (this.waitedMs > QUICK_MS * Math.max(this.asked, FIRST)) return aside();
    const start = performance.now();
    try {
      return now();
    } finally {
      this.asked++;
      this.waitedMs += performance.now() - start;
    }
  }
}
