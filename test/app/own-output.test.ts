import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { H, type Province, province, type Sheets } from '../helpers/province.js';

const FILE = 'Ấp Rạch Gốc T9.2024.xlsx';
const TALLY = [
  ['Xã: An Bình'],
  ['Kỳ báo cáo: Tháng 9/2024'],
  ['Ấp', 'Số tổ', 'Số thành viên'],
  ['Rạch Gốc', 1, 7],
];
const SOURCES = [['NGUỒN SỐ LIỆU THEO ĐỊA BÀN'], ['Ấp', 'Tệp'], ['Rạch Gốc', 'a.xlsx']];
const FILES = [['CÁC TỆP ĐÃ NHẬN'], ['Tệp'], ['a.xlsx']];

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const rolled = async (sheets: Sheets) => {
  await p.book(FILE, sheets);
  // So that something is left to read.
  p.file('Ấp Cái Đôi.csv', 'Xã: An Bình\nKỳ: 9/2024\nẤp,Số tổ,Số thành viên\nCái Đôi,1,5\n');
  return p.rollup();
};

describe('sheets of a summary', () => {
  it('tell a summary, whose marks are gone, where both of those that it ends with are there', async () => {
    const r = await rolled({ 'Biểu 01a': TALLY, 'Nguồn số liệu': SOURCES, 'Tệp nguồn': FILES });
    expect(r.value(H.goc, 'members')).toBeNull();
    expect(r.submissions.map(({ file }) => file)).toEqual(['Ấp Cái Đôi.csv']);
  });

  it.each([{ 'Nguồn số liệu': SOURCES }, { 'Tệp nguồn': FILES }])(
    'are left out of the report that one of them was copied into: %j',
    async (copied) => {
      const r = await rolled({ TV: TALLY, ...copied });
      expect(r.value(H.goc, 'members')).toBe(7);
      expect(r.submissions.map(({ file }) => file).sort()).toEqual(['Ấp Cái Đôi.csv', FILE].sort());
      expect(r.found('CCDS-S01')).toEqual([]);
    },
  );
});
