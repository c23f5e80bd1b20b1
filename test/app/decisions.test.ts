import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { H, HEAD, type Line, type Province, province } from '../helpers/province.js';

const FILE = 'Ấp Rạch Gốc T9.2024.xlsx';
const HEADER = 'file,sheet,cell,decision,value,reason,by,date';

let p: Province;
beforeEach(async () => {
  p = province();
  const top = [['Xã: An Bình'], ['Ấp: Rạch Gốc'], ['Kỳ báo cáo: Tháng 9/2024']];
  await p.book(FILE, {
    TV: [
      ...top,
      HEAD.members,
      ['Nguyễn Văn Lành', 'Tổ trưởng', 1985, 'Nam', '0912345678', ''],
      ['Nguyễn Văn Lành', 'Tổ viên', 1985, 'Nam', '0912345678', ''],
      ['Trần Thị Bưởi', 'Tổ viên', '19x1', 'Nữ', '0987654322', ''],
      ['Lê Văn Cam', 'Tổ viên', 1992, 'Nam', '98', ''],
      ['', 'Tổ viên', 1993, 'Nữ', '0987654324', ''],
      ['Phạm Thị Dừa', 'Tổ viên', 1993, 'Nữ', '0987654325', ''],
    ],
    ĐD: [...top, HEAD.eid, ['Nguyễn Văn Lành', '096085001234', '2']],
  });
  p.file(
    'Ấp Cái Đôi T9.2024.csv',
    'Họ và tên,Số định danh,Mức\nAn,096085001235,1\nBé,096085001236,2\n',
  );
});
afterEach(() => p.remove());

const decide = (...lines: string[]) =>
  p.put('registry/decisions.csv', `${HEADER}\n${lines.join('\n')}\n`);
const members = async () => {
  const r = await p.rollup();
  return { r, members: r.value(H.goc, 'members') };
};
/** Lines and what became of them: `K01 2`, `K02 3 cell`. */
const fates = (findings: readonly Line[]) =>
  findings
    .filter(({ code }) => code!.startsWith('CCDS-K'))
    .map(({ code, message }) => `${code} ${message}`);

