// A tiny zip writer for tests and benchmarks. Every field of an entry can be set wrong.
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * @typedef {object} EntryOptions
 * @property {number} [method] 0 stored, 8 deflated (the default)
 * @property {number} [crc] @property {number} [size] @property {number} [packedSize]
 * @property {number} [flags] @property {boolean} [descriptor] sizes after the data
 * @property {boolean} [zip64] sizes and offset in a zip64 extra field
 * @property {number} [level] of the deflate
 * @property {number} [sameDataAs] index of the entry whose bytes this one claims
 */

/**
 * @param {readonly (readonly [string, string | Uint8Array, EntryOptions?])[]} entries
 * @param {{ prefix?: Uint8Array, suffix?: Uint8Array, comment?: string, zip64End?: boolean }} [options]
 * @returns {Buffer}
 */
export function zip(entries, options = {}) {
  const pieces = [Buffer.from(options.prefix ?? [])];
  let offset = 0;
  const directory = [];
  const offsets = [];
  for (const [name, content, entryOptions = {}] of entries) {
    const entry = pack(name, content, entryOptions);
    if (entryOptions.sameDataAs !== undefined) {
      directory.push(centralHeader(entry, offsets[entryOptions.sameDataAs]));
      continue;
    }
    const local = localHeader(entry);
    const descriptor = entry.descriptor ? dataDescriptor(entry) : Buffer.alloc(0);
    pieces.push(local, entry.packed, descriptor);
    directory.push(centralHeader(entry, offset));
    offsets.push(offset);
    offset += local.length + entry.packed.length + descriptor.length;
  }
  const central = Buffer.concat(directory);
  pieces.push(central, end(directory.length, central.length, offset, options));
  pieces.push(Buffer.from(options.suffix ?? []));
  return Buffer.concat(pieces);
}

/** What is longer is packed fast, not small. */
const LARGE = 4e6;

function pack(name, content, options) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const method = options.method ?? 8;
  const level = options.level ?? (bytes.length > LARGE ? 1 : 6);
  const packed = method === 8 ? deflateRawSync(bytes, { level }) : bytes;
  return {
    name: Buffer.from(name),
    method,
    packed,
    crc: options.crc ?? crc32(bytes),
    size: options.size ?? bytes.length,
    packedSize: options.packedSize ?? packed.length,
    flags: (options.flags ?? 0) | 0x800 | (options.descriptor ? 8 : 0),
    descriptor: options.descriptor ?? false,
    zip64: options.zip64 ?? false,
  };
}

function localHeader(entry) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(0x21, 12);
  if (!entry.descriptor) {
    header.writeUInt32LE(entry.crc, 14);
    header.writeUInt32LE(entry.packedSize >>> 0, 18);
    header.writeUInt32LE(entry.size >>> 0, 22);
  }
  header.writeUInt16LE(entry.name.length, 26);
  return Buffer.concat([header, entry.name]);
}

function dataDescriptor(entry) {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.crc, 4);
  descriptor.writeUInt32LE(entry.packedSize, 8);
  descriptor.writeUInt32LE(entry.size, 12);
  return descriptor;
}

function centralHeader(entry, offset) {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(0x21, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.packedSize, 20);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : entry.size, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : offset, 42);
  if (!entry.zip64) return Buffer.concat([header, entry.name]);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(entry.size), 4);
  extra.writeBigUInt64LE(BigInt(entry.packedSize), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  header.writeUInt16LE(extra.length, 30);
  return Buffer.concat([header, entry.name, extra]);
}

function end(count, size, offset, { comment = '', zip64End = false }) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  const small = zip64End || count > 0xfffe;
  record.writeUInt16LE(small ? 0xffff : count, 8);
  record.writeUInt16LE(small ? 0xffff : count, 10);
  record.writeUInt32LE(small ? 0xffffffff : size, 12);
  record.writeUInt32LE(small ? 0xffffffff : offset, 16);
  record.writeUInt16LE(Buffer.byteLength(comment), 20);
  const plain = Buffer.concat([record, Buffer.from(comment)]);
  return small ? Buffer.concat([zip64Records(count, size, offset), plain]) : plain;
}

function zip64Records(count, size, offset) {
  const records = Buffer.alloc(76);
  records.writeUInt32LE(0x06064b50, 0);
  records.writeBigUInt64LE(44n, 4);
  records.writeBigUInt64LE(BigInt(count), 24);
  records.writeBigUInt64LE(BigInt(count), 32);
  records.writeBigUInt64LE(BigInt(size), 40);
  records.writeBigUInt64LE(BigInt(offset), 48);
  records.writeUInt32LE(0x07064b50, 56);
  records.writeBigUInt64LE(BigInt(offset + size), 64);
  records.writeUInt32LE(1, 72);
  return records;
}
