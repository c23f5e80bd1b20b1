import { cellAddress, rowOf } from '../core/address.js';
import { memoText } from '../core/memo.js';
import { type FoundPeriod, findPeriods } from '../core/period-text.js';
import { clean } from '../core/text.js';
import { CalendarDate, MonthDate, type Value } from '../core/value.js';
import { type DatedNames, NO_DATED_NAMES } from '../geography/dated-names.js';
import { Addressees } from './addressee.js';
import { isExample } from './aside.js';
import { cellText } from './cell-text.js';
import { isSerialText } from './heading-words.js';
import { type NamedPlace, namedPlaces, withoutFiller } from './named-places.js';
import { isOfNew } from './of-new.js';
import type { Statement } from './place.js';
import type { Recognition } from './recognise.js';
import type { SheetContext } from './sheet-context.js';
import { type PeriodStatement, statesPeriod } from './stated-period.js';
import type { SheetRow } from './table-context.js';
import { isUncounted, type Title } from './uncounted.js';
import type { UnitLevel } from './unit-columns.js';

/** A text above a table: of one cell, or of a label's cell and its value's. */
export interface Line {
  readonly text: string;
  /** What of it may name the sheet's place: not those it is sent to. */
  readonly own: string;
  /** Names of units that read like periods: of those `own` is rid. */
  readonly named: readonly Statement[];
  readonly cell: string;
  /** The cell of what the label says; that of the whole where they stand in one. */
  readonly said: string;
  /** 0-based. */
  readonly column: number;
}

/** `Ví dụ minh họa 1:`; one that goes on may speak of anything. */
const LONGEST_LABEL = 20;
/** A title and what may stand below it: the place, the period, who reports. */
const MOST_TITLES = 8;
/** More rows than this are no letterhead. */
const MOST_ROWS = 200;

/** The lines of a sheet that stand outside of its tables. */
export class SheetLines {
  /** Above the first table. */
  private top: Line[] = [];
  /** Since the last table's last data row. */
  private near: Line[] = [];
  /** Lines above the tables so far, but for the first, that named a hamlet: the last such. */
  private passed: readonly Line[] = [];
  private rows = 0;
  private belowTable = false;
  private readonly addressees = new Addressees();
  private readonly names: DatedNames;

  constructor({ datedNames = NO_DATED_NAMES }: Pick<SheetContext, 'datedNames'>) {
    this.names = datedNames;
  }

  add(row: SheetRow): void {
    if (this.rows >= MOST_ROWS) return;
    const lines = linesOf(row);
    if (lines.length === 0) return;
    this.rows++;
    const own = this.addressees.without(lines.map(({ text }) => text));
    const into = this.belowTable ? this.near : this.top;
    lines.forEach((line, i) => {
      into.push(withNames({ ...line, own: own[i]!, named: [] }, this.names));
    });
  }

  /** A table has a data row: lines from here on are nearer to the next one. */
  passTable(): void {
    this.belowTable = true;
    if (this.rows === 0) return;
    if (namesHamlet(this.near)) this.passed = this.near;
    this.near = [];
    this.rows = 0;
  }

  get hasNews(): boolean {
    if (this.near.length > 0 && this.uncounted !== null) return true;
    return this.near.some(
      (line) =>
        namedPlaces(line.own).some(({ labelled }) => labelled) ||
        statesPeriod(this.names.findPeriods(line.text, 'line')) ||
        (unitIn(line.own) !== null && !this.top.some(({ own }) => own === line.own)),
    );
  }

  /** Those that a table has above it: a later one those since the one before. */
  get above(): readonly Line[] {
    return this.belowTable ? this.near : this.top;
  }

  /** What stands in the cell of a line, as far as it may name the sheet's place. */
  textAt(cell: string): string {
    return [...this.near, ...this.top].find((line) => line.cell === cell)?.own ?? '';
  }

  /** The last line or the one above it says that the table only shows how to fill in. */
  get isExample(): boolean {
    return this.above.slice(-2).some(({ text }) => text.length < LONGEST_LABEL && isExample(text));
  }

  /** The title right above that says that what stands below it is not the period's. */
  get uncounted(): Title | null {
    return this.titleThat(isUncounted);
  }

  /** The title right above that says that what stands below it is new in the period, and not all. */
  get ofNew(): Title | null {
    const title = this.titleThat(isOfNew);
    return title && { ...title, isOfNew: true };
  }

