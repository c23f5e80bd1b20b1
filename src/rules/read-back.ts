import { memoText } from '../core/memo.js';
import { type Pieces, sectionsOf } from './template.js';

/** What may stand behind a value; of its text so many characters are still the value's. */
interface Ending {
  readonly text: string;
  readonly own: number;
}

/** A template with some of its optional parts: a text, then by turns a value and what ends it. */
interface Shape {
  readonly start: string;
  readonly names: readonly string[];
  readonly endings: readonly (readonly Ending[])[];
  /** Values that stand in an optional part: it would have dropped out were they blank. */
  readonly filled: ReadonlySet<number>;
}

/**
 * Finds the values again that a template was filled with: those of each place, by its name (the way
 * that a value is shown in among it). None where the text is of no such template, or could be of
 * several values; several where other optional parts may stand in it, that with most of them first.
 */
export function* readBack(template: string, text: string): Generator<ReadonlyMap<string, string>> {
  for (const shape of shapesOf(template)) {
    const values = valuesIn(shape, text);
    if (values !== null) yield values;
  }
}

const shapesOf = memoText((template: string): readonly Shape[] => {
  const sections = sectionsOf(template);
  const optional = sections.flatMap((section, i) => (section.optional ? [i] : []));
  const choices = Array.from({ length: 2 ** optional.length }, (_, choice) =>
    optional.filter((_one, bit) => choice & (2 ** bit)),
  );
  return choices
    .sort((a, b) => b.length - a.length)
    .map((chosen) => {
      const shape = { start: '', names: [], endings: [], filled: new Set<number>() };
      for (const [i, section] of sections.entries())
        if (!section.optional || chosen.includes(i)) add(shape, section.pieces, section.optional);
      return shape;
    });
});

interface Growing {
  start: string;
  readonly names: string[];
  readonly endings: (readonly Ending[])[];
  readonly filled: Set<number>;
}

function add(shape: Growing, pieces: Pieces, isOptional: boolean): void {
  const last = shape.endings.pop();
  if (last === undefined) shape.start += pieces[0]!;
  else shape.endings.push(last.map((one) => ({ ...one, text: one.text + pieces[0]! })));
  for (let i = 1; i < pieces.length; i += 4) {
    const [name, one, many, next] = pieces.slice(i, i + 4);
    if (isOptional) shape.filled.add(shape.names.length);
    shape.names.push(name!);
    const nouns = one === undefined ? [''] : [` ${one}`, ` ${many}`];
    const plain = nouns.map((noun) => ({ text: noun + next!, own: 0 }));
    // `F9, F13, …` ends its sentence itself.
    const cut = next!.startsWith('.') ? [{ text: `…${next!.slice(1)}`, own: 1 }] : [];
    shape.endings.push([...plain, ...cut]);
  }
}

/** The values where one way alone leads to them: the shortest first ones are the longest, too. */
function valuesIn(shape: Shape, text: string): ReadonlyMap<string, string> | null {
  const { names, filled } = shape;
  if (!text.startsWith(shape.start)) return null;
  if (names.length === 0) return text === shape.start ? new Map() : null;
  const short = split(shape, text, earliest);
  const long = short && split(shape, text, latest);
  if (!short || !long || short.some((value, i) => value !== long[i])) return null;
  if (short.some((value, i) => value === '' && filled.has(i))) return null;
  const values = new Map<string, string>();
  for (const [i, name] of names.entries()) {
    if (values.has(name) && values.get(name) !== short[i]) return null;
    values.set(name, short[i]!);
  }
  return values;
}

/** Where an ending stands in a text. */
interface Found {
  readonly at: number;
  readonly ending: Ending;
}

type Search = (shape: Shape, text: string, last: Found) => readonly Found[] | null;

function split(shape: Shape, text: string, search: Search): readonly string[] | null {
  const from = shape.start.length;
  const [end] = shape.endings
    .at(-1)!
    .filter((one) => text.endsWith(one.text))
    .map((ending) => ({ at: text.length - ending.text.length, ending }))
    .sort((a, b) => a.at - b.at);
  if (end === undefined || end.at < from) return null;
  const found = search(shape, text, end);
  if (found === null) return null;
  return [...found, end].map(({ at, ending }, i) => {
    const before = found[i - 1];
    const begin = before === undefined ? from : before.at + before.ending.text.length;
    return text.slice(begin, at + ending.own);
  });
}

/** Every ending but the last as early as it can be. */
const earliest: Search = ({ start, endings }, text, last) => {
  const found: Found[] = [];
  let from = start.length;
  for (const some of endings.slice(0, -1)) {
    const next = nearest(
      some,
      (one) => text.indexOf(one.text, from),
      (a, b) => a.at - b.at,
    );
    if (next === null || next.ending.text === '') return null;
    found.push(next);
    from = next.at + next.ending.text.length;
  }
  return from <= last.at ? found : null;
};

/** Every ending but the last as late as it can be. */
const latest: Search = ({ start, endings }, text, last) => {
  const found: Found[] = [];
  let to = last.at;
  for (const some of endings.slice(0, -1).reverse()) {
    const before = (one: Ending) =>
      to < one.text.length ? -1 : text.lastIndexOf(one.text, to - one.text.length);
    const next = nearest(some, before, (a, b) => b.at - a.at);
    if (next === null) return null;
    found.unshift(next);
    to = next.at;
  }
  return to >= start.length ? found : null;
};

/** Of some endings that which is found first; of several at one place the longest. */
function nearest(
  endings: readonly Ending[],
  find: (one: Ending) => number,
  order: (a: Found, b: Found) => number,
): Found | null {
  let best: Found | null = null;
  for (const ending of endings) {
    const one = { at: find(ending), ending };
    if (one.at < 0) continue;
    const better =
      best === null ? -1 : order(one, best) || best.ending.text.length - ending.text.length;
    if (better < 0) best = one;
  }
  return best;
}
