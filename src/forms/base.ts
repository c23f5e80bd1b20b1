import type { Match, Named, Node } from '../geography/types.js';
import type { MatchUnit, Statement } from './place.js';
import type { UnitLevel } from './unit-columns.js';

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
  /** What file and folder names seem to name but for accents; asked for where a row has no place. */
  readonly near?: () => Named;
}

export const TOP_DOWN: readonly UnitLevel[] = ['province', 'district', 'commune', 'hamlet'];

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
        if (found?.node && found.node !== best.found.node && !isNumbering(statement))
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

/** A sheet called `4` may be the fourth: it is a hamlet's only where nothing else names one. */
function isNumbering({ from, name, tried }: Statement): boolean {
  return from === 'sheet' && tried === true && /^\d+$/.test(name);
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

export function without(named: Named, levels: readonly UnitLevel[]): Named {
  if (levels.length === 0) return named;
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
