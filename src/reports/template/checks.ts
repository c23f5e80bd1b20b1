import type { Range, Validation } from '../workbook/xlsx/model.js';
import type { ColumnType, TemplateColumn } from './types.js';

/** What to write in a column, for its prompt and for the page of instructions. */
export const HINTS: Readonly<Record<ColumnType, string>> = {
  text: 'Ghi bằng chữ.',
  count: 'Số đếm từ 0 trở lên, chỉ ghi chữ số. Không có thì ghi 0; để trống nghĩa là chưa báo cáo.',
  year: 'Năm có 4 chữ số, ví dụ 1985.',
  sex: 'Chọn Nam hoặc Nữ.',
  mark: 'Đánh dấu x nếu có; không có thì để trống.',
  phone: 'Số điện thoại, ví dụ 0912345678; cột đã định dạng chữ nên giữ được số 0 ở đầu.',
  identity: 'Số định danh cá nhân đủ 12 chữ số; cột đã định dạng chữ nên giữ được số 0 ở đầu.',
  tax: 'Mã số thuế 10, 12 hoặc 13 chữ số.',
  level: 'Chọn mức 1 hoặc mức 2.',
  date: 'Ngày/tháng/năm, ví dụ 14/09/2024.',
  hamlet: 'Chọn tên ấp/khóm trong danh sách.',
};

export interface CheckContext {
  /** ISO, the period's last day. */
  readonly lastDay: string;
  /** `'Hướng dẫn'!$I$5:$I$14`; null where there is no list of hamlets. */
  readonly hamlets: string | null;
}

/** What Excel checks as one types in a column's cells, in Vietnamese. */
export function columnCheck(
  column: TemplateColumn,
  range: Range,
  context: CheckContext,
): Validation {
  const hint = HINTS[column.type];
  const { check, severity } = checkOf(column, context);
  return {
    range,
    check,
    severity,
    prompt: { title: column.heading, text: column.required ? `Bắt buộc. ${hint}` : hint },
    error: { title: 'Chưa đúng', text: `Cột “${column.heading}”: ${hint}` },
  };
}

type Check = Pick<Validation, 'check' | 'severity'>;

const stop = (check: Validation['check']): Check => ({ check, severity: 'stop' });
const ask = (check: Validation['check']): Check => ({ check, severity: 'warning' });

/** The same bounds as the forms read by; what only looks odd is asked about, not refused. */
function checkOf(column: TemplateColumn, { lastDay, hamlets }: CheckContext): Check {
  const year = Number(lastDay.slice(0, 4));
  switch (column.type) {
    case 'count':
      return stop({ type: 'whole', least: 0, most: 10_000_000 });
    case 'year':
      return stop({ type: 'whole', least: 1900, most: year });
    case 'sex':
      return stop({ type: 'list', of: ['Nam', 'Nữ'] });
    case 'mark':
      return stop({ type: 'list', of: ['x'] });
    case 'level':
      return stop({ type: 'list', of: ['1', '2'] });
    case 'identity':
      return stop({ type: 'textLength', least: 12, most: 12 });
    case 'phone':
      return ask({ type: 'textLength', least: 9, most: 13 });
    case 'tax':
      return ask({ type: 'textLength', least: 10, most: 14 });
    case 'date': {
      const last = column.inPeriod ? lastDay : `${year}-12-31`;
      return stop({ type: 'date', least: serialOf('1900-03-01'), most: serialOf(last) });
    }
    case 'hamlet':
      return hamlets === null ? ask({ type: 'none' }) : stop({ type: 'list', of: hamlets });
    case 'text':
      return column.suggestions.length > 0
        ? ask({ type: 'list', of: column.suggestions })
        : ask({ type: 'none' });
  }
}

/** Number of a day as Excel counts, from 1900-03-01 on. */
function serialOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}
