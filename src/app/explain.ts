import type { Code } from '../core/codes.js';
import type { Finding, Place, Severity } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import { SEVERITIES } from '../core/severities.js';
import { FORMS } from '../forms/declared/index.js';
import { BASELINES, INDICATORS } from '../indicators/index.js';
import type { Describe } from '../reports/types.js';
import { unitWords } from '../reports/unit-words.js';
import type { Summary } from '../rollup/types.js';
import {
  codes,
  describe,
  families,
  familyOf,
  hamletsCalled,
  isCode,
  labelsOf,
  rules,
} from '../rules/index.js';

/** A rule in words. */
export interface ExplainedRule {
  readonly code: Code;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly example: { readonly place: Place; readonly message: string; readonly fix: string };
}

/** The rules asked for; none, and maybe what was meant, where there is no such code. */
export interface Explanation {
  readonly rules: readonly ExplainedRule[];
  readonly suggestion?: string;
}

/** Explains a code (`CCDS-R02`, also `r02`), a family (`CCDS-R*`, `R`), or every rule. */
export function explain(asked: string | undefined, lang: Lang): Explanation {
  if (asked === undefined) return { rules: codes.map((code) => explained(code, lang)) };
  const wanted = asked.toUpperCase().replace(/^(?!CCDS-)/, 'CCDS-');
  const family = wanted.replace(/^(CCDS-[A-Z])\*?$/, '$1*');
  const found = codes.filter((code) => code === wanted || familyOf(code) === family);
  if (found.length > 0) return { rules: found.map((code) => explained(code, lang)) };
  const suggestion = nearest(wanted);
  return { rules: [], ...(suggestion !== undefined && { suggestion }) };
}

/** Puts the findings of a summary into words, with the names that a config added, and its units' kinds. */
export function describer(
  summary: Pick<Summary, 'indicators' | 'forms' | 'baselines' | 'tree' | 'gone'>,
): Describe {
  const called = hamletsCalled(unitWords(summary.tree.roots, 'vi').hamlet ?? '');
  const labels = { ...labelsOf(summary), ...(called && { called }) };
  return (finding: Finding, lang: Lang) => describe(finding, lang, labels);
}

/** Names of what there is without a config. */
const BUILT_IN = labelsOf({ indicators: INDICATORS, forms: FORMS, baselines: BASELINES });

function explained(code: Code, lang: Lang): ExplainedRule {
  const { example, ...rule } = rules[code];
  const { title, message, fix } = describe({ code, args: { ...example.args } }, lang, BUILT_IN);
  const { why } = rule[lang];
  return {
    code,
    severity: SEVERITIES[code],
    title,
    why,
    example: { place: example.place, message, fix },
  };
}

/** `CCDS-R2` → `CCDS-R02`; of a family that there is, the family. */
function nearest(wanted: string): string | undefined {
  const [, family, number] = /^CCDS-([A-Z])(\d*)/.exec(wanted) ?? [];
  const padded = `CCDS-${family}${(number ?? '').padStart(2, '0')}`;
  return isCode(padded) ? padded : families.find((one) => one === `CCDS-${family}*`);
}
