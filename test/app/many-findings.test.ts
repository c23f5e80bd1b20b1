import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('./helpers/many-findings.mjs', import.meta.url));
const ROWS = 100_000;
/**
 * Node 22 and 24 let what is new in memory grow, some times and not at others, to twice what the lines
 * before and after them do.
 */
const MOST_BYTES = (/^2[24]\./.test(process.versions.node) ? 550 : 450) * 2 ** 20;

let dir: string;
let told: { submission: object; bytes: number; lines: number };
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-many-')));
  mkdirSync(join(dir, 'registry'));
  writeFileSync(
    join(dir, 'registry', 'units.csv'),
    'code,name,level,parent,valid_from,valid_to\n96,Tỉnh Cà Mau,province,,,\n' +
      '32001,Xã Tân Ân,commune,96,,\n32001001,Ấp 1,hamlet,32001,,\n',
  );
  const rows = Array.from({ length: ROWS }, (_, i) => `Nguyễn Văn ${i};096${i};Mức 3`);
  writeFileSync(
    join(dir, 'Ấp 1.csv'),
    `Kỳ báo cáo: Tháng 9/2024\nXã: Tân Ân\nẤp: 1\nHọ và tên;Số định danh;Mức\n${rows.join('\n')}\n`,
  );
  // In a process of its own: what it takes is not what other tests have left.
  const args = [CHILD, dir, join(dir, 'Ấp 1.csv'), '2024-09'];
  told = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe(`a sheet of ${ROWS} bad rows`, () => {
  it('is told row by row, each with its cell and reason', () => {
    const text = readFileSync(join(dir, 'out', 'data', 'findings.csv'), 'utf8');
    expect(text.split('\n').length).toBeGreaterThan(2 * ROWS);
    for (const row of [5, 50_000, ROWS + 4]) expect(text).toContain(`Ấp 1.csv,,C${row},${row},`);
    expect(told.submission).toMatchObject({ status: 'rejected', rows: { rejected: ROWS } });
  });

  it('neither fills the memory nor the screen', () => {
    expect(told.bytes).toBeLessThan(MOST_BYTES);
    expect(told.lines).toBeLessThanOrEqual(42);
  });
});
