import type { Code } from '../core/codes.js';
import type { Match, Named, Node } from '../geography/types.js';
import type { UnitLevel } from './unit-columns.js';

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
  /** The level is only tried (`Đơn vị: Rạch Gốc A`): it says nothing where no unit answers. */
  readonly tried?: boolean;
}

/** What geography's matcher does; given, so that this stays a pure core. */
export type MatchUnit = (named: Named) => Match;

export interface Problem {
  readonly code: Code;
  readonly args: Record<string, string | number>;
  /** Level of the name that failed. */
  readonly level: UnitLevel;
}

export type Resolution =
  | { readonly node: Node; readonly notes: readonly Problem[] }
  | { readonly node: null; readonly problem: Problem };

/** The names that hold for a whole sheet, unless a row says otherwise. */
export interface Base {
  readonly named: Named;
  /** Statement chosen for each level. */
  readonly chosen: Partial<Record<UnitLevel, Statement>>;
  /** Nodes of the chosen statements, where they were found. */
  readonly nodes: Partial<Record<UnitLevel, Node>>;
  /** The lowest of them; null where none was found. */
  readonly lowest: Node | null;
  /** Statements that name another unit than the one chosen. */
  readonly disagreements: readonly { readonly first: Statement; readonly second: Statement }[];
}

const TOP_DOWN: readonly UnitLevel[] = ['province', 'district', 'commune', 'hamlet'];

/** Chooses for each level the first statement that a unit answers to. */
export function baseOf(statements: readonly Statement[], match: MatchUnit): Base {
  const chosen: Partial<Record<UnitLevel, Statement>> = {};
  const nodes: Partial<Record<UnitLevel, Node>> = {};
  const disagreements: { first: Statement; second: Statement }[] = [];
  let named: Named = {};
  for (const level of TOP_DOWN) {
    const tried = statements
      .filter((statement) => statement.level === level)
      .map((statement) => ({ statement, found: find(statement, named, match) }))
      .filter(({ statement, found }) => !statement.tried || found !== null);
    const best =
      tried.find(({ found }) => found !== null) ??
      tried.find(({ statement }) => statement.labelled) ??
      (level === 'hamlet' ? tried[0] : undefined);
    if (best === undefined) continue;
    chosen[level] = best.statement;
    if (best.found?.node) {
      nodes[level] = best.found.node;
      for (const { statement, found } of tried) {
        if (found?.node && found.node !== best.found.node)
          disagreements.push({ first: best.statement, second: statement });
      }
    }
    for (const dropped of best.found?.dropped ?? []) {
      if (chosen[dropped]) disagreements.push({ first: best.statement, second: chosen[dropped] });
    }
    named = {
      ...without(named, best.found?.dropped ?? []),
      [level]: best.found?.name ?? best.statement.name,
    };
  }
  const lowest = [...TOP_DOWN].reverse().find((level) => nodes[level] !== undefined);
  return { named, chosen, nodes, lowest: lowest ? nodes[lowest]! : null, disagreements };
}

interface Found {
  readonly name: string;
  /** Null where several units answer. */
  readonly node: Node | null;
  /** Levels above whose statement had to be left aside. */
  readonly dropped: readonly UnitLevel[];
}

/** Tries a statement with its type and bare, within the units above and then anywhere. */
function find(statement: Statement, above: Named, match: MatchUnit): Found | null {
  const names = statement.labelled ? [statement.name, statement.bare] : [statement.name];
  for (const drop of [[], Object.keys(above) as UnitLevel[]]) {
    for (const name of names) {
      const found = match({ ...without(above, drop), [statement.level]: name });
      const node = nodeOf(found);
      if (node !== null) return { name, node, dropped: drop };
      if (found.kind === 'ambiguous' && drop.length === 0) return { name, node, dropped: drop };
    }
    if (Object.keys(above).length === 0) break;
  }
  return null;
}

function without(named: Named, levels: readonly UnitLevel[]): Named {
  return Object.fromEntries(
    Object.entries(named).filter(([level]) => !levels.includes(level as UnitLevel)),
  );
}

/** The node of a match that counts; null for the others. */
export function nodeOf(match: Match): Node | null {
  return match.kind === 'found' || match.kind === 'alias' || match.kind === 'moved'
    ? match.node
    : null;
}

/** Resolves what the columns of a row say, over the sheet's base. */
export function resolvePlace(cells: Named, base: Base, match: MatchUnit): Resolution {
  const named = { ...base.named, ...cells };
  if (named.hamlet === undefined) return { node: null, problem: noHamlet(cells) };
  const found = match(named);
  const node = nodeOf(found);
  if (node === null) {
    const retry = nodeOf(match({ ...onlyStated(base), ...cells }));
    if (retry !== null && isHamlet(retry))
      return { node: retry, notes: [disagreement(cells, base)] };
    return { node: null, problem: problemOf(found) };
  }
  if (!isHamlet(node)) return { node: null, problem: noHamlet(cells) };
  return { node, notes: [...noteOf(found), ...baseNotes(node, cells, base)] };
}

