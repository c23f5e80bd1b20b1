/** Custom document property by which ccds knows its own workbooks, wherever they lie. */
export const OUTPUT_MARK = 'ccds-output';

/**
 * Name of the sheet of a returned copy that lists what is to be mended, and the text of its first
 * cell, by which it is known again: no sheet of a form begins so.
 */
export const LISTS = {
  vi: { sheet: 'Cần sửa', title: 'DANH SÁCH CHỖ CẦN SỬA' },
  en: { sheet: 'To correct', title: 'LIST OF WHAT IS TO BE CORRECTED' },
} as const;

/**
 * Sheets that each summary workbook ends with, and the texts of their first cells: it is known
 * again by both of them, as some programs that save a workbook drop its properties.
 */
export const ORIGINS = {
  vi: {
    sources: { sheet: 'Nguồn số liệu', title: 'NGUỒN SỐ LIỆU THEO ĐỊA BÀN' },
    files: { sheet: 'Tệp nguồn', title: 'CÁC TỆP ĐÃ NHẬN' },
  },
  en: {
    sources: { sheet: 'Sources', title: 'SOURCES BY UNIT' },
    files: { sheet: 'Files', title: 'FILES RECEIVED' },
  },
} as const;

/** Words in the name of a file that holds such a list alone. */
export const LIST_FILE = { vi: 'danh sách cần sửa', en: 'list of corrections' } as const;

/** Last line of the letter that goes with returned copies: whose words it is, and its mark. */
export const NOTE_MARKS = {
  vi: '(Thư do phần mềm ccds lập tự động khi kiểm tra báo cáo)',
  en: '(Drawn up by the program ccds when it checked the reports)',
} as const;

/** Name of a template's sheet of instructions, and the text of its first cell, by language. */
export const GUIDES = {
  vi: { sheet: 'Hướng dẫn', title: 'HƯỚNG DẪN ĐIỀN BÁO CÁO' },
  en: { sheet: 'Guide', title: 'HOW TO FILL IN THE REPORT' },
} as const;
