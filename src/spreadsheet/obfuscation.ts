import type { RecordCipher } from './biff-encryption.js';
import { DEFAULT_PASSWORD } from './default-password.js';

/**
 * The oldest way to hide a workbook (MS-OFFCRYPTO §2.3.7): bytes are turned, and combined
 * with 16 others. `header` is a key and a verifier. Null where
 * Excel's own password is not the one.
 */
export function obfuscation(header: Buffer): RecordCipher | null {
  if (header.readUInt16LE(2) !== verifier(PASSWORD)) return null;
  // Room for 16; that password has 15 letters, and what fills the last place is a constant.
  const others = [...PASSWORD, 0xbb].map((byte, i) => turned(byte ^ header[i % 2]!, 7));
  return (stream, from, { at, length }) => {
    for (let i = from; i < at + length; i++) {
      stream[i] = turned(stream[i]! ^ others[(i + length) % 16]!, 3);
    }
  };
}

const PASSWORD = Buffer.from(DEFAULT_PASSWORD, 'latin1');

/** A byte's bits, so many to the left and round. */
function turned(byte: number, bits: number): number {
  return ((byte << bits) | (byte >> (8 - bits))) & 0xff;
}

/** §2.3.7.1 */
function verifier(password: Uint8Array): number {
  const bytes = [password.length, ...password].reverse();
  const sum = bytes.reduce((sum, byte) => ((sum >> 14) | ((sum << 1) & 0x7fff)) ^ byte, 0);
  return sum ^ 0xce4b;
}
