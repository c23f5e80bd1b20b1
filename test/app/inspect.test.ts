import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile, inspectSheet } from '../../src/app/inspect.js';
import { template } from '../../src/app/template.js';
import { cellBatches } from '../../src/cli/inspected-cells.js';
import { inspectionText } from '../../src/cli/inspection.js';
import { messages } from '../../src/messages/index.js';
import { PLAIN } from '../../src/reports/palette.js';
import { workbookOf } from '../forms/support/grid.js';
import { zip } from '../spreadsheet/support/zip-writer.mjs';

it('looks at one file, and says so of a folder', async () => {
  const looked = inspectFile({ file: '.', cwd: tmpdir(), lang: 'vi' });
  await expect(looked).rejects.toMatchObject({ code: 'input-folder', args: { path: '.' } });
});

it('names the files of an archive, and who reads them', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ccds-inspect-'));
  const bytes = zip([
    ['Xã Tân Ân/T9.xlsx', 'x'],
    ['__MACOSX/Xã Tân Ân/._T9.xlsx', 'x'],
    ['T8.csv', 'x'],
  ]);
  writeFileSync(join(dir, 'gui.zip'), bytes);
  const looked = inspectFile({ file: 'gui.zip', cwd: dir, lang: 'vi' });
  await expect(looked).rejects.toMatchObject({
    code: 'input-archive',
    args: { path: 'gui.zip', names: '“Xã Tân Ân/T9.xlsx”, “T8.csv”', count: 2 },
  });
  rmSync(dir, { recursive: true });
});

it('shows which rows are hidden, and what is struck through', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ccds-inspect-'));
  const rows = ['STT | Họ và tên', '1 | Lê Văn An', '~~2 | Lê Văn Ba'];
  writeFileSync(
    join(dir, 'a.xlsx'),
    workbookOf({ sheets: [{ name: 'TV', rows, hiddenRows: [2] }] }),
  );
  const cells = await inspectSheet({ file: 'a.xlsx', sheet: '1', cwd: dir, lang: 'vi' });
  rmSync(dir, { recursive: true });
  const shown = (format: 'text' | 'json' | 'csv') =>
    [...cellBatches(cells, format, messages('vi'))].join('');
  const lines = ['A      B', '1  STT    Họ và tên', '2 (đang ẩn)      1  Lê Văn An'];
  expect(
    shown('text')
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([...lines, '3  ~~2~~  ~~Lê Văn Ba~~', '']);
  expect(JSON.parse(shown('json'))).toEqual({
    file: 'a.xlsx',
    sheet: 'TV',
    hiddenRows: [2],
    struck: ['A3', 'B3'],
    rows: [
      ['STT', 'Họ và tên'],
      [1, 'Lê Văn An'],
      [2, 'Lê Văn Ba'],
    ],
  });
  expect(shown('csv')).toBe('STT,Họ và tên\n1,Lê Văn An\n2,Lê Văn Ba\n');
});

describe('a template', () => {
  const unit = { registry: 'fixtures/hoa-phu/registry', period: '2023-09', lang: 'vi' } as const;
  const dir = mkdtempSync(join(tmpdir(), 'ccds-inspect-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('has forms without rows as yet, and instructions that are none', async () => {
    await template({ ...unit, cwd: process.cwd(), out: join(dir, 'mau') });
    const [file] = readdirSync(join(dir, 'mau'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.xlsx'),
    );
    const found = await inspectFile({ file: join('mau', file!), cwd: dir, lang: 'vi' });
    const [guide, ...forms] = found.sheets;
    expect(guide).toMatchObject({ name: 'Hướng dẫn', isOwn: true, tables: [] });
    expect(forms.map(({ tables }) => tables.length)).toEqual([1, 1, 1, 1]);
    const text = inspectionText(found, messages('vi'), PLAIN);
    expect(text).toContain('(trang do ccds lập, không đọc)');
    expect(text).not.toContain('0–0');
    expect(text).toContain('Thành viên tổ (');
    const english = inspectionText(found, messages('en'), PLAIN);
    expect(english).toContain('Team members (');
  });
});
