import { execFileSync, spawnSync } from 'node:child_process';

/** Debian's own Python: its modules are not on every other one's path. */
const PYTHON = '/usr/bin/python3';

const has = (code: string) => spawnSync(PYTHON, ['-c', code], { stdio: 'ignore' }).status === 0;
/** Whether the Python writers are installed; CI sets `CCDS_NO_SKIP`, so that none is skipped. */
export const hasWriters =
  has('import openpyxl, xlsxwriter') || process.env.CCDS_NO_SKIP !== undefined;

/** Runs a program of Python and gives what it prints, as JSON. */
export function python(code: string, ...args: string[]): unknown {
  const out = execFileSync(PYTHON, ['-c', code, ...args], { encoding: 'utf8' });
  return out === '' ? null : JSON.parse(out);
}
