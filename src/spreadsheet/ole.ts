import { damagedError } from './limits.js';
import type { Source } from './source.js';

/**
 * The directory of an OLE compound file (MS-CFB): enough of it to tell an old workbook
 * from an encrypted new one, and from the other documents that come in this container.
 */

export interface OleStream {
  readonly name: string;
  /** Offset of its first sector in the file; null where it shares sectors with others. */
  readonly offset: number | null;
}

const HEADER_LENGTH = 512;
const ENTRY_LENGTH = 128;
const END_OF_CHAIN = 0xfffffffe;
const HEADER_DIFAT_ENTRIES = 109;
/** Of the directory: 8,192 entries in sectors of 512 bytes. A workbook has a dozen. */
const MAX_DIRECTORY_SECTORS = 2048;

export function readOleStreams(source: Source): OleStream[] {
  const header = source.read(0, HEADER_LENGTH);
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damagedError('the OLE header is broken');
  const size = 1 << shift;
  const smallest = header.readUInt32LE(56);
  const streams: OleStream[] = [];
  let sector = header.readUInt32LE(48);
  for (let i = 0; sector < END_OF_CHAIN; i++) {
    if (i >= MAX_DIRECTORY_SECTORS) throw damagedError('the OLE directory does not end');
    const bytes = readSector(source, sector, size);
    for (let at = 0; at < size; at += ENTRY_LENGTH) {
      const nameLength = bytes.readUInt16LE(at + 64);
      if (nameLength < 2 || nameLength > 64) continue;
      const name = bytes.toString('utf16le', at, at + nameLength - 2);
      const own = bytes.readUInt32LE(at + 120) >= smallest;
      streams.push({ name, offset: own ? sectorOffset(bytes.readUInt32LE(at + 116), size) : null });
    }
    sector = nextSector(source, header, sector, size);
  }
  return streams;
}

/** Names are compared without case (MS-CFB §2.6.4): some writers put `WORKBOOK`. */
export function findStream(streams: readonly OleStream[], wanted: string): OleStream | undefined {
  return streams.find(({ name }) => name.toUpperCase() === wanted.toUpperCase());
}

function sectorOffset(sector: number, size: number): number {
  return (sector + 1) * size;
}

/** The last sector of a file is often cut short. */
function readSector(source: Source, sector: number, size: number): Buffer {
  const offset = sectorOffset(sector, size);
  const length = Math.min(size, source.size - offset);
  if (length <= 0) throw damagedError('the OLE container ends early');
  const bytes = Buffer.alloc(size);
  source.read(offset, length).copy(bytes);
  return bytes;
}

/** Looks a sector's successor up in the allocation table (MS-CFB §2.3). */
function nextSector(source: Source, header: Buffer, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  // The header lists the first 109 sectors of the table, which is 7 MB of sectors of 512
  // bytes. A directory that goes on beyond those is told well enough by its beginning.
  if (table >= HEADER_DIFAT_ENTRIES) return END_OF_CHAIN;
  const fat = readSector(source, header.readUInt32LE(76 + 4 * table), size);
  return fat.readUInt32LE((sector % perSector) * 4);
}

const RECORD_BOF = 0x0809;
const RECORD_FILEPASS = 0x002f;
const RECORD_WRITEPROT = 0x0086;

/**
 * Whether a BIFF workbook stream begins with a FILEPASS record (MS-XLS §2.4.117). A stream
 * too small for sectors of its own is left to whoever reads it.
 */
export function isEncryptedBiff(source: Source, { offset }: OleStream): boolean {
  const length = offset === null ? 0 : Math.min(256, source.size - offset);
  if (offset === null || length < 8) return false;
  const bytes = source.read(offset, length);
  let at = 0;
  while (at + 4 <= length) {
    const id = bytes.readUInt16LE(at);
    if (id === RECORD_FILEPASS) return true;
    if (id !== RECORD_BOF && id !== RECORD_WRITEPROT) return false;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}
