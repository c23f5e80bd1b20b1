// Well-formed sheets of each kind, 8 columns wide.
import { escapeXml, xlsx } from '../../test/spreadsheet/support/xlsx-writer.mjs';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Quốc', 'Thanh', 'Mỹ', 'Kim', 'Đức'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hạnh', 'Hiếu', 'Khánh', 'Lan', 'Mười'];

/** mulberry32 */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const HEADERS = {
  members: [
    'STT',
    'Ấp/Khóm',
    'Họ và tên',
    'Chức vụ',
    'Năm sinh',
    'Giới tính',
    'Số điện thoại',
    'Đã tập huấn',
  ],
  households: [
    'STT',
    'Ấp/Khóm',
    'Chủ hộ',
    'Địa chỉ',
    'Số điện thoại',
    'Ngày hỗ trợ',
    'Dịch vụ công',
    'An toàn mạng',
  ],
  eid: [
    'STT',
    'Ấp/Khóm',
    'Họ và tên',
    'Số định danh',
    'Mức',
    'Ngày sinh',
    'Ngày kích hoạt',
    'Ghi chú',
  ],
  tally: [
    'STT',
    'Ấp/Khóm',
    'Tổng số hộ',
    'Số hộ được hỗ trợ trong kỳ',
    'Lũy kế',
    'Dịch vụ công',
    'Mua sắm trực tuyến',
    'Ghi chú',
  ],
};

/** The last two digits of a serial's year: a number of identity has those of the birth. */
const yearOf = (serial) => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(2, 4);

/** Rows of values: two lines, the header, then `count` rows. */
export function sheetOf(kind, count, random) {
  const int = (n) => Math.floor(random() * n);
  const pick = (list) => list[int(list.length)];
  const name = () => `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)} ${pick(GIVEN)}`;
  const phone = () => `09${String(int(1e8)).padStart(8, '0')}`;
  const hamlet = (i) => `Ấp ${Math.floor((i * 900) / count) + 1}`;
  const mark = () => (random() < 0.5 ? 'x' : null);
  const rows = {
    members: (i) => [
      i + 1,
      hamlet(i),
      name(),
      pick(['Tổ trưởng', 'Tổ phó', 'Thành viên']),
      1950 + int(55),
      pick(['Nam', 'Nữ']),
      phone(),
      mark(),
    ],
    households: (i) => [
      i + 1,
      hamlet(i),
      name(),
      `Số ${int(900)}, tổ ${int(9)}`,
      phone(),
      { date: 45_530 + int(14) },
      mark(),
      mark(),
    ],
    eid: (i) => {
      const born = 20_000 + int(16_000);
      return [
        i + 1,
        hamlet(i),
        name(),
        `0960${yearOf(born)}${String(int(1e6)).padStart(6, '0')}`,
        1 + int(2),
        { date: born },
        { date: 45_000 + int(500) },
        null,
      ];
    },
    tally: (i) => [
      i + 1,
      hamlet(i),
      300 + int(100),
      int(40),
      40 + int(200),
      int(20),
      int(20),
      null,
    ],
  };
  const lines = [['DANH SÁCH'], ['Kỳ báo cáo: Tháng 9/2024']];
  return [...lines, HEADERS[kind], ...Array.from({ length: count }, (_, i) => rows[kind](i))];
}

/** The rows as a workbook with shared strings, as Excel saves it. */
export function workbook(rows) {
  const strings = new Map();
  const xml = rows.map((values, r) => {
    const cells = values.map((value, c) =>
      cell(value, `${String.fromCharCode(65 + c)}${r + 1}`, strings),
    );
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const items = [...strings.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
  return Buffer.from(
    xlsx({
      sheets: [{ name: 'Biểu', xml: xml.join('') }],
      strings: items.join(''),
      formats: ['dd/mm/yyyy'],
    }),
  );
}

function cell(value, r, strings) {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${r}"><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${r}" s="1"><v>${value.date}</v></c>`;
  if (!strings.has(value)) strings.set(value, strings.size);
  return `<c r="${r}" t="s"><v>${strings.get(value)}</v></c>`;
}
