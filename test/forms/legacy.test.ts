import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LegacyText } from '../../src/forms/cells/legacy.js';
import { H, type Province, province } from '../helpers/province.js';

const row = (number: number, ...values: (string | number | null)[]) => ({ number, values });
const PLAIN = Array.from({ length: 200 }, (_, i) => row(i + 1, i, 'Trần Văn An', 'Nam'));

/** Reads rows below 200 in Unicode. */
function below(...rows: ReturnType<typeof row>[]) {
  const text = new LegacyText();
  text.sample(PLAIN);
  return { read: rows.map((one) => text.read(one).values), told: text.end() };
}

describe('text in a legacy encoding far down a sheet', () => {
  it('is read right from its first row on', () => {
    const { read, told } = below(row(201, 1, 'Lê Văn Hà'), row(202, 2, 'NguyÔn V¨n Dòng', 'N÷'));
    expect(read).toEqual([
      [1, 'Lê Văn Hà'],
      [2, 'Nguyễn Văn Dũng', 'Nữ'],
    ]);
    expect(told).toEqual([{ encoding: 'tcvn3', cells: 2, places: '' }]);
  });

  it('names the cells that passed before it showed', () => {
    const { read, told } = below(row(201, 1, 'N÷'), row(202, 2, 'NguyÔn V¨n Dòng'));
    expect(read[0]).toEqual([1, 'N÷']);
    expect(told).toEqual([{ encoding: 'tcvn3', cells: 1, places: 'B201' }]);
  });

  it('names a cell of the first rows once', () => {
    const first = [row(1, 1, 'Trần Văn An'), row(2, 2, 'N÷')];
    const text = new LegacyText();
    text.sample(first);
    for (const one of [...first, row(3, 3, 'NguyÔn V¨n Dòng')]) text.read(one);
    expect(text.end()).toEqual([{ encoding: 'tcvn3', cells: 1, places: 'B2' }]);
  });

  it('is not seen in Unicode, nor in French names', () => {
    const { read, told } = below(row(201, 1, 'Hà'), row(202, 2, 'François Müller, café'));
    expect(read[1]).toEqual([2, 'François Müller, café']);
    expect(told).toEqual([]);
  });
});

describe('a sheet put together from several', () => {
  const vni = [row(1, 1, 'Nguyeãn Vaên Duõng', 'Nöõ'), row(2, 2, 'Traàn Thò Höôøng', 'Nöõ')];
  const tcvn3 = ['NguyÔn V¨n Dòng', 'TrÇn ThÞ H­êng', 'Lª ThÞ DiÖu', 'Ph¹m V¨n §­îc'];

  it('is read right, and each encoding told', () => {
    const rows = [...vni, ...tcvn3.map((name, i) => row(i + 3, i, name, 'N÷'))];
    const text = new LegacyText();
    text.sample(rows);
    const read = rows.map((one) => text.read(one).values.slice(1).join(' '));
    expect(read).toEqual([
      'Nguyễn Văn Dũng Nữ',
      'Trần Thị Hường Nữ',
      'Nguyễn Văn Dũng Nữ',
      'Trần Thị Hường Nữ',
      'Lê Thị Diệu Nữ',
      'Phạm Văn Được Nữ',
    ]);
    expect(text.end()).toEqual([
      { encoding: 'tcvn3', cells: 8, places: '' },
      { encoding: 'vni', cells: 4, places: '' },
    ]);
  });

  it('may go on in another far down', () => {
    const text = new LegacyText();
    text.sample(vni);
    for (const one of vni) text.read(one);
    const read = tcvn3.map((name, i) => text.read(row(300 + i, i, name)).values[1]);
    expect(read[3]).toBe('Phạm Văn Được');
    const told = text.end();
    const converted = told.find(({ encoding }) => encoding === 'tcvn3')!;
    const missed = converted.places === '' ? 0 : converted.places.split(',').length;
    expect(converted.cells + missed).toBe(4);
  });
});

describe('text that both encodings make Vietnamese of', () => {
  /** The last cell of each row, where the first are in TCVN3. */
  function marks(...rows: ReturnType<typeof row>[]) {
    const text = new LegacyText();
    text.sample(rows);
    return rows.map((one) => text.read(one).values.at(-1));
  }

  it('is as the rest of its row', () => {
    const old = row(1, 'NguyÔn V¨n Dòng', 'Cã');
    expect(marks(old, row(2, 'Trần Văn An', 'Có'), old)).toEqual(['Có', 'Có', 'Có']);
  });

  it('is as the row above where its own does not tell', () => {
    const old = row(1, 'NguyÔn V¨n Dòng', 'Cã');
    const unicode = row(2, 'Trần Văn An', 'Có');
    expect(marks(old, row(2, 'Nam', 'Cã'), unicode, row(4, 'Nam', 'Có'))).toEqual(
      Array(4).fill('Có'),
    );
  });
});

describe('a list of which only the end is in TCVN3', () => {
  let p: Province;
  beforeEach(() => {
    p = province();
  });
  afterEach(() => p.remove());

  it('counts every row, and says so', async () => {
    const unicode = Array.from({ length: 250 }, (_, i) => `Trần Văn ${i},TV,1980,Nam,`);
    const tcvn3 = ['NguyÔn ThÞ H­êng,Thµnh viªn,1990,N÷,', 'Lª ThÞ DiÖu,Thµnh viªn,1991,N÷,'];
    const lines = ['Họ và tên,Chức vụ,Năm sinh,Giới tính,Tên tổ', ...unicode, ...tcvn3];
    p.file('Xã An Bình - Ấp Rạch Gốc T9.2024.csv', lines.join('\n'));
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(252);
    expect(r.value(H.goc, 'members_female')).toBe(2);
    expect(r.found('CCDS-S06')).toMatchObject([{ severity: 'info' }]);
    expect(r.found('CCDS-R03')).toEqual([]);
  });
});
