import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { H, HEAD, type Province, province } from '../helpers/province.js';

const FILE = 'Ấp Rạch Gốc T9.2024.xlsx';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

/** A list of members; of the rows with these numbers the cells up to that column are crossed out. */
async function list(crossed: Readonly<Record<number, number>>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('TV');
  sheet.addRows([
    ['Xã: An Bình'],
    ['Ấp: Rạch Gốc'],
    [...HEAD.members],
    ['Nguyễn Văn Lành', 'Tổ trưởng', 1985, 'Nam', '0912345678', ''],
    ['Trần Thị Bưởi', 'Tổ viên', 1991, 'Nữ', '0987654322', ''],
    ['Lê Văn Cam', 'Tổ viên', 1992, 'Nam', '0987654323', ''],
    ['Phạm Thị Dừa', 'Tổ viên', 1993, 'Nữ', '0987654325', ''],
  ]);
  for (const [row, last] of Object.entries(crossed))
    for (let column = 1; column <= last; column++)
      sheet.getRow(Number(row)).getCell(column).font = { strike: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const told = async (code: string) => {
  const r = await p.rollup();
  return {
    members: r.value(H.goc, 'members'),
    cells: r.found(code).map(({ cell, severity }) => `${cell} ${severity}`),
    decisions: r.found('CCDS-K01').length,
    ignored: r.submission(FILE).rows_ignored,
  };
};

describe('rows that are crossed out', () => {
  it('are left out, and told', async () => {
    p.file(FILE, await list({ 5: 6, 7: 6 }));
    const { members, cells, ignored } = await told('CCDS-S22');
    expect([members, cells, ignored]).toEqual([2, ['A5 warning'], '5']);
  });

  it('are counted where a decision says so', async () => {
    p.file(FILE, await list({ 5: 6, 7: 6 }));
    p.put('registry/decisions.csv', `file,sheet,cell,decision\n${FILE},TV,5,accept\n`);
    const { members, cells, decisions, ignored } = await told('CCDS-S22');
    expect([members, cells, ignored]).toEqual([3, ['A7 warning'], '4']);
    expect(decisions).toBe(1);
    p.put(
      'registry/decisions.csv',
      `file,sheet,cell,decision\n${FILE},TV,A5,accept\n${FILE},TV,7,accept\n`,
    );
    expect(await told('CCDS-S22')).toMatchObject({ members: 4, cells: [] });
  });

  it('in part are counted and asked about, until a decision says that they are right', async () => {
    p.file(FILE, await list({ 5: 1, 6: 5 }));
    const { members, cells } = await told('CCDS-R15');
    // The last cell of row 6 is blank: all that is filled is crossed out.
    expect([members, cells]).toEqual([3, ['A5 warning']]);
    p.put('registry/decisions.csv', `file,sheet,cell,decision\n${FILE},TV,5,accept\n`);
    expect(await told('CCDS-R15')).toMatchObject({ members: 3, cells: [], decisions: 1 });
  });

  it('in part of a text are read without that part, and told; a raised mark is no digit', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Hộ');
    const crossed = (text: string) => ({ text, font: { strike: true } });
    sheet.addRows([
      ['Xã: An Bình'],
      ['Ấp', 'Số hộ được hỗ trợ trong kỳ', 'Dịch vụ công'],
      ['Ấp Rạch Gốc', { richText: [crossed('12'), { text: '15' }] }, 4],
      [
        { richText: [crossed('Ấp Rạch Gốc '), { text: 'Ấp Cái Đôi' }] },
        20,
        { richText: [{ text: '5' }, { text: '1', font: { vertAlign: 'superscript' } }] },
      ],
    ]);
    p.file(FILE, new Uint8Array(await book.xlsx.writeBuffer()));
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(15);
    expect(r.value(H.doi, 'households_assisted')).toBe(20);
    expect(r.value(H.doi, 'skill_public_services')).toBeNull();
    expect(r.found('CCDS-R15').map(({ cell }) => cell)).toEqual(['B3', 'A4']);
    expect(r.found('CCDS-R15')[0]!.message).toContain('B3');
    expect(r.found('CCDS-R03').map(({ cell }) => cell)).toEqual(['C4']);
    p.put('registry/decisions.csv', `file,sheet,cell,decision,value\n${FILE},Hộ,B3,correct,1215\n`);
    const corrected = await p.rollup();
    expect(corrected.value(H.goc, 'households_assisted')).toBe(1215);
    expect(corrected.found('CCDS-R15').map(({ cell }) => cell)).toEqual(['A4']);
  });

  it('are dropped by a decision without another word', async () => {
    p.file(FILE, await list({ 5: 6 }));
    p.put('registry/decisions.csv', `file,sheet,cell,decision\n${FILE},TV,5,drop\n`);
    expect(await told('CCDS-S22')).toMatchObject({ members: 3, cells: [] });
  });
});
