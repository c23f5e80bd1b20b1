import type { Readable } from 'node:stream';
import { crc32, createGunzip, inflateRawSync } from 'node:zlib';
import { codeOf } from '../core/error-code.js';
import {
  damagedError,
  type Limits,
  limitError,
  MAX_SMALL_PART_BYTES,
  RATIO_FREE_BYTES,
} from './limits.js';
import type { Source } from './source.js';
import { SpreadsheetError } from './types.js';
import { partKey, readZipDirectory, type ZipEntry } from './zip-directory.js';

/** The parts of a zip, checked against their checksums and the limits. */
export interface ZipParts {
  readonly names: Iterable<string>;
  has(name: string): boolean;
  /** Inflated size as declared: `read` and `stream` hold the part to it. */
  size(name: string): number;
  /** The whole part at once, or null where there is none. It may be shared: nobody writes to it. */
  read(name: string, maxBytes: number): Buffer | null;
  /** The part piece by piece. The checksum is verified at its end. */
  stream(name: string): AsyncGenerator<Buffer, void>;
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
/** What deflate can do at its best (zlib's documentation: 1032 to 1). */
const MAX_DEFLATE_RATIO = 1032;
const STREAM_CHUNK = 1024 * 1024;

/**
 * Opens a zip, whose parts are read as they are asked for, by their names without case.
 * @throws SpreadsheetError `damaged` where there is no directory; reading throws it too, and `limit`
 */
export function openZip(source: Source, limits: Limits): ZipParts {
  const entries = readZipDirectory(source);
  const budget = new Budget(source.size, limits);
  const find = (name: string) => entries.get(partKey(name));
  return {
    names: entries.keys(),
    has: (name) => find(name) !== undefined,
    size: (name) => find(name)?.size ?? 0,
    read(name, maxBytes) {
      const entry = find(name);
      if (entry === undefined) return null;
      if (entry.size > maxBytes) throw limitError('part-bytes', maxBytes, { part: entry.name });
      budget.spend(entry);
      const isSmall = maxBytes <= MAX_SMALL_PART_BYTES;
      return isSmall ? readSmallPart(source, entry) : readPart(source, entry);
    },
    stream(name) {
      const entry = find(name);
      if (entry === undefined) throw damagedError('a part is missing', { part: name });
      budget.spend(entry);
      return streamPart(source, entry);
    },
  };
}

/**
 * Counts what was inflated, each part once however often it is read. Declared sizes serve
 * here, because no part gets past its declared size.
 */
class Budget {
  private readonly spent = new Set<ZipEntry>();
  private total = 0;

  constructor(
    private readonly fileSize: number,
    private readonly limits: Limits,
  ) {}

  spend(entry: ZipEntry): void {
    if (this.spent.has(entry)) return;
    this.spent.add(entry);
    this.total += entry.size;
    const { maxInflatedBytes, maxRatio } = this.limits;
    if (this.total > maxInflatedBytes) {
      throw limitError('inflated-bytes', maxInflatedBytes, { part: entry.name });
    }
    if (this.total > RATIO_FREE_BYTES && this.total > maxRatio * this.fileSize) {
      throw limitError('ratio', maxRatio, { part: entry.name });
    }
  }
}

function readPart(source: Source, entry: ZipEntry): Buffer {
  const packed = source.read(dataOffset(source, entry), entry.packedSize);
  return checked(entry.method === STORED ? packed : inflate(packed, entry), entry);
}

function checked(bytes: Buffer, entry: ZipEntry): Buffer {
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw checksumError(entry);
  return bytes;
}

/**
 * A part that says how others belong together, or how cells look: a program writes the same into
 * each of its workbooks, so that it is inflated once. Nobody may write to it.
 */
function readSmallPart(source: Source, entry: ZipEntry): Buffer {
  if (entry.method !== DEFLATED || entry.size > MOST_KEPT) return readPart(source, entry);
  const packed = source.read(dataOffset(source, entry), entry.packedSize);
  const known = smallParts.get(entry.crc);
  if (known?.bytes.length === entry.size && known.packed.equals(packed)) return known.bytes;
  const bytes = checked(inflate(packed, entry), entry);
  if (smallParts.size >= MOST_SMALL) smallParts.clear();
  // What is kept is not the file's own buffer.
  smallParts.set(entry.crc, { packed: Buffer.from(packed), bytes });
  return bytes;
}

const MOST_KEPT = 64 * 1024;
const MOST_SMALL = 64;
/** By their checksums. */
const smallParts = new Map<number, { readonly packed: Buffer; readonly bytes: Buffer }>();

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.size === 0) return Buffer.alloc(0);
  // One chunk of the declared size spares zlib growing and joining; a lie about the size
  // can make it neither larger than deflate allows, nor the output larger than declared.
  const bound = Math.min(entry.size, entry.packedSize * MAX_DEFLATE_RATIO);
  try {
    return inflateRawSync(packed, {
      maxOutputLength: entry.size,
      chunkSize: Math.max(64, bound + 1),
    });
  } catch (error) {
    throw inflateError(error, entry);
  }
}