describe('decisions.csv', () => {
  it('without it, the sheet has an error at each of two rows', async () => {
    const { r, members: count } = await members();
    expect(
      r.findings.filter(({ severity }) => severity === 'error').map(({ cell }) => cell),
    ).toEqual(['A6', 'A9']);
    expect(count).toBe(4);
  });

  it('drops a file that is damaged, or is no sheet', async () => {
    p.file('hỏng.xlsx', 'PK\u0003\u0004 hỏng');
    p.file('ảnh.png', '\u0089PNG\r\n\u001a\n');
    expect((await p.rollup()).submission('hỏng.xlsx').status).toBe('rejected');
    decide('hỏng.xlsx,,,drop,,,,', 'ảnh.png,,,drop,,,,');
    const r = await p.rollup();
    expect([r.found('CCDS-F01'), r.found('CCDS-K02')]).toEqual([[], []]);
    expect(r.found('CCDS-K01').map(({ file }) => file)).toEqual(['hỏng.xlsx', 'ảnh.png']);
    expect(r.submission('hỏng.xlsx')).toMatchObject({ status: 'ignored', rows_read: '0' });
  });

  it.each(['A6:F6', 'dòng 6', 'ZZ'])('decides nothing at “%s”, which is no cell', async (cell) => {
    decide(`${FILE},TV,${cell},drop,,,,`, `${FILE},TV,${cell},accept,,,,`);
    const { r, members: count } = await members();
    expect(count).toBe(4);
    const told = expect.stringMatching(/^CCDS-K02 .*: the column cell names no cell or row/);
    expect(fates(r.findings)).toEqual([told, told]);
  });

  it('says that what is to be corrected is a cell', async () => {
    decide(`${FILE},TV,,correct,5,,,`);
    const { r } = await members();
    expect(fates(r.findings)).toEqual([expect.stringContaining('names no cell or row')]);
  });

  it('leaves out a row whose period holds for the blanks below it all the same', async () => {
    const file = 'Ấp Cái Đôi T9.2024.csv';
    const rows = ['An,096085001235,1,8/2024', 'Bé,096085001236,2,', 'Cư,096085001237,1,9/2024'];
    p.file(file, `Họ và tên,Số định danh,Mức,Kỳ báo cáo\n${rows.join('\n')}\n`);
    const accounts = async () => (await p.rollup()).value(H.doi, 'eid_accounts');
    expect(await accounts()).toBe(1);
    decide(`${file},,A2,drop,,,,`);
    expect(await accounts()).toBe(1);
  });

  it('accepts a row that looked like a repetition: it counts, and is no error any more', async () => {
    decide(`${FILE},TV,A6,accept,,Hai người khác nhau,Lan,2024-09-18`);
    const { r, members: count } = await members();
    expect(count).toBe(5);
    expect(r.found('CCDS-D01')).toEqual([]);
    expect(r.found('CCDS-K01')).toMatchObject([{ cell: 'A6', sheet: 'TV', severity: 'info' }]);
    expect(r.stdout).not.toContain('Lan');
  });

  it('counts an accepted row below a title that says that it is not the period’s, and no other', async () => {
    const file = 'Hộ Ấp Cái Đôi T9.2024.csv';
    const rows = ['Lê Văn An,Nhà 1,x', 'Lê Văn Bé,Nhà 2,', 'Lê Văn Cư,Nhà 3,'];
    const title = 'DANH SÁCH HỘ CHƯA ĐƯỢC HỖ TRỢ';
    p.file(`An Bình/${file}`, `${title}\nChủ hộ,Địa chỉ,Dịch vụ công\n${rows.join('\n')}\n`);
    const told = async () => {
      const r = await p.rollup();
      const { rows_accepted, rows_ignored } = r.submissions.find((one) =>
        one.file!.endsWith(file),
      )!;
      const left = r.found('CCDS-S20').map(({ message }) => /, at .*$/.exec(message!)?.[0]);
      return [r.value(H.doi, 'households_assisted'), rows_accepted, rows_ignored, ...left];
    };
    expect(await told()).toEqual([null, '0', '5', ', at 3–5.']);
    decide(`An Bình/${file},,A4,accept,,,,`);
    expect(await told()).toEqual([1, '1', '4', ', at 3–5.']);
    const { findings } = await p.rollup();
    expect(fates(findings).join()).toContain('K01');
  });

  it('counts an accepted row below a title that speaks of the new alone, and no other', async () => {
    const file = 'Hộ kinh doanh Ấp Cái Đôi T9.2024.csv';
    const rows = ['Quán Gió,Chợ,QR', 'Quán Bé,Chợ,QR', 'Quán Cư,Chợ,QR'];
    const title = 'DANH SÁCH HỘ KINH DOANH LẮP MỚI TRONG THÁNG';
    p.file(
      `An Bình/${file}`,
      `${title}\nTên hộ kinh doanh,Địa điểm,Hình thức\n${rows.join('\n')}\n`,
    );
    const told = async () => {
      const r = await p.rollup();
      const line = r.submissions.find((one) => one.file!.endsWith(file))!;
      const { length } = r.found('CCDS-S23');
      return [r.value(H.doi, 'merchants_cashless'), line.rows_accepted, line.rows_ignored, length];
    };
    expect(await told()).toEqual([null, '0', '5', 1]);
    decide(`An Bình/${file},,A4,accept,,,,`);
    expect(await told()).toEqual([1, '1', '4', 1]);
    const { findings } = await p.rollup();
    expect(fates(findings).join()).toContain('K01');
  });

  it('accepts warnings of a row, a sheet, a file: they are told as info', async () => {
    const severities = async () => {
      const { r } = await members();
      return r.findings
        .filter(({ code }) => /R03|R07/.test(code!))
        .map(({ code, severity }) => `${code} ${severity}`);
    };
    expect(await severities()).toEqual(['CCDS-R03 warning', 'CCDS-R07 warning']);
    decide(`${FILE},TV,8,accept,,,,`);
    expect(await severities()).toEqual(['CCDS-R03 warning', 'CCDS-R07 info']);
    decide(`${FILE},TV,,accept,,,,`);
    expect(await severities()).toEqual(['CCDS-R03 info', 'CCDS-R07 info']);
    decide(`${FILE},,,chấp nhận,,,,`);
    expect(await severities()).toEqual(['CCDS-R03 info', 'CCDS-R07 info']);
  });

  it('keeps a row whose warning the config has raised to an error', async () => {
    p.put('ccds.config.json', JSON.stringify({ severities: { 'CCDS-R07': 'error' } }));
    expect((await members()).members).toBe(3);
    decide(`${FILE},TV,E8,accept,,,,`);
    expect((await members()).members).toBe(4);
  });

  it('drops a row, a sheet, a file, and the accounts still add up', async () => {
    decide(`${FILE},TV,A10,drop,,,,`);
    expect((await members()).members).toBe(3);
    decide(`${FILE},TV,,drop,,,,`);
    const sheet = await members();
    expect(sheet.members).toBeNull();
    expect(sheet.r.value(H.goc, 'eid_accounts')).toBe(1);
    decide(`${FILE},,,bỏ,,,,`);
    const { r } = await members();
    expect(r.value(H.goc, 'eid_accounts')).toBeNull();
    expect(r.found('CCDS-D01')).toEqual([]);
    p.file('Ấp Cái Đôi T9.2024.csv', 'Họ và tên,Số định danh\nAn,096085001235\n');
    decide('Ấp Cái Đôi T9.2024.csv,,,drop,,,,');
    const refused = (await members()).r;
    expect(refused.found('CCDS-S01')).toEqual([]);
    expect(refused.submission('Ấp Cái Đôi T9.2024.csv')).toMatchObject({
      status: 'ignored',
      rows_rejected: '0',
    });
    for (const line of r.submissions)
      expect(Number(line.rows_read)).toBe(
        Number(line.rows_accepted) + Number(line.rows_rejected) + Number(line.rows_ignored),
      );
  });

  it('corrects a cell: also one whose row was rejected, and one of a CSV', async () => {
    decide(
      `${FILE},TV,C7,correct,1991,,,`,
      `${FILE},TV,A9,sửa,Võ Thị Ổi,,,`,
      'Ấp Cái Đôi T9.2024.csv,,C2,correct,2,,,',
    );
    const { r, members: count } = await members();
    expect(count).toBe(5);
    expect(r.value(H.doi, 'eid_level2')).toBe(2);
    expect(r.found('CCDS-R03')).toEqual([]);
    expect(r.found('CCDS-K01')).toHaveLength(3);
    expect(fates(r.findings).join()).not.toContain('Ổi');
  });

  it.each([
    ['a file that is not there', 'khac.xlsx,TV,A6,drop,,,,'],
    ['a sheet that is not there', `${FILE},Khác,A6,drop,,,,`],
    ['a row with no data', `${FILE},TV,A40,drop,,,,`],
    ['a row above the table', `${FILE},TV,A2,correct,x,,,`],
    ['a column beyond the table', `${FILE},TV,ZZ7,correct,x,,,`],
    ['a workbook’s cell without its sheet', `${FILE},,A6,drop,,,,`],
    ['a correction without a value', `${FILE},TV,C7,correct,,,,`],
    ['a row that lacks what it needs', `${FILE},TV,A9,accept,,,,`],
    ['a sheet with nothing to accept', `${FILE},ĐD,,accept,,,,`],
    ['a word that is none', `${FILE},TV,A6,xem lại,,,,`],
  ])('tells a decision that meets nothing: %s', async (_, line) => {
    decide(line);
    const { r, members: count } = await members();
    expect(r.found('CCDS-K01')).toEqual([]);
    expect(r.found('CCDS-K02')).toHaveLength(1);
    expect(r.found('CCDS-K02')[0]!.message).toContain('line 2');
    expect(count).toBe(4);
  });

  it('applies the last of the lines on one place, and says so of those before it', async () => {
    const csv = 'Ấp Cái Đôi T9.2024.csv,,C3';
    decide(`${csv},correct,1,,,`, `${csv},correct,2,,,`);
    const { r } = await members();
    expect(r.value(H.doi, 'eid_level2')).toBe(1);
    expect(r.found('CCDS-K01')).toHaveLength(1);
    expect(r.found('CCDS-K01')[0]!.message).toContain('line 3');
    expect(r.found('CCDS-K02')[0]!.message).toMatch(/line 2 .* a line further down/);
  });

  it.each([
    ['5/10/2024', 'the column date has no day'],
    ['2024-02-30', 'it says “2024-02-30”'],
    ['Chị Lan', 'the column date has no day'],
  ])('does not apply a decision whose date is none: %s', async (date, said) => {
    decide(`${FILE},TV,A10,drop,,,,${date}`, `${FILE},TV,A6,accept,,,,`);
    const { r, members: count } = await members();
    expect(count).toBe(5);
    const [told, ...more] = r.found('CCDS-K02');
    expect(more).toEqual([]);
    expect(told!.message).toContain(said);
    expect(told!.message).toContain('line 2');
    expect(told!.message).not.toContain('Lan');
    expect(r.found('CCDS-K01')).toHaveLength(1);
  });

  it('refuses a table that lacks a column by which a decision holds', async () => {
    p.put('registry/decisions.csv', `file,sheet,decision\n${FILE},TV,drop\n`);
    const { status, stderr } = await p.rollup();
    expect(status).toBe(2);
    expect(stderr).toContain('decisions.csv, dòng 1: thiếu cột “cell”');
  });

  it('names the line as the file has it, whatever is blank above', async () => {
    p.put('registry/decisions.csv', `${HEADER}\n\n,,,,,,,\n${FILE},TV,A40,drop,,,,\n`);
    expect((await members()).r.found('CCDS-K02')[0]!.message).toContain('line 4');
  });

  it('passes by what is not decided yet, and files of earlier months', async () => {
    decide(`${FILE},TV,A6,,,,,`, 'T8.xlsx,TV,A6,drop,,,,2024-08-02');
    const { r } = await members();
    expect(fates(r.findings)).toEqual([]);
  });

  it('passes by files that were set aside as another month’s, but for rows that they do not have', async () => {
    const file = 'Ấp Cái Đôi T8.csv';
    const rows = ['Họ và tên,Số định danh,Mức', 'An,096085001239,1'];
    p.file(file, ['Kỳ báo cáo: Tháng 8/2024', ...rows].join('\n'));
    const on = ['A3,drop', 'A3,accept', ',accept', 'A9,drop'];
    decide(...on.map((one) => `${file},,${one},,,,`));
    const told = fates((await members()).r.findings);
    expect(told).toEqual([expect.stringContaining('line 5')]);
  });

  it('holds in its period alone, with or without a month’s folder', async () => {
    const at = (period: string) =>
      p.put('registry/decisions.csv', `${HEADER},period\n${FILE},TV,A10,drop,,,,,${period}\n`);
    for (const period of ['2024-09', '2024-Q3']) {
      at(period);
      expect((await members()).members).toBe(3);
    }
    at('2024-08');
    const { r, members: count } = await members();
    expect(count).toBe(4);
    expect(fates(r.findings)).toEqual([]);
    at('tháng 9');
    expect((await members()).r.found('CCDS-K02')[0]!.message).toContain('period');
  });

  it('stands in the JSON and in the workbook’s findings', async () => {
    decide(`${FILE},TV,A6,accept,,,,`);
    const flags = ['--registry', 'registry', '--period', '2024-09'];
    const { stdout } = await p.ccds('validate', 'in', ...flags, '--json');
    const told = JSON.parse(stdout).findings.find(
      ({ code }: { code: string }) => code === 'CCDS-K01',
    );
    expect(told).toMatchObject({ file: FILE, sheet: 'TV', cell: 'A6', severity: 'info' });
    expect(told.message).toContain('chấp nhận dòng này');
  });
});

