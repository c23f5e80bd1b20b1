import type { Coded } from '../../core/codes.js';
import { codedHamlet, codeIn } from '../../geography/coded-names.js';
import { isNamedLevel } from '../../geography/placing.js';
import type { Aliased, MatchNamed, Named, Node } from '../../geography/types.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { type Base, nodeOf, without } from './base.js';
import { withFormer, withinFormer } from './former-base.js';
import { becameMore, mergedHamlet, notesOf, problemOf } from './match-told.js';
import {
  baseNotes,
  namesLeftOut,
  strangerAboveNotes,
  strangerNotes,
} from './place-contradicted.js';
import { unknownOldNote, withinStated, withoutUnknownOld } from './within-stated.js';

/** Where a place is named, in the order in which they are believed (contract, Forms). */
export type Source = 'column' | 'group' | 'line' | 'file' | 'folder' | 'sheet';

/** One place as named somewhere. */
export interface Statement {
  readonly level: UnitLevel;
  readonly name: string;
  readonly bare: string;
  readonly labelled: boolean;
  readonly from: Source;
  readonly cell?: string;
  /** The alias by which the name was read. */
  readonly alias?: Aliased;
  /** What is written there, where that is not the name: a whole file's name, an alias. */
  readonly quoted?: string;
  /** Not written there: it is above the unit that is. */
  readonly implied?: boolean;
  /** The level is only tried (`Đơn vị: Rạch Gốc A`): it says nothing where no unit answers. */
  readonly tried?: boolean;
  /** The same words are read as of another level too: this says nothing where that is a unit's. */
  readonly either?: boolean;
  /** What is written there with all that goes on past such a sign. */
  readonly whole?: string;
  /** Goes on past a sign that mostly ends a name: it says nothing where no unit answers. */
  readonly longer?: boolean;
  /** A line nearer to the table tries this level: it holds where no unit answers to that one. */
  readonly lapsed?: boolean;
}

/** What a statement says, as it is written. */
export function quoteOf({ name, quoted }: Statement): string {
  return quoted ?? name;
}

/** What geography's matcher does; given, so that this stays a pure core. */
export type MatchUnit = MatchNamed;

export type Problem = Coded<UnitCode> & {
  /** Level of the name that failed. */
  readonly level: UnitLevel;
};

type UnitCode =
  | 'CCDS-U01'
  | 'CCDS-U02'
  | 'CCDS-U03'
  | 'CCDS-U04'
  | 'CCDS-U05'
  | 'CCDS-U06'
  | 'CCDS-U07'
  | 'CCDS-R05';

export type Resolution =
  | {
      readonly node: Node;
      readonly notes: readonly Problem[];
      /** Code of the hamlet that is named, where it has ended and was merged with others into this one. */
      readonly mergedFrom?: string;
    }
  | {
      readonly node: null;
      readonly problem: Problem;
      /** The unit above that is named, where no hamlet is. */
      readonly above?: Node;
    };

/** Resolves what the columns of a row say, over the sheet's base. */
export function resolvePlace(cells: Named, base: Base, match: MatchUnit): Resolution {
  const resolution = resolveStated(cells, base, match);
  if (resolution.node !== null) return resolution;
  return { ...resolution, problem: nearProblem(resolution.problem, cells, base, match) };
}

/**
 * Where nothing says enough, a file or folder name that lacks only its accents is asked about:
 * that unit is not known, and what is near is suggested.
 */
function nearProblem(problem: Problem, cells: Named, base: Base, match: MatchUnit): Problem {
  const isShort = problem.code === 'CCDS-U02' || isNameless(problem);
  const near = isShort ? base.near?.() : undefined;
  if (near === undefined) return problem;
  const named = { ...near.named, ...base.named, ...cells };
  if (named.hamlet === undefined) return problem;
  const found = match(named);
  if (found.kind !== 'unknown' || found.suggestions.length === 0) return problem;
  if (isOther(named, found.suggestions)) return problem;
  const { level } = found;
  const isNear = cells[level] === undefined && base.named[level] === undefined;
  return writtenIn(problemOf(found), isNear ? near.from[level] : undefined);
}

function isNameless({ args }: Problem): boolean {
  return 'name' in args && args.name === '';
}

/** `B1` may be a form's number as well: it is asked about where one hamlet of the commune fits. */
function isOther({ hamlet = '', commune }: Named, suggestions: readonly Node[]): boolean {
  if (codeIn(hamlet) === null) return false;
  return commune === undefined || codedHamlet(hamlet, suggestions) === null;
}

