export { rules } from './catalogue.js';
export { PHASES, type Rule } from './define-rule.js';
export { describe, labelsOf } from './describe.js';
export { explain, explanation } from './explain.js';
export { FAMILIES } from './families.js';
export { wordsOfForms } from './form-words.js';
export { hamletsCalled } from './hamlets-called.js';
export {
  codes,
  families,
  familyOf,
  isCode,
  isCodeOrFamily,
  LEVELS,
  type Overrides,
  resolveSeverity,
  withSeverities,
} from './severity.js';
export { WORDS } from './words.js';
