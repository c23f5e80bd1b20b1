import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, expect, it } from 'vitest';
import { readRegistry } from '../../src/app/registry.js';

const folder = mkdtempSync(join(tmpdir(), 'ccds-registry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('names the sheet, where a registry is one workbook', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('units').addRows([
    ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'],
    ['99', 'Tỉnh Thử', 'province'],
  ]);
  book.addWorksheet('baselines').addRows([
    ['unit', 'baseline', 'from', 'value'],
    ['99', 'households', '2024-01-01', 'nhiều'],
  ]);
  await book.xlsx.writeFile(join(folder, 'danh-muc.xlsx'));
  await expect(readRegistry('danh-muc.xlsx', folder)).rejects.toMatchObject({
    code: 'registry-bad',
    args: { file: 'danh-muc.xlsx › baselines', row: 2, problem: 'bad-number' },
  });
});

it('asks about a target that may be a percentage or a multiple', async () => {
  const own = join(folder, 'danh-muc');
  mkdirSync(own);
  writeFileSync(
    join(own, 'units.csv'),
    'code,name,level,parent,valid_from,valid_to\n99,Tỉnh Thử,province,,,\n',
  );
  const targets = (value: string) =>
    writeFileSync(
      join(own, 'targets.csv'),
      `unit;indicator;period;value\n99;eid_rate;2024;${value}\n`,
    );
  targets('70');
  await expect(readRegistry('danh-muc', folder)).rejects.toMatchObject({
    args: { file: 'targets.csv', row: 2, problem: 'bad-percent', detail: 'value: 70' },
  });
  targets('70,5%');
  expect((await readRegistry('danh-muc', folder)).registry.targets[0]!.value).toBe(0.705);
});
