// Inputs that grow along one axis at a time: rows of one sheet, files, units, findings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNIT_COLUMNS } from '../../fixtures/generate/lib/units.mjs';
import { writeXlsx } from '../../fixtures/generate/lib/xlsx.mjs';

/** @typedef {{name: string, title: string, sizes: number[], make: (n: number, folder: string) => void}} Axis */

const SAVED = '2024-09-16T02:00:00Z';
const HEAD = ['Họ và tên', 'Số định danh', 'Mức', 'Ngày sinh'];

/** @type {Axis[]} */
export const AXES = [
  {
    name: 'rows',
    title: 'rows of one sheet',
    sizes: [25_000, 50_000, 100_000, 200_000, 400_000],
    make(n, folder) {
      registry(folder, 10);
      text(
        folder,
        'Ấp 1.csv',
        accounts(n, (i) => [account(i), 1 + (i % 2)]),
      );
    },
  },
  {
    name: 'files',
    title: 'files',
    sizes: [125, 250, 500, 1000, 2000],
    make(n, folder) {
      registry(folder, n);
      for (let i = 0; i < n; i++) workbook(folder, i);
    },
  },
  {
    name: 'units',
    title: 'hamlets in the registry',
    sizes: [1000, 2000, 4000, 8000, 16_000],
    make(n, folder) {
      registry(folder, n);
      const rows = Array.from({ length: n }, (_, i) => [communeOf(i), hamletOf(i), 1, 4 + (i % 6)]);
      const head = ['Xã', 'Ấp', 'Số tổ', 'Số thành viên'];
      text(folder, 'Tổng hợp.csv', lines(['Kỳ báo cáo: Tháng 9/2024'], head, rows));
    },
  },
  {
    name: 'findings',
    title: 'findings of one sheet',
    sizes: [12_500, 25_000, 50_000, 100_000, 200_000],
    make(n, folder) {
      registry(folder, 10);
      text(
        folder,
        'Ấp 1.csv',
        accounts(n, (i) => [account(i), 'Mức 3']),
      );
    },
  },
];

const communeOf = (i) => `Xã Số ${1 + Math.floor(i / 10)}`;
const hamletOf = (i) => `Ấp ${1 + (i % 10)}`;
const account = (i) => `0960${String(50 + (i % 50))}${String(i).padStart(6, '0')}`;

/** A province of so many hamlets, ten a commune. */
function registry(folder, hamlets) {
  const rows = [['96', 'Tỉnh Cà Mau', 'province', '', '', '']];
  for (let i = 0; i < hamlets; i++) {
    const commune = String(10_000 + Math.floor(i / 10));
    if (i % 10 === 0) rows.push([commune, communeOf(i), 'commune', '96', '', '']);
    rows.push([
      `${commune}${String(i % 10).padStart(3, '0')}`,
      hamletOf(i),
      'hamlet',
      commune,
      '',
      '',
    ]);
  }
  const path = join(folder, 'registry');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'units.csv'), `${[UNIT_COLUMNS, ...rows].join('\n')}\n`);
}

function accounts(n, cells) {
  const above = ['Kỳ báo cáo: Tháng 9/2024', 'Ấp: 1', 'Xã: Số 1'];
  const rows = Array.from({ length: n }, (_, i) => [
    `Nguyễn Văn ${i % 400}`,
    ...cells(i),
    `01/02/19${50 + (i % 50)}`,
  ]);
  return lines(above, HEAD, rows);
}

function lines(above, head, rows) {
  return `${[...above, head.join(';'), ...rows.map((row) => row.join(';'))].join('\n')}\n`;
}

function text(folder, name, content) {
  mkdirSync(join(folder, 'submissions'), { recursive: true });
  writeFileSync(join(folder, 'submissions', name), content);
}

/** A hamlet's members, as an office's workbook has them. */
function workbook(folder, i) {
  const people = Array.from({ length: 30 }, (_, k) => [
    ...[`Trần Thị ${k} ${i}`, k === 0 ? 'Tổ trưởng' : 'Thành viên', 1970 + k],
    `09${String(i * 100 + k).padStart(8, '0')}`,
  ]);
  const rows = [
    ['Kỳ báo cáo: Tháng 9/2024'],
    [`Ấp: ${1 + (i % 10)}`],
    [`Xã: Số ${1 + Math.floor(i / 10)}`],
    ['Họ và tên', 'Chức vụ', 'Năm sinh', 'Số điện thoại'],
    ...people,
  ].map((cells) => ({ cells, looks: [] }));
  const sheet = { name: 'Thành viên', widths: [26, 14, 10, 15], rows, merges: [], freeze: 4 };
  mkdirSync(join(folder, 'submissions'), { recursive: true });
  const body = writeXlsx([sheet], { author: 'Ấp', modified: SAVED });
  writeFileSync(join(folder, 'submissions', `to-${i}.xlsx`), body);
}
