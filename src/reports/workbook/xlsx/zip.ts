import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, 00:00: the same parts give the same bytes at any hour. */
const DOS_DATE = 0x0021;
const VERSION = 20;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;
/** A few per cent larger than zlib's usual 6, in little more than half its time. */
const LEVEL = 4;

export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A part as it lies in the archive. */
export interface Packed {
  readonly path: string;
  readonly facts: Buffer;
  readonly bytes: Buffer;
}

/** Packs one part: what it was made of need not be kept. */
export function packed({ path, content }: Part): Packed {
  const raw = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const bytes = deflateRawSync(raw, { level: LEVEL });
  return { path, facts: fileFacts(raw, bytes, Buffer.from(path, 'utf8')), bytes };
}

/** An archive of parts, in their order (APPNOTE 6.3, without its extensions). */
export function zip(parts: readonly Packed[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, facts, bytes } of parts) {
    const name = Buffer.from(path, 'utf8');
    files.push(signed(0x04034b50, facts), name, bytes);
    directory.push(entry(facts, offset), name);
    offset += 30 + name.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...files, list, end(parts.length, list.length, offset)]);
}

/** What the local header and the directory say of a file, 26 bytes. */
function fileFacts(raw: Uint8Array, packed: Buffer, name: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  // APPNOTE 4.4.4, bit 11: the name is UTF-8; said only where it is not ASCII.
  if (name.some((byte) => byte > 0x7f)) facts.writeUInt16LE(UTF8_NAME, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(DOS_DATE, 8);
  facts.writeUInt32LE(crc32(raw), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(raw.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function signed(signature: number, facts: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature, 0);
  return Buffer.concat([head, facts]);
}

function entry(facts: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION, 0);
  return signed(0x02014b50, Buffer.concat([made, facts, rest]));
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
