import { fold } from '../../core/text.js';
import { isSaidOld } from '../../geography/old-names.js';
import type { Named, Node } from '../../geography/types.js';
import { cellText } from '../cells/cell-text.js';
import type { HeaderColumn } from '../header/header-columns.js';
import { leafSays } from '../header/heading-leaf.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';
import { type Base, nodeOf } from './base.js';
import type { HamletsColumn } from './hamlets-column.js';
import { type NamedPlace, namedPlaces } from './named-places.js';
import type { MatchUnit } from './place.js';

/** Cells looked at, below a header. */
const MOST_CELLS = 50;

const ADDRESS =
  /^(?:dia (?:chi|diem)|noi (?:o|cu tru|thuong tru|sinh song)|cho o|thuong tru|cu tru|hktt)(?: (?:thuong tru|cu tru|noi o|hien (?:nay|tai)|nha|ho|kinh doanh|cho|lien he|cu the))*$/;

/** `Tổ CNSCĐ`, below which a team may be called by its hamlet. */
const TEAM = /^(?:ten )?to(?: (?:cnscd|cns cong dong|cong nghe so(?: cong dong)?))?$/;

/** Reads the hamlet out of an address; nothing where it names none, or several. */
export type AddressReader = (address: string) => Named;

/**
 * In a list of several hamlets that has no column of them, the column of addresses or teams most of which
 * name a hamlet of the place; null where none does, or where rows head those of a hamlet.
 * @param rows the first rows below the header
 */
export function addressColumn(
  found: Recognition,
  columns: readonly HeaderColumn[],
  rows: readonly SheetRow[],
  read: AddressReader,
): HamletsColumn | null {
  const own = new Set([...found.fields.values(), ...found.unknown.map(({ column }) => column)]);
  const addresses = columns.filter(
    (one) => own.has(one.column) && (leafSays(one, ADDRESS) || leafSays(one, TEAM)),
  );
  if (addresses.length === 0 || rows.some((row) => isHead(row, read))) return null;
  for (const { column, text } of addresses) {
    const said = rows.map(({ values }) => cellText(values[column])).filter((one) => one !== '');
    const some = said.slice(0, MOST_CELLS);
    const named = some.filter((one) => read(one).hamlet !== undefined);
    if (named.length > some.length / 2) return { column, header: text };
  }
  return null;
}

/** `Ấp Gò` alone in its row. */
function isHead({ values }: SheetRow, read: AddressReader): boolean {
  const said = values.map(cellText).filter((one) => one !== '');
  return said.length === 1 && read(said[0]!).hamlet !== undefined;
}

/** The list with its hamlets told by that column. */
export function withAddress(found: Recognition, { column }: HamletsColumn): Recognition {
  const unknown = found.unknown.filter((one) => one.column !== column);
  return { ...found, unknown, address: column };
}

/** Addresses of the units that a sheet names above its hamlets; those in another commune name none. */
export function addressReader({ nodes, named }: Base, match: MatchUnit): AddressReader {
  const { commune: own } = nodes;
  const { hamlet: _, ...above } = named;
  const bare = new Set(own?.children.flatMap(namesOf) ?? []);
  const isUnit = (cells: Named) => nodeOf(match({ ...above, ...cells }));
  return (address) => {
    const places = namedPlaces(address);
    const nameAt = (level: NamedPlace['level']) => {
      const names = places.flatMap((one) => (one.level === level ? [one.name] : []));
      // `Phường 2 cũ, Phường Bạc Liêu`: that of today tells more.
      return names.find((name) => !isSaidOld(name)) ?? names[0];
    };
    const commune = nameAt('commune');
    if (own !== undefined && commune !== undefined) {
      const said = isUnit({ commune });
      if (said !== null && said !== own) return NOWHERE;
    }
    const hamlet = hamletIn(places, (name) => isUnit({ hamlet: name }) !== null);
    if (hamlet === null) return NOWHERE;
    if (hamlet === undefined) return bareHamlet(address, bare);
    if (own !== undefined) return { hamlet, ...(commune && { commune }) };
    const [district, province] = [nameAt('district'), nameAt('province')];
    return {
      hamlet,
      ...(commune && { commune }),
      ...(district && { district }),
      ...(province && { province }),
    };
  };
}

const NOWHERE: Named = {};

/**
 * Of several names the only one that a unit bears; undefined where none is named, null where it is
 * not clear.
 */
function hamletIn(
  places: readonly NamedPlace[],
  isKnown: (name: string) => boolean,
): string | null | undefined {
  const names = places.flatMap(({ level, name, longer = [] }) =>
    level === 'hamlet' ? [longer.find((one) => isKnown(one.name))?.name ?? name] : [],
  );
  const several = [...new Set(names)];
  if (several.length < 2) return several[0];
  const known = several.filter(isKnown);
  return known.length === 1 ? known[0]! : null;
}

/** `Rạch Gốc A, Tân Ân`: without a word for the hamlet, where one of the commune is called so. */
function bareHamlet(address: string, names: ReadonlySet<string>): Named {
  const pieces = address.split(/\s*[,;()\n]\s*|\s+[-–—]\s+/).filter((one) => names.has(fold(one)));
  return pieces.length === 1 ? { hamlet: pieces[0]! } : NOWHERE;
}

const TYPED = /^\S+ (?=.*\p{L}{2})/u;

/** A hamlet's name, and what is left of it without its type, unless that is a number. */
function namesOf({ unit: { name } }: Node): string[] {
  return [name, name.replace(TYPED, '')].map(fold);
}
