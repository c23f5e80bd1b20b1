import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { convertAll, hasOffice } from '../helpers/office/convert.mjs';
import { open } from './support/read.js';

const PYTHON = '/usr/bin/python3';
const installed =
  hasOffice && spawnSync(PYTHON, ['-c', 'import openpyxl, xlsxwriter']).status === 0;

/** Rows, with the columns that are struck through. */
async function struckIn(path: string): Promise<readonly unknown[]> {
  const book = await open(readFileSync(path));
  const rows: unknown[] = [];
  await book.sheets[0]!.read(({ number, struck }) => {
    if (struck !== undefined) rows.push([number, ...struck]);
  });
  await book.close();
  return rows;
}

/** What is meant by texts that are struck through in part, or raised. */
async function meantIn(path: string): Promise<readonly string[]> {
  const book = await open(readFileSync(path));
  const found: string[] = [];
  await book.sheets[0]!.read(({ meant = [] }) => {
    for (const { text, isStruck } of meant) found.push(`${text} ${isStruck}`);
  });
  await book.close();
  return found;
}

describe.skipIf(!installed)('struck through by openpyxl, xlsxwriter and LibreOffice', () => {
  test('is told', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'struck-'));
    const at = (name: string) => join(folder, name);
    try {
      const script = fileURLToPath(new URL('support/write-struck.py', import.meta.url));
      execFileSync(PYTHON, [script, folder]);
      convertAll([
        { from: at('xlsxwriter.xlsx'), to: at('office.ods'), filter: 'calc8' },
        { from: at('office.ods'), to: at('office.xlsx'), filter: 'Calc MS Excel 2007 XML' },
        { from: at('openpyxl.xlsx'), to: at('office.xls'), filter: 'MS Excel 97' },
        { from: at('openpyxl.xlsx'), to: at('office.html'), filter: 'HTML (StarCalc)' },
        { from: at('xlsxwriter.xlsx'), to: at('runs.xls'), filter: 'MS Excel 97' },
      ]);
      const whole = [[2, 0, 1]];
      const both = [...whole, [4, 0]];
      expect(await struckIn(at('openpyxl.xlsx'))).toEqual(whole);
      expect(await struckIn(at('xlsxwriter.xlsx'))).toEqual(both);
      expect(await struckIn(at('office.ods'))).toEqual(both);
      expect(await struckIn(at('office.xlsx'))).toEqual(both);
      expect(await struckIn(at('office.xls'))).toEqual(whole);
      expect(await struckIn(at('office.html'))).toEqual(whole);
      for (const name of ['xlsxwriter.xlsx', 'office.ods', 'office.xlsx', 'runs.xls'])
        expect(await meantIn(at(name)), name).toEqual(['15 true', '5¹ false']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