/** The lowest unit that the row itself names is told, where it is not a hamlet. */
function noHamlet({ commune, district, province }: Named): Problem {
  const name = commune ?? district ?? province ?? '';
  return { code: 'CCDS-U06', args: { name }, level: 'hamlet' };
}

const isHamlet = (node: Node) => node.unit.level === 'hamlet';

/** The base without what only file and folder names say. */
function onlyStated(base: Base): Named {
  const entries = Object.entries(base.named).filter(([level]) => {
    const from = base.chosen[level as UnitLevel]?.from;
    return from === 'line';
  });
  return Object.fromEntries(entries);
}

function disagreement(cells: Named, base: Base): Problem {
  const second = base.chosen.commune ?? base.chosen.district ?? base.chosen.hamlet;
  return {
    code: 'CCDS-U05',
    level: 'hamlet',
    args: {
      first: cells.hamlet ?? base.named.hamlet ?? '',
      firstFrom: cells.hamlet === undefined ? 'line' : 'column',
      second: second?.name ?? '',
      secondFrom: second?.from ?? 'file',
    },
  };
}

/** A row's hamlet against the hamlet and commune that the sheet names elsewhere. */
function baseNotes(node: Node, cells: Named, base: Base): Problem[] {
  if (cells.hamlet !== undefined && base.nodes.hamlet && base.nodes.hamlet !== node) {
    return [against(node, base.chosen.hamlet!, cells.hamlet)];
  }
  const commune = base.nodes.commune;
  if (
    commune &&
    cells.commune !== undefined &&
    node.parent !== commune &&
    node.parent?.unit.level === 'commune'
  ) {
    return [against(node.parent, base.chosen.commune!, cells.commune)];
  }
  return [];
}

function against(node: Node, statement: Statement, written: string): Problem {
  return {
    code: 'CCDS-U05',
    level: node.unit.level === 'commune' ? 'commune' : 'hamlet',
    args: {
      first: written,
      firstFrom: 'column',
      second: statement.name,
      secondFrom: statement.from,
    },
  };
}

function noteOf(match: Match): Problem[] {
  if (match.kind === 'alias') {
    return [
      { code: 'CCDS-U07', level: 'hamlet', args: { name: match.name, unit: match.node.unit.name } },
    ];
  }
  if (match.kind !== 'moved') return [];
  const { old, date, node } = match;
  return [
    { code: 'CCDS-U04', level: 'hamlet', args: { name: old.name, date, successor: full(node) } },
  ];
}

/** `Ấp 1 (Xã Tân Ân)`: a unit with the one above it. */
export function full(node: Node): string {
  return node.parent === null ? node.unit.name : `${node.unit.name} (${node.parent.unit.name})`;
}

function problemOf(match: Match): Problem {
  if (match.kind === 'ambiguous') {
    const choices = match.choices.map((node) => `${node.unit.code} ${full(node)}`).join('; ');
    return { code: 'CCDS-U02', level: 'hamlet', args: { name: match.name, choices } };
  }
  if (match.kind === 'ended') {
    const successors = match.successors.map((unit) => `${unit.code} ${unit.name}`).join('; ');
    return {
      code: 'CCDS-U03',
      level: 'hamlet',
      args: { name: match.old.name, date: match.date, successors },
    };
  }
  const unknown = match as Extract<Match, { kind: 'unknown' }>;
  return {
    code: 'CCDS-U01',
    level: 'hamlet',
    args: {
      name: unknown.name,
      parent: unknown.parent?.unit.name ?? '',
      suggestions: unknown.suggestions.map((node) => node.unit.name).join('; '),
    },
  };
}

/** Texts looked up for one table: each costs a look at all names near. */
const MOST_LOOKED_UP = 500;

/**
 * Level of the unit that a text alone names, below what the sheet says of the units above;
 * null for a stranger. Several units of one name are still of one level.
 */
export function levelFinder(base: Base, match: MatchUnit): (text: string) => UnitLevel | null {
  const known = new Map<string, UnitLevel | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (!/\p{L}|^\d{5,}$/u.test(text) || text.length > 60 || known.size >= MOST_LOOKED_UP)
      return null;
    const level = [...TOP_DOWN].reverse().find((one) => isNamed(text, one, base, match)) ?? null;
    known.set(text, level);
    return level;
  };
}

function isNamed(text: string, level: UnitLevel, { named }: Base, match: MatchUnit): boolean {
  const lower = TOP_DOWN.slice(TOP_DOWN.indexOf(level));
  const found = match({ ...without(named, lower), [level]: text });
  if (found.kind === 'ambiguous') return found.choices.every(({ unit }) => unit.level === level);
  return nodeOf(found)?.unit.level === level;
}
