import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describer } from '../../src/app/explain.js';
import { rollup } from '../../src/app/rollup.js';
import { validationText } from '../../src/reports/validation.js';
import type { Summary } from '../../src/rollup/types.js';

const ROWS = 100_000;

let dir: string;
let summary: Summary;
let heap: number;
beforeAll(async () => {
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
  const options = { inputs: [join(dir, 'Ấp 1.csv')], registry: join(dir, 'registry'), cwd: dir };
  const period = '2024-09';
  const run = await rollup({ ...options, period, out: join(dir, 'out'), force: false, lang: 'vi' });
  summary = run.summary;
  heap = process.memoryUsage().heapUsed;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe(`a sheet of ${ROWS} bad rows`, () => {
  it('is told row by row, each with its cell and reason', () => {
    const text = readFileSync(join(dir, 'out', 'data', 'findings.csv'), 'utf8');
    expect(text.split('\n').length).toBeGreaterThan(2 * ROWS);
    for (const row of [5, 50_000, ROWS + 4]) expect(text).toContain(`Ấp 1.csv,,C${row},${row},`);
    expect(summary.submissions[0]).toMatchObject({ status: 'rejected', rows: { rejected: ROWS } });
  });

  it('neither fills the memory nor the screen', () => {
    expect(heap).toBeLessThan(900 * 2 ** 20);
    const shown = validationText(summary, describer(summary), { maxLines: 40 });
    expect(shown.split('\n').length).toBeLessThanOrEqual(42);
  });
});
