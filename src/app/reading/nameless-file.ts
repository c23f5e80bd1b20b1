import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bufferOf } from '../../core/buffer-of.js';
import { EnvironmentError } from '../../core/errors.js';
import type { Fetch } from '../../forms/list-bytes.js';
import { systemCode } from '../system/error.js';

const CIPHER = 'aes-256-ctr';
const KEY = 32;
/** What the cipher counts in; every piece begins on a whole one. */
const BLOCK = 16;
/** Of one list much is asked in a row, also in turn with a few others. */
const REMEMBERED = 8;

/**
 * A file in the system's temporary folder that bears no name, so that it ends with the process,
 * however that ends. What is written is encrypted with a key that is nowhere but in memory: the
 * numbers of identity papers are among it.
 */
export class NamelessFile {
  private readonly file: number;
  private readonly key = randomBytes(KEY);
  private end = 0;
  private readonly last = new Map<number, ArrayBuffer>();

  /** @throws where the system does */
  constructor() {
    this.file = openNameless();
    unused.register(this, this.file);
  }

  /** @returns what reads the bytes back. @throws where the system does */
  put(bytes: ArrayBuffer): Fetch {
    const at = this.end;
    const text = createCipheriv(CIPHER, this.key, counterAt(at)).update(new Uint8Array(bytes));
    this.write(text, at);
    this.end = at + BLOCK * Math.max(1, Math.ceil(text.length / BLOCK));
    return this.fetching(at, text.length);
  }

  /** Apart from where the bytes are put: what it gives would hold them in memory. */
  private fetching(at: number, length: number): Fetch {
    return () => this.lastOr(at, () => this.read(at, length));
  }

  private write(text: Buffer, at: number): void {
    for (let done = 0; done < text.length; )
      done += writeSync(this.file, text, done, text.length - done, at + done);
  }

  private lastOr(at: number, read: () => ArrayBuffer): ArrayBuffer {
    const known = this.last.get(at);
    if (known !== undefined) return known;
    if (this.last.size === REMEMBERED) this.last.delete(this.last.keys().next().value!);
    const bytes = read();
    this.last.set(at, bytes);
    return bytes;
  }

  private read(at: number, length: number): ArrayBuffer {
    const text = Buffer.allocUnsafe(length);
    try {
      for (let done = 0; done < length; ) {
        const read = readSync(this.file, text, done, length - done, at + done);
        if (read === 0) throw Object.assign(new Error('cut'), { code: 'EIO' });
        done += read;
      }
    } catch (error) {
      throw new EnvironmentError('temporary-unreadable', { detail: systemCode(error) });
    }
    return bufferOf(createDecipheriv(CIPHER, this.key, counterAt(at)).update(text));
  }
}

/** Closes a file that nothing can be read from any more. */
const unused = new FinalizationRegistry<number>((file) => closeSync(file));

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'ccds-'));
  try {
    return openSync(join(folder, 'numbers'), 'wx+', 0o600);
  } finally {
    // Older Windows keeps a file that is open.
    if (!isRemoved(folder)) process.once('exit', () => isRemoved(folder));
  }
}

function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** No two pieces are encrypted alike: the count goes on from one to the next. */
function counterAt(at: number): Buffer {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(at / BLOCK), BLOCK - 8);
  return counter;
}
