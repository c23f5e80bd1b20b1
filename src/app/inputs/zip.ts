import { open, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise } from 'yauzl';
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
    const archive = await openArchive(path);
    for await (const entry of archive.eachEntry()) {
      if (members.length >= MAX_MEMBERS) throw limit('zip-members', MAX_MEMBERS);
      total += entry.uncompressedSize;
      if (total > MAX_ARCHIVE_BYTES) throw limit('zip-bytes', MAX_ARCHIVE_BYTES);
      if (!isFolder(entry)) members.push(listed(entry));
    }
  } catch (error) {
    throw asDamage(error);
  }
  return members;
}

const OPTIONS = { decodeStrings: false, validateEntrySizes: false };

/** What a download has put behind the archive is passed over, as other programs do. */
async function openArchive(path: string): ReturnType<typeof openPromise> {
  try {
    return await openPromise(path, OPTIONS);
  } catch (error) {
    if (!/^Invalid comment length/.test((error as Error).message)) throw error;
    const bytes = await readFile(path);
    const end = bytes.lastIndexOf(END_RECORD);
    const length = end + END_LENGTH + bytes.readUInt16LE(end + END_LENGTH - 2);
    return await fromBufferPromise(bytes.subarray(0, length), OPTIONS);
  }
}

const END_RECORD = 'PK\x05\x06';
/** Without its comment, the length of which stands last. */
const END_LENGTH = 22;

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

function listed(entry: Entry): ListedMember {
  return {
    name: memberName(entry),
    size: entry.uncompressedSize,
    mtime: savedTime(entry),
    encrypted: entry.isEncrypted(),
    member: {
      offset: entry.relativeOffsetOfLocalHeader,
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
  return best.getTime() === dos.getTime() ? new Date(known.getTime() - 7 * 3_600_000) : known;
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
