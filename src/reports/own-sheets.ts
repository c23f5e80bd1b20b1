/** Custom document property by which ccds knows its own workbooks, wherever they lie. */
export const OUTPUT_MARK = 'ccds-output';

/** Name of the sheet of a returned copy that lists what is to be mended. */
export const LIST_SHEET = 'Cần sửa';

/** Text of its first cell, by which it is known again: no sheet of a form begins so. */
export const LIST_TITLE = 'DANH SÁCH CHỖ CẦN SỬA';

/** Last line of the letter that goes with returned copies, in every language. */
export const NOTE_MARK = '(ccds)';

/** Name of a template's sheet of instructions, and the text of its first cell, by language. */
export const GUIDES = {
  vi: { sheet: 'Hướng dẫn', title: 'HƯỚNG DẪN ĐIỀN BÁO CÁO' },
  en: { sheet: 'Guide', title: 'HOW TO FILL IN THE REPORT' },
} as const;
