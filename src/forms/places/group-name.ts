import { COMMUNE_KINDS } from '../../core/unit-kinds.js';
import { saidOld } from '../../geography/old-names.js';
import type { Named } from '../../geography/types.js';
import { cellText } from '../cells/cell-text.js';
import { headMark, headName, type MarkKind } from '../cells/group-mark.js';
import { isRomanMark, withoutMark } from '../cells/row-kind.js';
import { DIGITAL, TEAM_WORD } from '../cells/team-words.js';
import type { UnitLevel } from '../header/unit-columns.js';
import type { SheetRow } from '../table-context.js';
import { LOWEST_FIRST } from './base.js';
import type { UnitFinder } from './level-finder.js';
import { type NamedPlace, namedPlaces } from './named-places.js';
import { listedIn } from './several-hamlets.js';

/** The units that a group's head names. */
export interface GroupName {
  readonly named: Named;
  /** The lowest level named; null where no unit is. */
  readonly level: UnitLevel | null;
  /** The text as it stands, without its number. */
  readonly name: string;
  /** What numbers it; null where nothing does. */
  readonly mark: MarkKind | null;
}

/** `Xã/phường cũ: Tân Ân`: what says of a commune before its name that it is one of before. */
const OLD_LABEL = new RegExp(
  `^(?:địa bàn |thuộc )?(?:${COMMUNE_KINDS})(?:\\s*[/,]\\s*(?:${COMMUNE_KINDS}))*\\s*\\(?(?:cũ|trước (?:đây|(?:khi )?(?:sáp nhập|sắp xếp)))\\)?\\s*[:–-]`,
  'iu',
);

/** In a tally the rows name the hamlets, and a head what is above them. */
const ABOVE_HAMLETS = LOWEST_FIRST.slice(1);

/**
 * Reads a group's head, with or without the words for its units. A word for a unit may be
 * part of a name: of two readings the one that a unit answers to is taken.
 */
export function groupOf(
  { values }: SheetRow,
  serial: number | null,
  isList: boolean,
  { levelOf, isNamed }: UnitFinder,
): GroupName {
  const named: Partial<Record<UnitLevel, string>> = {};
  const whole = values.map(cellText);
  const texts = whole.map(withoutMark);
  for (const { level, name } of texts.flatMap((text) => answered(namedPlaces(text), isNamed)))
    if (named[level] === undefined || levelOf(name) === level) named[level] = name;
  const at = texts.findIndex((text) => /\p{L}{2}/u.test(text) && !isRomanMark(text));
  const bare = headName(texts[at] ?? '');
  if (Object.keys(named).length === 0) {
    const levels = isList ? LOWEST_FIRST : ABOVE_HAMLETS;
    for (const name of [bare, ...teamsPlaces(bare)]) {
      const own = levels.find((level) => isNamed(name, level));
      if (own !== undefined) named[own] ??= name;
    }
  }
  if (named.hamlet !== undefined) {
    const text = texts.find((one) => one.includes(named.hamlet!)) ?? '';
    named.hamlet = listedIn(text, named.hamlet, (name) => isNamed(name, 'hamlet')) || named.hamlet;
  }
  if (named.commune !== undefined && texts.some((text) => OLD_LABEL.test(text)))
    named.commune = saidOld(named.commune);
  const level = LOWEST_FIRST.find((one) => named[one] !== undefined) ?? null;
  const mark = headMark(whole[serial ?? -1] ?? '', whole[at] ?? '');
  return { named, level, name: bare, mark };
}

/** Of two readings, `Thành phố Cà Mau` as a district and as a province, those that a unit answers to, if any. */
function answered(
  places: readonly NamedPlace[],
  isNamed: UnitFinder['isNamed'],
): readonly NamedPlace[] {
  const known = ({ level, name }: NamedPlace) => isNamed(name, level);
  const isRead = (one: NamedPlace) => places.some((each) => each.name === one.name && known(each));
  return places.filter((one) => !one.either || known(one) || !isRead(one));
}

/** `Tổ CNSCĐ`, `Tổ số 2`, `Tổ II`: what stands before the place of a team. */
const TEAM = new RegExp(
  `^${TEAM_WORD}(?: (?:${DIGITAL}|(?:số )?(?:\\d+|[ivx]{1,5}(?!\\p{L}))))*(?!\\p{L})\\s*`,
  'iu',
);

/** The places that a team may be called by: `Tổ CNSCĐ Rạch Gốc B`, `Tổ số 2 (Rạch Gốc B)`. */
export function teamsPlaces(text: string): readonly string[] {
  const rest = text.normalize('NFC').replace(TEAM, '');
  if (rest === text.normalize('NFC')) return [];
  return [...rest.split(/[()]/), rest].map((one) => one.replace(/^[\s:–-]+|[\s:]+$/g, ''));
}

const PART = `${TEAM_WORD} (?:số )?(?:\\d{1,2}|[ivx]{1,4}|[a-e])`;
const PART_BEHIND = new RegExp(`^(.+?)\\s*[,;(–-]\\s*${PART}\\s*\\)?$`, 'iu');
const PART_BEFORE = new RegExp(`^${PART}\\s*[,;]\\s*(.+)$`, 'iu');

/** The place that a numbered team or part stands beside: `Ấp 4 - Tổ 1`, `Tổ 5, Ấp Ô Rô`. */
export function placeOfPart(text: string): readonly string[] {
  const whole = text.normalize('NFC');
  const place = (PART_BEHIND.exec(whole) ?? PART_BEFORE.exec(whole))?.[1];
  return place === undefined ? [] : [place];
}

/** True where a unit of that level bears nearly the name, or that of a place which a team is called by. */
export function isNearlyNamed(
  name: string,
  level: UnitLevel,
  { isNear }: Pick<UnitFinder, 'isNear'>,
): boolean {
  return [name, ...teamsPlaces(name)].some((place) => isNear(place, level));
}
