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

/** What was sealed, a piece at a time: none is to be trusted before the last has been taken. */
export interface Opened {
  next(bytes: number): Buffer;
  /** @throws Error where the bytes were not sealed with this secret, or were changed since */
  rest(): Buffer;
}

/** @throws Error where the bytes are too few */
export function open(sealed: Uint8Array, secret: Uint8Array): Opened {
  const decipher = createDecipheriv(CIPHER, secret, sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  let at = SEAL_BYTES;
  decipher.setAuthTag(sealed.subarray(NONCE, at));
  const next = (bytes: number) => {
    const piece = sealed.subarray(at, at + bytes);
    at += bytes;
    return decipher.update(piece);
  };
  return {
    next,
    rest() {
      const bytes = next(sealed.length - at);
      // Of this cipher nothing more comes out: this only tells whether the bytes are the sealed ones.
      decipher.final();
      return bytes;
    },
  };
}
