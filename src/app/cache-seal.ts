import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Encrypts bytes: nonce, tag, then the text. @param secret 32 bytes */
export function seal(bytes: Uint8Array, secret: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secret, nonce);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** @throws Error where the bytes were not sealed with this secret, or were changed since */
export function open(sealed: Uint8Array, secret: Uint8Array): Buffer {
  const decipher = createDecipheriv(CIPHER, secret, sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const bytes = decipher.update(sealed.subarray(NONCE + TAG));
  // Of this cipher nothing more comes out: this only tells whether the bytes are the sealed ones.
  decipher.final();
  return bytes;
}
