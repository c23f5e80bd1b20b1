import { ASCII } from './ascii.js';
import { readCellParts } from './cell-parts.js';
import { CellStart } from './cell-start.js';
import { CELL_TYPE, type SheetContext } from './cell-value.js';
import { lookOf, type TextLook, type TextRun } from './text-runs.js';
import type { MeantText, RowLook, Value } from './types.js';
import { isName, localNameStart, skipMarkup, tagEnd } from './xml-bytes.js';

const { BANG, LESS, QUESTION, SLASH } = ASCII;

/** More marks are not looked for one by one: then each row is looked at. */
const MOST_MARKS = 8;
const NONE = Number.POSITIVE_INFINITY;

/** Bytes that a cell has of which there may be more to say, and where they stand next. */
interface Mark {
  readonly bytes: Buffer;
  next: number;
}

/**
 * Tells the cells of a sheet that are struck through, and what is meant where only some of a text
 * is, or is raised. A workbook without such a font has no marks to look for; in others rows are
 * passed by until the next mark: only a row that has one is looked at a second time, cell by cell.
 */
export class CellLooks {
  /** Up to here there is no such cell. */
  next = NONE;
  private readonly marks: readonly Mark[];
  private readonly always: boolean;
  private readonly cell = new CellStart();

  constructor(private readonly context: SheetContext) {
    const { struck, strings } = context;
    const formats = [...(struck ?? []).entries()].filter(([, is]) => is === 1);
    const texts = [
      ...formats.map(([format]) => `s="${format}"`),
      ...[...strings.setApart].map((index) => `v>${index}<`),
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

  /** A cell of the row in hand has a text of its own with runs. */
  meet(): void {
    this.next = 0;
  }

  /** What there is to be said of a row that has a mark; goes on to the next mark. */
  take(bytes: Buffer, start: number, end: number, values: readonly Value[]): RowLook | undefined {
    const struck: number[] = [];
    const meant: MeantText[] = [];
    this.lookAt(bytes, start, end, (column, value, runs) => {
      if ((values[column] ?? null) === null) return;
      const look = this.lookOf(value, runs);
      if (look.isStruck) struck.push(column);
      if (look.meant !== null) meant.push({ column, ...look.meant });
    });
    this.seek(bytes, end);
    if (struck.length === 0 && meant.length === 0) return undefined;
    return { ...(struck.length > 0 && { struck }), ...(meant.length > 0 && { meant }) };
  }

  /** @param onCell is told of each cell that holds something, which is `cell` */
  private lookAt(
    bytes: Buffer,
    start: number,
    end: number,
    onCell: (column: number, value: string | null, runs: readonly TextRun[] | null) => void,
  ): void {
    const { cell, context } = this;
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
          onCell(cell.column, parts.value, parts.runs);
        }
      }
      at = bytes.indexOf(LESS, at);
    }
  }

  /** By its text's runs, of its own or shared; else by its format. */
  private lookOf(value: string | null, own: readonly TextRun[] | null): TextLook {
    const { cell, context } = this;
    const isStruck = context.struck?.[cell.style] === 1;
    const isShared = cell.type === CELL_TYPE.TYPE_S && value !== null;
    const runs = isShared ? context.strings.runsOf(Number(value)) : own;
    return runs === null ? { isStruck, meant: null } : lookOf(runs, isStruck);
  }
}
