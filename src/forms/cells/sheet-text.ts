import { mayBeLegacy } from '../../core/legacy-text.js';
import type { Tell } from '../sheet-findings.js';
import type { SheetRow } from '../table-context.js';
import { asMeant } from './as-meant.js';
import { joinedColumns } from './joined-columns.js';
import { LegacyText } from './legacy.js';
import { lostLetters, typedLetters } from './lost-letters.js';
import { NoValues } from './no-values.js';
import { References } from './references.js';

/** Rows looked at before the first is read, to tell a legacy encoding. */
const SAMPLE_ROWS = 200;

/**
 * The text of a sheet's rows as it is meant: in Unicode, and without what programs write where
 * they have no value. The first rows are held until they have told the encoding.
 */
export class SheetText {
  private readonly take: (row: SheetRow) => void;
  private readonly references = new References();
  private readonly legacy = new LegacyText();
  private readonly noValues = new NoValues();
  private sample: SheetRow[] | null = [];
  /** The first rows of the sheet as they stand, while they are handed on. */
  first: readonly SheetRow[] = [];
  /** Letters that were lost when the sheet was saved; blank for none. */
  lost = '';
  private sampled: readonly SheetRow[] = [];

  /** @param take takes each row in turn */
  constructor(take: (row: SheetRow) => void) {
    this.take = take;
  }

  /** The next row of the sheet. */
  push(given: SheetRow): void {
    const row = given.meant === undefined ? given : asMeant(given);
    if (this.sample === null) this.take(this.read(this.references.read(row)));
    else if (this.sample.push(row) >= SAMPLE_ROWS) this.replay();
  }

  /** Hands on what is held still. */
  end(): void {
    if (this.sample !== null) this.replay();
  }

  /** Tells what was not as it should be; what is only of a table, where one was read. */
  tell(tell: Tell, isRead: boolean): void {
    for (const converted of [this.references.end() ?? [], this.legacy.end()].flat())
      tell('CCDS-S06', 1, { ...converted });
    if (!isRead) return;
    const none = this.noValues.end();
    if (none !== null) tell('CCDS-S18', 1, { ...none }, none.places.split(',')[0]);
    if (this.lost !== '') tell('CCDS-S16', 1, { lost: this.lost });
  }

  /**
   * The first cell of rows that stand in one cell each; blank for none. Asked for where no form was
   * found.
   */
  get joined(): string {
    return joinedColumns(this.sampled);
  }

  /** Cells with letters and their marks apart, as VIQR has them; blank for none. Asked for where no form was found. */
  get typed(): string {
    return typedLetters(this.sampled);
  }

  private replay(): void {
    this.references.sample(this.sample!);
    const rows = this.sample!.map((row) => this.references.read(row));
    this.sample = null;
    this.legacy.sample(rows);
    this.lost = lostLetters(rows);
    this.first = rows;
    for (const row of rows) this.take(this.readSampled(row));
    this.first = [];
    this.sampled = rows;
  }

  /** One of those that have told the encoding: in Unicode they need no second look. */
  private readSampled(raw: SheetRow): SheetRow {
    return this.legacy.isUnicode ? this.noValues.read(raw) : this.read(raw);
  }

  private read(raw: SheetRow): SheetRow {
    const isPlain = this.legacy.isUnicode && !mayHoldLegacy(raw);
    return this.noValues.read(isPlain ? raw : this.legacy.read(raw));
  }
}

/** Of nearly no row: a text of it may be in a legacy encoding. */
function mayHoldLegacy({ values }: SheetRow): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'string' && mayBeLegacy(value)) return true;
  }
  return false;
}
