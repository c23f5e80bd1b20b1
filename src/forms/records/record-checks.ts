import { monthsOf, parsePeriod } from '../../core/period.js';
import type { Node } from '../../geography/types.js';
import type { Indicator } from '../../indicators/types.js';
import { type DataRecord, indexOf, presentIn } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import { totalFields } from '../measures.js';
import type { TableContext } from '../table-context.js';
import type { RecordReader, ReportField } from './record.js';
import type { RowCheck } from './row-checks.js';

/** The checks of one table's records, begun once and run on every row that is taken. */
export class RecordChecks {
  private readonly reader: RecordReader;
  private readonly report: ReportField;
  private readonly checks: readonly RowCheck[];
  /** Counts of a tally that are missed where they are blank, and where they stand in a record. */
  private readonly expected: Expected;

  constructor(
    found: Recognition,
    context: TableContext,
    reader: RecordReader,
    report: ReportField,
  ) {
    const { form, layout } = found.layout;
    const { month, lastDay, checks, indicators } = context;
    this.reader = reader;
    this.report = report;
    const at = (id: string) => indexOf(found.layout, id);
    const fields = presentIn(found).present;
    const months = monthsIn(context);
    const table = { form, layout, fields, month, lastDay, months, at, report };
    this.checks = checks.flatMap((begin) => begin(table) ?? []);
    this.expected = layout === 'list' ? NONE : expectedIn(found, indicators);
  }

  /** Tells what is amiss with the row that the reader has just read. */
  run(record: DataRecord, node: Node): void {
    const { checks } = this;
    for (let i = 0; i < checks.length; i++) checks[i]!(record, node);
    for (const [id, at] of this.expected)
      if (record[at] === null && !this.reader.isUnread(id))
        this.report('CCDS-R04', { field: id }, id);
  }
}

/** A quarter's sheet is of the last of its months. */
function monthsIn({ month, periodText }: TableContext): number {
  const period = periodText === null ? null : parsePeriod(periodText);
  const months = period === null ? [] : monthsOf(period);
  return months.at(-1) === month ? months.length : 1;
}

type Expected = readonly (readonly [id: string, at: number])[];

const NONE: Expected = [];

function expectedIn({ layout, fields }: Recognition, indicators: readonly Indicator[]): Expected {
  const totals = totalFields(layout.form, indicators).filter((id) => fields.has(id));
  return [...layout.required, ...totals].map((id) => [id, indexOf(layout, id)!] as const);
}
