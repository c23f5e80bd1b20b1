import type { RecordCipher } from './biff-encryption.js';
import { digest, PASSWORD_BYTES, uint32 } from './default-password.js';

/**
 * The encryption of BIFF8 (MS-OFFCRYPTO §2.3.5 and §2.3.6): bytes are combined with those
 * of a key that is another for each 1,024 bytes of the stream. Null where Excel's own
 * password is not the one.
 */
export function rc4(filePass: Buffer): RecordCipher | null {
  if (filePass.length < 54) return null;
  const oldest = filePass.readUInt16LE(2) === 1;
  const keyOf = oldest ? oldKeys(filePass.subarray(6)) : cryptoApiKeys(filePass.subarray(6));
  if (keyOf === null) return null;
  let block = -1;
  let keys = new Uint8Array(0);
  return (stream, from, { at, length }) => {
    for (let i = from; i < at + length; i++) {
      if (block !== Math.floor(i / BLOCK_LENGTH)) {
        block = Math.floor(i / BLOCK_LENGTH);
        keys = keyStream(keyOf(block), BLOCK_LENGTH);
      }
      stream[i]! ^= keys[i % BLOCK_LENGTH]!;
    }
  };
}

const BLOCK_LENGTH = 1024;

type KeyOfBlock = (block: number) => Buffer;

/** §2.3.6: keys of 40 bits, by MD5. */
function oldKeys(header: Buffer): KeyOfBlock | null {
  const short = digest('md5', PASSWORD_BYTES).subarray(0, 5);
  const pairs = Array.from({ length: 16 }, () => [short, header.subarray(0, 16)]).flat();
  const base = digest('md5', ...pairs).subarray(0, 5);
  const keyOf: KeyOfBlock = (block) => digest('md5', base, uint32(block));
  return fits('md5', keyOf(0), header.subarray(16, 32), header.subarray(32, 48)) ? keyOf : null;
}

/** §2.3.5: keys of 40 to 128 bits, by SHA-1. */
function cryptoApiKeys(header: Buffer): KeyOfBlock | null {
  const verifier = header.subarray(8 + header.readUInt32LE(4));
  const bytes = (header.readUInt32LE(24) || 40) / 8;
  if (verifier.length < 60 || bytes > 16) return null;
  const base = digest('sha1', verifier.subarray(4, 20), PASSWORD_BYTES);
  const keyOf: KeyOfBlock = (block) => {
    const key = digest('sha1', base, uint32(block)).subarray(0, bytes);
    return bytes === 5 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  return fits('sha1', keyOf(0), verifier.subarray(20, 36), verifier.subarray(40, 60))
    ? keyOf
    : null;
}

/** The header has some bytes and their hash, both encrypted: they tell a wrong password. */
function fits(algorithm: string, key: Buffer, input: Buffer, hash: Buffer): boolean {
  const bytes = Buffer.concat([input, hash]);
  const keys = keyStream(key, bytes.length);
  const plain = bytes.map((byte, i) => byte ^ keys[i]!);
  return digest(algorithm, plain.subarray(0, input.length)).equals(plain.subarray(input.length));
}

/** RC4, which `node:crypto` no longer has. */
function keyStream(key: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    const kept = s[i]!;
    s[i] = s[j]!;
    s[j] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 0xff;
    swap(i, j);
  }
  const keys = new Uint8Array(length);
  for (let at = 0, i = 0, j = 0; at < length; at++) {
    i = (i + 1) & 0xff;
    j = (j + s[i]!) & 0xff;
    swap(i, j);
    keys[at] = s[(s[i]! + s[j]!) & 0xff]!;
  }
  return keys;
}
