import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { distance } from '../../core/distance.js';
import { EnvironmentError } from '../../core/errors.js';
import { foldAccents } from '../../core/text.js';
import { exists } from '../system/exists.js';

/** Words that a name without quotation marks is at most taken to have come in. */
const MOST_WORDS = 10;
/** Letters by which a name that is meant may differ, of one with this many. */
const MOST_SLIPS = 2;
const LONG_ENOUGH = 6;

/**
 * The error of a path that nothing is at, with the one that may be meant: the same without accents,
 * spaces or case, or but for a slip, in the same folder; or several INPUTs that are one name with spaces.
 * @param inputs all that were given
 */
export async function missingInput(
  path: string,
  cwd: string,
  inputs: readonly string[] = [],
): Promise<EnvironmentError> {
  const near =
    path === '' ? null : ((await joined(path, cwd, inputs)) ?? (await likely(path, cwd)));
  return new EnvironmentError('input-missing', { path, near: near ?? '' });
}

/** `Báo`, `cáo`, `tháng`, `9`: `Báo cáo tháng 9`, where that is there. */
async function joined(
  path: string,
  cwd: string,
  inputs: readonly string[],
): Promise<string | null> {
  const first = inputs.indexOf(path);
  if (first < 0) return null;
  for (let end = first + 2; end <= Math.min(inputs.length, first + MOST_WORDS); end++) {
    const whole = inputs.slice(first, end).join(' ');
    if (await exists(resolve(cwd, whole))) return whole;
  }
  return null;
}

async function likely(path: string, cwd: string): Promise<string | null> {
  const [folder, name] = [dirname(path), basename(path)];
  const names = await readdir(resolve(cwd, folder)).catch(() => []);
  const wanted = keyOf(name);
  const most = wanted.length < LONG_ENOUGH ? 0 : MOST_SLIPS;
  const steps = names.map((one) => distance(wanted, keyOf(one), most));
  const least = Math.min(Infinity, ...steps);
  const nearest = names.filter((_, i) => steps[i] === least);
  if (wanted === '' || least === Infinity || nearest.length !== 1) return null;
  return folder === '.' ? nearest[0]! : join(folder, nearest[0]!);
}

function keyOf(name: string): string {
  return foldAccents(name)
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');
}