async function* streamPart(source: Source, entry: ZipEntry): AsyncGenerator<Buffer, void> {
  const start = dataOffset(source, entry);
  const packed = source.stream(start, start + entry.packedSize);
  const isStored = entry.method === STORED;
  const chunks = isStored ? packed : inflateStream(packed, entry);
  let size = 0;
  let crc = isStored ? 0 : entry.crc;
  try {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.size) throw checksumError(entry);
      if (isStored) crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw inflateError(error, entry);
  } finally {
    packed.destroy();
  }
  if (size !== entry.size || crc !== entry.crc) throw checksumError(entry);
}

/** Of a gzip file's ten bytes (RFC 1952 §2.3.1): deflated, no name, no time. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * The part is handed on as a gzip file, with its checksum at the end: so zlib's thread
 * verifies what it inflates, two chunks ahead, while ours looks at what is there.
 */
function inflateStream(packed: Readable, { crc, size }: ZipEntry): NodeJS.ReadableStream {
  const inflater = createGunzip({
    chunkSize: STREAM_CHUNK,
    ...{ readableHighWaterMark: 2 * STREAM_CHUNK },
  });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc);
  trailer.writeUInt32LE(size % 2 ** 32, 4);
  inflater.write(GZIP_HEADER);
  packed.on('error', (error) => inflater.destroy(error));
  packed.on('end', () => inflater.end(trailer));
  return packed.pipe(inflater, { end: false });
}

/** Where the entry's bytes begin: its local header says how long it is, and no more. */
function dataOffset(source: Source, entry: ZipEntry): number {
  if (entry.encrypted) {
    throw new SpreadsheetError('encrypted', `${entry.name} is encrypted`, { part: entry.name });
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new SpreadsheetError('unsupported', `zip method ${entry.method} is not supported`, {
      kind: 'zip-method',
      method: entry.method,
      part: entry.name,
    });
  }
  const header = source.read(entry.offset, LOCAL_LENGTH);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    throw damagedError('a local header of the zip is broken', { part: entry.name });
  }
  return entry.offset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function checksumError(entry: ZipEntry): SpreadsheetError {
  return damagedError('the checksum does not fit', { part: entry.name });
}

/** What zlib says of a gzip file's last eight bytes. */
const WRONG_CHECKSUM = /^incorrect (?:data|length) check$/;

/** zlib's own codes are damage; anything else (an I/O error, a bug) passes through. */
function inflateError(error: unknown, entry: ZipEntry): unknown {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  if (code === 'ERR_BUFFER_TOO_LARGE' || WRONG_CHECKSUM.test(message)) return checksumError(entry);
  if (!code.startsWith('Z_')) return error;
  return damagedError('the packed bytes are broken', { part: entry.name, code });
}
