import { basename } from 'node:path';
import { nfc } from '../../core/text.js';

/** A file and where it was found: under which INPUT, at which path from there. */
export interface Located {
  /** Absolute folder: the INPUT folder, or the folder of a file argument. */
  readonly root: string;
  /** Path from `root`, with `/`. */
  readonly rel: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name must not steer a terminal
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** NFC, and no character that a terminal would obey. */
export function shownName(name: string): string {
  return nfc(name.normalize('NFC')).replace(CONTROL, '\ufffd');
}

/**
 * Where a member lies in its archive, by the name that it has in a run: `a/goi.zip/xa/x.csv` of
 * `/b/goi.zip` → `/xa/x.csv`.
 */
export function insideOf(name: string, archive: string): string {
  const own = shownName(basename(archive));
  const at = `/${name}`.indexOf(`/${own}/`);
  return at < 0 ? '' : name.slice(at + own.length);
}

/**
 * One name for each file, no two alike: the path from its INPUT folder. Where two INPUTs
 * hold the same path, both get as many of their folder's own last names in front as tell
 * them apart (`huyen-a/bao-cao.xlsx`). The order of the INPUTs does not matter.
 */
export function distinctNames(files: readonly Located[]): string[] {
  const depth = new Map<string, number>();
  for (;;) {
    const names = files.map((file) => labelled(file, depth.get(file.root) ?? 0));
    if (!deepen(files, names, depth)) return numbered(names);
  }
}

/** Gives each root of a clash one more folder name in front; false when none can be given. */
function deepen(
  files: readonly Located[],
  names: readonly string[],
  depth: Map<string, number>,
): boolean {
  const roots = new Set<string>();
  for (const clash of clashes(files, names)) for (const root of clash) roots.add(root);
  let changed = false;
  for (const root of roots) {
    const now = depth.get(root) ?? 0;
    if (now >= segments(root).length) continue;
    depth.set(root, now + 1);
    changed = true;
  }
  return changed;
}

/** The roots of each name that files of several roots have. */
function clashes(files: readonly Located[], names: readonly string[]): Set<string>[] {
  const roots = new Map<string, Set<string>>();
  files.forEach((file, i) => {
    const set = roots.get(names[i]!);
    if (set) set.add(file.root);
    else roots.set(names[i]!, new Set([file.root]));
  });
  return [...roots.values()].filter((set) => set.size > 1);
}

function labelled(file: Located, depth: number): string {
  const front = depth === 0 ? [] : segments(file.root).slice(-depth);
  return shownName([...front, file.rel].join('/'));
}

function segments(root: string): string[] {
  return root.split(/[\\/]/).filter((part) => part !== '');
}

/** The rest: two spellings in one folder that are one name in NFC, or twins in a zip. */
function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} [${count}]`;
  });
}
