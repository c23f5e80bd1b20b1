// A tiny OLE compound file (MS-CFB): a header, one sector of allocation table, the
// directory, and the same content for every stream. Streams said to be of less than 4,096
// bytes would lie elsewhere, in sectors that they share.

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/**
 * @param {readonly string[]} names of the streams
 * @param {Uint8Array} [content]
 * @param {number} [size] that the directory says
 * @returns {Buffer}
 */
export function ole(names, content = Buffer.alloc(SECTOR), size = 4096) {
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  header.writeUInt32LE(0, 76);
  const entries = [entry('Root Entry', 5, END, 0), ...names.map((name) => entry(name, 2, 3, size))];
  const directory = Buffer.alloc(2 * SECTOR);
  entries.forEach((bytes, i) => {
    bytes.copy(directory, i * 128);
  });
  const table = Buffer.alloc(SECTOR, 0xff);
  const chain = [0xfffffffd, 2, END, 4, 5, 6, 7, 8, 9, 10, END, FREE];
  chain.forEach((next, i) => {
    table.writeUInt32LE(next, 4 * i);
  });
  const data = Buffer.alloc(8 * SECTOR);
  Buffer.from(content).copy(data);
  return Buffer.concat([header, table, directory, data]);
}

function entry(name, type, start, size) {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  bytes.fill(0xff, 68, 80);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
