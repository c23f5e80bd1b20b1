import type { Finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { getOrMake } from '../core/memo.js';
import type { FileReport, SheetReport } from '../forms/report.js';
import type { Settled } from './settle.js';

/** What of a table was replaced: some hamlets' rows, or all there is. */
interface Replaced {
  readonly sheet: string;
  readonly form: string;
  readonly from: number;
  readonly to: number;
  readonly units: ReadonlySet<string> | 'all';
  /** Its rows of no known hamlet were not replaced: what rejects them is told. */
  readonly unplacedStand: boolean;
}

/** The run's tables and parts, and what became of tables. */
type Standing = Pick<Settled, 'tables' | 'parts' | 'unplaced' | 'renewed'>;

/**
 * A file's own findings without those at rows that a later file replaced: such rows are
 * neither counted nor rejected, and nobody needs to mend them (contract, Counting).
 */
export function standingFindings(files: readonly FileReport[], run: Standing): Finding[] {
  if (run.renewed.size === 0 && !run.parts.some(({ superseded }) => superseded))
    return files.flatMap((file) => file.findings);
  const replaced = replacedBy(run);
  const whole = new Set([...run.renewed].flatMap((source) => wholeFile(run.tables[source]!)));
  return files.flatMap((file) => {
    if (whole.has(file)) return file.findings.filter(({ severity }) => severity !== 'error');
    const gone = replaced.get(file);
    return gone === undefined
      ? file.findings
      : file.findings.filter((found) => !gone.some((one) => isOf(found, one)));
  });
}

/** The file of which there is no sheet: it could not be read, and was sent anew. */
function wholeFile({ file, table }: Settled['tables'][number]): FileReport[] {
  return table === null ? [file] : [];
}

function isOf({ place, unit, form, severity }: Finding, gone: Replaced): boolean {
  const { sheet, from, to, units, unplacedStand } = gone;
  const { row } = place;
  // Tables of several forms may share their rows.
  if (form !== undefined && form !== gone.form) return false;
  if (row === undefined || (place.sheet ?? '') !== sheet || row < from || row > to) return false;
  if (unplacedStand && unit === undefined && severity === 'error') return false;
  return units === 'all' || (unit !== undefined && units.has(unit));
}

/** What became of each file's tables of which all or a part was replaced. */
function replacedBy({ tables, parts, unplaced, renewed }: Standing): Map<FileReport, Replaced[]> {
  const replaced = new Map<FileReport, Replaced[]>();
  const add = (source: number, how: Pick<Replaced, 'units' | 'unplacedStand'>) => {
    const { file, sheet, table } = tables[source]!;
    const { form, headerRow, endRow } = table!;
    const from = renewed.has(source) ? linesAbove(headerRow, sheet) : headerRow;
    const extent = { sheet: sheet?.name ?? '', form, from, to: endRow };
    getOrMake(replaced, file, () => []).push({ ...extent, ...how });
  };
  for (const source of renewed)
    if (tables[source]!.table !== null) add(source, { units: 'all', unplacedStand: false });
  for (const [source, held] of groupBy(parts, (held) => held.source)) {
    const gone = held.filter(({ superseded }) => superseded);
    if (gone.length === 0 || renewed.has(source)) continue;
    const units = gone.length === held.length ? 'all' : new Set(gone.map(({ part }) => part.unit));
    add(source, { units, unplacedStand: unplaced.has(source) });
  }
  return replaced;
}

/** The first row above a table: what refuses it may stand there, as periods that disagree do. */
function linesAbove(headerRow: number, sheet: SheetReport | null): number {
  const before = (sheet?.tables ?? []).map(({ endRow }) => (endRow < headerRow ? endRow : 0));
  return Math.max(0, ...before) + 1;
}
