import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import type { Node } from '../../geography/types.js';
import type { Indicator } from '../../indicators/types.js';
import { type DataRecord, indexOf, presentIn } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import { maskOf } from '../measures.js';
import type { Resolution } from '../places/place.js';
import { type EntryWriter, emptyEntries, entryWriter } from '../records/entries.js';
import {
  addMember,
  closedTeam,
  type OpenTeams,
  type TeamColumns,
  teamColumns,
} from '../records/team.js';
import type { OfRow, Part, TallyRow } from '../report.js';
import { countedIn } from '../rows/group-values.js';
import { withWomen } from '../rows/sexes.js';
import type { Field } from '../types.js';

type Counts = TallyRow['values'];
/** The hamlet of a row. */
type Placed = Extract<Resolution, { readonly node: Node }>;
type OpenPart = Part & {
  /** Null: that of the table. */
  readonly month: Month | null;
  rows: number;
  tally: TallyRow[];
  /** Indexes in `present` of fields not yet seen with a value of this hamlet. */
  unseen: readonly number[];
  readonly open: OpenTeams;
  /** Fields that heads of groups have told of. */
  readonly headed: Set<string>;
};

/** Collects a table's accepted rows by hamlet, and by month where they state one of their own. */
export class TableParts {
  private readonly found: Recognition;
  private readonly isList: boolean;
  /** Fields of a list of people who work in teams. */
  private readonly team: TeamColumns | null;
  private readonly present: readonly Field[];
  /** Where the values of the fields present stand in a record. */
  private readonly at: readonly number[];
  private readonly parts = new Map<string, OpenPart>();
  /** The hamlet and month of the row before, and their part. */
  private hamlet: Node | null = null;
  private mergedFrom: string | undefined;
  private month: Month | null = null;
  private part: OpenPart | null = null;
  private readonly addEntry: EntryWriter;
  private readonly maskRow: (record: DataRecord) => number;
  private readonly blank: DataRecord;
  /** Fields without a column that heads of groups may tell. */
  private readonly headed: readonly { readonly id: string; readonly at: number }[];
  /** Where the marks stand in a record that are named, by heads or in words, and not ticked. */
  private readonly named: readonly number[];

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
    this.headed = countedIn(found).map((id) => ({ id, at: indexOf(found.layout, id)! }));
    const marks = this.headed.filter(({ id }) => found.layout.form.list?.oneOf?.includes(id));
    this.named =
      found.byWords?.fields.map((id) => indexOf(found.layout, id)!) ?? marks.map(({ at }) => at);
    this.blank = found.layout.fields.map(() => null);
  }

  /** @param month where it is another than the table's @param of what a tally's row says of itself */
  add(row: number, record: DataRecord, place: Placed, month: Month | null, of: OfRow): void {
    const { node, mergedFrom } = place;
    const isSame = node === this.hamlet && month === this.month && mergedFrom === this.mergedFrom;
    const part = isSame ? this.part! : this.enter(place, month);
    part.rows++;
    if (part.entries === null) {
      const values = this.counts(record);
      part.tally.push({ row, values, ...of });
      return;
    }
    this.addEntry(part.entries, row, record, this.maskRow(record), node, this.onlyMark(record));
    if (this.team !== null) addMember(part.open, this.team, row, record);
    for (const { id, at } of this.headed) if (record[at] !== null) part.headed.add(id);
    if (part.unseen.length > 0 && this.saysMore(record, part.unseen))
      part.unseen = part.unseen.filter((i) => record[this.at[i]!] === null);
  }

  /** A field has its first value in this row: of nearly none, as some columns stay blank throughout. */
  private saysMore(record: DataRecord, unseen: readonly number[]): boolean {
    for (let i = 0; i < unseen.length; i++) if (record[this.at[unseen[i]!]!] !== null) return true;
    return false;
  }

  /**
   * The only mark that a row is named for, from 1 on; 0 for none. Listed below `Dịch vụ công` and once
   * more below `Thanh toán` a household is not there twice by mistake.
   */
  private onlyMark(record: DataRecord): number {
    let only = 0;
    for (let i = 0; i < this.named.length; i++) {
      if (record[this.named[i]!] !== true) continue;
      if (only > 0) return 0;
      only = i + 1;
    }
    return only;
  }

  /**
   * Adds a row that says that there was nothing: it counts for no indicator, and all fields that
   * have a column are told of.
   */
  addNone(row: number, place: Placed, month: Month | null): void {
    const part = this.enter(place, month);
    part.rows++;
    part.unseen = [];
    this.addEntry(part.entries!, row, this.blank, 0, place.node, 0);
  }

  /** Rows of one hamlet follow each other: its part need not be looked up for each. */
  private enter({ node, mergedFrom }: Placed, month: Month | null): OpenPart {
    const { code } = node.unit;
    this.hamlet = node;
    this.mergedFrom = mergedFrom;
    this.month = month;
    const key = [code, month ?? '', mergedFrom ?? ''].join(' ');
    this.part = getOrMake(this.parts, key, () => {
      const part = this.open(code, month);
      return mergedFrom === undefined ? part : { ...part, mergedFrom };
    });
    return this.part;
  }

  private open(unit: string, month: Month | null): OpenPart {
    const { form, layout } = this.found.layout;
    const entries = this.isList ? emptyEntries(form.list?.identity) : null;
    const unseen = this.present.map((_, i) => i);
    return {
      unit,
      month,
      layout,
      entries,
      tally: [],
      rows: 0,
      reported: [],
      unseen,
      open: new Map(),
      headed: new Set<string>(),
    };
  }

  /** The counts of a tally's row. */
  counts(record: DataRecord): Counts {
    const counts: Record<string, number | null> = {};
    this.present.forEach(({ id, type }, i) => {
      if (type === 'count') counts[id] = record[this.at[i]!] as number | null;
    });
    return counts;
  }

  /** The parts by month; null: those of the table's own. */
  end(): ReadonlyMap<Month | null, readonly Part[]> {
    const byMonth = new Map<Month | null, Part[]>([[null, []]]);
    for (const part of this.parts.values())
      getOrMake(byMonth, part.month, () => []).push(this.closed(part));
    return byMonth;
  }

  private closed(open: OpenPart): Part {
    const { unit, layout, entries, rows, mergedFrom } = open;
    const tally = withWomen(open.tally, this.found);
    const reported = [...this.reported(open.unseen), ...this.teamNamed(open.open), ...open.headed];
    const part = { unit, layout, entries, tally, rows, reported };
    const own = mergedFrom === undefined ? part : { ...part, mergedFrom };
    const teams = [...open.open.values()].map(closedTeam);
    return teams.length === 0 ? own : { ...own, teams };
  }

  /** The field of the team's name where only heads of groups give it. */
  private teamNamed(open: OpenTeams): readonly string[] {
    const { team, found } = this;
    const id = found.layout.form.list?.team?.name;
    if (team === null || id === undefined || found.fields.has(id)) return [];
    return [...open.values()].some(({ name }) => name !== '') ? [id] : [];
  }

  /**
   * Fields with a column; in a list, one without a value throughout a hamlet's rows tells nothing of
   * it. A blank mark is a value, one that could not be read is none.
   */
  private reported(unseen: readonly number[]): readonly string[] {
    const says = ({ type }: Field, i: number) =>
      !this.isList || type === 'text' || !unseen.includes(i);
    return this.present.filter(says).map(({ id }) => id);
  }
}
