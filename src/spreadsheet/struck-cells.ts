import { ASCII } from './ascii.js';
import { readCellParts } from './cell-parts.js';
import { CellStart } from './cell-start.js';
import { CELL_TYPE, type SheetContext } from './cell-value.js';
import type { Value } from './types.js';
import { isName, localNameStart, skipMarkup, tagEnd } from './xml-bytes.js';

const { BANG, LESS, QUESTION, SLASH } = ASCII;

/** More marks are not looked for one by one: then each row is looked at. */
const MOST_MARKS = 8;
const NONE = Number.POSITIVE_INFINITY;

/** Bytes that a cell has which may be struck through, and where they stand next. */
interface Mark {
  readonly bytes: Buffer;
  next: number;
}

/**
 * Tells the cells of a sheet that are struck through. A workbook without such a font has no
 * marks to look for; in others rows are passed by until the next mark: only a row that has
 * one is looked at a second time, cell by cell.
 */
export class StruckCells {
  /** Up to here no cell is struck through. */
  next = NONE;
  private readonly marks: readonly Mark[];
  private readonly always: boolean;
  private readonly cell = new CellStart();

  constructor(private readonly context: SheetContext) {
    const { struck, strings } = context;
    const formats = [...(struck ?? []).entries()].filter(([, is]) => is === 1);
    const texts = [
      ...formats.map(([format]) => `s="${format}"`),
      ...[...strings.struck].map((index) => `v>${index}<`),
      // Whoever quotes so writes all attributes so.
      ...(formats.length > 0 ? [" s='"] : []),
    ];
    // A cell that names no format is of the first.
    this.always = struck?.[0] === 1 || texts.length > MOST_MARKS;
    this.marks = this.always ? [] : texts.map((text) => ({ bytes: Buffer.from(text), next: 0 }));
  }

  /** Other bytes are in hand. */
  start(bytes: Buffer): void {
    for (const mark of this.marks) mark.next = -1;
    this.seek(bytes, 0);
  }

  private seek(bytes: Buffer, from: number): void {
    this.next = this.always ? from : NONE;
    for (const mark of this.marks) {
      if (mark.next < from) mark.next = bytes.indexOf(mark.bytes, from);
      if (mark.next < 0) mark.next = NONE;
      if (mark.next < this.next) this.next = mark.next;
    }
  }

  /** A cell of the row in hand has a text of its own that is struck through. */
  meet(): void {
    this.next = 0;
  }

  /** Of a row that has a mark the columns that are struck through; goes on to the next mark. */
  take(
    bytes: Buffer,
    start: number,
    end: number,
    values: readonly Value[],
  ): readonly number[] | undefined {
    const columns = this.columnsIn(bytes, start, end);
    this.seek(bytes, end);
    const filled = columns.filter((column) => (values[column] ?? null) !== null);
    return filled.length === 0 ? undefined : filled;
  }

  private columnsIn(bytes: Buffer, start: number, end: number): number[] {
    const { cell, context } = this;
    const columns: number[] = [];
    let column = 0;
    let at = bytes.indexOf(LESS, start);
    while (at >= 0 && at < end) {
      const first = bytes[at + 1];
      const isMarkup = first === BANG || first === QUESTION;
      const name = isMarkup ? -1 : localNameStart(bytes, at, end);
      if (isMarkup) at = skipMarkup(bytes, at, end);
      else if (first === SLASH || !isName(bytes, name, 'c')) at = tagEnd(bytes, name, end) + 1;
      else {
        at = cell.read(bytes, name + 1, end, column);
        column = cell.column + 1;
        const parts = cell.empty ? null : readCellParts(bytes, at, end, context.part);
        if (parts !== null) {
          at = parts.next;
          if (parts.runs ?? this.isStruck(parts.value)) columns.push(cell.column);
        }
      }
      at = bytes.indexOf(LESS, at);
    }
    return columns;
  }

  /** By its text's own runs, else by its format. */
  private isStruck(value: string | null): boolean {
    const { cell, context } = this;
    const isShared = cell.type === CELL_TYPE.TYPE_S && value !== null;
    const runs = isShared ? context.strings.runsOf(Number(value)) : null;
    return runs ?? context.struck?.[cell.style] === 1;
  }
}
