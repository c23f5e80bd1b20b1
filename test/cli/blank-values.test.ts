import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(async () => {
  p = province();
  await p.book('a.xlsx', { ĐD: [['Ấp: Rạch Gốc'], HEAD.eid, ['An', '096080001234', 1]] });
});
afterEach(() => p.remove());

const FLAGS = ['--registry', 'registry', '--period', '2024-09'];

describe('a value that is blank, as of a variable that is not set', () => {
  it.each(['--history', '--cache', '--previous', '--out', '--config', '--registry', '--period'])(
    'is refused for %s',
    async (option) => {
      const { status, stdout, stderr } = await p.ccds('rollup', 'in', ...FLAGS, option, '');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`Tùy chọn ${option} cần có giá trị đi sau.`);
    },
  );

  it('is no INPUT: the current folder is not meant', async () => {
    const { status, stderr } = await p.ccds('rollup', '', ...FLAGS, '--out', 'kq');
    expect(status).toBe(2);
    expect(stderr).toContain('Không tìm thấy “”.');
  });
});

describe('--history', () => {
  const withHistory = (folder: string) =>
    p.ccds('rollup', 'in', ...FLAGS, '--history', folder, '--lang', 'en');

  it('is refused where there is no such folder, or it has no closed months', async () => {
    writeFileSync(join(p.dir, 'tep.txt'), '');
    for (const folder of ['closd', 'registry', 'tep.txt']) {
      const { status, stderr } = await withHistory(folder);
      expect({ folder, status }).toEqual({ folder, status: 2 });
      expect(stderr).toContain('is not a folder of closed months');
    }
  });

  it('may have no month yet', async () => {
    mkdirSync(join(p.dir, 'closed'));
    writeFileSync(join(p.dir, 'closed/.gitkeep'), '');
    expect((await withHistory('closed')).status).toBe(0);
    writeFileSync(join(p.dir, 'closed/journal.csv'), 'at,action,month,reason\n');
    mkdirSync(join(p.dir, 'closed/reopened'));
    expect((await withHistory('closed')).status).toBe(0);
  });
});
