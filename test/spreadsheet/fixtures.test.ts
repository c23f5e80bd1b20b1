import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../src/spreadsheet/index.js';
import { hasOffice } from '../helpers/office/convert.mjs';
import { readSheets } from './support/read.js';

// Files that other programs saved, each with a JSON of what is in it. `write-fixtures.py`
// writes them; where the programs are installed, they write them again, and what they
// write today must read the same.

const FOLDER = fileURLToPath(new URL('../../fixtures/spreadsheet/', import.meta.url));
const NAMES = readdirSync(FOLDER).filter((name) => /\.\w+$/.test(name) && !name.endsWith('.json'));

async function contents(path: string): Promise<object> {
  const workbook = await openWorkbook(path);
  const { kind, encoding, delimiter, properties } = workbook;
  const sheets = await readSheets(workbook);
  await workbook.close();
  return JSON.parse(JSON.stringify({ kind, encoding, delimiter, properties, sheets }));
}

const expected = (name: string) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

test.each(NAMES)('%s', async (name) => {
  expect(await contents(join(FOLDER, name))).toEqual(expected(name));
});

test('modified is that of the file', async () => {
  for (const name of ['openpyxl.xlsx', 'libreoffice.xlsx', 'libreoffice.xls', 'libreoffice.ods']) {
    const { modified } = await openWorkbook(join(FOLDER, name));
    expect([name, modified]).toEqual([name, expect.any(Date)]);
  }
});

const PYTHON = '/usr/bin/python3';
const installed =
  hasOffice && spawnSync(PYTHON, ['-c', 'import openpyxl, xlsxwriter']).status === 0;

describe.skipIf(!installed)('written again by openpyxl, xlsxwriter and LibreOffice', () => {
  test('reads the same', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
    try {
      const script = fileURLToPath(new URL('support/write-fixtures.py', import.meta.url));
      execFileSync(PYTHON, [script, folder]);
      for (const name of NAMES) expect(await contents(join(folder, name))).toEqual(expected(name));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
