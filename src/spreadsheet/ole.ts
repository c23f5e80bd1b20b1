import { damagedError } from './limits.js';
import type { Source } from './source.js';

const HEADER_LENGTH = 512;
const ENTRY_LENGTH = 128;
const END_OF_CHAIN = 0xfffffffe;
const HEADER_DIFAT_ENTRIES = 109;
/** Of the directory: 8,192 entries in sectors of 512 bytes. A workbook has a dozen. */
const MAX_DIRECTORY_SECTORS = 2048;

/**
 * The names in the directory of an OLE compound file (MS-CFB): enough to tell an old workbook
 * from an encrypted new one, and from the other documents that come in this container.
 * @throws SpreadsheetError `damaged`
 */
export function readOleNames(source: Source): string[] {
  const header = source.read(0, HEADER_LENGTH);
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damagedError('the OLE header is broken');
  const size = 1 << shift;
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let i = 0; sector < END_OF_CHAIN; i++) {
    if (i >= MAX_DIRECTORY_SECTORS) throw damagedError('the OLE directory does not end');
    const bytes = readSector(source, sector, size);
    for (let at = 0; at < size; at += ENTRY_LENGTH) {
      const nameLength = bytes.readUInt16LE(at + 64);
      if (nameLength < 2 || nameLength > 64) continue;
      names.push(bytes.toString('utf16le', at, at + nameLength - 2));
    }
    sector = nextSector(source, header, sector, size);
  }
  return names;
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
