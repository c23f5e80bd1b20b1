import { groupBy } from '../../core/group-by.js';
import { getOrMake, memo } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import type { CountedRows, SheetLine, SubmissionLine, Summary } from '../../rollup/types.js';
import { fileKey, lookup } from './lookup.js';

/** A sheet that a hamlet's figures came from. */
export interface SourceLine {
  readonly unit: string;
  readonly sheet: SheetLine;
  /** The rows that were accepted, where that is known. */
  readonly counted?: CountedRows;
}

type Codes = ReadonlySet<string>;

/** Every one of the units with the sheets its figures came from, in the units' order, by month. */
export function sourceLines(summary: Summary, codes: Codes): readonly SourceLine[] {
  const { sheets } = summary;
  const bySource = sourcesByUnit(summary.facts);
  return [...codes].flatMap((unit) =>
    [...(bySource.get(unit) ?? [])]
      .sort(([a], [b]) => byCodePoint(monthOf(sheets[a]), monthOf(sheets[b])) || a - b)
      .flatMap(([source, reporters]) => {
        const sheet = sheets[source];
        return sheet === undefined ? [] : linesIn(unit, sheet, reporters);
      }),
  );
}

const monthOf = (sheet: SheetLine | undefined) => sheet?.month ?? '';

/** One line for all that a hamlet has in a sheet; of hamlets that became part of it one each. */
function linesIn(unit: string, sheet: SheetLine, reporters: Codes): readonly SourceLine[] {
  const byKey = countedByKey(sheet);
  const found = new Set([...reporters].flatMap((key) => byKey.get(key) ?? []));
  if (found.size === 0) return [{ unit, sheet }];
  return [...found].map((counted) => ({ unit, sheet, counted }));
}

/** Whose rows these are: the hamlet, and which of those that were merged into it. */
const keyOf = (unit: string, mergedFrom: string | undefined) =>
  mergedFrom === undefined ? unit : `${unit} ${mergedFrom}`;

const countedByKey = memo(({ counted = [] }: SheetLine): ReadonlyMap<string, CountedRows> => {
  const byKey = new Map(counted.map((one) => [keyOf(one.unit, one.mergedFrom), one]));
  // What came under the name of a merged hamlet may count as an old one's.
  for (const one of counted)
    if (one.mergedFrom !== undefined && !byKey.has(one.mergedFrom)) byKey.set(one.mergedFrom, one);
  return byKey;
});

/** Made once for all workbooks of a run: a province without districts has one a commune. */
const sourcesByUnit = memo(
  (facts: Summary['facts']): ReadonlyMap<string, ReadonlyMap<number, Codes>> => {
    const found = new Map<string, Map<number, Set<string>>>();
    for (const { unit, value, source, origin, mergedFrom } of facts) {
      if (value === null) continue;
      const ofUnit = getOrMake(found, unit, () => new Map<number, Set<string>>());
      getOrMake(ofUnit, source, () => new Set()).add(keyOf(origin ?? unit, mergedFrom));
    }
    return found;
  },
);

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
