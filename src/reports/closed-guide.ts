import type { Indicator } from '../indicators/types.js';
import {
  CARRIED,
  COMPARISON,
  FINDINGS,
  REVISIONS,
  SUBMISSIONS,
  type Table,
  VALUES,
} from './data/tables.js';

/** The file that says what the closed figures are, for somebody who has no ccds. */
export const CLOSED_GUIDE = 'README.txt';

const TABLES: readonly Table[] = [VALUES, FINDINGS, SUBMISSIONS, COMPARISON, CARRIED, REVISIONS];

/**
 * What lies in the folder of closed months: its files, the columns of its tables and what the
 * indicators' ids mean, in Vietnamese and English. UTF-8 with a byte order mark and CR LF, which
 * every Notepad shows right. Holds no personal data, and nothing of one month.
 */
export function closedGuide(indicators: readonly Indicator[]): string {
  const ids = (lang: 'vi' | 'en') =>
    indicators.map(({ id, label, unit }) => line(id, `${label[lang]} (${unit[lang]})`));
  const columns = TABLES.flatMap(({ name, title, fields }) => [
    '',
    `${name}.csv: ${title}`,
    ...fields.map((field) => line(field.name, field.description)),
  ]);
  const lines = [
    ...VIETNAMESE,
    'MÃ CHỈ TIÊU (cột indicator)',
    '',
    ...ids('vi'),
    '',
    '',
    ...ENGLISH,
    'INDICATORS (the column indicator)',
    '',
    ...ids('en'),
    '',
    'COLUMNS',
    ...columns,
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const NAME_WIDTH = 28;

function line(name: string, text: string): string {
  return `  ${name.padEnd(NAME_WIDTH)} ${text}`;
}

/** The guide's first line, by which ccds knows it as its own. */
export const CLOSED_GUIDE_HEAD = 'SỐ LIỆU ĐÃ CHỐT CỦA CÁC TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG';

const VIETNAMESE = [
  CLOSED_GUIDE_HEAD,
  '(English below)',
  '',
  'Mỗi thư mục (2024-09…) giữ số liệu của một tháng báo cáo như đã công bố khi chốt. Không có họ tên,',
  'số điện thoại, số định danh. Đừng sửa tay: closed.json giữ mã kiểm (SHA-256) của từng tệp.',
  '',
  'Các tệp .csv là bảng dạng chữ, phần mềm bảng tính nào cũng đọc được: mã UTF-8, các cột cách nhau',
  'bằng dấu phẩy, số thập phân dùng dấu chấm. Trong Excel: Dữ liệu › Từ Văn bản/CSV, chọn mã 65001,',
  'để các cột mã đơn vị là văn bản.',
  '',
  'Trong mỗi thư mục tháng:',
  '',
  line('values.csv', 'mọi chỉ tiêu của mọi đơn vị: value là giá trị (để trống là chưa có'),
  line('', 'số liệu; tỷ lệ 0.7015 là 70,15%), numerator và denominator là tử số,'),
  line('', 'mẫu số; reported/expected là số ấp, khóm đã báo cáo trên tổng số'),
  line('findings.csv', 'lỗi (error: dòng không được tính), cảnh báo, lưu ý: tệp, trang, ô'),
  line('submissions.csv', 'các tệp đã nhận: số dòng đọc = nhận + loại + bỏ qua'),
  line('inputs.csv', 'mã kiểm của từng tệp, ấp, khóm nào lấy số từ tệp nào'),
  line('decisions.csv', 'các quyết định qua điện thoại đã áp dụng'),
  line('comparison.csv', 'so với kỳ trước, cùng kỳ năm trước, từ đầu năm, kế hoạch'),
  line('carried.csv', 'tổng gồm cả số liệu kỳ trước của ấp, khóm chưa báo cáo'),
  line('revisions.csv', 'số đã công bố của các tháng trước nay thay đổi, vì sao'),
  line('restated/2024-08/', 'số của tháng trước, công bố lại cùng tháng này'),
  line('closed.json', 'lúc chốt, phiên bản ccds, mã kiểm của các tệp trên'),
  '',
  'Cạnh các thư mục ấy:',
  '',
  line('reopened/', 'bản cũ của các tháng đã mở lại, kèm lý do'),
  line('journal.csv', 'mọi lần chốt, mở lại: lúc nào, ai, vì sao'),
  '',
];

const ENGLISH = [
  'CLOSED FIGURES OF THE COMMUNITY DIGITAL TECHNOLOGY TEAMS',
  '',
  'Each folder (2024-09…) holds the figures of a month as they were published when it was closed. There',
  'are no names, telephone or identity numbers. Do not edit them: closed.json has the checksum',
  '(SHA-256) of every file. The .csv files are tables as plain text: UTF-8, commas, decimal points.',
  'In Excel: Data › From Text/CSV, encoding 65001, with the columns of unit codes as text.',
  '',
  'In each month’s folder:',
  '',
  line('values.csv', 'every unit and indicator'),
  line('findings.csv', 'errors (rows not counted), warnings and notes, with file, sheet, cell'),
  line('submissions.csv', 'the files received: rows read = accepted + rejected + ignored'),
  line('inputs.csv', 'checksum of each file, and which hamlets have figures from it'),
  line('decisions.csv', 'what was settled by telephone and applied'),
  line('comparison.csv', 'against earlier periods and targets'),
  line('carried.csv', 'totals with the last figures of hamlets that did not report'),
  line('revisions.csv', 'published figures of earlier months that changed, and why'),
  line('restated/2024-08/', 'an earlier month’s figures, published anew with this month'),
  line('closed.json', 'when it was closed, the version of ccds, checksums'),
  '',
  'Beside these folders:',
  '',
  line('reopened/', 'former figures of months that were reopened, and why'),
  line('journal.csv', 'every closing and reopening: when, by whom, why'),
  '',
];
