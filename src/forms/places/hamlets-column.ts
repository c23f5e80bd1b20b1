import { cellText } from '../cells/cell-text.js';
import { isTotalText, withoutMark } from '../cells/row-kind.js';
import type { HeaderColumn } from '../header/header-columns.js';
import { headerKeys } from '../header/header-text.js';
import type { Recognition } from '../header/recognise.js';
import { teamsNamed } from '../header/team-column.js';
import { isPlaceOfToday } from '../header/unit-columns.js';
import type { SheetRow } from '../table-context.js';
import { teamsPlaces } from './group-name.js';
import type { UnitFinder } from './level-finder.js';

/** Cells looked at, below a header. */
const MOST_CELLS = 50;

/** A column that names the hamlets without a heading that says so. */
export interface HamletsColumn {
  readonly column: number;
  /** Its heading; blank where it has none. */
  readonly header: string;
}

/**
 * In a tally of several hamlets, the column left of the counts most of whose cells name
 * hamlets of the place, alone or as their teams (`Tổ CNSCĐ ấp Gò`); null where none does.
 * @param rows the first rows below the header
 */
export function hamletsColumn(
  found: Recognition,
  columns: readonly HeaderColumn[],
  rows: readonly SheetRow[],
  finder: UnitFinder,
): HamletsColumn | null {
  // Below `Tổ CNSCĐ` there may be the number of teams, or the hamlets that they are of.
  const teams = teamsNamed(found);
  const counted = [...found.fields.values()].filter((column) => column !== teams);
  const used = new Set([...counted, ...Object.values(found.units), found.serial]);
  const own = rows.filter(({ values }) => counted.some((at) => /^\d/.test(cellText(values[at]))));
  const right = Math.min(...counted);
  for (let column = found.range?.left ?? 0; column < right; column++) {
    if (used.has(column) || !namesHamlets(own, column, finder)) continue;
    const heading = columns.find((one) => one.column === column);
    return { column, header: heading?.text ?? '' };
  }
  return null;
}

/**
 * In a table whose communes no word heads, the column of places (`Đơn vị`) beside its hamlets most of
 * whose cells name communes; null where none does.
 * @param rows the first rows below the header
 */
export function communesColumn(
  { units, range }: Recognition,
  columns: readonly HeaderColumn[],
  rows: readonly SheetRow[],
  { isNamed }: UnitFinder,
): number | null {
  const used = new Set(Object.values(units));
  const isOwn = ({ column }: HeaderColumn) =>
    !used.has(column) && (range === undefined || (range.left <= column && column <= range.right));
  const places = columns.filter(
    (one) => isOwn(one) && headerKeys(one.texts.join(' ')).some(isPlaceOfToday),
  );
  const own = places.find(({ column }) => {
    const texts = rows.map(({ values }) => cellText(values[column]));
    const said = texts.filter((text) => /\p{L}{2}/u.test(text)).slice(0, MOST_CELLS);
    return said.filter((text) => isNamed(text, 'commune')).length > said.length / 2;
  });
  return own?.column ?? null;
}

/** The table with its communes in that column. */
export function withCommunes(found: Recognition, column: number): Recognition {
  const unknown = found.unknown.filter((one) => one.column !== column);
  return { ...found, unknown, units: { ...found.units, commune: column } };
}

/**
 * Most cells name a hamlet, and the others will be asked about. Those of totals and of units above
 * are no hamlets' own.
 */
function namesHamlets(rows: readonly SheetRow[], column: number, finder: UnitFinder): boolean {
  const texts = rows.map(({ values }) => cellText(values[column]));
  const said = texts.filter((text) => /\p{L}{2}/u.test(text) && !isTotalText(text));
  const levels = said.slice(0, MOST_CELLS).map((text) => levelNamed(text, finder));
  const hamlets = levels.filter((level) => level === 'hamlet').length;
  const others = levels.filter((level) => level === null).length;
  return hamlets > others;
}

function levelNamed(text: string, finder: UnitFinder) {
  const own = finder.levelOf(withoutMark(text));
  const isTeams = () => teamsPlaces(withoutMark(text)).some((one) => finder.isNamed(one, 'hamlet'));
  return own === null && isTeams() ? 'hamlet' : own;
}

/** The table with its hamlets in that column. */
export function withHamlets(found: Recognition, { column }: HamletsColumn): Recognition {
  const unknown = found.unknown.filter((one) => one.column !== column);
  const fields = new Map([...found.fields].filter(([, own]) => own !== column));
  return { ...found, fields, unknown, units: { ...found.units, hamlet: column } };
}
