import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own files: `dist/`, or `src/` where it runs from there. */
const PROGRAM = fileURLToPath(new URL('..', import.meta.url));
/** Pins the packages that it leans on. */
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url));

let known: Promise<string> | null = null;

/**
 * The program's version, told from its files: a build from other sources is another version,
 * whatever number it bears.
 */
export function programHash(): Promise<string> {
  known ??= hashAll();
  return known;
}

async function hashAll(): Promise<string> {
  const entries = await readdir(PROGRAM, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(js|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = await Promise.all([PACKAGE, ...files].map((file) => readFile(file)));
  const hash = createHash('sha256').update(process.version);
  for (const content of contents) hash.update(content).update('\n');
  return hash.digest('hex');
}
