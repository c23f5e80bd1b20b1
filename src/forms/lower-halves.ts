import { fold } from '../core/text.js';
import { cellText } from './cell-text.js';
import { isBlank } from './filled.js';
import { type MergedBlocks, type MergedRange, mergedBlocks } from './merged-blocks.js';
import type { Recognition } from './recognise.js';
import type { SheetRow } from './table-context.js';

/** Rows of one merged name that are looked at together. */
const MOST = 20;

interface KeyColumn {
  readonly field: string;
  readonly column: number;
}

/**
 * Rows of a list that lie in the merged cell of somebody's name, below its first: what else is to be
 * said of the same person, as a second position or telephone number. Rows in rising order.
 */
export class LowerHalves {
  private readonly found: Recognition;
  private readonly blocks: MergedBlocks;
  /** The same, as far as rows have come: they are settled later. */
  private readonly ahead: MergedBlocks;
  /** Where the row belongs: one of another team or hamlet is a row of its own. */
  private readonly places: readonly number[];
  /** Where rows are told apart by more than the name, what tells them; null for one entity's rows. */
  private readonly keys: readonly KeyColumn[] | null;
  private first: SheetRow | null = null;
  /** A first row and those below it, until all are at hand. */
  private waiting: SheetRow[] = [];

  private constructor(
    found: Recognition,
    [blocks, ahead]: readonly [MergedBlocks, MergedBlocks],
    places: readonly number[],
    keys: readonly KeyColumn[] | null,
  ) {
    this.found = found;
    this.blocks = blocks;
    this.ahead = ahead;
    this.places = places;
    this.keys = keys;
  }

  /** Null for a table that has none. */
  static in(
    found: Recognition,
    merges: readonly MergedRange[],
    bottom: number,
  ): LowerHalves | null {
    const { layout, fields, units, range } = found;
    const identity = layout.form.list?.identity;
    const [id = ''] = layout.required;
    const name = fields.get(id);
    if (layout.layout !== 'list' || name === undefined || range !== undefined) return null;
    if (identity === undefined) return null;
    const own = merges.filter(
      (m) => m.top > bottom && m.bottom > m.top && m.left <= name && name <= m.right,
    );
    if (own.length === 0) return null;
    const team = fields.get(identity.within ?? '');
    const places = [...Object.values(units), team ?? null].filter((column) => column !== null);
    const ids = [...new Set(identity.keys.flat())];
    const areOnes = identity.visits === undefined && ids.includes(id);
    const keys = ids.flatMap((field) => {
      const column = field === id ? undefined : fields.get(field);
      return column === undefined ? [] : [{ field, column }];
    });
    const blocks = [mergedBlocks(own, name), mergedBlocks(own, name)] as const;
    return new LowerHalves(found, blocks, places, areOnes ? null : keys);
  }

  /**
   * The rows that can be read now: those of one merged name wait for its last. The first of them
   * has what it leaves blank from those below it.
   * @param isOwn a row that was decided on, or is struck through, lends nothing
   */
  next(row: SheetRow, isOwn: (row: SheetRow) => boolean): readonly SheetRow[] {
    if (this.keys !== null) return [row];
    const isBelow = this.ahead.covers(row.number) && this.waiting.length > 0;
    if (isBelow && this.waiting.length < MOST) {
      this.waiting.push(row);
      return [];
    }
    const ready = this.end(isOwn);
    if (isBelow || !this.ahead.begins(row.number) || !this.isSomebodys(row)) return [...ready, row];
    this.waiting = [row];
    return ready;
  }

  /** The rows that wait still, where no more of them follow. */
  end(isOwn: (row: SheetRow) => boolean): readonly SheetRow[] {
    const [first, ...below] = this.waiting;
    this.waiting = [];
    if (first === undefined) return [];
    const lent = below.filter((row) => !isOwn(row) && this.isOfPlace(row, first));
    return [isOwn(first) ? first : this.completed(first, lent), ...below];
  }

  /** The row of which the next row of data is only the lower half; null for a row of its own. */
  upperOf(row: SheetRow): number | null {
    const first = this.firstOf(row);
    return this.keys === null && first !== null ? first.number : null;
  }

  /** Of a row that counts apart from the first of its merged name: in which column they differ. */
  apartFrom(row: SheetRow): { readonly field: string; readonly otherRow: number } | null {
    if (this.keys === null) return null;
    const first = this.firstOf(row);
    if (first === null) return null;
    const both = this.keys.filter(
      ({ column }) => !isBlank(row.values[column]) && !isBlank(first.values[column]),
    );
    const [key] = both;
    const isApart = both.every(({ column }) => keyAt(row, column) !== keyAt(first, column));
    return key !== undefined && isApart ? { field: key.field, otherRow: first.number } : null;
  }

  private firstOf(row: SheetRow): SheetRow | null {
    if (!this.blocks.covers(row.number)) {
      this.first = row;
      return null;
    }
    const { first } = this;
    return first !== null && this.isOfPlace(row, first) ? first : null;
  }

  private isOfPlace({ values }: SheetRow, first: SheetRow): boolean {
    return this.places.every((column) => {
      const value = values[column];
      return isBlank(value) || cellText(value) === cellText(first.values[column]);
    });
  }

  /** More than a text alone, as a title or a signature is. */
  private isSomebodys({ values }: SheetRow): boolean {
    const { fields, serial } = this.found;
    const said = [...fields.values()].filter((column) => !isBlank(values[column]));
    return said.length > 1 && (serial === null || !isBlank(values[serial]));
  }

  private completed(first: SheetRow, below: readonly SheetRow[]): SheetRow {
    if (below.length === 0) return first;
    const { fields, layout, bySex, byLevel, byMeans } = this.found;
    const values = [...first.values];
    const halves = bySex === undefined ? [] : [bySex.male, bySex.female];
    const means = (byMeans?.columns ?? []).map(({ column }) => column);
    for (const column of [...fields.values(), ...halves, ...(byLevel?.columns ?? []), ...means])
      if (isBlank(values[column]))
        values[column] = below.find((row) => !isBlank(row.values[column]))?.values[column] ?? null;
    const payment = fields.get(layout.fields.find((field) => field.payment)?.id ?? '');
    if (payment !== undefined && !means.includes(payment))
      values[payment] = joined([first, ...below].map((row) => cellText(row.values[payment])));
    return { ...first, values };
  }
}

/** `Tiền mặt` over `QR`: both. */
function joined(texts: readonly string[]): string | null {
  return [...new Set(texts.filter((text) => text !== ''))].join(', ') || null;
}

function keyAt({ values }: SheetRow, column: number): string {
  return fold(cellText(values[column])).replace(/[^\p{L}\p{N}/]/gu, '');
}
