import { memoText } from '../../core/memo.js';
import type { FoundPeriod } from '../../core/period-text.js';
import { fold } from '../../core/text.js';
import { BARE_COMMUNE_KINDS, BARE_HAMLET_KINDS } from '../../core/unit-kinds.js';
import { type DatedNames, NO_DATED_NAMES } from '../../geography/dated-names.js';
import { isExample } from '../cells/aside.js';
import { type PeriodStatement, statesPeriod } from '../cells/stated-period.js';
import { isUncounted } from '../cells/uncounted-text.js';
import type { Recognition } from '../header/recognise.js';
import { namedPlaces } from '../places/named-places.js';
import type { Statement } from '../places/place.js';
import type { Title } from '../rows/uncounted.js';
import type { SheetContext } from '../sheet-context.js';
import type { SheetRow } from '../table-context.js';
import { Addressees } from './addressee.js';
import {
  type Line,
  mayNameHamlet,
  namesHamlet,
  placesIn,
  placesOf,
  unitIn,
  withNames,
  withOthers,
} from './line-places.js';
import { lineTexts } from './line-texts.js';
import { isOfNew, isRunning } from './of-new.js';
import { Signatures } from './signatures.js';

/** `Ví dụ minh họa 1:`; one that goes on may speak of anything. */
const LONGEST_LABEL = 20;
/** A title and what may stand below it: the place, the period, who reports. */
const MOST_TITLES = 8;
/** Who issues what stands below. */
const LETTERHEAD = /^(?:ubnd|(?:ủy|uỷ) ban nhân dân|ban nhân dân)(?!\p{L})/iu;
/** More rows than this are no letterhead. */
const MOST_ROWS = 200;

/** A text that may name a place but for its accents, and where it stands. */
export interface Unaccented {
  readonly text: string;
  readonly from: 'line' | 'file' | 'folder' | 'sheet';
}

const UNACCENTED = new RegExp(
  `^[\\x20-\\x7e]*(?<![a-z])(?:${BARE_HAMLET_KINDS}|${BARE_COMMUNE_KINDS})(?![a-z])[\\x20-\\x7e]*$`,
  'i',
);

function isUnaccented(text: string): boolean {
  return UNACCENTED.test(text);
}

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
  private readonly signatures = new Signatures();
  private readonly names: DatedNames;

  constructor({ datedNames = NO_DATED_NAMES }: Pick<SheetContext, 'datedNames'>) {
    this.names = datedNames;
  }

  add(row: SheetRow): void {
    if (this.rows >= MOST_ROWS) return;
    const lines = lineTexts(row);
    if (lines.length === 0) return;
    this.rows++;
    const own = this.addressees.without(lines.map(({ text }) => text));
    const read = lines.map(({ text, cell, said, row, column, isAlone }, i) => {
      const line = { text, cell, said, row, column, isAlone, own: own[i]!, named: [] };
      return withNames(line, this.names);
    });
    (this.belowTable ? this.near : this.top).push(...read);
    if (this.belowTable) this.signatures.add(read);
  }

  /** The places that sign below the tables so far. */
  get signed(): readonly Statement[] {
    return this.signatures.places;
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
        (unitIn(line.own) !== null && !this.top.some(({ own }) => own === line.own)) ||
        this.isOtherLetterhead(line),
    );
  }

  /** `UBND XÃ VIÊN AN` over a header once more, where the sheet's top is not that commune's. */
  private isOtherLetterhead(line: Line): boolean {
    if (!LETTERHEAD.test(line.own)) return false;
    const nameOf = ({ level, bare }: Statement) => `${level} ${fold(bare)}`;
    const above = new Set(this.top.flatMap(placesOf).map(nameOf));
    return placesOf(line).some((place) => !above.has(nameOf(place)));
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

  /** The title right above that says that what stands below it is a running total. */
  get running(): Title | null {
    return this.titleThat(isRunning);
  }

  private titleThat(says: (text: string, before?: string) => boolean): Title | null {
    const lines = this.titles;
    const title = lines.findLast(({ text }, i) => says(text, lines[i - 1]?.text));
    return title === undefined ? null : { text: title.text, row: title.row, cell: title.cell };
  }

  /** The last lines above a table that may be its title. */
  private get titles(): readonly Line[] {
    return this.above.slice(-MOST_TITLES).filter(({ isAlone }) => isAlone);
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

  /** Lines that are typed without accents (`Ap: Rach Goc A`): what they may name is asked about. */
  get unaccented(): readonly Unaccented[] {
    const plain = [...this.top, ...this.near].filter(({ own }) => isUnaccented(own));
    return plain.map(({ own }) => ({ text: own.replaceAll(':', ' '), from: 'line' }));
  }

  /**
   * Periods stated; those nearest to the table, where it is not the first.
   * @param range columns of a table that has others beside it: of titles beside each other its own counts
   */
  periods(cutoff: number, range?: Recognition['range']): readonly PeriodStatement[] {
    const read = (lines: readonly Line[]) =>
      ownOf(lines, range).flatMap((line, i, own) =>
        periodsOf(this.names.findPeriods(line.text, 'line', cutoff), line, own[i - 1]),
      );
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

/** The lines without those over other tables, where one over the table's own columns stands in their row. */
function ownOf(lines: readonly Line[], range: Recognition['range']): readonly Line[] {
  if (range === undefined) return lines;
  const isOwn = ({ column }: Line) => range.left <= column && column <= range.right;
  const rows = new Set(lines.filter(isOwn).map(({ row }) => row));
  return lines.filter((line) => isOwn(line) || !rows.has(line.row));
}

/** @param before the line above, which a title may begin with */
function periodsOf(
  said: readonly FoundPeriod[],
  { text, said: cell }: Line,
  before: Line | undefined,
): PeriodStatement[] {
  const alone = text.length <= '(Năm 2024)'.length;
  const whole = alone && before !== undefined ? `${before.text} ${text}` : text;
  const ofResults = said.length === 1 && isOfResults(whole);
  return said.map((found) => ({
    found,
    from: 'line',
    cell,
    alone,
    ...(ofResults && { ofResults }),
  }));
}

/** `BÁO CÁO KẾT QUẢ NĂM 2024`, `DANH SÁCH HỘ ĐƯỢC HỖ TRỢ NĂM 2024`; not what was planned for a year. */
const OF_RESULTS =
  /^(?:(?:bảng|biểu)(?: số)?(?: [\divx.]+)?[:.]? )?(?:báo cáo|bc|tổng hợp|thống kê|số liệu|kết quả|danh sách|ds|(?:tổng )?số (?:lượng )?hộ)(?!\p{L})(?!.*(?:kế hoạch|chỉ tiêu|nghị quyết|quyết định|chương trình|đề án)).* ?năm 20\d\d\)?\.?$/u;

const isOfResults = memoText((text) => OF_RESULTS.test(fold(text).trim()));