describe('validate --decisions', () => {
  const FLAGS = ['--registry', 'registry', '--period', '2024-09', '--decisions', 'quyet-dinh.csv'];

  it('writes a line for each place, which decides nothing until it is filled in', async () => {
    const { stderr } = await p.ccds('validate', 'in', ...FLAGS);
    expect(stderr).toContain('quyet-dinh.csv');
    const text = readFileSync(join(p.dir, 'quyet-dinh.csv'), 'utf8');
    const lines: Line[] = parse(text, { columns: true, bom: true });
    expect(Object.keys(lines[0]!).slice(0, 8).join(',')).toBe(HEADER);
    expect(new Set(lines.map(({ period }) => period))).toEqual(new Set(['2024-09']));
    const cells = lines.map(({ sheet, cell }) => `${sheet}!${cell}`);
    expect(cells).toEqual(['TV!A6', 'TV!C7', 'TV!E8', 'TV!A9']);
    expect(text).not.toMatch(/Lành|Bưởi|0912345678/);
    p.put('registry/decisions.csv', text);
    expect((await members()).members).toBe(4);
    p.put('registry/decisions.csv', text.replace('TV,A6,,', 'TV,A6,accept,'));
    expect((await members()).members).toBe(5);
  });

  it('never replaces lines that may have been filled in', async () => {
    p.put('quyet-dinh.csv', 'đã điền');
    expect((await p.ccds('validate', 'in', ...FLAGS)).status).toBe(2);
    expect(readFileSync(join(p.dir, 'quyet-dinh.csv'), 'utf8')).toBe('đã điền');
    expect((await p.ccds('validate', 'in', ...FLAGS, '--force')).status).toBe(1);
    expect(existsSync(join(p.dir, 'quyet-dinh.csv'))).toBe(true);
  });
});
