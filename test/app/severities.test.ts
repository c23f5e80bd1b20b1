import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { H, HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(async () => {
  p = province();
  const top = [['Xã: An Bình'], ['Ấp: Rạch Gốc'], ['Kỳ báo cáo: Tháng 9/2024']];
  await p.book('Ấp Rạch Gốc T9.2024.xlsx', {
    TV: [
      ...top,
      HEAD.members,
      ['Nguyễn Văn Lành', 'Tổ trưởng', 1985, 'Nam', '0912345678', ''],
      ['Nguyễn Văn Lành', 'Tổ viên', 1985, 'Nam', '0912345678', ''],
      ['Trần Thị Bưởi', 'Tổ viên', 1991, 'Nữ', '0987654322', ''],
      ['Lê Văn Cam', 'Tổ viên', 1992, 'Nam', '98', ''],
      ['Phạm Thị Dừa', 'Tổ viên', '19x3', 'Nữ', '0987654325', ''],
      ['Phạm Thị Dừa', 'Tổ viên', '', 'Nữ', '', ''],
    ],
  });
  await p.book('tong hop T9.2024.xlsx', {
    TH: [
      ['Xã: An Hòa'],
      ['Kỳ báo cáo: Tháng 9/2024'],
      HEAD.membersTally,
      ['Ấp Bàu Sen', 1, 5, 7, null, null],
      ['Ấp Vàm Lũng', 1, null, 2, null, null],
    ],
  });
});
afterEach(() => p.remove());

const FLAGS = ['--registry', 'registry', '--period', '2024-09'];
const set = (severities: Record<string, string>) =>
  p.put('ccds.config.json', JSON.stringify({ severities }));
const run = async (severities: Record<string, string> = {}) => {
  set(severities);
  const r = await p.rollup();
  const all = (code: string) => r.found(code).map(({ severity }) => severity);
  const counts = [H.goc, H.sen, H.lung].map((unit) => r.value(unit, 'members'));
  const rejected = r.submissions.reduce((sum, line) => sum + Number(line.rows_rejected), 0);
  return { r, all, counts, rejected, status: r.status };
};

describe('severities set by the config', () => {
  it('are the rules’ own without it', async () => {
    const { counts, rejected, status } = await run();
    expect({ counts, rejected, status }).toEqual({ counts: [5, 5, null], rejected: 1, status: 1 });
  });

  it('a warning raised to an error rejects its row, by code or by family', async () => {
    const phone = await run({ 'CCDS-R07': 'error' });
    expect(phone.counts).toEqual([4, 5, null]);
    expect(phone.rejected).toBe(2);
    expect(phone.all('CCDS-R07')).toEqual(['error']);
    const family = await run({ 'CCDS-R*': 'error', 'CCDS-R07': 'warning' });
    expect(family.counts).toEqual([4, 5, null]);
    expect(family.all('CCDS-R03')).toEqual(['error']);
    expect(family.all('CCDS-R04')).toEqual(['error']);
    expect(family.rejected).toBe(3);
  });

  it('reaches what is told of a row once all rows are known, and of a tally', async () => {
    const { counts, rejected } = await run({ 'CCDS-D05': 'error', 'CCDS-X01': 'error' });
    expect({ counts, rejected }).toEqual({ counts: [4, null, null], rejected: 3 });
  });

  it('an error lowered to a warning is shown as one, and its row is left out all the same', async () => {
    const { counts, rejected, status, all } = await run({ 'CCDS-D*': 'warning' });
    expect({ counts, rejected, status }).toEqual({ counts: [5, 5, null], rejected: 1, status: 0 });
    expect(all('CCDS-D01')).toEqual(['warning']);
  });

  it('what is off is not told; what leaves a row out is told as info', async () => {
    const { all, status } = await run({ 'CCDS-R*': 'off', 'CCDS-D*': 'off', 'CCDS-X01': 'off' });
    expect([all('CCDS-R07'), all('CCDS-D05'), all('CCDS-X01')]).toEqual([[], [], []]);
    expect(all('CCDS-D01')).toEqual(['info']);
    expect(status).toBe(0);
  });

  it.each([
    ['an unknown code', { 'CCDS-Z99': 'error' }],
    ['an unknown family', { 'CCDS-Z*': 'error' }],
    ['an unknown severity', { 'CCDS-R07': 'fatal' }],
  ])('refuses %s', async (_, severities) => {
    set(severities);
    const { status, stderr } = await p.ccds('validate', 'in', ...FLAGS);
    expect(status).toBe(2);
    expect(stderr).toContain('severities');
  });
});

describe('--max-warnings', () => {
  const status = async (...args: string[]) => {
    set({ 'CCDS-D01': 'warning' });
    return p.ccds('validate', 'in', ...FLAGS, '--format', 'csv', ...args);
  };

  it('bears so many warnings and no more', async () => {
    const { stdout } = await status();
    const warnings = stdout.split('\n').filter((line) => line.includes(',warning,')).length;
    expect((await status('--max-warnings', String(warnings))).status).toBe(0);
    const beyond = await status('--max-warnings', String(warnings - 1));
    expect(beyond.status).toBe(1);
    expect(beyond.stderr).toContain('--max-warnings');
    expect((await status('--max-warnings', '999', '--strict')).status).toBe(1);
  });

  it.each(['-1', 'x', '1.5', ''])('takes a whole number alone, not “%s”', async (value) => {
    const { status: code, stderr } = await status(`--max-warnings=${value}`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ccds: [^\n]*--max-warnings[^\n]*\n/);
  });
});
