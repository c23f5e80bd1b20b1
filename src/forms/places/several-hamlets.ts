import type { Month } from '../../core/period.js';
import { clean, fold } from '../../core/text.js';
import { ancestors } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import { type Base, nodeOf, withName } from './base.js';
import { choicesOf } from './called.js';
import { startsWithUnitType } from './named-places.js';
import { type MatchUnit, type Problem, quoteOf, type Statement } from './place.js';

const JOINT = /^\s*(?:[,;+&]|và(?!\p{L})|[-–—]\s)\s*/iu;
/** In a name a dash may stand before anything. */
const JOINT_IN_NAME = /^\s*(?:[,;+&]|và(?!\p{L}))\s*/iu;
const PIECE_END =
  /[,;+&()\n]|\s+(?:và|xã|phường|thị trấn|huyện|thuộc|tháng|năm|quý|kỳ)(?!\p{L})|\s[-–—]/iu;
/** `1`, `1A`: what numbers hamlets, whether they are known or not. */
const NUMBER = /^\d{1,3}[a-zđ]?$/i;
const LAST_WORD = /\S+$/;
/** `Ấp 1 - 2`, `Ấp 1_2` in a name: no date, no `09`, and no copy's `(2)`. */
const NUMBER_BEHIND = /^\s*(?:[-–—_]\s*)?([1-9]\d{0,2}[a-zđ]?)(?=$|[\s(_.-](?!\s*\d))/iu;
/** `Ấp 1-2-3`: numbers that run on behind dashes. */
const RUN_BEHIND = /^(?:\s*[-–—_]\s*[1-9]\d{0,2}[a-zđ]?){2,}(?=$|[\s(_.-](?!\s*\d))/iu;

/**
 * Where the words that name the sheet's hamlet go on with another one (`Ấp: 1, 1A`, `Ấp 1 và Ấp 2`)
 * nobody knows of which of them a row is: the base without that hamlet, and what is to be asked.
 * @param textOf all that is written where a statement stands
 * @param month the sheet's
 */
export function withoutSeveral(
  base: Base,
  match: MatchUnit,
  textOf: (statement: Statement) => string,
  month: Month | null,
): Base {
  const { hamlet: node, ...nodes } = base.nodes;
  const { hamlet: statement } = base.chosen;
  if (node === undefined || statement === undefined) return base;
  const text = clean(textOf(statement).normalize('NFC'));
  const end = endOf(text, statement);
  if (end < 0) return base;
  const joint = statement.from === 'line' ? JOINT : JOINT_IN_NAME;
  const find = (name: string) => nodeOf(match(withName(base.named, 'hamlet', name)));
  const more = othersIn(text.slice(end), node.unit.name, joint, (names) =>
    siblingNamed(names, node, find),
  );
  const listed =
    more.length > 0
      ? more
      : runIn(statement, text.slice(end), month, (number) => numberedSibling(number, node, find));
  if (listed.length === 0) {
    const [, number = ''] = NUMBER_BEHIND.exec(text.slice(end)) ?? [];
    if (statement.from === 'line' || number === '' || number === monthNumber(month)) return base;
    return doubted(base, statement, numberedSibling(number, node, find));
  }
  const written = quoteOf(statement) + text.slice(end, end + listed.at(-1)!.end);
  const isOther = (one: Base['disagreements'][number]) =>
    one.second.cell !== statement.cell || one.second.level !== 'hamlet';
  return {
    ...base,
    nodes,
    lowest: node.parent ?? base.lowest,
    disagreements: base.disagreements.filter(isOther),
    several: problemOf(written, [node, ...listed.flatMap((one) => one.node ?? [])]),
  };
}

/**
 * The hamlets of `Ấp 1-2-3` in a name behind the first, where each number is another's: one that
 * ends in the sheet's month may be a date.
 */
function runIn(
  { from }: Statement,
  rest: string,
  month: Month | null,
  find: (number: string) => Node | null,
): readonly Other<Node>[] {
  const [run = ''] = from === 'line' ? [] : (RUN_BEHIND.exec(rest) ?? []);
  const numbers = run
    .split(/[-–—_]/)
    .slice(1)
    .map((number) => number.trim());
  if (numbers.at(-1) === monthNumber(month)) return [];
  const nodes = numbers.map(find);
  return nodes.every((node) => node !== null)
    ? nodes.map((node) => ({ node, end: run.length }))
    : [];
}

/** `9` of `2024-09`. */
function monthNumber(month: Month | null): string {
  return `${Number(month?.split('-')[1])}`;
}

/** `Ấp 2` of `Ấp 1 - 2`; null where there is none: the number is a copy's or a version's. */
function numberedSibling(
  number: string,
  first: Node,
  find: (name: string) => Node | null,
): Node | null {
  const { name } = first.unit;
  return NUMBER.test(LAST_WORD.exec(name)![0])
    ? siblingNamed([name.replace(LAST_WORD, number)], first, find)
    : null;
}

/** The first is taken, but the number behind it may name another. */
function doubted(base: Base, first: Statement, other: Node | null): Base {
  if (other === null) return base;
  const { name } = other.unit;
  const second = { ...first, name, bare: name, quoted: name };
  return { ...base, disagreements: [...base.disagreements, { first, second }] };
}

/** Where a statement's words end: as they are quoted, else behind a label; -1 where they do not stand. */
function endOf(text: string, statement: Statement): number {
  const folded = fold(text);
  if (folded.length !== text.length) return -1;
  for (const words of [quoteOf(statement), statement.bare].map(fold)) {
    const at = indexOfWords(folded, words);
    if (at >= 0) return at + words.length;
  }
  return -1;
}

function indexOfWords(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + words.length)}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}

