import type { Code } from '../core/codes.js';
import type { Severity } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import { SEVERITIES } from '../core/severities.js';
import type { Labels } from './arguments.js';
import { rules } from './catalogue.js';
import type { Phase, Rule, RuleText } from './define-rule.js';
import { describe } from './describe.js';

/** A rule in one language, for `ccds explain --json`, the reference page and the README. */
export interface Explanation extends RuleText {
  readonly code: Code;
  readonly phase: Phase;
  /** Unless the config sets another. */
  readonly severity: Severity;
  readonly example: { readonly where: string; readonly message: string; readonly fix: string };
}

const WORDS = {
  vi: {
    severity: { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' },
    why: 'Vì sao',
    fix: 'Cách sửa',
    example: 'Ví dụ',
    sheet: 'trang tính',
    cell: 'ô',
    row: 'dòng',
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'note' },
    why: 'Why it matters',
    fix: 'How to mend it',
    example: 'Example',
    sheet: 'sheet',
    cell: 'cell',
    row: 'row',
  },
} as const;

/** Everything that is to be told of a code. */
export function explanation(code: Code, lang: Lang, labels?: Labels): Explanation {
  const rule = rules[code] as Rule;
  const { message, fix } = describe({ code, args: rule.example.args }, lang, labels);
  const example = { where: placeText(rule.example.place, lang), message, fix };
  return { code, phase: rule.phase, severity: SEVERITIES[code], ...rule[lang], example };
}

/** A finding's place: `xa-tan-an/T9.xlsx, trang tính “Hộ”, ô B9`. Blank where there is none. */
function placeText(place: Rule['example']['place'], lang: Lang): string {
  const words = WORDS[lang];
  const parts = [place.file];
  if (place.sheet) parts.push(`${words.sheet} “${place.sheet}”`);
  if (place.cell) parts.push(`${words.cell} ${place.cell}`);
  else if (place.row) parts.push(`${words.row} ${place.row}`);
  return parts.filter((part) => part !== '').join(', ');
}

/** The text of `ccds explain CODE`. */
export function explain(code: Code, lang: Lang, labels?: Labels): string {
  const { title, severity, why, example } = explanation(code, lang, labels);
  const words = WORDS[lang];
  const where = example.where === '' ? '' : `${example.where}\n  `;
  return [
    `${code} · ${title} (${words.severity[severity]})`,
    `${words.example}\n  ${where}${example.message}`,
    `${words.why}\n  ${why}`,
    `${words.fix}\n  ${example.fix}`,
  ].join('\n\n');
}
