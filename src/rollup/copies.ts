import { finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import type { FileReport, TableReport } from '../forms/report.js';
import type { Emit } from './held.js';
import { nameBesideVersion, versionOf, type WithoutUnits } from './version.js';

/**
 * Identical copies of other files: file → the one that stands. Two files of the same bytes
 * that their names tell apart (`Ấp 1.csv` and `Ấp 2.csv`, or two months) are no copies.
 */
export function identicalCopies(
  files: readonly FileReport[],
  emit: Emit,
  without?: WithoutUnits,
): Map<FileReport, FileReport> {
  const copies = new Map<FileReport, FileReport>();
  for (const same of bySha(files)) {
    const standing: FileReport[] = [];
    const last = lastVersion(same, files, without);
    for (const file of same.sort((a, b) => +(b === last) - +(a === last) || bestFirst(a, b))) {
      const original = standing.find((other) => isCopy(file, other));
      if (original === undefined) standing.push(file);
      else {
        copies.set(file, original);
        emit(finding('CCDS-D06', { file: file.file }, { otherFile: original.file }));
      }
    }
  }
  return copies;
}

/**
 * The last version among identical files, where another version came in between: who sends `lần 3`
 * with what the first had takes back what `lần 2` said, and no copy of the first is set aside for it.
 */
function lastVersion(
  same: readonly FileReport[],
  files: readonly FileReport[],
  without?: WithoutUnits,
): FileReport | null {
  const rankOf = ({ file }: FileReport) => versionOf(file, without).rank;
  const ranks = same.map(rankOf);
  const [lowest, highest] = [Math.min(...ranks), Math.max(...ranks)];
  if (lowest === highest) return null;
  const last = same[ranks.indexOf(highest)]!;
  const nameOf = ({ file }: FileReport) => nameBesideVersion(file, without);
  const name = nameOf(last);
  const isBetween = (other: FileReport) => {
    if (other.sha256 === last.sha256 || other.state !== 'read') return false;
    const rank = rankOf(other);
    return lowest < rank && rank < highest && nameOf(other) === name;
  };
  return contentOf(last) !== '' && files.some(isBetween) ? last : null;
}

/** Files of the same bytes; one whose bytes are not known is like no other. */
function bySha(files: readonly FileReport[]): FileReport[][] {
  const known = files.filter(({ sha256 }) => sha256 !== '');
  const groups = groupBy(known, ({ sha256 }) => sha256);
  return [...groups.values()].filter((same) => same.length > 1);
}

/** A picture or an empty file is no report, however often it comes: it is told of as what it is. */
function isCopy(file: FileReport, of: FileReport): boolean {
  if (file.state === 'foreign' || file.bytes === 0) return false;
  const [own, other] = [contentOf(file), contentOf(of)];
  return own === '' || own === other;
}

/**
 * What a file was read as: hamlets and months by form; blank where nothing was taken. Of a sheet
 * of another period, whose hamlets are not read, the unit that it names.
 */
function contentOf({ sheets }: FileReport): string {
  return sheets
    .flatMap(({ tables }) => tables)
    .filter((table) => table.parts.length > 0 || table.state === 'other-period')
    .map((table) => [table.form, table.month, ...unitsOf(table)].join(' '))
    .sort(byCodePoint)
    .join('\n');
}

function unitsOf({ parts, base }: TableReport): (string | null)[] {
  return parts.length === 0 ? [base] : parts.map(({ unit }) => unit).sort(byCodePoint);
}

/** Of identical files stands the one that could be read, with no mark of a copy in its name. */
function bestFirst(a: FileReport, b: FileReport): number {
  return (
    Number(contentOf(a) === '') - Number(contentOf(b) === '') ||
    copyMark(a) - copyMark(b) ||
    byCodePoint(a.file, b.file)
  );
}

/** `(1)` or `Copy` in a name. */
function copyMark({ file }: FileReport): number {
  return /\(\d+\)|copy|bản sao|sao ch[eé]p/i.test(file.normalize('NFC')) ? 1 : 0;
}
