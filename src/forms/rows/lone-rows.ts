import { mask } from '../../core/finding.js';
import { looksLikePerson } from '../../core/person.js';
import { fold } from '../../core/text.js';
import { cellText } from '../cells/cell-text.js';
import { headName } from '../cells/group-mark.js';
import { isSerial } from '../cells/row-kind.js';
import { namesSomebody } from '../cells/uncounted-text.js';
import type { Recognition } from '../header/recognise.js';
import { isPartOfUnit } from '../places/group-places.js';
import type { SheetRow } from '../table-context.js';

/** Heads at most, one below the other: `Hộ nghèo` over `Khu vực chợ`. */
const MOST = 3;

/** `Tổ 2`, `Nhóm số 1`, `Ngày 5/9/2024`: divides the rows of a place, and is nobody's name. */
const DIVISION =
  /^(?:(?:tổ|nhóm|đội)(?: số)? (?:\d{1,3}|[ivx]{1,5})|ngày \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)(?![\p{L}\d])/u;

/** What else than its number a text says that can be nobody's name; null for any other text. */
export function divisionOf(text: string): string | null {
  const name = fold(headName(text));
  const found = DIVISION.exec(name);
  return found === null ? null : name.slice(found[0].length).trim();
}

/** Where people sell, which names no seller. */
const PLACE = /^(?:chợ|đường|hẻm|lộ|quốc lộ|tỉnh lộ|dọc|ven|trục|trung tâm)(?!\p{L})/u;
/** Every word begins with a capital, as a name's do: `Sáu Lèo`. */
const CAPITALS = /^\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*$/u;

/** The name in a head, also behind `a)`. */
function nameIn(text: string): string {
  return headName(text).replace(/^\p{Ll}[.)]\s*/u, '');
}

const isPart = (name: string) => isPartOfUnit(name) || PLACE.test(fold(name));

/**
 * True of `Hộ nghèo`, `Chợ Rạch Gốc`; not of what reads as a person's name.
 * @param isWhole a name alone is a row's whole: `Quán ăn, giải khát` may head rows as well
 */
export function mayHeadRows(text: string, isWhole: boolean): boolean {
  const name = nameIn(text).normalize('NFC');
  return !looksLikePerson(name) && (isPart(name) || (isWhole && !CAPITALS.test(name)));
}

/** Kinds of households and people, and stretches of a place: nobody's name, and no shop's. */
const KIND =
  /^(?:các |những )?(?:hộ (?:dân |gia đình )?(?:(?:mới thoát |thoát |cận )?nghèo|chính sách|khá giàu|trung bình|khác|còn lại|(?:có|thuộc|là|được|đã|người|đồng bào) .+)|(?:thành viên|công dân|đối tượng|cá nhân) (?:khác|còn lại)|(?:đối tượng|diện (?:hộ|chính sách|bảo trợ)|nhóm hộ|khu vực|tuyến (?:đường|lộ|kênh|kinh|dân cư)|cụm dân cư)(?: .+)?)$/u;

/**
 * True of `Hộ nghèo`, `1. Khu vực chợ`: a text that heads rows though none has a number. Narrower than
 * `mayHeadRows`: where rows are numbered a head shows by its lacking number.
 */
export function dividesRows(text: string): boolean {
  return KIND.test(fold(nameIn(text))) && !namesSomebody(text);
}

const HONORIFIC = /(?<!\p{L})(?:ông|bà|anh|chị|em|cô|chú|bác|dì|cậu|thầy)(?!\p{L})/u;

/** A head's text as it may be shown: masked where the name of somebody may stand in it. */
export function shownHead(text: string): string {
  const name = nameIn(text);
  const [, ...more] = name.split(' ');
  const mayName =
    text === text.toUpperCase()
      ? more.some((_, i) => looksLikePerson(more.slice(i).join(' ')))
      : more.some((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const isPlain = isPart(name) && !mayName && !HONORIFIC.test(fold(text));
  return isPlain ? text : mask(text);
}

/**
 * Rows of a list that hold a text alone where names stand, and no number, in a table that numbers
 * its rows, or that divides them by what can be nobody's name. Whether they head the rows below, sign
 * or are somebody's shows by what follows.
 */
export class LoneRows {
  private readonly found: Recognition;
  private rows: SheetRow[] = [];
  /** The last row of data above them. */
  private above: SheetRow | null = null;

  constructor(found: Recognition) {
    this.found = found;
  }

  get isOpen(): boolean {
    return this.rows.length > 0;
  }

  /** Takes one more; false where there are too many for heads. */
  add(row: SheetRow, above: SheetRow | null): boolean {
    if (this.rows.length === 0) this.above = above;
    this.rows.push(row);
    return this.rows.length <= MOST;
  }

  /**
   * Gives up the rows: true for those that are nobody's. They are heads where the row of data
   * below is numbered and says more than a name; where its number leaves out as many as there are
   * rows, only their numbers are lacking. Else what stands apart from the numbered rows above is a
   * signature's. Where no row is numbered, none can be somebody's.
   */
  settle(below: SheetRow | null): readonly (readonly [SheetRow, boolean])[] {
    const { rows } = this;
    const areHeads = this.found.serial === null || (below !== null && this.isNumberedBelow(below));
    const areApart = !areHeads && this.isApart(rows[0]!);
    this.rows = [];
    return rows.map((row) => [row, areApart || (areHeads && this.isHead(row))]);
  }

  private isHead({ values }: SheetRow): boolean {
    if (this.found.serial === null) return true;
    const required = this.found.layout.required.map((id) => this.found.fields.get(id)!);
    return mayHeadRows(cellText(values[required[0]!]), required.length === 1);
  }

  private isNumberedBelow(below: SheetRow): boolean {
    const number = this.numberOf(below);
    const filled = below.values.filter((value) => cellText(value) !== '').length;
    if (number === null || filled < 3) return false;
    const before = this.above === null ? null : this.numberOf(this.above);
    return before === null || number !== before + this.rows.length + 1;
  }

  private isApart(first: SheetRow): boolean {
    const { above } = this;
    if (above === null || this.numberOf(above) === null) return false;
    return first.number > above.number + 1;
  }

  private numberOf({ values }: SheetRow): number | null {
    const text = cellText(values[this.found.serial ?? -1]);
    return isSerial(text) ? parseInt(text, 10) : null;
  }
}