function resolveStated(cells: Named, base: Base, match: MatchUnit): Resolution {
  const named = { ...base.named, ...cells };
  if (named.hamlet === undefined) {
    const above = nodeOf(match(named));
    return { node: null, problem: noHamlet(cells), ...(above !== null && { above }) };
  }
  if (base.several !== undefined && cells.hamlet === undefined)
    return { node: null, problem: base.several };
  const today = match(named);
  const within = withinFormer(cells, base, match) ?? withinStated(today, cells, base, match);
  const found = within ?? withFormer(today, named, base, match);
  const node = nodeOf(found);
  if (node === null) {
    const isAsked = nodeOf(today) !== null;
    const retry = isAsked ? null : nodeOf(match({ ...onlyStated(base), ...cells }));
    if (retry !== null && isHamlet(retry))
      return { node: retry, notes: [namesLeftOut(cells, base)] };
    const unsaid = withoutUnknownOld(found, cells, base);
    const inStated = unsaid === null ? null : resolveStated(unsaid, base, match);
    if (inStated?.node === null && inStated.problem.level === 'hamlet') return inStated;
    if (inStated !== null && inStated.node !== null) {
      const note = unknownOldNote(cells.commune!, base);
      return { ...inStated, notes: [...inStated.notes, note] };
    }
    const strange = found.kind === 'unknown' ? found.level : null;
    const inCommune =
      strange === 'province' || strange === 'district'
        ? withoutStrange(strange, named, cells, base, match)
        : null;
    if (inCommune !== null) return inCommune;
    return { node: null, problem: inWhole(problemOf(found), cells, base) };
  }
  if (!isHamlet(node)) return { node: null, problem: becameMore(found, node) ?? noHamlet(cells) };
  const notes = [
    ...notesOf(found),
    ...(within === null ? baseNotes(node, cells, base) : []),
    ...strangerNotes(node, cells, base),
    ...strangerAboveNotes(node, cells, base),
  ];
  const mergedFrom = mergedHamlet(found);
  return mergedFrom === null ? { node, notes } : { node, notes, mergedFrom };
}

/**
 * A hamlet that its commune tells without doubt counts, though the province or district named with it is
 * none of the registry's (`CM`): that is asked about, as it is where a line names such a one. Of a
 * hamlet that its commune does not have, that is told.
 */
function withoutStrange(
  level: 'province' | 'district',
  named: Named,
  cells: Named,
  base: Base,
  match: MatchUnit,
): Resolution | null {
  if (named.commune === undefined) return null;
  const { [level]: inCell = '', ...own } = cells;
  const stated = { ...base, named: without(base.named, [level]) };
  const found = resolveStated(own, stated, match);
  if (found.node === null) return isUnknownAbove(found.problem) ? null : found;
  const written = base.chosen[level];
  const second = inCell || (written && quoteOf(written)) || named[level]!;
  const first = own.commune ?? own.hamlet ?? quoteOf((base.chosen.commune ?? base.chosen.hamlet)!);
  const args = {
    first,
    firstFrom: own.commune === undefined && own.hamlet === undefined ? 'line' : 'column',
    second,
    secondFrom: inCell === '' ? (written?.from ?? 'line') : 'column',
    unknown: second,
  };
  return { ...found, notes: [...found.notes, { code: 'CCDS-U05', level, args }] };
}

const isUnknownAbove = ({ code, level }: Problem) => code === 'CCDS-U01' && level !== 'hamlet';

/**
 * Of a line's name that no unit bears all that is written is quoted; of one that stands in no cell,
 * where.
 */
function inWhole(problem: Problem, cells: Named, { chosen }: Base): Problem {
  const stated = cells[problem.level] === undefined ? chosen[problem.level] : undefined;
  if (problem.code !== 'CCDS-U01' || stated === undefined) return problem;
  const name = stated.whole === undefined ? {} : { name: stated.whole };
  return writtenIn({ ...problem, args: { ...problem.args, ...name } }, stated.from);
}

/** Of a name that stands in no cell of the sheet, where it does. */
function writtenIn(problem: Problem, from: Source | undefined): Problem {
  const isInCell = from === undefined || from === 'line' || from === 'column' || from === 'group';
  if (isInCell || problem.code !== 'CCDS-U01') return problem;
  return { ...problem, args: { ...problem.args, from } };
}

/** The lowest unit that the row itself names is told, where it is not a hamlet. */
function noHamlet({ commune, district, province }: Named): Problem {
  const name = commune ?? district ?? province ?? '';
  return { code: 'CCDS-U06', args: { name }, level: 'hamlet' };
}

const isHamlet = (node: Node) => node.unit.level === 'hamlet';

/** The base without what only file and folder names say. */
function onlyStated(base: Base): Named {
  const isStated = (level: string) => isNamedLevel(level) && base.chosen[level]?.from === 'line';
  return Object.fromEntries(Object.entries(base.named).filter(([level]) => isStated(level)));
}
