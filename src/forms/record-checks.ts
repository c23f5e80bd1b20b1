import type { Node } from '../geography/types.js';
import { type DataRecord, indexOf } from './data-record.js';
import { totalFields } from './measures.js';
import type { Recognition } from './recognise.js';
import type { RecordReader, ReportField } from './record.js';
import type { RowCheck } from './row-checks.js';
import type { TableContext } from './table-context.js';

/** The checks of one table's records, begun once and run on every row that is taken. */
export class RecordChecks {
  private readonly reader: RecordReader;
  private readonly report: ReportField;
  private readonly checks: readonly RowCheck[];
  /** Counts of a tally that are missed where they are blank, and where they stand in a record. */
  private readonly expected: readonly (readonly [id: string, at: number])[];

  constructor(
    found: Recognition,
    context: TableContext,
    reader: RecordReader,
    report: ReportField,
  ) {
    const { form, layout, fields, required } = found.layout;
    const { month, lastDay, checks, indicators } = context;
    this.reader = reader;
    this.report = report;
    const at = (id: string) => indexOf(found.layout, id);
    const present = fields.filter(({ id }) => found.fields.has(id));
    const table = { form, layout, fields: present, month, lastDay, at, report };
    this.checks = checks.flatMap((begin) => begin(table) ?? []);
    const totals = totalFields(form, indicators).filter((id) => found.fields.has(id));
    const missed = layout === 'list' ? [] : [...required, ...totals];
    this.expected = missed.map((id) => [id, at(id)!] as const);
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