  private titleThat(says: (text: string, before?: string) => boolean): Title | null {
    const all = this.above;
    const lines = all.slice(-MOST_TITLES).filter((line) => isAlone(line, all));
    const title = lines.findLast(({ text }, i) => says(text, lines[i - 1]?.text));
    return title === undefined
      ? null
      : { text: title.text, row: rowOf(title.cell), cell: title.cell };
  }

  /**
   * Lines near a table that name no place by a word for one, where the hamlet of the sheet's top
   * would hold for it: they may name its own in other words.
   */
  get unread(): readonly Line[] {
    if (this.near.length === 0 || namesHamlet(this.near) || !mayNameHamlet(this.top)) return [];
    return this.near.filter((line) => placesOf(line).length === 0);
  }

  /**
   * What else may be the hamlet of a lower table whose lines name none outright: what one of them
   * calls its place (`Địa điểm: …`), else the hamlet that the tables above it had last.
   */
  get others(): readonly Statement[] {
    if (namesHamlet(this.near)) return [];
    const hamlets = (lines: readonly Line[]) =>
      lines.flatMap(placesOf).filter(({ level }) => level === 'hamlet');
    const own = hamlets(this.near);
    return own.length > 0 ? own : hamlets(this.passed).filter(({ tried }) => !tried);
  }

  /** Periods stated; those nearest to the table, where it is not the first. */
  periods(cutoff: number): readonly PeriodStatement[] {
    const read = (lines: readonly Line[]) =>
      lines.flatMap((line) => periodsOf(this.names.findPeriods(line.text, 'line', cutoff), line));
    const near = read(this.near);
    return near.some(({ found }) => found.aside === undefined)
      ? near
      : [...near, ...read(this.top)];
  }

  /**
   * Places named; a level named near the table is no longer that of the sheet's top.
   * @param range columns of a table that has others beside it: its own lines come first
   */
  places(range?: Recognition['range']): readonly Statement[] {
    const near = placesIn(this.near, range);
    return withOthers(near, placesIn(this.top, range));
  }
}

