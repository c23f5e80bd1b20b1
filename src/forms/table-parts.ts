import { getOrMake } from '../core/memo.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { type EntryWriter, emptyEntries, entryWriter } from './entries.js';
import { maskOf } from './measures.js';
import type { Recognition } from './recognise.js';
import type { Part, TallyRow } from './report.js';
import type { DataRecord } from './schema.js';
import type { Field } from './types.js';

type Counts = TallyRow['values'];
type OpenPart = Part & {
  rows: number;
  tally: TallyRow[];
  /** Fields not yet seen with a value of this hamlet. */
  unseen: readonly string[];
};

/** Collects a table's accepted rows by hamlet. */
export class TableParts {
  private readonly found: Recognition;
  private readonly isList: boolean;
  private readonly present: readonly Field[];
  private readonly onlyCounts: boolean;
  private readonly parts = new Map<string, OpenPart>();
  private readonly addEntry: EntryWriter;
  private readonly maskRow: (record: DataRecord) => number;

  constructor(found: Recognition, indicators: readonly Indicator[]) {
    const { form, layout, fields } = found.layout;
    this.found = found;
    this.isList = layout === 'list';
    this.present = fields.filter(({ id }) => found.fields.has(id));
    this.onlyCounts = this.present.every(({ type }) => type === 'count');
    this.maskRow = maskOf(form, indicators);
    this.addEntry = entryWriter(form.list?.identity);
  }

  add(row: number, record: DataRecord, node: Node): void {
    const part = getOrMake(this.parts, node.unit.code, () => this.open(node.unit.code));
    part.rows++;
    if (part.entries === null) {
      part.tally.push({ row, values: this.onlyCounts ? (record as Counts) : this.counts(record) });
      return;
    }
    this.addEntry(part.entries, row, record, this.maskRow(record), node);
    if (part.unseen.length > 0)
      part.unseen = part.unseen.filter((id) => (record[id] ?? null) === null);
  }

  private open(unit: string): OpenPart {
    const { form, layout } = this.found.layout;
    const entries = this.isList ? emptyEntries(form.list?.identity) : null;
    const unseen = this.present.map(({ id }) => id);
    return { unit, layout, entries, tally: [], rows: 0, reported: [], unseen };
  }

  private counts(record: DataRecord): Counts {
    const counts: Record<string, number | null> = {};
    for (const { id, type } of this.present)
      if (type === 'count') counts[id] = (record[id] as number | null) ?? null;
    return counts;
  }

  end(): readonly Part[] {
    return [...this.parts.values()].map(({ unseen, ...part }) => ({
      ...part,
      reported: this.reported(unseen),
    }));
  }

  /**
   * Fields with a column; in a list, one that is blank throughout a hamlet's rows tells nothing
   * of it, but for marks.
   */
  private reported(unseen: readonly string[]): readonly string[] {
    const says = ({ id, type }: Field) =>
      !this.isList || type === 'mark' || type === 'text' || !unseen.includes(id);
    return this.present.filter(says).map(({ id }) => id);
  }
}
