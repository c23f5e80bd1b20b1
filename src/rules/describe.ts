import type { Finding } from '../core/finding.js';
import { type Labels, shownArgument } from './arguments.js';
import { rules } from './catalogue.js';
import type { Lang, Rule } from './define-rule.js';
import { render } from './template.js';

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
  finding: Pick<Finding, 'code' | 'args'> & { readonly form?: string },
  lang: Lang,
  labels?: Labels,
): Description {
  const { title, message, fix } = (rules[finding.code] as Rule)[lang];
  const args = finding.form === undefined ? finding.args : { form: finding.form, ...finding.args };
  const value = (name: string) => shownArgument(name, args, lang, labels);
  return { title, message: render(message, value), fix: render(fix, value) };
}

interface Labelled {
  readonly id: string;
  readonly label: Record<Lang, string>;
}

const byId = (things: readonly Labelled[]) =>
  Object.fromEntries(things.map(({ id, label }) => [id, label]));

/** Labels from what a summary carries: its indicators, forms and baselines. */
export function labelsOf(summary: {
  readonly indicators: readonly Labelled[];
  readonly forms: readonly Labelled[];
  readonly baselines: readonly Labelled[];
}): Labels {
  return {
    indicator: byId(summary.indicators),
    form: byId(summary.forms),
    baseline: byId(summary.baselines),
  };
}
