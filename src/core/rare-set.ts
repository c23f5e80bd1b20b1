/** A set that mostly stays empty, of which there are thousands: it takes room once it holds something. */
export class RareSet<T> implements Iterable<T> {
  private items: Set<T> | null = null;

  get size(): number {
    return this.items?.size ?? 0;
  }

  has(item: T): boolean {
    return this.items?.has(item) ?? false;
  }

  add(item: T): void {
    this.items ??= new Set();
    this.items.add(item);
  }

  [Symbol.iterator](): Iterator<T> {
    return (this.items ?? NOTHING)[Symbol.iterator]() as Iterator<T>;
  }
}

const NOTHING: ReadonlySet<unknown> = new Set();
