import { spawnSync } from 'node:child_process';
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
import { tellKind } from '../../src/spreadsheet/index.js';
import { workbookOf } from '../forms/support/grid.js';
import { xlsx } from '../spreadsheet/support/xlsx-writer.mjs';
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
  const cells = await inspectSheet({ file: 'a.xlsx', sheet: 'tv', cwd: dir, lang: 'vi' });
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
    meant: {},
    rows: [
      ['STT', 'Họ và tên'],
      [1, 'Lê Văn An'],
      [2, 'Lê Văn Ba'],
    ],
  });
  expect(shown('csv')).toBe('STT,Họ và tên\n1,Lê Văn An\n2,Lê Văn Ba\n');
});

it('shows what a text is read as that is struck through in part', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ccds-inspect-'));
  writeFileSync(join(dir, 'a.html'), '<table><tr><td><s>12</s>15<td>5<sup>1</sup></table>');
  const cells = await inspectSheet({ file: 'a.html', sheet: '1', cwd: dir, lang: 'vi' });
  rmSync(dir, { recursive: true });
  const shown = (format: 'text' | 'json' | 'csv') =>
    [...cellBatches(cells, format, messages('vi'))].join('');
  expect(shown('text')).toContain('1215 → 15  51 → 5¹');
  expect(JSON.parse(shown('json'))).toMatchObject({ meant: { A1: '15', B1: '5¹' } });
  expect(shown('csv')).toBe('1215,51\n');
});

describe('a file that is not as it should be', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ccds-inspect-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const looked = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(dir, name), bytes);
    return { file: name, cwd: dir, lang: 'vi' } as const;
  };

  it('says which sheet can’t be read', async () => {
    const bytes = xlsx({
      sheets: [{ xml: '<row><c><v>1</v></c></row>' }, { xml: '' }],
      parts: { 'xl/worksheets/sheet2.xml': null },
    });
    const found = await inspectFile(looked('a.xlsx', bytes));
    expect(found.sheets.map(({ state }) => state)).toEqual(['visible', 'unreadable']);
    expect(inspectionText(found, messages('vi'), PLAIN)).toMatch(/Sheet2 .*\(không đọc được\)/);
    await expect(inspectSheet({ ...looked('a.xlsx', bytes), sheet: '2' })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });

  it('says which parts were done without', async () => {
    const parts = { 'xl/styles.xml': '<styleSheet><cellXfs><xf', 'docProps/core.xml': '<a' };
    const bytes = xlsx({ sheets: [{ xml: '<row><c><v>1</v></c></row>' }], parts });
    const found = await inspectFile(looked('a.xlsx', bytes));
    expect(found.unread).toEqual(['formats', 'properties']);
    expect(inspectionText(found, messages('vi'), PLAIN)).toContain(
      'Tệp hỏng một phần: không đọc được định dạng ô, thuộc tính của tệp.',
    );
  });

  it('hands out a CSV of which a spreadsheet program computes nothing', async () => {
    const texts = [
      '=1+1',
      '@SUM(1)',
      "-1+cmd|' /C calc'!A0",
      '+1+1',
      '- Nữ',
      '-',
      '+84 918 000 111',
      '-A1',
      '+C5/D5',
      '-a1:B2',
    ];
    const rows = [[...texts, -5]];
    const cells = { file: '', sheet: '', rows, hiddenRows: [], struck: [], meant: {} };
    expect([...cellBatches(cells, 'csv', messages('vi'))].join('')).toBe(
      "'=1+1,'@SUM(1),'-1+cmd|' /C calc'!A0,'+1+1,- Nữ,-,+84 918 000 111,'-A1,'+C5/D5,'-a1:B2,-5\n",
    );
  });

  it('puts rows that come in any order where they are', async () => {
    const xml = [3, 1, 2].map((n) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`).join('');
    const file = looked('b.xlsx', xlsx({ sheets: [{ xml }] }));
    const { rows } = await inspectSheet({ ...file, sheet: '1' });
    expect(rows).toEqual([[1], [2], [3]]);
  });

  it('is a text that is called a workbook, or a pipe that nobody writes to', async () => {
    const text = inspectFile(looked('c.XLSX', 'một, hai'));
    await expect(text).rejects.toMatchObject({ code: 'file-unreadable' });
    if (process.platform === 'win32') return;
    spawnSync('mkfifo', [join(dir, 'd.xlsx')]);
    const pipe = inspectFile({ file: 'd.xlsx', cwd: dir, lang: 'vi' });
    await expect(pipe).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(() => tellKind(join(dir, 'd.xlsx'))).toThrow('"pipe"');
  });
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
