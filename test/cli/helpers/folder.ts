import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { runIn } from './run-in.js';

/** A folder that each test has to itself. */
export function ownFolder() {
  let dir: string;
  beforeEach(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-')));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const at = (...path: string[]) => join(dir, ...path);
  return {
    at,
    /** A file of lines, with the folders that it lies in. */
    put(path: string, lines: readonly string[]): void {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), `${lines.join('\n')}\n`);
    },
    ccds: (...args: string[]) => runIn(dir, ...args),
  };
}
