import type { Finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import type { FileReport } from '../forms/report.js';
import type { HeldPart } from './held.js';
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
  return files.flatMap((file) => {
    const gone = replaced.get(file);
    return gone === undefined
      ? file.findings
      : file.findings.filter((found) => !gone.some((one) => isOf(found, one)));
  });
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

function replacedBy({ tables: all, parts, unplaced, renewed }: Standing) {
  const tables = new Map<number, HeldPart[]>();
  for (const held of parts) getOrMake(tables, held.source, () => []).push(held);
  const replaced = new Map<FileReport, Replaced[]>();
  for (const source of renewed) {
    const { file, sheet, table } = all[source]!;
    const { form, headerRow, endRow } = table!;
    getOrMake(replaced, file, () => []).push({
      ...{ sheet: sheet?.name ?? '', form, from: headerRow, to: endRow },
      ...{ units: 'all', unplacedStand: false },
    });
  }
  for (const [source, [first, ...others]] of tables) {
    const all = [first!, ...others];
    const gone = all.filter((held) => held.superseded);
    if (gone.length === 0) continue;
    const { table, place, file } = first!;
    const units = gone.length === all.length ? 'all' : new Set(gone.map((held) => held.part.unit));
    const extent = { from: table.headerRow, to: table.endRow };
    getOrMake(replaced, file, () => []).push({
      sheet: place.sheet ?? '',
      form: table.form,
      ...extent,
      units,
      unplacedStand: unplaced.has(source),
    });
  }
  return replaced;
}
