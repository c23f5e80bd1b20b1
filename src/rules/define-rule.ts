import type { Code, CodeArguments } from '../core/codes.js';
import type { Place } from '../core/finding.js';
import type { InLangs } from '../core/lang.js';

/** When a rule is looked at: from one file's bytes up to the whole province's months. */
export const PHASES = [
  'file',
  'sheet',
  'row',
  'submission',
  'across-submissions',
  'period',
  'registry',
] as const;
export type Phase = (typeof PHASES)[number];

/**
 * A rule's texts in one language. `message` (what was found, what was expected) and `fix`
 * (how to mend it) are templates: `{name}` is an argument of the code, and a part in
 * `[[ ]]` drops out when an argument in it is blank.
 */
export interface RuleText {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** A finding as it could come up, for the documentation and the tests. */
export interface Example<C extends Code> {
  readonly place: Place;
  readonly args: CodeArguments[C];
}

export interface Rule<C extends Code = Code> extends InLangs<RuleText> {
  readonly code: C;
  readonly phase: Phase;
  readonly example: Example<C>;
}

/** Ways to show a value other than its own: months as the commands that close them again. */
export type Way = 'commands' | 'date' | 'change' | 'typed';

/** The names in braces of a template, as types, without how their values are shown. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Argument<Name> | Names<Rest>
  : never;

/** Without the nouns of `{rows row|rows}`, and without how it is shown: `{months:commands}`. */
type Argument<T extends string> = T extends `${infer Name} ${string}|${string}`
  ? Name
  : T extends `${infer Name}:${Way}`
    ? Name
    : T;

type Strangers<C extends Code, T extends string> = Exclude<Names<T>, keyof CodeArguments[C]>;

/** A template of which every placeholder is an argument of the code; else a compile error. */
type Template<C extends Code, T extends string> = [Strangers<C, T>] extends [never]
  ? T
  : T & { readonly 'not an argument of this code': Strangers<C, T> };

interface Text<C extends Code, M extends string, F extends string> {
  readonly title: string;
  readonly message: M & Template<C, M>;
  readonly why: string;
  readonly fix: F & Template<C, F>;
}

/** Declares one rule. A placeholder that the code does not have does not compile. */
export function defineRule<
  C extends Code,
  ViM extends string,
  ViF extends string,
  EnM extends string,
  EnF extends string,
>(rule: {
  readonly code: C;
  readonly phase: Phase;
  readonly vi: Text<C, ViM, ViF>;
  readonly en: Text<C, EnM, EnF>;
  readonly example: Example<C>;
}): Rule<C> {
  return rule;
}
