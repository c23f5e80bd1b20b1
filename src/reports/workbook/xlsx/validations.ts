import type { Validation } from './model.js';
import { rangeText } from './sheet.js';
import { attributes, escapeXml } from './xml.js';

/** Excel's limits for the texts of a validation: its own dialogue takes no more of an error. */
const LONGEST = { title: 32, text: 225 } as const;
/** Of a list that is written into the check: a longer one is a range. */
export const LONGEST_LIST = 255;

/** `dataValidations` of a sheet; ranges are bounded, since some readers expand them. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  const items = validations.map(validationXml).join('');
  return `<dataValidations count="${validations.length}">${items}</dataValidations>`;
}

function validationXml({ range, check, severity, prompt, error }: Validation): string {
  const is = check.type === 'none' ? undefined : check.type;
  const attrs = attributes({
    type: is,
    errorStyle: severity === 'stop' ? undefined : severity,
    operator: undefined,
    allowBlank: 1,
    showInputMessage: 1,
    showErrorMessage: is === undefined ? undefined : 1,
    errorTitle: error.title.slice(0, LONGEST.title),
    error: error.text.slice(0, LONGEST.text),
    promptTitle: prompt.title.slice(0, LONGEST.title),
    prompt: prompt.text.slice(0, LONGEST.text),
    sqref: rangeText(range),
  });
  return `<dataValidation${attrs}>${formulas(check)}</dataValidation>`;
}

function formulas(check: Validation['check']): string {
  if (check.type === 'none') return '';
  if (check.type !== 'list')
    return `<formula1>${check.least}</formula1><formula2>${check.most}</formula2>`;
  if (typeof check.of === 'string') return `<formula1>${escapeXml(check.of)}</formula1>`;
  const words = check.of.join(',');
  if (words.length > LONGEST_LIST) throw new Error('a list this long must be a range');
  return `<formula1>${escapeXml(`"${words}"`)}</formula1>`;
}
