import { groupBy } from '../../core/group-by.js';
import { getOrMake, memo } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import type { SheetLine, SubmissionLine, Summary } from '../../rollup/types.js';
import { fileKey, lookup } from './lookup.js';

/** A sheet that a hamlet's figures came from. */
export interface SourceLine {
  readonly unit: string;
  readonly sheet: SheetLine;
}

type Codes = ReadonlySet<string>;

/** Every one of the units with the sheets its figures came from, in the units' order. */
export function sourceLines(summary: Summary, codes: Codes): readonly SourceLine[] {
  const { sheets } = summary;
  const bySource = sourcesByUnit(summary.facts);
  return [...codes].flatMap((unit) =>
    [...(bySource.get(unit) ?? [])]
      .sort((a, b) => a - b)
      .flatMap((source) => (sheets[source] ? [{ unit, sheet: sheets[source] }] : [])),
  );
}

/** Made once for all workbooks of a run: a province without districts has one a commune. */
const sourcesByUnit = memo((facts: Summary['facts']): ReadonlyMap<string, Set<number>> => {
  const found = new Map<string, Set<number>>();
  for (const { unit, value, source } of facts)
    if (value !== null) getOrMake(found, unit, () => new Set()).add(source);
  return found;
});

/**
 * Files that concern some units: those of one of them, and those that their figures came
 * from; all there are for a whole province. By path.
 */
export function filesOf(
  { submissions }: Summary,
  of: { readonly codes: Codes; readonly isWhole: boolean; readonly sources: readonly SourceLine[] },
): ReadonlyMap<string, readonly SubmissionLine[]> {
  const used = of.sources.map(({ sheet }) => fileKey(sheet.file));
  const own = of.isWhole ? submissions : linesWith(submissions, [...of.codes, ...used]);
  const files = groupBy(own, (line) => line.file);
  return new Map([...files].sort(([a], [b]) => byCodePoint(a, b)));
}

const linesWith = lookup<SubmissionLine>(({ unit, file }) => [
  ...(unit === null ? [] : [unit]),
  fileKey(file),
]);
