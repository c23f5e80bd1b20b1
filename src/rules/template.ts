import { memoText } from '../core/memo.js';

const SECTION = /\[\[(.*?)\]\]/gs;
/**
 * `{rows}`; a count with its noun in the singular and plural: `{rows row|rows}`; `{months:commands}`
 * is a value shown in another way.
 */
const PLACEHOLDER = /\{(\w+(?::\w+)?)(?: ([^{}|]+)\|([^{}|]+))?\}/g;

/** A run of a template: a text, then by turns a name, its nouns (absent for most) and a text. */
export type Pieces = readonly (string | undefined)[];

export interface Section {
  readonly pieces: Pieces;
  /** In `[[ ]]`: drops out when any value in it is blank. */
  readonly optional: boolean;
}

/** Few templates fill the messages of very many findings. */
export const sectionsOf = memoText((template: string): readonly Section[] =>
  template.split(SECTION).map((part, i) => ({
    pieces: part.split(PLACEHOLDER),
    optional: i % 2 === 1,
  })),
);

/**
 * Fills a template: `{name}` becomes `value(name)`, `{name:commands}` `value('name:commands')`,
 * `{name row|rows}` has its noun behind it, and a part in `[[ ]]` drops out when any value in it
 * is blank. Braces in values stay as they are.
 */
export function render(template: string, value: (name: string) => string): string {
  let text = '';
  for (const { pieces, optional } of sectionsOf(template))
    text += filled(pieces, optional, value) ?? '';
  return text;
}

/** True of a template that says something without any values, its optional parts left out. */
export function isPlain(template: string): boolean {
  return sectionsOf(template).every(({ pieces, optional }) => optional || pieces.length === 1);
}

/** Null where a blank makes an optional part drop out. */
function filled(pieces: Pieces, optional: boolean, value: (name: string) => string): string | null {
  let text = pieces[0]!;
  for (let i = 1; i < pieces.length; i += 4) {
    const [name, one, many, next] = pieces.slice(i, i + 4);
    const filler = value(name!);
    if (optional && filler === '') return null;
    text += filler + (one === undefined ? '' : ` ${filler === '1' ? one : many}`);
    // `F9, F13, …` ends its sentence itself.
    text += filler.endsWith('…') && next!.startsWith('.') ? next!.slice(1) : next!;
  }
  return text;
}
