import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { describe, expect, test } from 'vitest';
import { failure, open, readAll } from './support/read.js';
import { windows1258 } from './support/windows-1258.js';

const MEASURE = fileURLToPath(new URL('./support/measure.mjs', import.meta.url));

XLSX.set_cptable(codePages);

/** A workbook of the older formats, written by SheetJS itself. */
function written(bookType: XLSX.BookType, options: XLSX.WritingOptions = {}): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Họ và tên', 'Mã', 'Ngày', 'Tỷ lệ', 'Có'],
    ['Nguyễn Thị Ấp', '001', 45_540, 0.855, true],
    ['Trần Văn Đước', '079', 45_565.5, -3.25, false],
  ]);
  for (const cell of ['C2', 'C3']) sheet[cell].z = 'dd/mm/yyyy';
  sheet.D2.z = '0.0%';
  sheet['!merges'] = [XLSX.utils.decode_range('A5:C6')];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Biểu 1');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['ẩn']]), 'Ẩn');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return Buffer.from(XLSX.write(book, { ...options, type: 'buffer', bookType }));
}

const ROWS = [
  [1, 'Họ và tên', 'Mã', 'Ngày', 'Tỷ lệ', 'Có'],
  [2, 'Nguyễn Thị Ấp', '001', { date: '2024-09-05' }, { percent: 0.855 }, true],
  [3, 'Trần Văn Đước', '079', { date: '2024-09-30 43200' }, -3.25, false],
];

describe('BIFF', () => {
  test('a date that shows no day', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([[45_540, 45_540]]);
    sheet.A1.z = 'mmm-yy';
    sheet.B1.z = '"Tháng "mm/yyyy';
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, 'Biểu 1');
    const bytes = Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }));
    const month = { month: '2024-09' };
    expect((await readAll(bytes)).sheets[0]?.rows).toEqual([[1, month, month]]);
  });

  test('BIFF8: values, merges, hidden sheets', async () => {
    const { kind, sheets } = await readAll(written('biff8'));
    expect(kind).toBe('xls');
    expect(sheets[0]).toMatchObject({
      name: 'Biểu 1',
      state: 'visible',
      rows: ROWS,
      merges: [{ top: 5, left: 0, bottom: 6, right: 2 }],
    });
    expect(sheets[1]).toMatchObject({ name: 'Ẩn', state: 'hidden', rows: [[1, 'ẩn']] });
  });

  test('BIFF5 in code page 1258, text composed', async () => {
    const { kind, sheets } = await readAll(biff5());
    expect(kind).toBe('xls');
    expect(sheets[0]?.rows).toEqual([
      [1, 'Họ và tên'],
      [2, 'Nguyễn Thị Ấp', 12],
    ]);
  });

  test('BIFF5 in code page 1258 with the bytes of TCVN3 and VNI: as in a text file', async () => {
    for (const texts of [
      ['Hä vµ tªn', 'NguyÔn ThÞ Õp, x· §Êt Mòi'],
      ['Hoï vaø teân', 'Nguyeãn Thò Aáp, xaõ Ñaát Muõi'],
    ]) {
      const { sheets } = await readAll(biff5(texts.map((text) => Buffer.from(text, 'latin1'))));
      expect(sheets[0]?.rows.map((row) => row[1])).toEqual(texts);
    }
  });

  test('stream names in any case, as some writers have them', async () => {
    const bytes = written('biff8');
    const name = Buffer.from('Workbook', 'utf16le');
    Buffer.from('WORKBOOK', 'utf16le').copy(bytes, bytes.indexOf(name));
    expect((await readAll(bytes)).sheets[0]?.rows).toEqual(ROWS);
  });

  test('hidden columns, those of each sheet', async () => {
    const book = XLSX.utils.book_new();
    for (const hidden of [[1, 2, 4], [], [0]]) {
      const sheet = XLSX.utils.aoa_to_sheet([['a', 'b', 'c', 'd', 'e']]);
      sheet['!cols'] = Array.from({ length: 5 }, (_, i) => ({
        wch: 9,
        hidden: hidden.includes(i),
      }));
      XLSX.utils.book_append_sheet(book, sheet);
    }
    const bytes = Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }));
    const { sheets } = await readAll(bytes);
    expect(sheets.map(({ hiddenColumns }) => hiddenColumns)).toEqual([
      [
        { first: 1, last: 2 },
        { first: 4, last: 4 },
      ],
      [],
      [{ first: 0, last: 0 }],
    ]);
  });

  test('a number that is none, as Excel shows it', async () => {
    const bytes = written('biff8');
    const number = Buffer.alloc(8);
    number.writeDoubleLE(-3.25);
    const at = bytes.indexOf(number);
    expect(at).toBeGreaterThan(0);
    bytes.writeDoubleLE(Number.NaN, at);
    expect((await readAll(bytes)).sheets[0]?.rows[2]?.[4]).toEqual({ error: '#NUM!' });
  });

  test('one after another, and at once', async () => {
    const files = [written('biff8'), biff5(), written('xlml'), written('biff8')];
    const kinds = (await Promise.all(files.map((file) => readAll(file)))).map(({ kind }) => kind);
    expect(kinds).toEqual(['xls', 'xls', 'xml', 'xls']);
    for (const file of files) await readAll(file);
  });

  test('broken ones', async () => {
    const bytes = written('biff8');
    for (const length of [600, 1500, 3000]) {
      expect(await failure(readAll(bytes.subarray(0, length)))).toMatchObject({
        reason: 'damaged',
      });
    }
  });

  test('of which a block came as zeros', async () => {
    const bytes = written('biff8');
    const sheet = bytes.lastIndexOf(Buffer.from('09081000', 'hex'));
    bytes.fill(0, sheet + 64, sheet + 128);
    expect(await failure(readAll(bytes))).toMatchObject({ reason: 'damaged' });
  });

  test('cut short, without a container or in XML', async () => {
    for (const type of ['biff2', 'xlml'] as const) {
      const bytes = written(type);
      for (const part of [0.4, 0.7, 0.95])
        expect(
          await failure(readAll(bytes.subarray(0, Math.floor(bytes.length * part)))),
        ).toMatchObject({ reason: 'damaged' });
    }
  });
});

