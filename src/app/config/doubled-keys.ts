/** A key that a group of a JSON text has had before. */
export interface DoubledKey {
  /** The keys above it, and itself. */
  readonly path: readonly (string | number)[];
  /** Its line, counted from 1. */
  readonly line: number;
}

/** An open group, or a list. */
interface Open {
  /** Its keys so far; null of a list. */
  readonly keys: Set<string> | null;
  /** The last key, or the place in the list. */
  key: string | number;
  /** A text that comes next is a key. */
  isKeyNext: boolean;
}

/** Texts, and the signs that open, close and divide groups and lists. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * Keys that a group has twice: JSON.parse takes the last of them, and says nothing of the others.
 * @param text JSON without mistakes
 */
export function doubledKeys(text: string): DoubledKey[] {
  const doubled: DoubledKey[] = [];
  const open: Open[] = [];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '{') open.push({ keys: new Set(), key: '', isKeyNext: true });
    else if (token === '[') open.push({ keys: null, key: 0, isKeyNext: false });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',') next(open.at(-1));
    else if (isAgain(open.at(-1), token))
      doubled.push({
        path: open.map(({ key }) => key),
        line: text.slice(0, index).split('\n').length,
      });
  }
  return doubled;
}

function next(group: Open | undefined): void {
  if (group === undefined) return;
  if (group.keys === null) group.key = Number(group.key) + 1;
  else group.isKeyNext = true;
}

/** Takes a text, where it is a key. */
function isAgain(group: Open | undefined, token: string): boolean {
  if (group === undefined || group.keys === null || !group.isKeyNext) return false;
  group.isKeyNext = false;
  const key = JSON.parse(token) as string;
  group.key = key;
  const has = group.keys.has(key);
  group.keys.add(key);
  return has;
}
