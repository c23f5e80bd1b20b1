import { cellAddress } from '../../core/address.js';
import { rowRun } from '../../core/row-runs.js';
import { fold, foldAccents } from '../../core/text.js';
import { headMark, isHigher, type MarkKind } from '../cells/group-mark.js';
import { isDone, isTitle, isTitleAlone, isUncounted } from '../cells/uncounted-text.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { SheetRow } from '../table-context.js';
import type { RowKind } from './row-classes.js';
import { lookAt } from './row-look.js';

/** A text that says that the rows below it are none of the period's, and where it stands. */
export interface Title {
  readonly text: string;
  readonly row: number;
  readonly cell: string;
  /** With another table of the same rows. */
  readonly isTold?: boolean;
  /** They are new in the period, where all are to be counted. */
  readonly isOfNew?: boolean;
}

/** A sheet of plans, `T9 (kế hoạch)`, or of examples, `VD`; without accents. */
const NAMED_SO =
  /^(?:t|thang) ?[.]?\d[\d./-]*[ (–-]+(?:kh|ke hoach|chi tieu)\)?$|^(?:vi du|vd|minh hoa|demo|example|sample)(?: \d{1,2})?$/;

/** The name of a sheet that says so: `Nháp`, `Chưa hỗ trợ`. @param row where its header begins */
export function titleOfSheet(name: string, row: number): Title | null {
  const folded = fold(name);
  const says =
    isUncounted(name) || /^chưa(?!\p{L})/u.test(folded) || NAMED_SO.test(foldAccents(folded));
  return says ? { text: name, row, cell: cellAddress(0, row) } : null;
}

/** Rows that may head others. */
const HEADS: ReadonlySet<RowKind> = new Set(['group', 'lone', 'other', 'note'] as const);

/** The rows of a table below a title that says that they are not to be counted. */
export class Uncounted {
  /** Rows were left out. */
  isUsed = false;
  private title: Title | null;
  private readonly serial: number | null;
  private mark: MarkKind | null = null;
  private first = 0;
  private last = 0;
  private count = 0;
  private readonly tell: (title: Title, count: number, rows: string) => void;

  /** @param title what stands above the table @param serial the running number's column */
  constructor(title: Title | null = null, serial: number | null, tell: Uncounted['tell']) {
    this.title = title;
    this.serial = serial;
    this.tell = tell;
  }

  get isOpen(): boolean {
    return this.title !== null;
  }

  /** A row of data below the title. */
  add(row: number): void {
    this.isUsed = true;
    this.first ||= row;
    this.last = row;
    this.count++;
  }

  /**
   * A list's row that is no data: it may begin such rows (`B. Hộ chưa được hỗ trợ`), or end them
   * where it is no part of theirs. True where it begins them.
   */
  see(kind: RowKind, { values, number }: SheetRow): boolean {
    if (!HEADS.has(kind)) return false;
    const { texts, leading, serial, alone } = lookAt(values, this.serial, []);
    const isMark = leading === serial;
    const text = (isMark && texts.find((one) => one !== '' && one !== serial)) || leading;
    if (!alone || text === '') return false;
    const mark = headMark(serial, text);
    if (!isUncounted(text)) {
      if (this.isOpen && this.isEndedBy(text, mark)) this.end();
      return false;
    }
    this.end();
    this.title = { text, row: number, cell: cellAddress(texts.indexOf(text), number) };
    this.mark = mark;
    return true;
  }

  /** Another title, or a head that is numbered as theirs or higher; a place alone is a part of them. */
  private isEndedBy(text: string, mark: MarkKind | null): boolean {
    if (isTitle(text) && startsWithUnitType(text) === null) return !this.isPart(text, mark);
    return this.mark !== null && (mark === this.mark || isHigher(mark, this.mark));
  }

  /**
   * Below a numbered title: `a) Hộ nghèo`, or `Hộ nghèo` without a number. Not what was done all the
   * same, nor another list's title.
   */
  private isPart(text: string, mark: MarkKind | null): boolean {
    if (!isHigher(this.mark, mark) || isDone(text)) return false;
    return mark !== null || !isTitleAlone(text);
  }

  /** Tells the rows so far, if there are any. */
  end(): void {
    const { title, count, first, last } = this;
    if (title !== null && count > 0 && !title.isTold)
      this.tell(title, count, rowRun({ first, last }));
    this.title = null;
    this.first = 0;
    this.count = 0;
  }
}
