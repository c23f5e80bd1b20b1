import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-K01',
  phase: 'submission',
  vi: {
    title: 'Đã quyết định',
    message: 'Theo quyết định ở dòng {line} của decisions.csv: {decision} {what} này.',
    why: 'Việc này đã được hỏi lại và quyết định, nên không phải chỗ cần sửa nữa; nêu ra để ai xem cũng biết.',
    fix: 'Không cần sửa gì. Muốn đổi thì sửa dòng đó của decisions.csv.',
  },
  en: {
    title: 'Decided',
    message: 'By the decision in line {line} of decisions.csv: {decision} this {what}.',
    why: 'It was asked about and settled, so there is nothing to mend; it is told so that everyone knows.',
    fix: 'Nothing has to be done. To change it, edit that line of decisions.csv.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'C12', row: 12 },
    args: { decision: 'accept', what: 'row', line: 2 },
  },
});
