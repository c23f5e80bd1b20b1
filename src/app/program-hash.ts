import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** The program's own files: the bundle, or the modules that it is made of where they run. */
const PROGRAM = basename(HERE) === 'bundle' ? HERE : dirname(HERE);
/** Pins the packages that it leans on. */
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url));

let known: string | null = null;

/**
 * The program's version, told from its files' sizes and times: another build is another
 * version, whatever number it bears.
 */
export function programHash(): string {
  known ??= hashAll();
  return known;
}

function hashAll(): string {
  const hash = createHash('sha256').update(process.version).update(readFileSync(PACKAGE));
  const names = readdirSync(PROGRAM, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => /\.(c?js|ts)$/.test(one)).sort()) {
    const { size, mtimeMs } = statSync(join(PROGRAM, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
