import { writeFile } from 'node:fs/promises';
import { growSlowlyOnceLarge } from '../../core/heap.js';
import { type Stamp, stamping } from '../../reports/data/index.js';

/** Writes a text as its pieces are made, so that it is never held whole; what it came to. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<Stamp> {
  const { add, stamp } = stamping();
  async function* stamped() {
    for (const piece of pieces) {
      growSlowlyOnceLarge();
      add(piece);
      yield piece;
    }
  }
  await writeFile(path, stamped());
  return stamp();
}
