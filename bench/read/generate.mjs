// The files that the readers are measured on: the same on every machine, made once.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeXml, xlsx } from '../../test/spreadsheet/support/xlsx-writer.mjs';

/** Raise it when the content changes, so that no old files are measured. */
const VERSION = 2;

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Quốc', 'Thanh', 'Mỹ', 'Kim', 'Đức'];
const GIVEN = ['Ấp', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hạnh', 'Hiếu', 'Khánh', 'Lan', 'Mười'];
const PLACES = ['Ấp Tân Ân', 'Ấp Rạch Gốc', 'Khóm 3, Thị trấn', 'Ấp Đất Mũi', 'Ấp Vàm Lũng'];
const HEADER = [
  'STT',
  'Họ và tên',
  'Năm sinh',
  'Địa chỉ',
  'Số điện thoại',
  'Ngày',
  'Tỷ lệ',
  'Ghi chú',
];

/** @returns {{ small: string[], big: string[], huge: string[] }} paths of the files */
export function files({ huge = false } = {}) {
  const folder = join(tmpdir(), `spreadsheet-bench-${VERSION}`);
  mkdirSync(folder, { recursive: true });
  const make = (name, bytes) => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      writeFileSync(`${path}.part`, bytes());
      renameSync(`${path}.part`, path);
    }
    return path;
  };
  return {
    small: Array.from({ length: 300 }, (_, i) =>
      make(`small-${i}.xlsx`, () => book([40, 120, 80, 60], i + 1)),
    ),
    big: [make('100k.xlsx', () => book([100_000], 7))],
    huge: huge ? [make('800k.xlsx', () => book([800_000], 8))] : [],
  };
}

/** A workbook with a sheet for each number of rows. */
function book(sizes, seed) {
  const random = generator(seed);
  const strings = new Map();
  const sheets = sizes.map((rows, i) => ({
    name: `Biểu ${i + 1}`,
    xml: sheet(rows, random, strings),
  }));
  const items = [...strings.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
  return xlsx({ sheets, strings: items.join(''), formats: ['dd/mm/yyyy', '0.0%', '@'] });
}

function sheet(rows, random, strings) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const text = (value) => {
    if (!strings.has(value)) strings.set(value, strings.size);
    return strings.get(value);
  };
  const xml = [
    row(
      1,
      HEADER.map((title) => [0, 's', text(title)]),
    ),
  ];
  for (let n = 1; n < rows; n++) {
    const phone = `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
    xml.push(
      row(n + 1, [
        [0, '', n],
        [
          0,
          's',
          text(`${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)} ${Math.floor(random() * 400)}`),
        ],
        [0, '', 1950 + Math.floor(random() * 60)],
        [0, 's', text(pick(PLACES))],
        [3, 's', text(phone)],
        [1, '', 45_500 + Math.floor(random() * 60)],
        [2, '', Math.floor(random() * 1000) / 1000],
        random() < 0.3 ? [0, 's', text('Đã tập huấn')] : [0, '', null],
      ]),
    );
  }
  return xml.join('');
}

function row(number, cells) {
  const xml = cells.map(([style, type, value], i) => {
    const place = `r="${String.fromCharCode(65 + i)}${number}"${style ? ` s="${style}"` : ''}`;
    return value === null
      ? `<c ${place}/>`
      : `<c ${place}${type && ` t="${type}"`}><v>${value}</v></c>`;
  });
  return `<row r="${number}" spans="1:${cells.length}">${xml.join('')}</row>`;
}

/** mulberry32 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
