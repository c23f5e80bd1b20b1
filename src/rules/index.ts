export type { Labels } from './arguments.js';
export { rules } from './catalogue.js';
export type { Example, Phase, Rule, RuleText } from './define-rule.js';
export { PHASES } from './define-rule.js';
export { type Description, describe, labelsOf } from './describe.js';
export { type Explanation, explain, explanation, placeText } from './explain.js';
export { FAMILIES } from './families.js';
export { wordsOfForms } from './form-words.js';
export {
  codes,
  families,
  familyOf,
  isCode,
  isCodeOrFamily,
  LEVELS,
  type Level,
  type Overrides,
  resolveSeverity,
  withSeverities,
} from './severity.js';
export { WORDS, type Word } from './words.js';
