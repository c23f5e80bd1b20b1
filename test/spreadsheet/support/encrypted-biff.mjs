// Encrypts an `.xls` as Excel does (MS-XLS §2.2.10), to see it decrypted: a FilePass record
// goes behind the first, and the content of nearly all others is changed.
import { createHash } from 'node:crypto';
import * as XLSX from '@e965/xlsx';

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const PLAIN = [0x809, FILE_PASS, 0xe1];

/**
 * @param {Buffer} file
 * @param {{ filePass: Buffer, change(bytes: Buffer, at: number, length: number): Buffer }} encryption
 *   of bytes from that place of the stream to the end of their record, which has that length
 * @returns {Buffer}
 */
export function encryptedBiff(file, { filePass, change }) {
  const container = XLSX.CFB.read(file, { type: 'buffer' });
  const entry = XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book');
  const plain = Buffer.from(entry.content);
  const bofEnd = 4 + plain.readUInt16LE(2);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(FILE_PASS, 0);
  head.writeUInt16LE(filePass.length, 2);
  const added = Buffer.concat([head, filePass]);
  const stream = Buffer.concat([plain.subarray(0, bofEnd), added, plain.subarray(bofEnd)]);
  for (let at = 4; at <= stream.length; ) {
    const [id, length] = [stream.readUInt16LE(at - 4), stream.readUInt16LE(at - 2)];
    if (id === 0 && length === 0) break;
    if (id === BOUND_SHEET) stream.writeUInt32LE(stream.readUInt32LE(at) + added.length, at);
    const from = at + (id === BOUND_SHEET ? 4 : 0);
    if (!PLAIN.includes(id))
      change(stream.subarray(from, at + length), from, length).copy(stream, from);
    at += length + 4;
  }
  entry.content = stream;
  entry.size = stream.length;
  return XLSX.CFB.write(container, { type: 'buffer' });
}

/** Obfuscation (MS-OFFCRYPTO §2.3.7), for a password of 15 letters. */
export function obfuscated(password, key, biff8) {
  const letters = Buffer.from(password);
  const others = [...letters, 0xbb].map((byte, i) => {
    const mixed = byte ^ (i % 2 === 0 ? key & 0xff : key >> 8);
    return (mixed >> 1) | ((mixed & 1) << 7);
  });
  let verifier = 0;
  for (const byte of [letters.length, ...letters].reverse())
    verifier = ((verifier >> 14) | ((verifier << 1) & 0x7fff)) ^ byte;
  const filePass = Buffer.alloc(biff8 ? 6 : 4);
  filePass.writeUInt16LE(key, filePass.length - 4);
  filePass.writeUInt16LE(verifier ^ 0xce4b, filePass.length - 2);
  const change = (bytes, at, length) =>
    bytes.map((byte, i) => ((byte >> 3) | ((byte & 7) << 5)) ^ others[(at + i + length) % 16]);
  return { filePass, change };
}

/** RC4 by way of CryptoAPI (MS-OFFCRYPTO §2.3.5), with a key of so many bits. */
export function cryptoApi(password, bits) {
  const sha1 = (...parts) => createHash('sha1').update(Buffer.concat(parts)).digest();
  const salt = sha1(Buffer.from('muối')).subarray(0, 16);
  const base = sha1(salt, Buffer.from(password, 'utf16le'));
  const keyOf = (block) => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(block);
    const key = sha1(base, number).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const input = sha1(Buffer.from('đầu vào')).subarray(0, 16);
  const header = Buffer.alloc(34);
  header.writeUInt32LE(0x6801, 8);
  header.writeUInt32LE(0x8004, 12);
  header.writeUInt32LE(bits, 16);
  const start = Buffer.from('0100020002000400000022000000', 'hex');
  const sizes = [16, 20].map((size) => Buffer.from([size, 0, 0, 0]));
  const verifier = rc4(keyOf(0), Buffer.concat([input, sha1(input)]));
  const filePass = Buffer.concat([
    ...[start, header, sizes[0], salt, verifier.subarray(0, 16), sizes[1], verifier.subarray(16)],
  ]);
  /** What the bytes of each block are changed with. */
  const streams = [];
  const change = (bytes, at) =>
    bytes.map((byte, i) => {
      const [block, place] = [(at + i) >> 10, (at + i) % 1024];
      streams[block] ??= rc4(keyOf(block), Buffer.alloc(1024));
      return byte ^ streams[block][place];
    });
  return { filePass, change };
}

function rc4(key, bytes) {
  const s = Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + s[i] + key[i % key.length]) % 256;
    [s[i], s[j]] = [s[j], s[i]];
  }
  j = 0;
  return bytes.map((byte, at) => {
    const i = (at + 1) % 256;
    j = (j + s[i]) % 256;
    [s[i], s[j]] = [s[j], s[i]];
    return byte ^ s[(s[i] + s[j]) % 256];
  });
}
