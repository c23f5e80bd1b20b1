import { memo, memoText } from '../../core/memo.js';
import type { FindPeriods } from '../../core/period-text.js';
import { fold } from '../../core/text.js';
import { hasRareType, parseName } from '../../geography/names.js';
import { isNamedLevel } from '../../geography/placing.js';
import { ancestors, isWithin } from '../../geography/tree.js';
import type { Match, Named, Node } from '../../geography/types.js';
import type { PeriodStatement } from '../cells/stated-period.js';
import { LOWEST_FIRST, nodeOf } from '../places/base.js';
import { namedPlaces } from '../places/named-places.js';
import type { MatchUnit, Statement } from '../places/place.js';

/** A file's or folder's name, or the sheet's: the last to be asked. */
export interface Name {
  readonly text: string;
  readonly from: 'file' | 'folder' | 'sheet';
}

type MatchText = (text: string, within?: Node) => Match | null;

/** What the names of a file and its folders name: the same for each of its sheets. */
export const placesInNames = memo((names: readonly Name[]) =>
  memo((matchText: MatchText) => {
    let above: Node | undefined;
    const places = [...names].reverse().map((name) => {
      const match = matchWithin(name.text, above, matchText);
      above = (match && nodeOf(match)) ?? above;
      return placesIn(name, () => match);
    });
    return places.reverse().flat();
  }),
);

/**
 * What a name names within the unit of the folders above it; of none of theirs, anywhere: but an
 * alias is of its own unit, and another may well be called so in a place of its own.
 */
function matchWithin(text: string, above: Node | undefined, matchText: MatchText): Match | null {
  if (above === undefined) return matchText(text);
  const within = matchText(text, above);
  const node = within && nodeOf(within);
  if (node && isWithin(node, above)) return within;
  const anywhere = matchText(text);
  return anywhere?.kind === 'alias' ? null : anywhere;
}

/** The unit of which a line's name is an alias that was approved (`aliases.units`), as in a file's name. */
export function aliasIn(text: string, matchText: MatchText): readonly Statement[] {
  const match = matchText(text);
  return match?.kind === 'alias' ? chainOf(match, text, 'line') : [];
}

/**
 * What a sheet's name names: few are of one file alone. One that is no unit's anywhere says
 * nothing, and is not tried in each sheet.
 */
export const placesInSheet = memo((match: MatchUnit) =>
  memo((matchText: MatchText) =>
    memoText((text) =>
      placesIn({ text, from: 'sheet' }, matchText).filter(
        ({ level, name, tried }) => !tried || match({ [level]: name }).kind !== 'unknown',
      ),
    ),
  ),
);

/** The periods that they state, by the cut-off day: the same for each of the file's sheets. */
export const periodsInNames = memo((names: readonly Name[]) =>
  memo((find: FindPeriods) =>
    memoText((cutoff) => {
      const read = periodsIn(find, Number(cutoff));
      const inFile = names.filter(({ from }) => from === 'file').flatMap(read);
      return { inFile, inFolders: read(pathOf(names)) };
    }),
  ),
);

/** The folders in one, as a period may stand in two: `2024/09`. */
function pathOf(names: readonly Name[]): Name {
  const folders = names.filter(({ from }) => from === 'folder');
  return {
    text: folders
      .map(({ text }) => text)
      .reverse()
      .join('/'),
    from: 'folder',
  };
}

/** Reads the periods that a name states. */
export function periodsIn(find: FindPeriods, cutoff: number) {
  return ({ text, from }: Name): PeriodStatement[] =>
    find(text, from === 'sheet' ? 'file' : from, cutoff).map((found) => ({ found, from }));
}

/**
 * A name names a unit that is known by its code or name, or any by type (`Xã Tân Ân`). A
 * sheet's name may be a hamlet's alone.
 */
function placesIn({ text, from }: Name, matchText: MatchText): Statement[] {
  if (text === '') return [];
  const known = chainOf(matchText(text), text, from);
  const levels = new Set(known.map(({ level }) => level));
  const typed = namedPlaces(text.replace(/_/g, ' '))
    .filter(({ level }) => !levels.has(level))
    .map(({ longer: _, ...named }): Statement => ({ ...named, from }));
  if (from !== 'sheet' || known.length + typed.length > 0) return [...known, ...typed];
  return [{ level: 'hamlet', name: text, bare: text, labelled: false, from, tried: true }];
}

/** A unit that a text names and those above it, by code; one that has ended by its own name. */
function chainOf(match: Match | null, text: string, from: Statement['from']): Statement[] {
  if (match?.kind === 'ended' && match.named !== undefined)
    return asWritten(match.named, text, from, false);
  // Another type is read where it stands (`namedPlaces`), whatever the registry has.
  if (match?.kind === 'ambiguous' && hasRareType(parseName(match.name, 'hamlet')))
    return asWritten({ hamlet: match.name }, text, from, false);
  const node = match === null ? null : nodeOf(match);
  if (match === null || node === null) return [];
  if (match.kind === 'moved' && match.old.level !== 'hamlet' && match.named !== undefined)
    return asWritten(match.named, text, from, true);
  const aliases = match.kind === 'alias' ? match.aliases : [];
  const old = match.kind === 'moved' && match.old.level === 'hamlet' ? match.old.name : null;
  const own = aliases.find((one) => one.unit === node.unit)?.name ?? old ?? node.unit.name;
  const quoted = mentions(text, own) ? own : text;
  return [node, ...ancestors(node)].flatMap(({ unit }): Statement[] => {
    const { level } = unit;
    if (!isNamedLevel(level)) return [];
    const alias = aliases.find((one) => one.unit === unit);
    const isOld = old !== null && unit === node.unit;
    const [name, bare] = isOld ? [old, old] : [unit.code, unit.name];
    const written = [alias?.name, bare].find((one) => one !== undefined && mentions(text, one));
    const implied = unit !== node.unit && written === undefined;
    return [
      {
        level,
        name,
        bare,
        labelled: true,
        from,
        quoted: written ?? quoted,
        ...(implied && { implied }),
        ...(alias && { alias }),
      },
    ];
  });
}

/** As a text names a unit that has ended, or may be one of several: what is meant depends on more. */
function asWritten(
  named: Named,
  text: string,
  from: Statement['from'],
  labelled: boolean,
): Statement[] {
  return LOWEST_FIRST.flatMap((level) => {
    const name = named[level];
    if (name === undefined) return [];
    const quoted = mentions(text, name) ? name : text;
    return [{ level, name, bare: name, labelled, from, quoted }];
  });
}

/** True where a name stands in a text as it is, but for case and signs. */
function mentions(text: string, name: string): boolean {
  const words = (one: string) =>
    ` ${fold(one)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(text).includes(words(name));
}
