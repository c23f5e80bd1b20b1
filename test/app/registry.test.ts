import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
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

it('does not work with a row that goes on beyond its header', async () => {
  const own = join(folder, 'thua-o');
  mkdirSync(own);
  const units = (...rows: string[]) =>
    writeFileSync(
      join(own, 'units.csv'),
      ['code,name,level,parent,valid_from,valid_to', ...rows, ''].join('\n'),
    );
  const baselines = (header: string, row: string) =>
    writeFileSync(join(own, 'baselines.csv'), `${header}\n${row}\n`);
  units('99,Tỉnh Thử,province,,,,');
  baselines('unit,baseline,from,value,', '99,households,2024-01-01,1250,ghi chú');
  expect((await readRegistry(own, folder)).registry.baselines[0]!.value).toBe(1250);
  baselines('unit,baseline,from,value', '99,households,2024-01-01,1,250');
  await expect(readRegistry(own, folder)).rejects.toMatchObject({
    args: { file: 'baselines.csv', row: 2, problem: 'more-cells', detail: '4' },
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

describe('a registry folder', () => {
  const UNITS = ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'];
  const line = (cells: readonly string[]) => `${cells.join(',')}\n`;
  const put = (name: string, rows: readonly (readonly string[])[]) =>
    writeFileSync(join(folder, name), rows.map(line).join(''));
  const putBook = async (name: string, sheets: Record<string, readonly (readonly string[])[]>) => {
    const book = new ExcelJS.Workbook();
    for (const [sheet, rows] of Object.entries(sheets))
      book.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
    await book.xlsx.writeFile(join(folder, name));
  };
  const province = (name: string) => [UNITS, ['99', name, 'province', '', '', '']];
  const told = (all: Awaited<ReturnType<typeof readRegistry>>) =>
    all.findings.map(({ code, args }) => [code, args.found, args.near]);

  it('is meant where its units.csv is named; what is no table may be anything', async () => {
    mkdirSync(join(folder, 'mot'));
    put('mot/units.csv', province('Tỉnh Một'));
    mkdirSync(join(folder, 'mot/cũ.csv'));
    const { registry } = await readRegistry('mot/units.csv', folder);
    expect(registry.units.map(({ name }) => name)).toEqual(['Tỉnh Một']);
    mkdirSync(join(folder, 'mot/targets.csv'));
    await expect(readRegistry('mot', folder)).rejects.toMatchObject({
      code: 'registry-bad',
      args: { file: 'targets.csv', row: 0, problem: 'unreadable', detail: 'EISDIR' },
    });
  });

  it('has no units where units.csv is empty, and nothing else is named in its stead', async () => {
    mkdirSync(join(folder, 'trong'));
    writeFileSync(join(folder, 'trong/units.csv'), '');
    await expect(readRegistry('trong', folder)).rejects.toMatchObject({
      args: { file: 'units.csv', problem: 'no-units' },
    });
  });

  it('may hold a table as a workbook', async () => {
    mkdirSync(join(folder, 'so'));
    await putBook('so/Units.xlsx', { 'Đơn vị': province('Tỉnh Sổ') });
    writeFileSync(join(folder, 'so/~$Units.xlsx'), 'khóa');
    put('so/baselines.csv', [
      ['unit', 'baseline', 'from', 'value'],
      ['99', 'households', '2024-01-01', '10'],
    ]);
    const loaded = await readRegistry('so', folder);
    expect(loaded.registry.units.map(({ name }) => name)).toEqual(['Tỉnh Sổ']);
    expect(loaded.registry.baselines).toHaveLength(1);
    expect(told(loaded)).toEqual([]);
  });

  it('tells of workbooks that are not read: beside a CSV, of a near name, of another sheet', async () => {
    mkdirSync(join(folder, 'hai'));
    put('hai/units.csv', province('Tỉnh Một'));
    await putBook('hai/units.xlsx', { units: province('Tỉnh Hai') });
    await putBook('hai/baseline.xlsx', { baselines: [['unit']] });
    await putBook('hai/targets.xlsx', {
      changes: [['effective', 'from', 'to', 'share']],
      Targets: [['unit', 'indicator', 'period', 'value']],
    });
    await putBook('hai/ghi chú.xlsx', { units: province('Tỉnh Ba') });
    const loaded = await readRegistry('hai', folder);
    expect(loaded.registry.units.map(({ name }) => name)).toEqual(['Tỉnh Một']);
    expect(told(loaded)).toEqual([
      ['CCDS-G14', 'baseline.xlsx', 'baselines'],
      ['CCDS-G14', 'changes (targets.xlsx)', 'changes'],
      ['CCDS-G14', 'units.xlsx', 'units'],
    ]);
  });

  it('is not looked for within itself where its units.csv is empty', async () => {
    mkdirSync(join(folder, 'rong'));
    writeFileSync(join(folder, 'rong/units.csv'), '');
    await expect(readRegistry('rong', folder)).rejects.toMatchObject({ code: 'registry-bad' });
    mkdirSync(join(folder, 'rong/danh-muc'));
    put('rong/danh-muc/units.csv', province('Tỉnh Một'));
    await expect(readRegistry('rong', folder)).rejects.toMatchObject({ code: 'registry-within' });
  });

  it('is not worked with where two files are one table', async () => {
    mkdirSync(join(folder, 'trung'));
    put('trung/units.csv', province('Tỉnh Một'));
    put('trung/units .csv', province('Tỉnh Hai'));
    const read = readRegistry('trung', folder);
    await expect(read).rejects.toMatchObject({
      code: 'registry-bad',
      args: { file: 'units.csv', row: 0, problem: 'two-tables', detail: 'units .csv' },
    });
  });
});
