import { GUIDE_SHEET, GUIDE_TITLE } from '../own-sheets.js';
import type { Sheet, Style } from '../workbook/xlsx/model.js';
import {
  across,
  fixedRangeText,
  newSheet,
  put,
  putOver,
  rowAt,
  sheetRef,
} from '../workbook/xlsx/sheet.js';
import { HINTS } from './checks.js';
import type { TemplateBook } from './types.js';

const HEAD = { bold: true, horizontal: 'center', border: 'all', fill: 'D9E1F2' } as const;
const STYLES = {
  title: { bold: true, size: 16 },
  line: { bold: true },
  step: { wrap: true, vertical: 'top' },
  heading: HEAD,
  text: { wrap: true, vertical: 'top', border: 'all' },
  centre: { horizontal: 'center', vertical: 'top', border: 'all' },
  small: { italic: true, size: 10 },
} as const satisfies Record<string, Style>;

const WIDTHS = [30, 30, 11, 62, 3, 30];
/** Column of the hamlets, from which the dropdowns choose. */
const HAMLETS = 5;

const STEPS = [
  'Chỉ ghi vào các ô trống dưới dòng tiêu đề. Tiêu đề, tên đơn vị và kỳ báo cáo đã khóa để không bị sửa nhầm.',
  'Cột có dấu (*) là bắt buộc. Bấm vào một ô sẽ thấy hướng dẫn; ghi chưa đúng thì Excel báo ngay.',
  'Không thêm, bớt, đổi tên hay đổi thứ tự các cột.',
  'Số 0 và ô trống khác nhau: 0 là không có, ô trống là chưa báo cáo.',
  'Biểu nào không báo cáo trong kỳ này thì xóa cả trang của biểu đó.',
  'Ghi xong thì lưu lại và gửi nguyên tệp .xlsx này, không chuyển sang PDF hay ảnh chụp.',
];

/** The page of instructions, first in the workbook; it also holds the names of the hamlets. */
export function guideSheet(book: TemplateBook): Sheet {
  const sheet = newSheet(GUIDE_SHEET);
  sheet.widths.push(...WIDTHS);
  sheet.tabColor = '2E75B6';
  put(sheet, 1, 0, GUIDE_TITLE, STYLES.title);
  rowAt(sheet, 1).height = 26;
  put(sheet, 2, 0, `Đơn vị: ${book.unit}`, STYLES.line);
  put(sheet, 3, 0, `Kỳ: ${book.period}`, STYLES.line);
  for (const [i, text] of STEPS.entries())
    putOver(sheet, across(5 + i, 0, 3), `${i + 1}. ${text}`, STYLES.step);
  const head = 6 + STEPS.length;
  const last = columnTable(sheet, head, book);
  put(sheet, last + 2, 0, `Phiên bản mẫu: ${book.version}`, STYLES.small);
  if (book.hamlets.length > 0) {
    put(sheet, 4, HAMLETS, 'Ấp/Khóm', STYLES.heading);
    for (const [i, name] of book.hamlets.entries()) put(sheet, 5 + i, HAMLETS, name, STYLES.text);
  }
  sheet.isProtected = true;
  sheet.page = { landscape: true, fitToWidth: true, titleRows: [head, head] };
  return sheet;
}

/** Where the hamlets' names are, for a dropdown; null where there are none. */
export function hamletRange({ hamlets }: TemplateBook): string | null {
  if (hamlets.length === 0) return null;
  const range = { top: 5, left: HAMLETS, bottom: 4 + hamlets.length, right: HAMLETS };
  return sheetRef(GUIDE_SHEET) + fixedRangeText(range);
}

/** What each column takes. */
function columnTable(sheet: Sheet, top: number, { forms }: TemplateBook): number {
  for (const [i, text] of ['Biểu', 'Cột', 'Bắt buộc', 'Cách ghi'].entries())
    put(sheet, top, i, text, STYLES.heading);
  let row = top;
  for (const { title, columns } of forms) {
    for (const { heading, required, type } of columns) {
      row++;
      put(sheet, row, 0, title, STYLES.text);
      put(sheet, row, 1, heading, STYLES.text);
      put(sheet, row, 2, required ? 'x' : null, STYLES.centre);
      put(sheet, row, 3, HINTS[type], STYLES.text);
      if (HINTS[type].length > 62) rowAt(sheet, row).height = 32;
    }
  }
  return row;
}