/** A line whose names that read like periods are told apart. */
function withNames(line: Line, { namesIn }: DatedNames): Line {
  const own = clean(line.own);
  const found = namesIn(own);
  if (found.length === 0) return line;
  const named = found.map(({ level, name, start, end }): Statement => {
    const quoted = own.slice(start, end);
    const labelled = /:/.test(quoted) || /: ?$/.test(own.slice(0, start));
    return {
      level: level as UnitLevel,
      name,
      bare: name,
      labelled,
      from: 'line',
      cell: line.cell,
      quoted,
    };
  });
  const rest = found.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)},${text.slice(end)}`,
    own,
  );
  return { ...line, own: rest, named };
}

/** The headings of a row that is no header's stand beside each other. */
function isAlone({ cell }: Line, lines: readonly Line[]): boolean {
  return lines.filter((other) => rowOf(other.cell) === rowOf(cell)).length === 1;
}

function namesHamlet(lines: readonly Line[]): boolean {
  return lines.some((line) => placesOf(line).some((one) => one.level === 'hamlet' && !one.tried));
}

function mayNameHamlet(lines: readonly Line[]): boolean {
  return lines.some((line) => placesOf(line).some(({ level }) => level === 'hamlet'));
}

function periodsOf(said: readonly FoundPeriod[], { text, said: cell }: Line): PeriodStatement[] {
  const alone = text.length <= '(Năm 2024)'.length;
  return said.map((found) => ({ found, from: 'line', cell, alone }));
}

function placesIn(lines: readonly Line[], range: Recognition['range']): readonly Statement[] {
  if (range === undefined) return lines.flatMap(placesOf);
  const isOwn = ({ column }: Line) => range.left <= column && column <= range.right;
  const own = lines.filter(isOwn).flatMap(placesOf);
  return withOthers(own, lines.filter((line) => !isOwn(line)).flatMap(placesOf));
}

/** The statements, and of the others those of levels that they do not name outright. */
function withOthers(own: readonly Statement[], others: readonly Statement[]): Statement[] {
  const levels = new Set(own.filter(({ tried }) => !tried).map(({ level }) => level));
  const tried = new Set(own.map(({ level }) => level));
  const rest = others.filter(({ level }) => !levels.has(level));
  return [...own, ...rest.map((one) => (tried.has(one.level) ? { ...one, lapsed: true } : one))];
}

function placesOf({ own, named, cell }: Line): Statement[] {
  const typed = namedPlaces(own);
  const name = typed.length + named.length > 0 ? null : unitIn(own);
  if (name === null) return [...named, ...typed.flatMap((one) => readingsOf(one, cell))];
  return (['district', 'commune', 'hamlet'] as const).flatMap((level) => {
    const tried = { level, labelled: false, from: 'line', cell, tried: true } as const;
    const longer = longerUnits(own).map((one) => ({
      ...tried,
      name: one,
      bare: one,
      longer: true,
    }));
    return [...longer, { ...tried, name, bare: name }];
  });
}

/** A name as far as it is certain to go, behind the longer ones that a unit may have. */
function readingsOf({ longer = [], ...named }: NamedPlace, cell: string): Statement[] {
  const whole = longer.find(({ name }) => findPeriods(name, 'line').length === 0);
  const certain: Statement = { from: 'line', cell, ...named, ...(whole && { whole: whole.name }) };
  return [...longer.map((one): Statement => ({ ...certain, ...one, longer: true })), certain];
}

/** `Đơn vị báo cáo: Rạch Gốc A`: a unit without the word for its level. */
const UNIT =
  /^(?:tên )?(?:đơn vị|địa bàn|địa phương|địa điểm|nơi(?! nhận))(?: (?:báo cáo|lập|gửi|nộp|tổng hợp|thực hiện|triển khai|hoạt động|hỗ trợ))*\s*[:：]\s*([^,;(\n]+)/iu;

const unitIn = memoText((text) => {
  const name = withoutFiller(UNIT.exec(text)?.[1] ?? '');
  return name === '' ? null : name;
});

/** What a unit without a word for its level is if commas are part of its name, longest first. */
const longerUnits = memoText((text): readonly string[] => {
  const [before = '', name = ''] = UNIT.exec(text) ?? [];
  const rest = withoutFiller(text.slice(before.length).split(/[;(\n]/, 1)[0]!);
  if (!rest.startsWith(',')) return [];
  const pieces = rest.split(',').slice(1, MOST_PIECES);
  return pieces.map((_, i) => [name, ...pieces.slice(0, i + 1)].join(',').trim()).reverse();
});

/** A name has no more commas. */
const MOST_PIECES = 4;

const LABEL = /[:：]$/;
const BARE_LABEL =
  /^(?:ấp|khóm|thôn|buôn|bản|làng|xóm|khối|tiểu khu|sóc|tổ dân phố|khu phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|(?:kỳ|tháng|năm|quý)(?: báo cáo)?)(?: ?\/ ?[\p{L} ]+)*$/iu;
const PERIOD_LABEL = /^(?!.*ngày).*(kỳ|tháng)(?: báo cáo)?\s*:?$/iu;
const OPEN_MONTH = /tháng[\s:.]*\d{1,2}$/i;

/**
 * The texts of a row: `Xã:` in one cell and `Tân Ân` in the next are one. In the upper row of a
 * header that was not understood what stands beside `Ấp` is a heading.
 */
function linesOf({ values, number }: SheetRow): Omit<Line, 'own' | 'named'>[] {
  const lines: { text: string; cell: string; said: string; column: number }[] = [];
  const isHeader = values.some((value) => typeof value === 'string' && isSerialText(value));
  values.forEach((value, column) => {
    if (value === null) return;
    const before = lines.at(-1);
    const text = textOf(value, before?.text);
    if (text === '') return;
    const cell = cellAddress(column, number);
    if (before === undefined || !goesOn(before.text, text, isHeader))
      lines.push({ text, cell, said: cell, column });
    else {
      if (before.said === before.cell && isLabel(before.text)) before.said = cell;
      before.text += ` ${text}`;
    }
  });
  return lines;
}

function isLabel(text: string): boolean {
  return LABEL.test(text) || BARE_LABEL.test(text);
}

function goesOn(before: string, text: string, isHeader: boolean): boolean {
  if (LABEL.test(before)) return !LABEL.test(text);
  if (BARE_LABEL.test(before)) return !isHeader && !LABEL.test(text) && !BARE_LABEL.test(text);
  return OPEN_MONTH.test(before) && /^năm/i.test(text);
}

/**
 * As it is typed or shown; behind a period's label Excel has made a date of `9/2024`. Behind
 * `tháng` any day of it is the month.
 */
function textOf(value: Value, label: string | undefined): string {
  if (value instanceof CalendarDate && isMonth(value, label))
    return `Tháng ${value.month}/${value.year}`;
  return typeof value === 'string' ? value.trim() : cellText(value);
}

function isMonth(date: CalendarDate, label: string | undefined): boolean {
  if (date instanceof MonthDate) return true;
  const kind = PERIOD_LABEL.exec(label ?? '')?.[1];
  return kind !== undefined && (date.day === 1 || isOfMonth(kind));
}

function isOfMonth(label: string): boolean {
  return label.toLowerCase() === 'tháng';
}
