import { nodeAt } from '../../geography/tree.js';
import type { Named, Node } from '../../geography/types.js';
import type { Base } from './base.js';
import { full } from './called.js';
import { levelOf } from './match-told.js';
import { type Problem, quoteOf, type Statement } from './place.js';

const ABOVE_HAMLETS = ['commune', 'district', 'province'] as const;

/** CCDS-U05 for what a row names in its own cells against what the sheet names elsewhere, from the hamlet up. */
export function baseNotes(node: Node, cells: Named, base: Base): Problem[] {
  if (cells.hamlet !== undefined && base.nodes.hamlet && base.nodes.hamlet !== node)
    return [against(node, base.chosen.hamlet!, cells.hamlet)];
  for (const level of ABOVE_HAMLETS) {
    const [named, written] = [base.nodes[level], cells[level]];
    if (named === undefined || written === undefined) continue;
    const own = nodeAt(node, level);
    if (own !== null && own !== named) return [against(own, base.chosen[level]!, written)];
  }
  return [];
}

/** CCDS-U05 where nothing names the hamlet's commune, and something names one that it is not in. */
export function strangerNotes(node: Node, cells: Named, base: Base): Problem[] {
  if (cells.commune !== undefined || base.nodes.commune !== undefined || base.former) return [];
  const stranger = base.stranger ?? base.nearStranger?.() ?? null;
  const own = nodeAt(node, 'commune');
  if (stranger === null || own === null) return [];
  // `Xã Tân Ân Tây` is no misspelling of `Xã Tân Ân`.
  const isMeant = wordsIn(stranger.name) <= wordsIn(own.unit.name);
  if (isMeant && stranger.codes.includes(own.unit.code)) return [];
  const said = base.chosen.hamlet;
  const first = cells.hamlet ?? (said && quoteOf(said)) ?? node.unit.name;
  const firstFrom = cells.hamlet === undefined ? (said?.from ?? 'line') : 'column';
  const { name, from } = stranger;
  const args = { first, firstFrom, second: name, secondFrom: from, unknown: name };
  return [{ code: 'CCDS-U05', level: 'commune', args: { ...args, taken: full(node) } }];
}

/** CCDS-U05 where rows name units of the registry's below another province's or district's letterhead. */
export function strangerAboveNotes(node: Node, cells: Named, { strangerAbove }: Base): Problem[] {
  if (strangerAbove === undefined) return [];
  const { level, from } = strangerAbove;
  const first = cells.commune ?? cells.hamlet ?? node.unit.name;
  const second = quoteOf(strangerAbove);
  const args = { first, firstFrom: 'column', second, secondFrom: from, unknown: second };
  return [{ code: 'CCDS-U05', level, args }];
}

/** CCDS-U05 for a hamlet that was found without what only file and folder names say. */
export function namesLeftOut(cells: Named, base: Base): Problem {
  const { hamlet, commune, district, province } = base.chosen;
  const second = [commune, district, province, hamlet].find((one) => one && one.from !== 'line');
  return {
    code: 'CCDS-U05',
    level: 'hamlet',
    args: {
      first: cells.hamlet ?? base.named.hamlet ?? '',
      firstFrom: cells.hamlet === undefined ? 'line' : 'column',
      second: second ? quoteOf(second) : '',
      secondFrom: second?.from ?? 'file',
    },
  };
}

function against(node: Node, statement: Statement, written: string): Problem {
  return {
    code: 'CCDS-U05',
    level: levelOf(node.unit),
    args: {
      first: written,
      firstFrom: 'column',
      second: quoteOf(statement),
      secondFrom: statement.from,
    },
  };
}

const wordsIn = (name: string) => name.trim().split(/\s+/).length;
