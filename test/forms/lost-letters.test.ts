import { expect, it } from 'vitest';
import { joinedColumns } from '../../src/forms/cells/joined-columns.js';
import { lostLetters, typedLetters } from '../../src/forms/cells/lost-letters.js';

const rowsOf = (...texts: string[]) => texts.map((text, i) => ({ number: i + 1, values: [text] }));

it('one broken letter is enough: nobody types it', () => {
  expect(lostLetters(rowsOf('Nguyễn Văn �', 'Xong'))).toBe('A1');
  expect(lostLetters(rowsOf('Lê ?n', 'Xong'))).toBe('');
});

it('letters that were saved as ? show, a link or a question does not', () => {
  expect(lostLetters(rowsOf('Tr?n Th? T?m', '?p R?ch G?c', 'Nguy?n', 'Xong'))).toBe('A1, A2, A3');
  const links = [
    'https://shopee.vn/shop?id=12',
    'http://a.vn/x?ten=b&c=?d',
    'www.sendo.vn/?shop=3',
  ];
  expect(lostLetters(rowsOf(...links))).toBe('');
  expect(lostLetters(rowsOf('Có không?', 'Ai?', 'Mấy giờ?'))).toBe('');
});

it('letters that were saved as _ show, what is to be filled in and names of files do not', () => {
  expect(lostLetters(rowsOf('H_ v_ t_n', 'Nguy_n V_n An', 'Tr_n Th_ B_', 'Xong'))).toBe(
    'A1, A2, A3',
  );
  const others = [
    'Ngày __ tháng __',
    'so_ho so_thanh_vien',
    'bc_thang 9.xlsx',
    'Ngày _ tháng _',
    'a_b',
  ];
  expect(lostLetters(rowsOf(...others, ...others))).toBe('');
});

it('letters with their marks behind them show, sums and notes do not', () => {
  const viqr = ['Ho. va` te^n', "A^'p Ra.ch Go^'c", 'DDu+o+.c', 'Xong'];
  expect(typedLetters(rowsOf(...viqr))).toBe('A1, A2, A3');
  const others = ['4=5+6', 'Quán Hoa (chợ)', 'Có?', 'QR+POS', 'm^2', 'C++', 'a) b) c)', 'u+1'];
  expect(typedLetters(rowsOf(...others))).toBe('');
});

it('rows that stand in one cell each are told, sentences and tables are not', () => {
  const csv = ['Ấp: Gò,,', 'STT,Họ và tên,Mức', '1,Lê Văn An,2', '2,Võ Thị Ba,1', 'Tổng: 2 người'];
  expect(joinedColumns(rowsOf(...csv))).toBe('A1');
  expect(joinedColumns(rowsOf(...csv.map((text) => text.replaceAll(',', ';'))))).toBe('A1');
  const text = ['Kính gửi UBND xã, huyện', 'Ngày 5, 6 và 7', 'Đã hỗ trợ: hộ An, Ba, Tư', 'Hết'];
  expect(joinedColumns(rowsOf(...text))).toBe('');
  const laidOut = [
    'Ấp          Mức 1   Mức 2',
    'Rạch Gốc      120      85',
    'Ô Rô, xã       12       5',
  ];
  expect(joinedColumns(rowsOf('BÁO CÁO', ...laidOut))).toBe('A2');
  expect(joinedColumns(rowsOf(...laidOut.map((line) => line.replace(/ {2,}/g, ' '))))).toBe('');
  const table = csv.map((text, i) => ({ number: i + 1, values: text.split(',') }));
  expect(joinedColumns(table)).toBe('');
});
