import type { Code } from '../core/codes.js';
import type { Finding } from '../core/finding.js';
import type { InLangs, Lang } from '../core/lang.js';
import { memo } from '../core/memo.js';
import type { Form } from '../forms/types.js';
import type { Tree } from '../geography/types.js';
import { type Labels, shownArgument } from './arguments.js';
import { argumentsSaid, type Said } from './arguments-said.js';
import { rules } from './catalogue.js';
import type { Rule } from './define-rule.js';
import { wordsOfForms } from './form-words.js';
import type { CallHamlets } from './hamlets-called.js';
import { isPlain, render } from './template.js';
import type { Word } from './words.js';

/** A finding in words: what it is called, what was found, how to mend it. */
export interface Description {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * Puts a finding into words. `labels` names what a config added (indicators, forms,
 * fields, baselines); without them such ids are shown as given. `form` tells fields of one
 * id apart.
 */
export function describe(
  finding: Pick<Finding, 'code' | 'args' | 'said' | 'field'> & { readonly form?: string },
  lang: Lang,
  labels?: Labels,
): Description {
  const { code, said, field } = finding;
  if (said !== undefined) return retold({ code, said, ...(field && { field }) }, lang, labels);
  const { title, message, fix } = wordsOf(code, lang, labels);
  const args = finding.form === undefined ? finding.args : { form: finding.form, ...finding.args };
  const value = (name: string) => shownArgument(name, args, lang, labels);
  return { title, message: render(message, value), fix: render(fix, value) };
}

/** A rule's words, not yet filled in. */
function wordsOf(code: Code, lang: Lang, labels: Labels | undefined): Description {
  const own: Description = (rules[code] as Rule)[lang];
  return labels?.called === undefined ? own : wordsCalling(labels.called)(own);
}

/** The same for each of very many findings. */
const wordsCalling = memo((called: CallHamlets) =>
  memo(
    ({ title, message, fix }: Description): Description => ({
      title: called(title),
      message: called(message),
      fix: called(fix),
    }),
  ),
);

/**
 * What an earlier result said of it, in English; in its own words where they are not understood. They
 * are looked into when they are asked for: data files have a million findings, and need none of it.
 */
function retold(found: Said, lang: Lang, labels: Labels = {}): Description {
  const { code, said } = found;
  const { title } = wordsOf(code, lang, labels);
  let known: Pick<Description, 'message' | 'fix'> | undefined;
  const words = () => {
    known ??= inWords(found, lang, labels);
    return known;
  };
  return {
    title,
    get message() {
      return lang === 'en' ? said : words().message;
    },
    get fix() {
      return words().fix;
    },
  };
}

function inWords(found: Said, lang: Lang, labels: Labels): Pick<Description, 'message' | 'fix'> {
  const { code, said } = found;
  const { title, fix } = wordsOf(code, lang, labels);
  const args = argumentsSaid(found, labels);
  if (args !== null) return describe({ code, args }, lang, labels);
  return {
    message: QUOTED[lang](title, said),
    fix: isPlain(fix) ? render(fix, () => '') : '',
  };
}

const QUOTED: InLangs<(title: string, said: string) => string> = {
  vi: (title, said) => `${title}. Nguyên văn trong gói dữ liệu (tiếng Anh): “${said}”`,
  en: (_, said) => said,
};

interface Labelled {
  readonly id: string;
  readonly label: InLangs;
}

const byId = (things: readonly Labelled[]) =>
  Object.fromEntries(things.map(({ id, label }) => [id, label]));

/** `Ấp 1 (Xã Tân Ân)`: a unit with the one above it, as names repeat. */
function unitNames(byCode: Tree['byCode']): Readonly<Record<string, Word>> {
  const names = [...byCode].map(([code, { unit, parent }]): [string, Word] => {
    const name = parent === null ? unit.name : `${unit.name} (${parent.unit.name})`;
    return [code, { vi: name, en: name }];
  });
  return Object.fromEntries(names);
}

/** Labels from what a summary carries: its indicators, forms with their fields, and baselines. */
export function labelsOf(summary: {
  readonly indicators: readonly Labelled[];
  readonly forms: readonly Form[];
  readonly baselines: readonly Labelled[];
  readonly tree?: Pick<Tree, 'byCode'>;
  /** Units of the months' own maps that the tree has no more. */
  readonly gone?: Tree['byCode'];
}): Labels {
  const { tree, gone = new Map() } = summary;
  const { form, field } = wordsOfForms(summary.forms);
  return {
    ...(tree && { unit: { ...unitNames(gone), ...unitNames(tree.byCode) } }),
    indicator: byId(summary.indicators),
    form,
    field,
    baseline: byId(summary.baselines),
  };
}
