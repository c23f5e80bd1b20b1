import { describe, expect, it } from 'vitest';
import { readStatisticsList } from '../../src/geography/statistics-list.js';

const HEAD = [
  'Tỉnh Thành Phố',
  'Mã TP',
  'Quận Huyện',
  'Mã QH',
  'Phường Xã',
  'Mã PX',
  'Cấp',
  'Tên Tiếng Anh',
];
const row = (text: string) => text.split(',');
const codes = (rows: readonly string[][], from?: string) =>
  readStatisticsList(rows, from)?.units.map((unit) => `${unit.parent}>${unit.code} ${unit.name}`);

describe("the statistics office's list", () => {
  it('gives each unit once, after the one above it, with the zeros that Excel ate', () => {
    const rows = [
      ['Danh mục hành chính'],
      HEAD,
      row('Tỉnh Cà Mau,96,Huyện Ngọc Hiển,973,Xã Tân Ân,32242,Xã,Tan An'),
      row('Thành phố Hà Nội,1,Quận Ba Đình,1,Phường Phúc Xá,1,Phường,Phuc Xa'),
      row('Tỉnh Cà Mau,96,Huyện Ngọc Hiển,973,Thị trấn Rạch Gốc,32244,Thị trấn,Rach Goc'),
    ];
    expect(codes(rows)).toEqual([
      '>96 Tỉnh Cà Mau',
      '96>973 Huyện Ngọc Hiển',
      '973>32242 Xã Tân Ân',
      '973>32244 Thị trấn Rạch Gốc',
      '>01 Thành phố Hà Nội',
      '01>001 Quận Ba Đình',
      '001>00001 Phường Phúc Xá',
    ]);
    expect(readStatisticsList(rows, '2023-04-10')?.units[0]).toMatchObject({
      level: 'province',
      validFrom: '2023-04-10',
    });
  });

  it('reads the list without districts, in any order of columns', () => {
    const rows = [
      ['Mã PX', 'Phường/Xã', 'Cấp', 'Mã tỉnh', 'Tỉnh/Thành phố'],
      row('31876,Vĩnh Phước,Xã,96,Tỉnh Cà Mau'),
    ];
    expect(codes(rows)).toEqual(['>96 Tỉnh Cà Mau', '96>31876 Xã Vĩnh Phước']);
  });

  it('reads the list of communes alone, but not that of districts', () => {
    const head = ['STT', 'Mã', 'Tên', 'Tên Tiếng Anh', 'Cấp', 'Mã TP', 'Tỉnh / Thành Phố'];
    const communes = [['DANH MỤC'], head, row('1,31825,Bạc Liêu,,Phường,96,Tỉnh Cà Mau')];
    expect(codes(communes)).toEqual(['>96 Tỉnh Cà Mau', '96>31825 Phường Bạc Liêu']);
    const districts = [head, row('1,973,Huyện Ngọc Hiển,,Huyện,96,Tỉnh Cà Mau')];
    expect(codes(districts)).toBeUndefined();
  });

  it('has a district without communes, and leaves out and tells what is no unit', () => {
    const list = readStatisticsList([
      HEAD,
      row('Tỉnh Bà Rịa - Vũng Tàu,77,Huyện Côn Đảo,755,,,Huyện,'),
      row('Tỉnh Cà Mau,96,Huyện U Minh,966,Xã Khánh Hội,32059,Xã,'),
      row('Tỉnh Cà Mau,96,Huyện U Minh,966,Xã Khánh Tiến,32059,Xã,'),
      row('Tỉnh Cà Mau,96,Huyện U Minh,966,Xã Khánh Hòa,,Xã,'),
      row('Tỉnh Cà Mau,96,Huyện U Minh,966,Xã Khánh An,x1,Xã,'),
    ])!;
    expect(list.units.map(({ code }) => code)).toEqual(['77', '755', '96', '966', '32059']);
    expect(list.skipped.map(({ row: at, reason }) => [at, reason])).toEqual([
      [4, 'clash'],
      [5, 'no-code'],
      [6, 'bad-code'],
    ]);
  });

  it('is null for what is no list', () => {
    expect(readStatisticsList([['Họ và tên', 'Chức vụ']])).toBeNull();
    expect(readStatisticsList([])).toBeNull();
  });
});
