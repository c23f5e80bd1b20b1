/**
 * A 53-bit hash of character codes, never 0: compact keys for telling duplicates apart. Over
 * a million keys the chance of any collision is about 1 in 18,000. (Two rounds of 32-bit
 * multiply-and-mix, after Murmur's finalizer.)
 */
export class Hash53 {
  private a = 0;
  private b = 0;

  constructor() {
    this.begin();
  }

  /** Forgets what was added. */
  begin(): void {
    this.a = 0xdeadbeef | 0;
    this.b = 0x41c6ce57;
  }

  /** Adds the codes from `start` to before `end`. */
  add(codes: Uint16Array, start: number, end: number): void {
    let { a, b } = this;
    for (let i = start; i < end; i++) {
      const c = codes[i]!;
      a = Math.imul(a ^ c, 0x9e3779b1);
      b = Math.imul(b ^ c, 0x5f356495);
    }
    this.a = a;
    this.b = b;
  }

  /** The hash of all that was added. */
  get value(): number {
    let { a, b } = this;
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    return 0x100000000 * (b & 0x1fffff) + (a >>> 0) || 1;
  }
}
