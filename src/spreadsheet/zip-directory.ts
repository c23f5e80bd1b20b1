import { damagedError, limitError, MAX_ZIP_DIRECTORY_BYTES, MAX_ZIP_ENTRIES } from './limits.js';
import type { Source } from './source.js';

/**
 * The directory of a zip, by PKWARE's APPNOTE 6.3.10. It is read first and alone
 * believed: local headers may carry no sizes (data descriptors), and bytes between the
 * entries may be anything.
 *
 * Why not yauzl: it hands out entries one event at a time and opens a stream for each.
 * On 300 workbooks of ten parts that took as long as the whole of our reading.
 */

export interface ZipEntry {
  /** As the zip has it. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_LENGTH = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const ZIP64_EXTRA = 0x0001;
const NOT_HERE_16 = 0xffff;
const NOT_HERE_32 = 0xffffffff;

interface End {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory ends, if nothing lies between it and the end record. */
  readonly directoryEnd: number;
}

/**
 * The entries by part name (see `partKey`). Two entries of one name are refused unless
 * they hold the same: which of them a program reads would be anyone's guess.
 */
export function readZipDirectory(source: Source): Map<string, ZipEntry> {
  const end = readEnd(source);
  if (end.entries > MAX_ZIP_ENTRIES) throw limitError('zip-entries', MAX_ZIP_ENTRIES);
  if (end.size > MAX_ZIP_DIRECTORY_BYTES) {
    throw limitError('zip-directory-bytes', MAX_ZIP_DIRECTORY_BYTES);
  }
  // Bytes put before the zip shift every offset by as many (a self-extracting stub does so).
  const shift = end.directoryEnd - end.size - end.offset;
  const base = shift > 0 && !isEntryAt(source, end.offset) ? shift : 0;
  const directory = source.read(end.offset + base, end.size);
  return readEntries(directory, end.entries, base, source.size);
}

/** Part names are compared without case, and some writers put backslashes (OPC §6.2.2). */
export function partKey(name: string): string {
  const path = name.includes('\\') ? name.replaceAll('\\', '/') : name;
  return (path.startsWith('/') ? path.replace(/^\/+/, '') : path).toLowerCase();
}

function readEnd(source: Source): End {
  const length = Math.min(source.size, END_LENGTH + MAX_COMMENT + ZIP64_LOCATOR_LENGTH);
  const start = source.size - length;
  const tail = source.read(start, length);
  for (let at = length - END_LENGTH; at >= 0; at--) {
    if (tail[at] === 0x50 && tail.readUInt32LE(at) === END_SIGNATURE) {
      const plain = {
        entries: tail.readUInt16LE(at + 10),
        size: tail.readUInt32LE(at + 12),
        offset: tail.readUInt32LE(at + 16),
        directoryEnd: start + at,
      };
      return needsZip64(plain) ? readZip64End(source, tail, at) : plain;
    }
  }
  throw damagedError('the zip has no end record');
}

function needsZip64(end: End): boolean {
  return end.entries === NOT_HERE_16 || end.size === NOT_HERE_32 || end.offset === NOT_HERE_32;
}

function readZip64End(source: Source, tail: Buffer, endAt: number): End {
  const at = endAt - ZIP64_LOCATOR_LENGTH;
  if (at < 0 || tail.readUInt32LE(at) !== ZIP64_LOCATOR_SIGNATURE) {
    throw damagedError('the zip64 locator is missing');
  }
  const offset = Number(tail.readBigUInt64LE(at + 8));
  const record = source.read(offset, ZIP64_END_LENGTH);
  if (record.readUInt32LE(0) !== ZIP64_END_SIGNATURE) {
    throw damagedError('the zip64 end record is missing');
  }
  return {
    entries: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
    directoryEnd: offset,
  };
}

function isEntryAt(source: Source, offset: number): boolean {
  if (offset + 4 > source.size) return false;
  return source.read(offset, 4).readUInt32LE(0) === ENTRY_SIGNATURE;
}

function readEntries(
  directory: Buffer,
  count: number,
  base: number,
  fileSize: number,
): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > directory.length || u32(directory, at) !== ENTRY_SIGNATURE) {
      throw damagedError('the zip directory is broken');
    }
    const nameEnd = at + ENTRY_LENGTH + u16(directory, at + 28);
    const extraEnd = nameEnd + u16(directory, at + 30);
    if (extraEnd > directory.length) throw damagedError('the zip directory is broken');
    const entry = readEntry(directory, at, nameEnd, extraEnd, base);
    addEntry(entries, entry);
    packed += entry.packedSize;
    at = extraEnd + u16(directory, at + 32);
  }
  // Entries that share their bytes are how a small zip becomes a large bomb.
  if (packed > fileSize) throw damagedError('entries of the zip overlap');
  return entries;
}

function readEntry(
  directory: Buffer,
  at: number,
  nameEnd: number,
  extraEnd: number,
  base: number,
): ZipEntry {
  let packedSize = u32(directory, at + 20);
  let size = u32(directory, at + 24);
  let offset = u32(directory, at + 42);
  if (packedSize === NOT_HERE_32 || size === NOT_HERE_32 || offset === NOT_HERE_32) {
    // APPNOTE 4.5.3: the extra field holds, in this order, only what is not in the entry.
    const next = zip64Numbers(directory, nameEnd, extraEnd);
    if (size === NOT_HERE_32) size = next();
    if (packedSize === NOT_HERE_32) packedSize = next();
    if (offset === NOT_HERE_32) offset = next();
  }
  return {
    name: directory.toString(undefined, at + ENTRY_LENGTH, nameEnd),
    method: u16(directory, at + 10),
    encrypted: (u16(directory, at + 8) & 1) === 1,
    crc: u32(directory, at + 16),
    packedSize,
    size,
    offset: offset + base,
  };
}

/** As `readUInt16LE`, whose checks cost more than the reading: thousands of entries add up. */
function u16(bytes: Buffer, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

function u32(bytes: Buffer, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

function zip64Numbers(directory: Buffer, start: number, end: number): () => number {
  let at = start;
  while (at + 4 <= end && directory.readUInt16LE(at) !== ZIP64_EXTRA) {
    at += 4 + directory.readUInt16LE(at + 2);
  }
  at += 4;
  return () => {
    if (at + 8 > end) throw damagedError('a zip64 entry is broken');
    at += 8;
    return Number(directory.readBigUInt64LE(at - 8));
  };
}

function addEntry(entries: Map<string, ZipEntry>, entry: ZipEntry): void {
  const key = partKey(entry.name);
  const other = entries.get(key);
  if (other !== undefined && (other.crc !== entry.crc || other.size !== entry.size)) {
    throw damagedError('two entries of the zip have one name', { part: key });
  }
  entries.set(key, entry);
}
