import type { Code } from '../core/codes.js';
import type { Finding, SeverityOf } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import type { TableInRun } from './settle.js';

/** What a sender writes on every sheet alike: an old unit's name, one that the registry does not have. */
const ALIKE: ReadonlySet<Code> = new Set<Code>(['CCDS-U04', 'CCDS-U05']);

/**
 * What is said of a unit's name on many sheets in the same words is told once a month, at the first of
 * the files, with how many others say so: a reform would have each file warned of for years. What rejects
 * a row is told at each row; two known units that disagree, in each file.
 */
export function toldOnce(
  findings: readonly Finding[],
  tables: readonly TableInRun[],
  severityOf: SeverityOf,
): readonly Finding[] {
  const isAlike = ({ code, args }: Finding) =>
    ALIKE.has(code) &&
    severityOf(code) !== 'error' &&
    (code !== 'CCDS-U05' || (args.unknown ?? '') !== '');
  const alike = findings.filter(isAlike);
  if (alike.length === 0) return findings;
  const monthOf = monthsOf(tables);
  const said = groupBy(alike, (found) => {
    const { code, unit, args, place } = found;
    return JSON.stringify([code, unit, args, monthOf.get(sheetKey(place.file, place.sheet))]);
  });
  const told = new Map([...said.values()].map((all) => [all[0]!, withOthers(all)]));
  return findings.flatMap((found) => (isAlike(found) ? (told.get(found) ?? []) : found));
}

function withOthers(all: readonly Finding[]): Finding {
  const [first, ...rest] = all as [Finding, ...Finding[]];
  const files = new Set(rest.map(({ place }) => place.file));
  files.delete(first.place.file);
  return files.size === 0 ? first : { ...first, args: { ...first.args, files: files.size } };
}

function monthsOf(tables: readonly TableInRun[]): ReadonlyMap<string, string | null> {
  return new Map(
    tables.flatMap(({ file, sheet, table }) =>
      table === null ? [] : [[sheetKey(file.file, sheet?.name), table.month]],
    ),
  );
}

function sheetKey(file: string, sheet = ''): string {
  return `${file}\u0000${sheet}`;
}
