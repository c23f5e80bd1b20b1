import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { damagedError, IN_MEMORY_FILE_BYTES } from './limits.js';
import { unsupported } from './sniff.js';

/** Bytes that can be read at any place: a file, or what is already in memory. */
export interface Source {
  readonly size: number;
  /** `length` bytes from `offset`. Fewer are an error: the file ends early. */
  read(offset: number, length: number): Buffer;
  /** The bytes from `start` up to `end` (exclusive), piece by piece. */
  stream(start: number, end: number): Readable;
  close(): void;
}

const STREAM_PIECE = 256 * 1024;

/** Bytes that are in memory already; they are not copied. */
export function memorySource(bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read(offset, length) {
      assertInside(offset, length, buffer.length);
      return buffer.subarray(offset, offset + length);
    },
    stream: (start, end) => Readable.from(pieces(buffer, start, end), { objectMode: false }),
    close() {},
  };
}

/**
 * A small file is read at once and closed: no handle stays open while a caller thinks,
 * and one call is faster than six. Throws what `node:fs` throws (ENOENT, EACCES, …).
 */
export function fileSource(path: string): Source {
  const fd = openSync(path, READ_AT_ONCE);
  try {
    const info = fstatSync(fd);
    if (info.isFIFO() || info.isCharacterDevice()) throw unsupported('pipe');
    const { size } = info;
    if (size > IN_MEMORY_FILE_BYTES) return openFileSource(fd, size);
    const bytes = readFully(fd, 0, size);
    closeSync(fd);
    return memorySource(bytes);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** A pipe that nobody writes to would be waited for without end (Windows knows no such flag). */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function openFileSource(fd: number, size: number): Source {
  let open = true;
  return {
    size,
    read(offset, length) {
      assertInside(offset, length, size);
      return readFully(fd, offset, length);
    },
    stream: (start, end) => Readable.from(filePieces(fd, start, end), { objectMode: false }),
    close() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}

function readFully(fd: number, offset: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const count = readSync(fd, buffer, done, length - done, offset + done);
    if (count === 0) throw damagedError('the file ends early');
    done += count;
  }
  return buffer;
}

function assertInside(offset: number, length: number, size: number): void {
  if (!(offset >= 0 && length >= 0 && offset + length <= size)) {
    throw damagedError('the file ends early');
  }
}

function* pieces(buffer: Buffer, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += STREAM_PIECE) {
    yield buffer.subarray(at, Math.min(end, at + STREAM_PIECE));
  }
}

/** Read synchronously: a piece in the page cache takes less than a trip through the loop. */
function* filePieces(fd: number, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += STREAM_PIECE) {
    yield readFully(fd, at, Math.min(end - at, STREAM_PIECE));
  }
}
