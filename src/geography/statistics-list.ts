import { groupBy } from '../core/group-by.js';
import { clean, fold, foldAccents } from '../core/text.js';
import { parseName } from './names.js';

/** A row of `units.csv` to be written. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  /** Blank for a province. */
  readonly parent: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** A row of the list that could not be used. */
export interface SkippedRow {
  readonly row: number;
  /** `no-name`, `no-code`, `bad-code`, `clash`: the same code with another name. */
  readonly reason: 'no-name' | 'no-code' | 'bad-code' | 'clash';
  readonly found: string;
}

export interface StatisticsList {
  readonly units: readonly UnitRow[];
  readonly skipped: readonly SkippedRow[];
}

interface Level {
  readonly level: string;
  readonly name: readonly string[];
  readonly code: readonly string[];
  /** Digits of an official code; Excel eats leading zeros. */
  readonly digits: number;
}

/**
 * The statistics office's list of units has a row for each commune, with the units above it
 * in the same row; since 2025-07-01 it has no districts.
 */
const LEVELS: readonly Level[] = [
  {
    level: 'province',
    name: ['tinh thanh pho', 'ten tinh', 'tinh', 'tinh tp', 'ten tp'],
    code: ['ma tp', 'ma tinh', 'ma tinh tp', 'ma tinh thanh pho', 'ma ttp'],
    digits: 2,
  },
  {
    level: 'district',
    name: ['quan huyen', 'ten huyen', 'huyen', 'ten quan huyen'],
    code: ['ma qh', 'ma huyen', 'ma quan huyen'],
    digits: 3,
  },
  {
    level: 'commune',
    name: ['phuong xa', 'xa phuong', 'ten xa', 'xa', 'ten phuong xa', 'ten'],
    code: ['ma px', 'ma xa', 'ma phuong xa', 'ma xa phuong', 'ma'],
    digits: 5,
  },
];
const TYPE = ['cap', 'loai'];

interface Columns {
  readonly levels: readonly (Level & { readonly nameAt: number; readonly codeAt: number })[];
  readonly type: number;
}

const keyOf = (text: string) =>
  foldAccents(fold(text))
    .replace(/[\s._/-]+/g, ' ')
    .trim();

/**
 * Reads the list as the statistics office writes it: columns `Tỉnh Thành Phố, Mã TP, Quận
 * Huyện, Mã QH, Phường Xã, Mã PX, Cấp, Tên Tiếng Anh`, in any order, below any title rows; or its
 * list of communes alone, `Mã, Tên, Cấp, Mã TP, Tỉnh / Thành Phố`. Null where no row heads provinces
 * and communes with their codes, or what is listed are no communes.
 * @param validFrom ISO day for all units, or blank
 */
export function readStatisticsList(
  rows: readonly (readonly string[])[],
  validFrom = '',
): StatisticsList | null {
  const head = rows.findIndex((row) => columnsOf(row) !== null);
  if (head < 0) return null;
  const columns = columnsOf(rows[head]!)!;
  const units = new Map<string, UnitRow>();
  const skipped: SkippedRow[] = [];
  rows.slice(head + 1).forEach((cells, i) => {
    const skip = (reason: SkippedRow['reason'], found: string) =>
      skipped.push({ row: head + 2 + i, reason, found });
    readRow(cells, columns, validFrom, units, skip);
  });
  const isBare = rows[head]!.some((text) => keyOf(text) === 'ten');
  if (isBare && ![...units.values()].some(isCommune)) return null;
  return { units: inTreeOrder([...units.values()]), skipped };
}

function columnsOf(row: readonly string[]): Columns | null {
  const keys = row.map(keyOf);
  const find = (names: readonly string[]) =>
    names.map((name) => keys.indexOf(name)).find((at) => at >= 0) ?? -1;
  const levels = LEVELS.map((level) => ({
    ...level,
    nameAt: find(level.name),
    codeAt: find(level.code),
  })).filter(({ nameAt, codeAt }) => nameAt >= 0 && codeAt >= 0);
  const has = (level: string) => levels.some((one) => one.level === level);
  return has('province') && has('commune') ? { levels, type: find(TYPE) } : null;
}

function readRow(
  cells: readonly string[],
  { levels, type }: Columns,
  validFrom: string,
  units: Map<string, UnitRow>,
  skip: (reason: SkippedRow['reason'], found: string) => void,
): void {
  let parent = '';
  for (const { level, nameAt, codeAt, digits } of levels) {
    const name = clean(cells[nameAt] ?? '');
    const given = clean(cells[codeAt] ?? '');
    // An island district has no commune: its row ends there.
    if (name === '' && given === '') continue;
    const wrong = wrongIn(name, given, digits);
    if (wrong !== null) {
      skip(wrong, given || name);
      break;
    }
    const code = given.padStart(digits, '0');
    const typed = withType(name, level, clean(cells[type] ?? ''));
    const known = units.get(code);
    if (known !== undefined && (known.name !== typed || known.parent !== parent)) {
      skip('clash', `${code} ${typed}`);
      break;
    }
    units.set(code, { code, name: typed, level, parent, validFrom, validTo: '' });
    parent = code;
  }
}

function wrongIn(name: string, code: string, digits: number): SkippedRow['reason'] | null {
  if (code === '') return 'no-code';
  if (name === '') return 'no-name';
  return /^\d+$/.test(code) && code.length <= digits ? null : 'bad-code';
}

/** A commune's name carries its type; where the list leaves it out, `Cấp` says it. */
function withType(name: string, level: string, type: string): string {
  if (level !== 'commune' || type === '' || parseName(name, level).type !== '') return name;
  return `${type} ${name}`;
}

/** Of the list of districts alone (`Mã, Tên`) none is. */
function isCommune({ level, name }: UnitRow): boolean {
  return level === 'commune' && parseName(name, level).type !== '';
}

/** Each unit after the one above it, in the list's order. */
function inTreeOrder(units: readonly UnitRow[]): readonly UnitRow[] {
  const byParent = groupBy(units, (unit) => unit.parent);
  const below = (parent: string): UnitRow[] =>
    (byParent.get(parent) ?? []).flatMap((unit) => [unit, ...below(unit.code)]);
  return below('');
}
