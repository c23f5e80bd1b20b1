import { firstFew } from '../../core/first-few.js';
import { fold } from '../../core/text.js';
import { COMMUNE_KINDS } from '../../core/unit-kinds.js';
import { nameOf } from '../../geography/names.js';
import { isNamedLevel } from '../../geography/placing.js';
import type { Match, Node, Unit } from '../../geography/types.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { choicesOf, full, withCode } from './called.js';
import type { Problem } from './place.js';

type Moved = Extract<Match, { kind: 'moved' }>;

/** Why no hamlet was found by a name (CCDS-U01 to U03). */
export function problemOf(match: Match): Problem {
  if (match.kind === 'ambiguous') {
    const args = { name: match.name, choices: choicesOf(match.choices) };
    return { code: 'CCDS-U02', level: 'hamlet', args };
  }
  if (match.kind === 'ended') {
    const args = { name: match.old.name, parent: match.oldParent ?? '', date: match.date };
    return {
      code: 'CCDS-U03',
      level: 'hamlet',
      args: { ...args, successors: choicesOf(match.nodes) },
    };
  }
  const unknown = match as Extract<Match, { kind: 'unknown' }>;
  const typed = unknown.level === 'hamlet' ? typedDay(unknown.name) : null;
  return {
    code: 'CCDS-U01',
    level: unknown.level,
    args: {
      name: unknown.name,
      parent: unknown.parent?.unit.name ?? '',
      suggestions: unknown.suggestions.map(withCode).join('; '),
      ...(typed !== null && { typed }),
      ...(unknown.begins && { date: unknown.begins }),
      ...(isOfParent(unknown) && { above: unknown.parent!.unit.name }),
    },
  };
}

const OF_COMMUNE = new RegExp(`(?:^|\\s)(?:${COMMUNE_KINDS})$`, 'u');

/** `Tổ CNSCĐ cấp xã`, `Tổ CNSCĐ xã Tân Ân`: of the commune itself, where a hamlet was looked for. */
function isOfParent({ name, level, parent, suggestions }: Extract<Match, { kind: 'unknown' }>) {
  if (level !== 'hamlet' || parent?.unit.level !== 'commune' || suggestions.length > 0)
    return false;
  const [text, own] = [fold(name), ` ${nameOf(parent.unit).bare}`];
  return OF_COMMUNE.test(text.endsWith(own) ? text.slice(0, -own.length) : text);
}

/** What is told of a name that was found by an alias, or for what its unit has become. */
export function notesOf(match: Match): Problem[] {
  if (match.kind === 'alias') {
    return match.aliases.map(({ name, unit }) => ({
      code: 'CCDS-U07',
      level: levelOf(unit),
      args: { name, unit: unit.name },
    }));
  }
  if (match.kind !== 'moved') return [];
  return [endedNote(match)];
}

/** A unit above the hamlet is told with what came of it, not with each hamlet that it had. */
function endedNote({ old, date, node, mergedWith = [] }: Moved): Problem {
  const isHamlet = old.level === 'hamlet';
  const successor = full(isHamlet ? node : (node.parent ?? node));
  const others = isHamlet ? firstFew(mergedWith.map(({ name }) => name)) : '';
  const args = { name: old.name, date, successor, ...(others !== '' && { others }) };
  return { code: 'CCDS-U04', level: levelOf(old), args };
}

/** A hamlet that is a commune today: of which hamlet of that one the figures are nobody knows. */
export function becameMore(match: Match, node: Node): Problem | null {
  if (match.kind !== 'moved' || match.old.level !== 'hamlet') return null;
  return problemOf({ ...match, kind: 'ended', successors: [node.unit], nodes: [node] });
}

/** Code of the hamlet that is named, where it has ended and was merged with others; else null. */
export function mergedHamlet(match: Match): string | null {
  if (match.kind !== 'moved' || match.mergedWith === undefined) return null;
  return match.old.level === 'hamlet' ? match.old.code : null;
}

/** Where a sheet names a unit: one of a level that the config adds, beside its communes. */
export function levelOf({ level }: Unit): UnitLevel {
  return isNamedLevel(level) ? level : 'commune';
}

/** What was typed where a hamlet's name is a date: `19/05/2024` was `19/5`. */
function typedDay(name: string): string | null {
  const [, day, month] = /(?:^| )(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(name) ?? [];
  return day === undefined ? null : `${Number(day)}/${Number(month)}`;
}
