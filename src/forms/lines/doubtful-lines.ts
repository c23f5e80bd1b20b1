import { withoutMark } from '../cells/row-kind.js';
import { DIGITAL } from '../cells/team-words.js';
import { headerKey } from '../header/header-text.js';
import { unitLevel } from '../header/unit-columns.js';
import { type Base, nodeOf } from '../places/base.js';
import type { Disagreement } from '../places/disagreement.js';
import type { MatchUnit, Statement } from '../places/place.js';
import type { Line } from './line-places.js';
import type { SheetLines } from './sheet-lines.js';

/** `Âp: Rạch Gốc B`: what stands before the colon. */
const LABEL = /^([^:：]{1,30})[:：]/u;
/** A team is a hamlet's: `Tổ CNSCĐ Đường Đào`. */
const TEAM = new RegExp(`^tổ ${DIGITAL}[\\s:–-]+`, 'iu');
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

/** A team's line, or one of any label, that names another hamlet than the sheet does. */
function isOfOther(line: string, { named, nodes }: Base, match: MatchUnit): boolean {
  const text = line.normalize('NFC');
  const names = [TEAM, LABEL].map((before) => text.replace(before, '').trim());
  return names.some((hamlet) => {
    const node = hamlet === text ? null : nodeOf(match({ ...named, hamlet }));
    return node !== null && node.unit.level === 'hamlet' && node !== nodes.hamlet;
  });
}

/**
 * Where the hamlet of the sheet's top holds for a lower table though something else may be
 * meant: by what its own line calls a place, or as the table above it is of another hamlet.
 */
export function doubtfullyInherited(
  { others }: SheetLines,
  { chosen, named, nodes }: Base,
  match: MatchUnit,
): readonly Disagreement[] {
  const first = chosen.hamlet;
  const cells = new Set(Object.values(chosen).map(({ cell }) => cell));
  if (first?.from !== 'line' || others.some(({ cell }) => cells.has(cell))) return [];
  const isOther = ({ name, tried }: Statement) => {
    const node = nodeOf(match({ ...named, hamlet: name }));
    return node === null ? tried === true : node !== nodes.hamlet;
  };
  return others.filter(isOther).map((second) => ({ first, second, cell: second.cell! }));
}

function statementOf({ text, cell }: Line): Statement {
  const name = withoutMark(text);
  return { level: 'hamlet', name, bare: name, labelled: false, from: 'line', cell };
}
