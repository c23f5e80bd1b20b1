import { open, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise } from 'yauzl';
import { VIETNAM_AHEAD_IN_MS } from '../../core/days.js';
import { SpreadsheetError } from '../../spreadsheet/types.js';
import { memberName } from './zip-names.js';

/** More members than any province sends in one archive; listing them stays under 1 s. */
const MAX_MEMBERS = 20_000;
/** One member is held in memory whole: half of the 512 MB that a file may cost. */
const MAX_MEMBER_BYTES = 256 * 1024 * 1024;
/** All members together; inflating more takes longer than the 5 s a file may cost. */
const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024;

/** Where a member lies in its archive: enough to read it alone. Plain data. */
export interface ZipMember {
  /** Of the local header. */
  readonly offset: number;
  readonly method: number;
  readonly compressedSize: number;
  readonly crc32: number;
}

/** A file in an archive, as the archive lists it. */
export interface ListedMember {
  /** Path inside the archive, with `/`, in NFC. */
  readonly name: string;
  readonly size: number;
  readonly mtime: Date;
  readonly encrypted: boolean;
  readonly member: ZipMember;
}

/**
 * Lists the files of an archive from its central directory; nothing is inflated.
 * @throws SpreadsheetError `damaged` or `limit`; system errors as they come.
 */
export async function listArchive(path: string): Promise<ListedMember[]> {
  const members: ListedMember[] = [];
  let total = 0;
  try {
    const { archive, start } = await openArchive(path);
    for await (const entry of archive.eachEntry()) {
      if (members.length >= MAX_MEMBERS) throw limit('zip-members', MAX_MEMBERS);
      total += entry.uncompressedSize;
      if (total > MAX_ARCHIVE_BYTES) throw limit('zip-bytes', MAX_ARCHIVE_BYTES);
      if (!isFolder(entry)) members.push(listed(entry, start));
    }
  } catch (error) {
    throw asDamage(error);
  }
  return members;
}

const OPTIONS = { decodeStrings: false, validateEntrySizes: false };

interface OpenArchive {
  readonly archive: Awaited<ReturnType<typeof openPromise>>;
  /** Where in the file the archive begins: every offset in it counts from there. */
  readonly start: number;
}

/** What was put before or behind the archive, by a download say, is passed over, as other programs do. */
async function openArchive(path: string): Promise<OpenArchive> {
  const { start, end, size } = await extentOf(path);
  if (start === 0 && end === size) return { archive: await openPromise(path, OPTIONS), start };
  const bytes = (await readFile(path)).subarray(start, end);
  return { archive: await fromBufferPromise(bytes, OPTIONS), start };
}

const END_RECORD = 'PK\x05\x06';
/** Without its comment, the length of which stands last. */
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * Where an archive begins and ends in its file, by its last record; the whole file where that does
 * not tell.
 */
async function extentOf(path: string): Promise<{ start: number; end: number; size: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 2 * (END_LENGTH + MAX_COMMENT)));
    await file.read(tail, 0, tail.length, size - tail.length);
    const at = tail.lastIndexOf(END_RECORD, undefined, 'latin1');
    const whole = { start: 0, end: size, size };
    if (at < 0 || at + END_LENGTH > tail.length) return whole;
    const place = size - tail.length + at;
    const end = Math.min(size, place + END_LENGTH + tail.readUInt16LE(at + END_LENGTH - 2));
    const [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    const start = place - length - offset;
    if (start <= 0) return { ...whole, end };
    // A zip64 has more between its directory and its end.
    const entry = Buffer.alloc(4);
    await file.read(entry, 0, entry.length, place - length);
    return entry.readUInt32LE(0) === DIRECTORY_ENTRY ? { start, end, size } : { ...whole, end };
  } finally {
    await file.close();
  }
}

/**
 * Reads one member whole, its size and checksum verified.
 * @throws SpreadsheetError `damaged`, `limit` or `unsupported`; system errors as they come.
 */
export async function readMember(
  path: string,
  member: ZipMember,
  size: number,
): Promise<Uint8Array> {
  if (size > MAX_MEMBER_BYTES) throw limit('zip-member-bytes', MAX_MEMBER_BYTES);
  const bytes = await inflated(await compressedBytes(path, member), member, size);
  if (bytes.length !== size || crc32(bytes) !== member.crc32) throw damaged('checksum');
  return bytes;
}

function isFolder(entry: Entry): boolean {
  const last = entry.fileNameRaw.at(-1);
  return last === 0x2f || last === 0x5c;
}

function listed(entry: Entry, start: number): ListedMember {
  return {
    name: memberName(entry),
    size: entry.uncompressedSize,
    mtime: savedTime(entry),
    encrypted: entry.isEncrypted(),
    member: {
      offset: start + entry.relativeOffsetOfLocalHeader,
      method: entry.compressionMethod,
      compressedSize: entry.compressedSize,
      crc32: entry.crc32,
    },
  };
}

/** A zip keeps local time, if nothing better: Vietnam's (UTC+7), on whatever machine it is read. */
function savedTime(entry: Entry): Date {
  const dos = entry.getLastModDate({ timezone: 'UTC', forceDosFormat: true });
  const best = entry.getLastModDate({ timezone: 'UTC' });
  const known = Number.isNaN(best.getTime()) ? new Date(0) : best;
  return best.getTime() === dos.getTime() ? new Date(known.getTime() - VIETNAM_AHEAD_IN_MS) : known;
}

const LOCAL_HEADER = 30;

async function compressedBytes(path: string, member: ZipMember): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(LOCAL_HEADER);
    await file.read(header, 0, LOCAL_HEADER, member.offset);
    if (header.readUInt32LE(0) !== 0x04034b50) throw damaged('local header');
    const start = member.offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
    const { size } = await file.stat();
    if (start + member.compressedSize > size) throw damaged('truncated');
    const bytes = Buffer.alloc(member.compressedSize);
    await file.read(bytes, 0, bytes.length, start);
    return bytes;
  } finally {
    await file.close();
  }
}

const inflateAsync = promisify(
  inflateRaw as (
    bytes: Buffer,
    options: { maxOutputLength: number },
    done: (error: Error | null, result: Buffer) => void,
  ) => void,
);

async function inflated(bytes: Buffer, member: ZipMember, size: number): Promise<Buffer> {
  if (member.method === 0) return bytes;
  if (member.method !== 8) {
    throw new SpreadsheetError('unsupported', 'zip method', { kind: `zip-${member.method}` });
  }
  try {
    // One byte more than declared: a member that lies about its size is told apart.
    return await inflateAsync(bytes, { maxOutputLength: size + 1 });
  } catch (error) {
    throw damaged((error as Error).message);
  }
}

function damaged(detail: string): SpreadsheetError {
  return new SpreadsheetError('damaged', `zip: ${detail}`);
}

function limit(name: string, value: number): SpreadsheetError {
  return new SpreadsheetError('limit', `zip: ${name}`, { limit: name, value });
}

/** What yauzl throws over a malformed archive is a plain Error; the system's has a code. */
function asDamage(error: unknown): unknown {
  const known = error instanceof SpreadsheetError || (error as { code?: string }).code;
  if (known) return error;
  const { message } = error as Error;
  return /multi-disk/i.test(message)
    ? new SpreadsheetError('unsupported', message, { kind: 'zip-split' })
    : damaged(message);
}
