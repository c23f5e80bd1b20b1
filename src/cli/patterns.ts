import { readdir } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { exists } from '../app/system/exists.js';
import { byCodePoint } from '../core/order.js';

/**
 * Paths with `*` and `?` as the files that they mean: Windows leaves them to the program. What is
 * there under the very name, and a pattern that nothing matches, stay as they are.
 */
export async function withPatterns(args: readonly string[], cwd: string): Promise<string[]> {
  const all = await Promise.all(args.map((arg) => pathsOf(arg, cwd)));
  return all.flat();
}

async function pathsOf(arg: string, cwd: string): Promise<readonly string[]> {
  if (!isPattern(arg) || (await exists(resolve(cwd, arg)))) return [arg];
  const found = await matching('', arg.split(sep === '\\' ? /[\\/]/ : '/'), cwd);
  return found.length > 0 ? found : [arg];
}

/** @param before the path as far as it is known, with the separator that ends it */
async function matching(
  before: string,
  [segment, ...rest]: readonly string[],
  cwd: string,
): Promise<string[]> {
  if (segment === undefined) return [before];
  const last = rest.length === 0;
  if (!isPattern(segment)) {
    const path = before + segment;
    if (!last) return matching(`${path}${sep}`, rest, cwd);
    return (await exists(resolve(cwd, path))) ? [path] : [];
  }
  const like = likenessOf(segment);
  const names = await readdir(resolve(cwd, before)).catch(() => []);
  const fit = names.filter((name) => like.test(name.normalize('NFC'))).sort(byCodePoint);
  const found = fit.map((name) =>
    last ? [before + name] : matching(`${before}${name}${sep}`, rest, cwd),
  );
  return (await Promise.all(found)).flat();
}

const isPattern = (text: string) => /[*?]/.test(text);

/** Capitals make no difference, as on Windows; hidden files are meant where the dot is written. */
function likenessOf(segment: string): RegExp {
  const parts = segment.normalize('NFC').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const pattern = parts.replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${segment.startsWith('.') ? '' : '(?!\\.)'}${pattern}$`, 'isu');
}
