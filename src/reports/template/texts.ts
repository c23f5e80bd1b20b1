import type { InLangs } from '../../core/lang.js';
import { GUIDES } from '../own-sheets.js';
import type { ColumnType } from './types.js';

/** What a template says around its tables; these are headed in Vietnamese, as they are read. */
export interface TemplateTexts {
  readonly guide: { readonly sheet: string; readonly title: string };
  /** Of the workbook, as a program shows it. */
  readonly title: (period: string) => string;
  readonly unit: (name: string) => string;
  readonly period: (name: string) => string;
  readonly version: (version: string) => string;
  /** What `STT` means. */
  readonly serial: string;
  readonly steps: readonly string[];
  readonly heads: readonly [form: string, column: string, required: string, how: string];
  readonly required: (hint: string) => string;
  readonly wrong: string;
  readonly wrongIn: (heading: string, hint: string) => string;
  /** What to write in a column, for its prompt and for the page of instructions. */
  readonly hints: Readonly<Record<Exclude<ColumnType, 'hamlet'>, string>>;
  /** The same of the hamlet's column: whether its name stands there, is offered or is not known. */
  readonly hamlet: Readonly<Record<'given' | 'chosen' | 'written', string>>;
}

const vi: TemplateTexts = {
  guide: GUIDES.vi,
  title: (period) => `Báo cáo ${period}`,
  unit: (name) => `Đơn vị: ${name}`,
  period: (name) => `Kỳ: ${name}`,
  version: (version) => `Phiên bản mẫu: ${version}`,
  serial: 'STT',
  steps: [
    'Chỉ ghi vào các ô trống dưới dòng tiêu đề. Tiêu đề, tên đơn vị và kỳ báo cáo đã khóa để không bị sửa nhầm.',
    'Cột có dấu (*) là bắt buộc. Bấm vào một ô sẽ thấy hướng dẫn; ghi chưa đúng thì Excel báo ngay.',
    'Không thêm, bớt, đổi tên hay đổi thứ tự các cột.',
    'Số 0 và ô trống khác nhau: 0 là không có, ô trống là chưa báo cáo.',
    'Biểu nào không báo cáo trong kỳ này thì xóa cả trang của biểu đó.',
    'Ghi xong thì lưu lại và gửi nguyên tệp .xlsx này, không chuyển sang PDF hay ảnh chụp.',
  ],
  heads: ['Biểu', 'Cột', 'Bắt buộc', 'Cách ghi'],
  required: (hint) => `Bắt buộc. ${hint}`,
  wrong: 'Chưa đúng',
  wrongIn: (heading, hint) => `Cột “${heading}”: ${hint}`,
  hints: {
    text: 'Ghi bằng chữ.',
    count:
      'Số đếm từ 0 trở lên, chỉ ghi chữ số. Không có thì ghi 0; để trống nghĩa là chưa báo cáo.',
    year: 'Năm có 4 chữ số, ví dụ 1985.',
    sex: 'Chọn Nam hoặc Nữ.',
    mark: 'Đánh dấu x nếu có; không có thì để trống.',
    phone: 'Số điện thoại, ví dụ 0912345678; cột đã định dạng chữ nên giữ được số 0 ở đầu.',
    identity: 'Số định danh cá nhân đủ 12 chữ số; cột đã định dạng chữ nên giữ được số 0 ở đầu.',
    tax: 'Mã số thuế 10, 12 hoặc 13 chữ số.',
    level: 'Chọn mức 1 hoặc mức 2.',
    date: 'Ngày/tháng/năm, ví dụ 14/09/2024.',
  },
  hamlet: {
    given: 'Đã ghi sẵn, giữ nguyên.',
    chosen: 'Chọn tên trong danh sách.',
    written: 'Ghi tên kèm loại, ví dụ Ấp Rạch Gốc.',
  },
};

const en: TemplateTexts = {
  guide: GUIDES.en,
  title: (period) => `Report of ${period}`,
  unit: (name) => `Unit: ${name}`,
  period: (name) => `Period: ${name}`,
  version: (version) => `Version of the template: ${version}`,
  serial: 'No.',
  steps: [
    'Write only into the blank cells below the headings. Headings, the unit and the period are locked; they are in Vietnamese, as the report is read, with the English of each heading in parentheses.',
    'A column with (*) must be filled in. Click a cell to see what it takes; Excel tells at once what is not right.',
    'Do not add, remove, rename or move columns.',
    '0 and a blank differ: 0 is none, a blank is not reported.',
    'Delete the sheet of a form that is not reported in this period.',
    'When done, save and send this .xlsx file itself, not a PDF or a picture of it.',
  ],
  heads: ['Form', 'Column', 'Required', 'How to fill it in'],
  required: (hint) => `Required. ${hint}`,
  wrong: 'Not right yet',
  wrongIn: (heading, hint) => `Column “${heading}”: ${hint}`,
  hints: {
    text: 'Any text.',
    count: 'A count of 0 or more, digits alone. Write 0 for none; a blank is not reported.',
    year: 'A year of 4 digits, such as 1985.',
    sex: 'Choose Nam (male) or Nữ (female).',
    mark: 'x if so; else leave it blank.',
    phone: 'A telephone number, such as 0912345678; the column is text, so the first 0 stays.',
    identity: 'All 12 digits of the identity number; the column is text, so the first 0 stays.',
    tax: 'A tax code of 10, 12 or 13 digits.',
    level: 'Choose level 1 or level 2.',
    date: 'Day/month/year, such as 14/09/2024.',
  },
  hamlet: {
    given: 'Filled in already; leave it as it is.',
    chosen: 'Choose the hamlet from the list.',
    written: 'The hamlet’s name with its kind, such as Ấp Rạch Gốc.',
  },
};

/** The texts of a template, by language. */
export const TEMPLATE_TEXTS: InLangs<TemplateTexts> = { vi, en };
