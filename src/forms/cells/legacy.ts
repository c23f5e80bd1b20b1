import { cellAddress } from '../../core/address.js';
import { firstFew } from '../../core/first-few.js';
import { convertText, type Legacy } from '../../core/legacy-encodings.js';
import { LegacyDetector, type Meant, meantIn, scriptOf, UNTOLD } from '../../core/legacy-text.js';
import type { SheetRow } from '../table-context.js';

/** Cells remembered that may prove to be in a legacy encoding once more has been seen. */
const MOST_DOUBTFUL = 50;

/** What a sheet had of one encoding that is not Unicode. */
export interface Converted {
  readonly encoding: Legacy;
  /** Cells that were converted. */
  readonly cells: number;
  /** Cells that were read as they stood, before the encoding showed; blank for none. */
  readonly places: string;
}

/**
 * Turns a sheet's text into Unicode. The encodings are told by the first rows, which are looked
 * at before any is read; what they do not explain is looked at as it comes, for a sheet that was
 * put together from several may go on in another.
 */
export class LegacyText {
  private readonly detector = new LegacyDetector();
  private readonly doubtful: { readonly text: string; readonly cell: string }[] = [];
  private encodings: readonly Legacy[] = [];
  private readonly cells = new Map<Legacy, number>();
  /** What the cells are in that could be in either: as the rest of the row, else as the row above. */
  private either: Legacy | 'unicode' = 'unicode';
  /** The last row that was looked at beforehand. */
  private sampled = 0;

  /** Looks at the first rows of the sheet. */
  sample(rows: readonly SheetRow[]): void {
    let isFound = false;
    for (const row of rows) {
      if (!this.look(row)) continue;
      isFound = true;
      if (this.detector.isSure) break;
    }
    this.sampled = rows.at(-1)?.number ?? 0;
    if (isFound) this.settle(0);
  }

  /** No cell so far has shown another encoding. */
  get isUnicode(): boolean {
    return this.encodings.length === 0;
  }

  /** The row in Unicode. */
  read(row: SheetRow): SheetRow {
    if (this.isUnicode && (row.number <= this.sampled || !this.shows(row))) return row;
    return this.convert(row);
  }

  /** What there is to be told of the sheet, by encoding; blank for one in Unicode. */
  end(): Converted[] {
    return this.encodings.flatMap((encoding) => {
      const missed = this.doubtful.filter(({ text }) => scriptOf(text, encoding) === 'legacy');
      const cells = this.cells.get(encoding) ?? 0;
      return cells === 0
        ? []
        : [{ encoding, cells, places: firstFew(missed.map(({ cell }) => cell)) }];
    });
  }

  /** True where this row shows that the sheet goes on in a legacy encoding. */
  private shows(row: SheetRow): boolean {
    const before = this.doubtful.length;
    if (this.look(row)) this.settle(before);
    return !this.isUnicode;
  }

  /** Looks at the cells of a row; true where one may be in a legacy encoding. */
  private look(row: SheetRow, isKnown?: readonly boolean[]): boolean {
    const { values } = row;
    let found = false;
    for (let column = 0; column < values.length; column++) {
      const text = values[column];
      if (typeof text !== 'string' || isKnown?.[column] || !this.detector.look(text)) continue;
      found = true;
      if (this.doubtful.length < MOST_DOUBTFUL)
        this.doubtful.push({ text, cell: cellAddress(column, row.number) });
    }
    return found;
  }

  /** Takes the detector's word for it: what has been held since is still to be converted. */
  private settle(before: number): void {
    const { verdicts } = this.detector;
    if (verdicts.length <= this.encodings.length) return;
    if (this.isUnicode) this.either = verdicts[0]!;
    this.encodings = verdicts;
    this.doubtful.splice(before);
  }

  private convert(row: SheetRow): SheetRow {
    const meant = this.meant(row);
    this.either = prevailing(meant) ?? this.either;
    let cells = 0;
    const values = row.values.map((value, column) => {
      const legacy = typeof value === 'string' ? this.encodingOf(value, meant[column]!) : null;
      if (legacy === null) return value;
      const text = convertText(value as string, legacy);
      if (text === value) return value;
      this.cells.set(legacy, (this.cells.get(legacy) ?? 0) + 1);
      cells++;
      return text;
    });
    return cells === 0 ? row : { ...row, values };
  }

  /** What the cells of a row are in. One that is not explained may be in an encoding not seen yet. */
  private meant(row: SheetRow): readonly Meant[] {
    const read = () =>
      row.values.map((value) =>
        typeof value === 'string' ? meantIn(value, this.encodings) : UNTOLD,
      );
    const meant = read();
    const known = this.encodings.length;
    const before = this.doubtful.length;
    const isKnown = meant.map(({ script, sense }) => script !== 'unicode' && sense > 0);
    if (!this.look(row, isKnown)) return meant;
    this.settle(before);
    return this.encodings.length > known ? read() : meant;
  }

  private encodingOf(text: string, { script, legacy }: Meant): Legacy | null {
    if (script === 'legacy') return legacy;
    if (script !== 'either' || this.either === 'unicode') return null;
    return scriptOf(text, this.either) === 'either' ? this.either : null;
  }
}

/** What most cells of a row are in whose letters tell; null where they do not. */
function prevailing(meant: readonly Meant[]): Legacy | 'unicode' | null {
  let balance = 0;
  const counts = new Map<Legacy, number>();
  for (const { script, legacy } of meant) {
    if (script === 'unicode') balance--;
    if (script !== 'legacy') continue;
    balance++;
    counts.set(legacy!, (counts.get(legacy!) ?? 0) + 1);
  }
  if (balance === 0) return null;
  return balance < 0 ? 'unicode' : [...counts].sort(([, a], [, b]) => b - a)[0]![0];
}
