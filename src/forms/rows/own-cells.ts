import { mask } from '../../core/finding.js';
import { looksLikePerson } from '../../core/person.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import { cellsWithin } from '../header/beside.js';
import type { Recognition } from '../header/recognise.js';
import { wholeDates } from '../header/split-date.js';
import { withWholeName } from '../header/split-name.js';
import type { ReportField } from '../records/record.js';
import type { SheetRow } from '../table-context.js';
import type { Field } from '../types.js';
import { Dittos } from './ditto.js';
import { mergedCells } from './merged-cells.js';

type Reshape = ((row: SheetRow) => SheetRow) | null;

/**
 * A table's rows as they are meant: its own cells alone, where others stand beside it; a value
 * over merged cells, a name or a date over several columns put together; ditto marks replaced by
 * what stands above.
 */
export class OwnCells {
  private readonly found: Recognition;
  private readonly merged: Reshape;
  private readonly dated: Reshape;
  private readonly dittos: Dittos | null;

  /** @param bottom last row of the header */
  constructor(found: Recognition, merges: readonly MergedRange[], bottom: number) {
    this.found = found;
    this.merged = mergedCells(found, merges, bottom);
    this.dated = found.splitDate ? wholeDates(found.splitDate, bottom) : null;
    this.dittos = found.layout.layout === 'list' ? new Dittos(found) : null;
  }

  /** The next row of the sheet, as the table has it. */
  of(whole: SheetRow): SheetRow {
    const { range, splitName } = this.found;
    const within = range === undefined ? whole : cellsWithin(whole, range);
    const row = this.merged === null ? within : this.merged(within);
    const repeated = this.dittos === null ? row : this.dittos.in(row);
    const dated = this.dated === null ? repeated : this.dated(repeated);
    return splitName === undefined ? dated : withWholeName(dated, splitName);
  }

  /** Tells what ditto marks in the row in hand were read as. */
  tellDittos(report: ReportField): void {
    if (this.dittos === null) return;
    for (const { field, found, taken } of this.dittos.last)
      report('CCDS-R05', { field: field.id, found, taken: shownOf(field, taken) }, field.id);
  }
}

function shownOf({ personal }: Field, value: Value): string {
  const text = cellText(value);
  return personal || looksLikePerson(text) ? mask(text) : text;
}
