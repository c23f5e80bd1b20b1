import { byCodePoint } from '../../core/order.js';
import type { Fact, SheetLine, SubmissionLine } from '../../rollup/types.js';
import type { Edition } from './scope.js';

/** The sheet that a hamlet's figures of one form came from. */
export interface SourceLine {
  readonly unit: string;
  readonly sheet: SheetLine;
}

/** Every hamlet of the edition with the sheets its figures came from, in the tree's order. */
export function sourceLines(edition: Edition): readonly SourceLine[] {
  const { sheets } = edition.summary;
  const bySource = new Map<string, Set<number>>();
  for (const fact of edition.summary.facts) if (isUsed(fact, edition)) note(bySource, fact);
  return [...edition.codes].flatMap((unit) =>
    [...(bySource.get(unit) ?? [])]
      .sort((a, b) => a - b)
      .flatMap((source) => (sheets[source] ? [{ unit, sheet: sheets[source] }] : [])),
  );
}

function isUsed(fact: Fact, { codes }: Edition): boolean {
  return fact.value !== null && codes.has(fact.unit);
}

function note(bySource: Map<string, Set<number>>, { unit, source }: Fact): void {
  const known = bySource.get(unit);
  if (known) known.add(source);
  else bySource.set(unit, new Set([source]));
}

/**
 * Files that concern the edition: those of a unit in it, those that its figures came from,
 * and, for a whole province, those of no known unit. By path.
 */
export function filesOf(edition: Edition): ReadonlyMap<string, readonly SubmissionLine[]> {
  const used = new Set(sourceLines(edition).map(({ sheet }) => sheet.file));
  const isWhole = edition.root.parent === null && edition.summary.tree.roots.length === 1;
  const files = new Map<string, SubmissionLine[]>();
  for (const line of edition.summary.submissions) {
    const isOwn = line.unit === null ? isWhole : edition.codes.has(line.unit);
    if (!isOwn && !used.has(line.file) && !isWhole) continue;
    const known = files.get(line.file);
    if (known) known.push(line);
    else files.set(line.file, [line]);
  }
  return new Map([...files].sort(([a], [b]) => byCodePoint(a, b)));
}
