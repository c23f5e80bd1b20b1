import { getOrMake } from '../core/memo.js';
import type { Summary } from '../rollup/types.js';

/** Files whose every row names places that the registry does not have. */
export interface StrangeFiles {
  readonly files: number;
  /** Files that have any row of data. */
  readonly of: number;
  /** What they name, each once, in the files' order. */
  readonly names: readonly string[];
  /** The provinces of the registry. */
  readonly provinces: readonly string[];
}

/** Of fewer files it is told well enough by each finding. */
const FEWEST = 2;
/** So many of the files, at least, come from elsewhere where the registry is another province's. */
const MOST = 0.8;

/**
 * The files of a run that are strangers to its registry, where nearly all are: none of their rows
 * counts, and each is rejected for a unit that is not known, below nothing that is, and near to
 * nothing. Null where most files are at home in it.
 */
export function strangeFiles({ submissions, findings, tree }: Summary): StrangeFiles | null {
  const rows = new Map<string, { accepted: number; rejected: number; isPlaced: boolean }>();
  for (const { file, rows: of, unit } of submissions) {
    const own = getOrMake(rows, file, () => ({ accepted: 0, rejected: 0, isPlaced: false }));
    own.accepted += of.accepted;
    own.rejected += of.rejected;
    own.isPlaced ||= unit !== null;
  }
  const withData = [...rows].filter(([, { accepted, rejected }]) => accepted + rejected > 0);
  const strange = new Map(
    withData.flatMap(([file, { accepted, isPlaced }]) =>
      accepted === 0 && !isPlaced ? [[file, new Set<string>()] as const] : [],
    ),
  );
  const isEnough = () => strange.size >= Math.max(FEWEST, MOST * withData.length);
  if (!isEnough()) return null;
  for (const { severity, code, place, args } of findings) {
    const isStranger = code === 'CCDS-U01' && args.parent === '' && args.suggestions === '';
    if (isStranger) strange.get(place.file)?.add(`${args.name}`);
    else if (severity === 'error' || code === 'CCDS-U01') strange.delete(place.file);
  }
  for (const [file, names] of strange) if (names.size === 0) strange.delete(file);
  if (!isEnough()) return null;
  return {
    files: strange.size,
    of: withData.length,
    names: [...new Set([...strange.values()].flatMap((names) => [...names]))],
    provinces: tree.roots.map(({ unit }) => unit.name),
  };
}
