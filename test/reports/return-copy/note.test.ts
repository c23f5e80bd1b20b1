import { describe, expect, it } from 'vitest';
import { coveringNote, type ReturnedFile } from '../../../src/reports/return-copy/note.js';

const MARKED: ReturnedFile = { name: 'a - bản sửa.xlsx', errors: 2, warnings: 0, marked: true };
const LISTED: ReturnedFile = {
  name: 'b - danh sách cần sửa.xlsx',
  errors: 1,
  warnings: 3,
  marked: false,
};
const said = (lang: 'vi' | 'en', ...files: readonly ReturnedFile[]) =>
  coveringNote(files, { unit: 'Xã Tân Ân', period: '2024-09', lang });

describe('the letter with returned files', () => {
  it('counts what each file has, and says nothing of what it has not', () => {
    expect(said('vi', MARKED, LISTED)).toContain(
      '2 tệp cần xem lại:\r\n- a - bản sửa.xlsx: 2 lỗi\r\n- b - danh sách cần sửa.xlsx: 1 lỗi, 3 cảnh báo',
    );
    expect(said('en', MARKED, LISTED)).toContain(
      '2 files:\r\n- a - bản sửa.xlsx: 2 errors\r\n- b - danh sách cần sửa.xlsx: 1 error, 3 warnings',
    );
    expect(said('en', MARKED)).toContain('for September 2024');
    expect(said('en', MARKED)).toContain('1 file:');
  });

  it.each([
    ['Xã Tân Ân', 'Kính gửi: UBND xã Tân Ân,', 'To the People’s Committee of Tân Ân Commune,'],
    ['Thị trấn Năm Căn', 'Kính gửi: UBND thị trấn Năm Căn,', 'Năm Căn Township,'],
    ['Phường 1', 'Kính gửi: UBND Phường 1,', 'the People’s Committee of Ward 1,'],
    [
      'Ấp 1',
      'Kính gửi: Tổ công nghệ số cộng đồng Ấp 1,',
      'the community digital technology team of Ấp 1,',
    ],
    [null, 'Kính gửi: Quý đơn vị,', 'To whom it concerns,'],
  ])('is addressed to the body of %s', (unit, vi, en) => {
    const to = (lang: 'vi' | 'en') => coveringNote([MARKED], { unit, period: '', lang });
    expect(to('vi')).toContain(`\ufeff${vi}\r\n`);
    expect(to('en')).toContain(`${en}\r\n`);
  });

  it('says in words at its end what drew it up', () => {
    expect(said('vi', MARKED)).toMatch(/cảm ơn!\r\n\r\n\(Thư do phần mềm ccds lập .+\)\r\n$/);
    expect(said('en', MARKED)).toMatch(
      /Thank you!\r\n\r\n\(Drawn up by the program ccds .+\)\r\n$/,
    );
  });

  it.each([
    ['vi', 'màu đỏ', 'chỉ liệt kê'],
    ['en', 'red cells', 'only lists'],
  ] as const)('tells of marks and of lists only where there are some (%s)', (lang, red, list) => {
    expect(said(lang, MARKED)).toContain(red);
    expect(said(lang, MARKED)).not.toContain(list);
    expect(said(lang, LISTED)).toContain(list);
    expect(said(lang, LISTED)).not.toContain(red);
  });
});