interface Other<T> {
  readonly node: T | null;
  /** Where its name ends. */
  readonly end: number;
}

/**
 * The hamlets that are listed behind the first, as far as the list goes.
 * @param find the hamlet that one of some names is of, if any
 */
function othersIn<T>(
  rest: string,
  first: string,
  joint: RegExp,
  find: (names: readonly string[]) => T | null,
): readonly Other<T>[] {
  const others: Other<T>[] = [];
  for (let at = 0; ; ) {
    const start = at + (joint.exec(rest.slice(at))?.[0].length ?? 0);
    if (start === at) return others;
    const said = rest.slice(start).split(PIECE_END, 1)[0]!.trim();
    const node = said === '' ? null : find(namesFor(said, first));
    if (node === null && !isNumbered(said, first)) return others;
    at = start + said.length;
    others.push({ node, end: at });
  }
}

/** With its type, without it, or as `B` behind `Rạch Gốc A`; none of a unit above. */
function namesFor(said: string, first: string): readonly string[] {
  const level = startsWithUnitType(said);
  if (level === null) return [said, first.replace(LAST_WORD, said)];
  return level === 'hamlet' ? [said] : [];
}

function isNumbered(said: string, first: string): boolean {
  return NUMBER.test(said) && NUMBER.test(LAST_WORD.exec(first)?.[0] ?? '');
}

/** Another hamlet of the same unit, but for a name that the unit bears as well. */
function siblingNamed(
  names: readonly string[],
  first: Node,
  find: (name: string) => Node | null,
): Node | null {
  const above = ancestors(first).map(({ unit }) => ` ${fold(unit.name)}`);
  const own = names.filter((name) => !above.some((one) => one.endsWith(` ${fold(name)}`)));
  const nodes = own.map(find).filter((node) => node?.parent === first.parent);
  return nodes.find((node) => node !== null && node !== first) ?? null;
}

/**
 * All that a group's head lists (`Ấp 1, 2`), where it names more hamlets than its first; blank
 * where it does not.
 */
export function listedIn(text: string, first: string, isHamlet: (name: string) => boolean): string {
  const start = indexOfWords(fold(text), fold(first));
  if (start < 0) return '';
  const end = start + first.length;
  const find = (names: readonly string[]) =>
    names.some((name) => isHamlet(name) && fold(name) !== fold(first)) ? true : null;
  const others = othersIn(text.slice(end), first, JOINT, find);
  return others.length === 0 ? '' : text.slice(start, end + others.at(-1)!.end);
}

function problemOf(name: string, nodes: readonly Node[]): Problem {
  const unique = [...new Set(nodes)];
  if (unique.length > 1) {
    const choices = choicesOf(unique);
    return { code: 'CCDS-U02', level: 'hamlet', args: { name, choices } };
  }
  const [{ unit, parent }] = unique as [Node];
  const args = {
    name,
    parent: parent?.unit.name ?? '',
    suggestions: `${unit.name} (${unit.code})`,
  };
  return { code: 'CCDS-U01', level: 'hamlet', args };
}
