import { mkdtempSync, rmSync } from 'node:fs';
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
