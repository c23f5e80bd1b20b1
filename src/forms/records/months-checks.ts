import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import type { Node } from '../../geography/types.js';
import type { DataRecord } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { TableContext } from '../table-context.js';
import type { RecordReader, ReportField } from './record.js';
import { RecordChecks } from './record-checks.js';

/** The checks of a table's records, each by the month that it is of. */
export class MonthsChecks {
  private readonly own: RecordChecks;
  private readonly begin: (month: Month) => RecordChecks;
  /** Those of other months, where rows state their own. */
  private readonly others = new Map<Month, RecordChecks>();

  constructor(
    found: Recognition,
    context: TableContext,
    reader: RecordReader,
    report: ReportField,
  ) {
    this.own = new RecordChecks(found, context, reader, report);
    this.begin = (month) => {
      const lastDay = context.periods!.lastDayOf(month);
      const own = { ...context, month, periodText: month, lastDay };
      return new RecordChecks(found, own, reader, report);
    };
  }

  /**
   * Tells what is amiss with the row that the reader has just read.
   * @param month where it is of another than the table
   */
  run(record: DataRecord, node: Node, month: Month | null): void {
    const checks =
      month === null ? this.own : getOrMake(this.others, month, () => this.begin(month));
    checks.run(record, node);
  }
}
