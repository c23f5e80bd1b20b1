import { type Base, nodeOf } from './base.js';
import { headerKey } from './header-text.js';
import type { MatchUnit, Statement } from './place.js';
import { withoutMark } from './row-kind.js';
import type { Line, SheetLines } from './sheet-lines.js';
import { unitLevel } from './unit-columns.js';

/** `Âp: Rạch Gốc B`: what stands before the colon. */
const LABEL = /^([^:：]{1,30})[:：]/u;
/** A team is a hamlet's: `Tổ CNSCĐ Đường Đào`. */
const TEAM = /^tổ (?:cnscđ|cns cộng đồng|công nghệ số(?: cộng đồng)?)[\s:–-]+/iu;
const LONGEST = 80;

/**
 * A hamlet that a line above a lower table names with a misspelt word for it, or by its team
 * alone. The sheet's own hamlet no longer holds there, and what is named is asked about.
 */
export function doubtfulHamlets(
  { unread }: SheetLines,
  base: Base,
  match: MatchUnit,
): readonly Statement[] {
  return unread
    .filter(({ text }) => text.length < LONGEST)
    .filter(({ text }) => isLabelled(text) || isOfOther(text, base, match))
    .map(statementOf);
}

function isLabelled(text: string): boolean {
  const label = LABEL.exec(text)?.[1];
  return label !== undefined && unitLevel(headerKey(label)) === 'hamlet';
}

function isOfOther(line: string, { named, nodes }: Base, match: MatchUnit): boolean {
  const text = line.normalize('NFC');
  const hamlet = text.replace(TEAM, '');
  const node = hamlet === text ? null : nodeOf(match({ ...named, hamlet }));
  return node !== null && node.unit.level === 'hamlet' && node !== nodes.hamlet;
}

function statementOf({ text, cell }: Line): Statement {
  const name = withoutMark(text);
  return { level: 'hamlet', name, bare: name, labelled: false, from: 'line', cell };
}
