import { createHash } from 'node:crypto';

/**
 * The password that Excel itself uses where a workbook is protected but opens for anybody
 * (MS-OFFCRYPTO §2.2, MS-XLS §2.2.10), and tries before it asks.
 */
export const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** As all but the oldest encryption take it. */
export const PASSWORD_BYTES = Buffer.from(DEFAULT_PASSWORD, 'utf16le');

/** The hash of several pieces one behind the other. */
export function digest(algorithm: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** A number in four bytes, the least significant first. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
