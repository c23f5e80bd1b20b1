import { getOrMake } from '../core/memo.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { type DataRecord, presentIn } from './data-record.js';
import { type EntryWriter, emptyEntries, entryWriter } from './entries.js';
import { maskOf } from './measures.js';
import type { Recognition } from './recognise.js';
import type { Part, TallyRow } from './report.js';
import { addMember, type OpenTeams, type TeamColumns, teamColumns } from './team.js';
import type { Field } from './types.js';

type Counts = TallyRow['values'];
type OpenPart = Part & {
  rows: number;
  tally: TallyRow[];
  /** Indexes in `present` of fields not yet seen with a value of this hamlet. */
  unseen: readonly number[];
  readonly open: OpenTeams;
};

/** Collects a table's accepted rows by hamlet. */
export class TableParts {
  private readonly found: Recognition;
  private readonly isList: boolean;
  /** Fields of a list of people who work in teams. */
  private readonly team: TeamColumns | null;
  private readonly present: readonly Field[];
  /** Where the values of the fields present stand in a record. */
  private readonly at: readonly number[];
  private readonly parts = new Map<string, OpenPart>();
  /** The hamlet of the row before, and its part. */
  private hamlet: Node | null = null;
  private part: OpenPart | null = null;
  private readonly addEntry: EntryWriter;
  private readonly maskRow: (record: DataRecord) => number;

  constructor(found: Recognition, indicators: readonly Indicator[]) {
    const { layout } = found.layout;
    this.found = found;
    this.isList = layout === 'list';
    this.team = teamColumns(found.layout);
    const { present, at } = presentIn(found);
    this.present = present;
    this.at = at;
    this.maskRow = maskOf(indicators)(found.layout);
    this.addEntry = entryWriter(found.layout);
  }

  add(row: number, record: DataRecord, node: Node): void {
    const part = node === this.hamlet ? this.part! : this.enter(node);
    part.rows++;
    if (part.entries === null) {
      part.tally.push({ row, values: this.counts(record) });
      return;
    }
    this.addEntry(part.entries, row, record, this.maskRow(record), node);
    if (this.team !== null) addMember(part.open, this.team, row, record);
    if (part.unseen.length > 0)
      part.unseen = part.unseen.filter((i) => record[this.at[i]!] === null);
  }

  /** Rows of one hamlet follow each other: its part need not be looked up for each. */
  private enter(node: Node): OpenPart {
    this.hamlet = node;
    this.part = getOrMake(this.parts, node.unit.code, () => this.open(node.unit.code));
    return this.part;
  }

  private open(unit: string): OpenPart {
    const { form, layout } = this.found.layout;
    const entries = this.isList ? emptyEntries(form.list?.identity) : null;
    const unseen = this.present.map((_, i) => i);
    return { unit, layout, entries, tally: [], rows: 0, reported: [], unseen, open: new Map() };
  }

  private counts(record: DataRecord): Counts {
    const counts: Record<string, number | null> = {};
    this.present.forEach(({ id, type }, i) => {
      if (type === 'count') counts[id] = record[this.at[i]!] as number | null;
    });
    return counts;
  }

  end(): readonly Part[] {
    return [...this.parts.values()].map(({ unseen, open, ...part }) => ({
      ...part,
      reported: this.reported(unseen),
      ...(open.size > 0 && { teams: [...open.values()] }),
    }));
  }

  /**
   * Fields with a column; in a list, one that is blank throughout a hamlet's rows tells nothing
   * of it, but for marks.
   */
  private reported(unseen: readonly number[]): readonly string[] {
    const says = ({ type }: Field, i: number) =>
      !this.isList || type === 'mark' || type === 'text' || !unseen.includes(i);
    return this.present.filter(says).map(({ id }) => id);
  }
}