/** SheetJS writes no code page but 1252, so its letters and its number are put in after. */
function biff5(texts = ['Họ và tên', 'Nguyễn Thị Ấp'].map(windows1258)): Buffer {
  const stand = texts.map((bytes, i) => String(i).repeat(bytes.length));
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([[stand[0]], [stand[1], 12]]);
  XLSX.utils.book_append_sheet(book, sheet, 'Bieu');
  const file = Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff5' }));
  texts.forEach((bytes, i) => {
    bytes.copy(file, file.indexOf(stand[i]!));
  });
  file.writeUInt16LE(1258, file.indexOf(Buffer.from('42000200', 'hex')) + 4);
  return file;
}

describe('markup', () => {
  test('SpreadsheetML 2003', async () => {
    const { kind, sheets } = await readAll(written('xlml'));
    expect(kind).toBe('xml');
    expect(sheets[0]).toMatchObject({ name: 'Biểu 1', rows: ROWS });
    expect(sheets[1]?.state).toBe('hidden');
  });

  test('a document type in XML', async () => {
    const bytes = written('xlml').toString().replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>');
    expect(await failure(open(bytes))).toMatchObject({ reason: 'damaged' });
  });
});

const LONG = 8_000;
/** More than any machine reads in a millisecond, be the worker ever so warm. */
function longWorkbook(): Buffer {
  const book = XLSX.utils.book_new();
  const rows = Array.from({ length: LONG }, (_, i) => [i, `Hộ ${i}`, i / 7]);
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Hộ');
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }));
}

describe('limits', () => {
  const long = longWorkbook();
  const OUT_OF_TIME = { reason: 'limit', limit: 'legacy-milliseconds', kind: 'xls' };

  test('time', async () => {
    const reading = open(long, { maxLegacyMilliseconds: 1 });
    expect(await failure(reading)).toMatchObject(OUT_OF_TIME);
    expect((await readAll(written('biff8'))).kind).toBe('xls');
  });

  test('hold in the bundle, where the worker and its watch are files of other names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'legacy-'));
    const path = join(folder, 'Hộ.xls');
    writeFileSync(path, long);
    const read = (options: object) => {
      const args = [MEASURE, JSON.stringify(options), path];
      return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))[0];
    };
    expect(read({}).rows).toBe(LONG);
    expect(read({ maxLegacyMilliseconds: 1 }).error).toMatchObject(OUT_OF_TIME);
    rmSync(folder, { recursive: true });
  });

  test('memory, and the next file is read all the same', { timeout: 60_000 }, async () => {
    const row = '<Row><Cell><Data ss:Type="String">a</Data></Cell></Row>';
    const bomb = written('xlml')
      .toString()
      .replace('</Row>', `</Row>${row.repeat(700_000)}`);
    expect(await failure(open(bomb, { maxLegacyMilliseconds: 30_000 }))).toMatchObject({
      reason: 'limit',
    });
    expect((await readAll(written('biff8'))).kind).toBe('xls');
  });

  test('cells', async () => {
    expect(await failure(open(written('biff8'), { maxCells: 3 }))).toMatchObject({
      reason: 'limit',
      limit: 'cells',
    });
  });
});

test('no time zone touches a date', () => {
  const types = ['biff8', 'xlml', 'xlsx'] as const;
  const books = types.map((type) => written(type).toString('base64'));
  const script = `
    const { openWorkbook } = await import(${JSON.stringify(new URL('../../dist/spreadsheet/index.js', import.meta.url).href)});
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    for (const text of JSON.parse(Buffer.concat(chunks))) {
      const book = await openWorkbook({ name: 'a', bytes: Buffer.from(text, 'base64') });
      await book.sheets[0].read(({ number, values: [, , date] }) => {
        if (number > 1) console.log(date.year, date.month, date.day, date.seconds);
      });
    }`;
  for (const TZ of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input: JSON.stringify(books),
      env: { ...process.env, TZ },
    });
    expect([TZ, output.toString()]).toEqual([TZ, '2024 9 5 0\n2024 9 30 43200\n'.repeat(3)]);
  }
});
