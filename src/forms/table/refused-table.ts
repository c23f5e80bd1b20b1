import { cellAddress } from '../../core/address.js';
import type { CodeArguments } from '../../core/codes.js';
import type { HeaderColumn } from '../header/header-columns.js';
import { type NearMiss, nearestHeading } from '../header/near-miss.js';
import type { Setting } from '../lines/setting.js';
import type { TableReport } from '../report.js';
import type { SheetContext } from '../sheet-context.js';
import { type Tell, tellCoded } from '../sheet-findings.js';
import { refusedContext } from '../table-context.js';
import { Table } from './table.js';

/**
 * A table that lacks a starred column: its data rows are counted, so that none goes missing
 * in silence, and none is taken. Whether it is told is known when it has been passed.
 */
export class RefusedTable {
  readonly miss: NearMiss;
  private readonly table: Table;
  private readonly verdict: Setting['verdict'];

  constructor(miss: NearMiss, context: SheetContext, setting: Setting) {
    this.miss = miss;
    this.verdict = setting.verdict;
    this.table = new Table(
      miss.found,
      { top: miss.top, bottom: miss.bottom, texts: new Set() },
      refusedContext(context, setting),
    );
  }

  get size(): number {
    return this.table.size;
  }

  take(row: Parameters<Table['take']>[0]): boolean {
    return row.number > this.miss.bottom && this.table.take(row);
  }

  end(lastRow: number, leadRows: number): TableReport {
    return this.table.end(lastRow, leadRows)[0];
  }

  /** What is missing; of a table of another period that it is of that one. */
  tellProblem(tell: Tell): void {
    const { state, problem } = this.verdict;
    const { top } = this.miss;
    if (state === 'other-period') {
      tellCoded(tell, problem, top, problem.cell);
      return;
    }
    const { args, cell } = this.problem();
    tell('CCDS-S01', top, args, cell);
  }

  /** What is missing, and the heading most like it (contract, Forms), or those of several months or parts. */
  private problem(): { args: CodeArguments['CCDS-S01']; cell: string } {
    const { found, top } = this.miss;
    const columns = found.missing.map((id) => found.layout.byId.get(id)!.label.vi).join(', ');
    const missing = { form: found.layout.form.id, columns };
    const several = found.several ?? found.parts ?? [];
    if (several.length > 1) {
      const { places, cell } = this.placesOf(several);
      return { args: { ...missing, nearest: '', nearestCell: '', places }, cell };
    }
    if (found.means !== undefined) {
      const { places: means, cell } = this.placesOf(found.means);
      return { args: { ...missing, nearest: '', nearestCell: '', means }, cell };
    }
    const near = found.missing.map((id) => nearestHeading(found, id)).find((one) => one !== null);
    const nearestCell = near ? cellAddress(near.column, top + near.row) : '';
    const args = { ...missing, nearest: near?.text ?? '', nearestCell };
    return { args, cell: nearestCell || cellAddress(0, top) };
  }

  private placesOf(columns: readonly HeaderColumn[]): { places: string; cell: string } {
    const cells = columns.map((one) => cellAddress(one.column, this.miss.top + one.row));
    const places = columns.map(({ text }, i) => `“${text}” (${cells[i]})`).join(', ');
    return { places, cell: cells[0]! };
  }
}
