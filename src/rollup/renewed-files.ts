import { type Finding, finding } from '../core/finding.js';
import type { FileReport } from '../forms/report.js';
import type { HeldPart } from './held.js';
import type { Renewing } from './renewed.js';
import { withoutUnits } from './unit-marks.js';
import { nameBesideVersion, versionOf } from './version.js';

/** Why a file as it lies there can't be read; not being let in is no fault of the file's. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['CCDS-F01', 'damaged'],
  ['CCDS-F02', 'encrypted'],
  ['CCDS-F04', 'unsupported'],
  ['CCDS-F08', 'empty'],
]);

/**
 * Files that can't be read, by the index of their only line in the run, and that were sent anew: a file of
 * the same folder is called alike but for a higher mark (`lần 2`, `bản sửa`), and has rows that count. It
 * takes the file's place, which is told (CCDS-D07); under another name nobody knows that it is the same.
 */
export function renewedFiles(
  { tables, copies, parts, units }: Pick<Renewing, 'tables' | 'copies' | 'parts' | 'units'>,
  emit: (found: Finding) => void,
): ReadonlySet<number> {
  const renewed = new Set<number>();
  const broken = tables.flatMap(({ file, sheet }, source) => {
    const reason = sheet === null && !copies.has(file) ? reasonOf(file) : null;
    return reason === null ? [] : [{ file: file.file, source, reason }];
  });
  if (broken.length === 0) return renewed;
  const without = withoutUnits(units);
  const versions = new Map<string, HeldPart>();
  for (const held of parts) {
    if (held.part.rows === 0 || held.supplement || held.version <= 1) continue;
    const name = nameBesideVersion(held.file.file, without);
    if (held.version > (versions.get(name)?.version ?? 0)) versions.set(name, held);
  }
  for (const { file, source, reason } of broken) {
    const { rank, supplement } = versionOf(file, without);
    const by = versions.get(nameBesideVersion(file, without));
    if (supplement || by === undefined || by.version <= rank) continue;
    renewed.add(source);
    const args = { count: 0, hamlets: '', form: '', changes: '', otherFile: by.file.file, reason };
    emit(finding('CCDS-D07', { file }, args));
  }
  return renewed;
}

/** Null of a file that can be read, or that may be read another time. */
function reasonOf({ state, findings }: FileReport): string | null {
  if (state !== 'unreadable') return null;
  const reasons = findings.flatMap(({ code, args }) =>
    args.reason === 'bug' ? [] : (REASONS.get(code) ?? []),
  );
  return reasons[0] ?? null;
}
