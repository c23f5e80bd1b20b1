import { cellAddress } from '../../core/address.js';
import { firstFew } from '../../core/first-few.js';
import {
  convertText,
  type Legacy,
  LegacyDetector,
  type Script,
  scriptOf,
} from '../../core/legacy-text.js';
import type { SheetRow } from '../table-context.js';

/** Cells remembered that may prove to be in a legacy encoding once more has been seen. */
const MOST_DOUBTFUL = 50;

/** What a sheet had that is not Unicode. */
export interface Converted {
  readonly encoding: Legacy;
  /** Cells that were converted. */
  readonly cells: number;
  /** Cells that were read as they stood, before the encoding showed; blank for none. */
  readonly places: string;
}

/**
 * Turns a sheet's text into Unicode. The encoding is told by the first rows, which are looked
 * at before any is read; where they are Unicode, each row below is looked at as it comes.
 */
export class LegacyText {
  private readonly detector = new LegacyDetector();
  private readonly doubtful: { readonly text: string; readonly cell: string }[] = [];
  private encoding: Legacy | null = null;
  private cells = 0;
  /** What the cells are in that could be in either: as the rest of the row, else as the row above. */
  private either: Script = 'legacy';
  /** The last row that was looked at beforehand. */
  private sampled = 0;

  /** Looks at the first rows of the sheet. */
  sample(rows: readonly SheetRow[]): void {
    for (const row of rows) if (!this.detector.isSure) this.look(row);
    this.sampled = rows.at(-1)?.number ?? 0;
    this.settle(0);
  }

  /** No cell so far has shown another encoding. */
  get isUnicode(): boolean {
    return this.encoding === null;
  }

  /** The row in Unicode. */
  read(row: SheetRow): SheetRow {
    if (this.encoding === null && (row.number <= this.sampled || !this.shows(row))) return row;
    return this.convert(row, this.encoding!);
  }

  /** What there is to be told of the sheet; null for one in Unicode. */
  end(): Converted | null {
    const { encoding, cells } = this;
    if (encoding === null || cells === 0) return null;
    const missed = this.doubtful.filter(({ text }) => scriptOf(text, encoding) === 'legacy');
    return { encoding, cells, places: firstFew(missed.map(({ cell }) => cell)) };
  }

  /** True where this row shows that the sheet goes on in a legacy encoding. */
  private shows(row: SheetRow): boolean {
    const before = this.doubtful.length;
    if (this.look(row)) this.settle(before);
    return this.encoding !== null;
  }

  /** Looks at the cells of a row; true where one may be in a legacy encoding. */
  private look({ values, number }: SheetRow): boolean {
    let found = false;
    for (let column = 0; column < values.length; column++) {
      const text = values[column];
      if (typeof text !== 'string' || !this.detector.look(text)) continue;
      found = true;
      if (this.doubtful.length < MOST_DOUBTFUL)
        this.doubtful.push({ text, cell: cellAddress(column, number) });
    }
    return found;
  }

  /** Takes the detector's word for it: what has been held since is still to be converted. */
  private settle(before: number): void {
    this.encoding = this.detector.verdict;
    if (this.encoding !== null) this.doubtful.splice(before);
  }

  private convert(row: SheetRow, encoding: Legacy): SheetRow {
    const scripts = row.values.map((value) =>
      typeof value === 'string' ? scriptOf(value, encoding) : null,
    );
    this.either = prevailing(scripts) ?? this.either;
    let cells = 0;
    const values = row.values.map((value, column) => {
      const script = scripts[column] === 'either' ? this.either : scripts[column];
      if (typeof value !== 'string' || script !== 'legacy') return value;
      const text = convertText(value, encoding);
      if (text !== value) cells++;
      return text;
    });
    this.cells += cells;
    return cells === 0 ? row : { ...row, values };
  }
}

/** What most cells of a row are in whose letters tell; null where they do not. */
function prevailing(scripts: readonly Script[]): Script {
  let balance = 0;
  for (const script of scripts) {
    if (script === 'legacy') balance++;
    else if (script === 'unicode') balance--;
  }
  if (balance === 0) return null;
  return balance > 0 ? 'legacy' : 'unicode';
}
