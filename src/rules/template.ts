import { memoText } from '../core/memo.js';

const SECTION = /\[\[(.*?)\]\]/gs;
const PLACEHOLDER = /\{(\w+(?::\w+)?)\}/g;

/** Names in braces of a template, each once; what follows a colon says how the value is shown. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name!.split(':')[0]!))];
}

/** A run of a template: texts and names by turns, beginning with a text. */
type Pieces = readonly string[];

interface Section {
  readonly pieces: Pieces;
  /** In `[[ ]]`: drops out when any value in it is blank. */
  readonly optional: boolean;
}

/** Few templates fill the messages of very many findings. */
const sectionsOf = memoText((template: string): readonly Section[] =>
  template.split(SECTION).map((part, i) => ({
    pieces: part.split(PLACEHOLDER),
    optional: i % 2 === 1,
  })),
);

/**
 * Fills a template: `{name}` becomes `value(name)`, `{name:commands}` `value('name:commands')`, and a part in `[[ ]]` drops out when
 * any value in it is blank. Braces in values stay as they are.
 */
export function render(template: string, value: (name: string) => string): string {
  let text = '';
  for (const { pieces, optional } of sectionsOf(template))
    text += filled(pieces, optional, value) ?? '';
  return text;
}

/** Null where a blank makes an optional part drop out. */
function filled(pieces: Pieces, optional: boolean, value: (name: string) => string): string | null {
  let text = pieces[0]!;
  for (let i = 1; i < pieces.length; i += 2) {
    const one = value(pieces[i]!);
    if (optional && one === '') return null;
    text += one + pieces[i + 1]!;
  }
  return text;
}
