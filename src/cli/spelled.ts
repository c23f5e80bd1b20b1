import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../app/system/exists.js';

/**
 * A path as the disk spells it, without what a mouse or a chat has left around it where only so something
 * is there: quotation marks, blanks at its ends, `file://`.
 */
export async function asMeant(path: string, cwd: string): Promise<string> {
  const there = await asSpelled(path, cwd);
  const bare = bareOf(path);
  if (bare === path || bare === '' || (await exists(resolve(cwd, there)))) return there;
  const meant = await asSpelled(bare, cwd);
  return (await exists(resolve(cwd, meant))) ? meant : there;
}

function bareOf(path: string): string {
  const inside =
    /^\s*(?:'(.*)'|"(.*)"|“(.*)”|‘(.*)’)\s*$/su.exec(path)?.slice(1).find(Boolean) ?? path;
  const [, address] = /^file:\/\/(\/.*)$/.exec(inside.trim()) ?? [];
  if (address === undefined) return inside.trim().replaceAll('\\ ', ' ');
  try {
    return fileURLToPath(`file://${address}`);
  } catch {
    return path;
  }
}

/**
 * A path as the disk spells it: a Mac writes `ế` as three characters, a keyboard as one, and they look
 * the same. What is there under the very name stays, and so does the part that nothing matches.
 */
export async function asSpelled(path: string, cwd: string): Promise<string> {
  if (!/[^ -~]/.test(path) || (await exists(resolve(cwd, path)))) return path;
  return (await spelled(resolve(cwd, path))) ?? path;
}

/** Null where no part of it is spelled otherwise. */
async function spelled(path: string): Promise<string | null> {
  const [folder, name] = [dirname(path), basename(path)];
  if (folder === path || (await exists(path))) return null;
  const above = await spelled(folder);
  const names = await readdir(above ?? folder).catch(() => []);
  const near = names.find((one) => one !== name && one.normalize('NFC') === name.normalize('NFC'));
  return near === undefined && above === null ? null : join(above ?? folder, near ?? name);
}
