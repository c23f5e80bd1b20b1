import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** By which what is sealed is longer than the text. */
export const SEAL_BYTES = NONCE + TAG;

/** Encrypts bytes: nonce, tag, then the text. @param secret 32 bytes */
export function seal(pieces: readonly Uint8Array[], secret: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secret, nonce);
  const text = [...pieces.map((piece) => cipher.update(piece)), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...text]);
}

/** What was sealed. @throws Error where it was not sealed with this secret, or was changed since */
export function open(sealed: Uint8Array, secret: Uint8Array): Buffer {
  const decipher = createDecipheriv(CIPHER, secret, sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAuthTag(sealed.subarray(NONCE, SEAL_BYTES));
  const text = decipher.update(sealed.subarray(SEAL_BYTES));
  // Of this cipher nothing more comes out: this only tells whether the bytes are the sealed ones.
  decipher.final();
  return text;
}
