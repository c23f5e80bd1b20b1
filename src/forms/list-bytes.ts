/** Gets bytes that were put away; it keeps none of them. @throws where the disk does */
export type Fetch = () => ArrayBuffer;

/** The bytes that lists lie in: in memory, or put away until they are asked for. */
export class ListBytes {
  /** Of lists that hardly any run looks at again. */
  readonly isSeldom: boolean;
  private here: ArrayBuffer | null;
  private fetch: Fetch | null = null;

  constructor(buffer: ArrayBuffer, isSeldom: boolean) {
    this.here = buffer;
    this.isSeldom = isSeldom;
  }

  get buffer(): ArrayBuffer {
    return this.here ?? this.fetch!();
  }

  /** How many bytes are held in memory. */
  get held(): number {
    return this.here?.byteLength ?? 0;
  }

  /** Lets go of the bytes. @param put puts them away; null where it can't, and they stay */
  putAway(put: (bytes: ArrayBuffer) => Fetch | null): void {
    if (this.here === null) return;
    this.fetch = put(this.here);
    if (this.fetch !== null) this.here = null;
  }
}
