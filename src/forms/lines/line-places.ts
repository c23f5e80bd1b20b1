import { memoText, remembered } from '../../core/memo.js';
import { findPeriods } from '../../core/period-text.js';
import { clean } from '../../core/text.js';
import type { DatedNames } from '../../geography/dated-names.js';
import { isNamedLevel } from '../../geography/placing.js';
import type { Recognition } from '../header/recognise.js';
import { type NamedPlace, namedPlaces, withoutFiller } from '../places/named-places.js';
import type { Statement } from '../places/place.js';
import type { LineText } from './line-texts.js';

/** A text above a table, and what of it may name a place. */
export interface Line extends LineText {
  /** What of it may name the sheet's place: not those it is sent to. */
  readonly own: string;
  /** Names of units that read like periods: of those `own` is rid. */
  readonly named: readonly Statement[];
}

/** `Đơn vị báo cáo: Rạch Gốc A`: a unit without the word for its level. */
const UNIT =
  /^(?:tên )?(?:đơn vị|địa bàn|địa phương|địa điểm|nơi(?! nhận))(?: (?:báo cáo|lập|gửi|nộp|tổng hợp|thực hiện|triển khai|hoạt động|hỗ trợ))*\s*[:：]\s*([^,;(\n]+)/iu;
/** Lines remembered, and how long they are at most. */
const MOST_KNOWN = 500;
const LONGEST_KNOWN = 200;
/** A name has no more commas. */
const MOST_PIECES = 4;

/** A line whose names that read like periods are told apart. */
export function withNames(line: Line, { namesIn }: DatedNames): Line {
  const own = clean(line.own);
  const found = namesIn(own);
  if (found.length === 0) return line;
  const named = found.flatMap(({ level, name, start, end }): Statement[] => {
    if (!isNamedLevel(level)) return [];
    const quoted = own.slice(start, end);
    const labelled = /:/.test(quoted) || /: ?$/.test(own.slice(0, start));
    return [{ level, name, bare: name, labelled, from: 'line', cell: line.cell, quoted }];
  });
  const rest = found.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)},${text.slice(end)}`,
    own,
  );
  return { ...line, own: rest, named };
}

/** True where one of the lines names a hamlet outright. */
export function namesHamlet(lines: readonly Line[]): boolean {
  return lines.some((line) => placesOf(line).some((one) => one.level === 'hamlet' && !one.tried));
}

/** True where one of the lines names what may be a hamlet. */
export function mayNameHamlet(lines: readonly Line[]): boolean {
  return lines.some((line) => placesOf(line).some(({ level }) => level === 'hamlet'));
}

/** The places that the lines name; first, of lines beside each other, those over a table's columns. */
export function placesIn(
  lines: readonly Line[],
  range: Recognition['range'],
): readonly Statement[] {
  if (range === undefined) return lines.flatMap(placesOf);
  const isOwn = ({ column }: Line) => range.left <= column && column <= range.right;
  const own = lines.filter(isOwn).flatMap(placesOf);
  return withOthers(own, lines.filter((line) => !isOwn(line)).flatMap(placesOf));
}

/** The statements, and of the others those of levels that they do not name outright. */
export function withOthers(own: readonly Statement[], others: readonly Statement[]): Statement[] {
  const levels = new Set(own.filter(({ tried }) => !tried).map(({ level }) => level));
  const tried = new Set(own.map(({ level }) => level));
  const rest = others.filter(({ level }) => !levels.has(level));
  return [...own, ...rest.map((one) => (tried.has(one.level) ? { ...one, lapsed: true } : one))];
}

/** The places that a line names: the sheets of a file mostly name theirs in the same cells. */
export function placesOf(line: Line): readonly Statement[] {
  const { own, named, cell } = line;
  if (named.length > 0 || own.length > LONGEST_KNOWN) return placesNamed(line);
  return known(`${cell} ${own}`, () => placesNamed(line));
}

const known = remembered<readonly Statement[]>(MOST_KNOWN);

function placesNamed({ own, named, cell }: Line): readonly Statement[] {
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
  const plain: Statement = { ...named, from: 'line', cell };
  if (longer.length === 0) return [plain];
  const certain = whole === undefined ? plain : { ...plain, whole: whole.name };
  return [...longer.map((one): Statement => ({ ...certain, ...one, longer: true })), certain];
}

/** The name in such a line; null for any other. */
export const unitIn = memoText((text) => {
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
