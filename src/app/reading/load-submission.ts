import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { openWorkbook } from '../../spreadsheet/index.js';
import { type InputFile, sourceOf } from '../inputs/collect.js';
import { readSized } from '../system/read-sized.js';

/** Files up to this size are read in one go; larger ones are hashed as a stream. */
const WHOLE = 64 * 2 ** 20;
/** Of files that are only hashed, several are in hand at a time. */
const SMALL = 2 ** 20;

/** What a workbook is opened from, and the hash of its bytes. */
export async function loadSubmission(
  file: InputFile,
): Promise<{ open: Parameters<typeof openWorkbook>[0]; sha256: string }> {
  const source = await sourceOf(file);
  if (typeof source !== 'string') return { open: source, sha256: hash(source.bytes) };
  if (file.size > WHOLE) return { open: source, sha256: await hashFile(source) };
  const bytes = (await readSized(source, file.size)) ?? (await readFile(source));
  return { open: { name: file.name, bytes }, sha256: hash(bytes) };
}

/** A file that is not opened is still known by its hash; '' where it can't be read at all. */
export async function hashIfReadable(file: InputFile): Promise<string> {
  return hashSubmission(file).catch(() => '');
}

/** @throws Error where it can't be read */
export async function hashSubmission(file: InputFile): Promise<string> {
  const source = await sourceOf(file);
  if (typeof source !== 'string') return hash(source.bytes);
  const bytes = file.size > SMALL ? null : await readSized(source, file.size);
  return bytes === null ? hashFile(source) : hash(bytes);
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of a file's bytes, which are never held whole. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
