import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { cryptoApi, encryptedBiff, obfuscated } from './support/encrypted-biff.mjs';
import { failure, open, readAll } from './support/read.js';

// Files that Excel opens without asking, by the password that it tries first. Three were
// written by other programs: LibreOffice (RC4), and officecrypto-tool (both ways of packages).

const FOLDER = fileURLToPath(
  new URL('../../fixtures/spreadsheet/default-password/', import.meta.url),
);
const file = (name: string) => readFileSync(FOLDER + name);
const FILES = ['agile.xlsx', 'standard.xlsx', 'libreoffice.xls'];
const PASSWORD = 'VelvetSweatshop';

test.each(FILES)('%s is read as if it had none', async (name) => {
  const { kind, sheets } = await readAll(file(name));
  expect(kind).toBe(name.split('.')[1]);
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Biểu 1', 'Biểu 2']);
  const [first, second] = sheets;
  expect(first!.rows).toHaveLength(62);
  expect(first!.rows.slice(0, 2)).toEqual([
    [1, 'Chủ hộ', 'Mã', 'Ngày', 'Tỷ lệ'],
    [2, 'Nguyễn Thị Ấp', '001', { date: '2024-09-05' }, { percent: 0.855 }],
  ]);
  expect(first!.rows[61]).toEqual([62, 'Trần Văn Đước 59', '059', null, 73.75]);
  expect(first!.hiddenColumns).toEqual([{ first: 1, last: 1 }]);
  expect(second!.rows).toEqual([[1, 'hai']]);
});

/** The file as it would be with another password: its salt is another. */
function otherPassword(name: string): Buffer {
  const bytes = file(name);
  if (name === 'agile.xlsx') {
    const salt = bytes.indexOf('saltValue="', bytes.indexOf('encryptedKey ')) + 11;
    bytes[salt] = bytes[salt] === 0x41 ? 0x42 : 0x41;
  } else if (name === 'standard.xlsx') {
    const info = XLSX.CFB.find(XLSX.CFB.read(bytes, { type: 'buffer' }), '/EncryptionInfo');
    const content = Buffer.from(info!.content);
    bytes[bytes.indexOf(content.subarray(0, 60)) + 12 + content.readUInt32LE(8) + 5]! ^= 1;
  } else {
    bytes[bytes.indexOf(Buffer.from('2f003600', 'hex')) + 12]! ^= 1;
  }
  return bytes;
}

test.each(FILES)('%s with any other password is refused', async (name) => {
  expect(await failure(open(otherPassword(name)))).toEqual({ reason: 'encrypted' });
});

test.each(['agile.xlsx', 'standard.xlsx'])('%s that was changed is damaged', async (name) => {
  const bytes = file(name);
  const stream = XLSX.CFB.find(XLSX.CFB.read(bytes, { type: 'buffer' }), '/EncryptedPackage');
  const start = bytes.indexOf(Buffer.from(stream!.content).subarray(0, 512));
  for (let at = 16; at < 4000; at += 160) bytes[start + at]! ^= 1;
  expect(await failure(readAll(bytes))).toMatchObject({ reason: 'damaged' });
});

test('limits hold as for any other file', async () => {
  for (const [name, options, limit] of [
    ['agile.xlsx', { maxInflatedBytes: 1000 }, 'inflated-bytes'],
    ['standard.xlsx', { maxCells: 3 }, 'cells'],
    ['agile.xlsx', { maxLegacyMilliseconds: 1 }, 'legacy-milliseconds'],
  ] as const) {
    expect(await failure(readAll(file(name), options))).toMatchObject({ reason: 'limit', limit });
  }
});

describe('what the header says of itself is not believed', () => {
  test('hashed without end', async () => {
    const bytes = file('agile.xlsx');
    bytes.write('spinCount="999999"', bytes.indexOf('spinCount="100000"'));
    expect(await failure(open(bytes, { maxLegacyMilliseconds: 300 }))).toMatchObject({
      limit: 'legacy-milliseconds',
    });
  });

  test('an unknown cipher', async () => {
    const bytes = file('agile.xlsx');
    const at = bytes.indexOf('cipherAlgorithm="AES"', bytes.indexOf('encryptedKey '));
    bytes.write('cipherAlgorithm="RC2"', at);
    expect(await failure(open(bytes))).toEqual({ reason: 'encrypted' });
  });
});

describe('older workbooks', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [`Nguyễn Thị Ấp ${i}`, i * 1.25]);
  const written = (bookType: 'biff8' | 'biff5', letters = rows): Buffer => {
    const book = XLSX.utils.book_new();
    for (const name of ['Một', 'Hai'])
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(letters), name);
    return Buffer.from(XLSX.write(book, { type: 'buffer', bookType }));
  };

  test.each([
    ['obfuscated', obfuscated(PASSWORD, 0x59b3, true)],
    ['CryptoAPI, 128 bits', cryptoApi(PASSWORD, 128)],
    ['CryptoAPI, 40 bits', cryptoApi(PASSWORD, 40)],
  ])('BIFF8, %s', async (_, encryption) => {
    const plain = written('biff8');
    const encrypted = encryptedBiff(plain, encryption);
    expect(encrypted.includes(Buffer.from('Nguy'))).toBe(false);
    expect(await readAll(encrypted)).toEqual(await readAll(plain));
  });

  test('BIFF5, obfuscated', async () => {
    const plain = written('biff5', [['Ap Tan An', 12.5]]);
    const encrypted = encryptedBiff(plain, obfuscated(PASSWORD, 0x1234, false));
    expect((await readAll(encrypted)).sheets).toEqual((await readAll(plain)).sheets);
  });

  test('any other password is refused', async () => {
    for (const encryption of [
      obfuscated('VelvetSweatshoq', 0x59b3, true),
      cryptoApi('mật khẩu', 128),
    ]) {
      expect(await failure(open(encryptedBiff(written('biff8'), encryption)))).toEqual({
        reason: 'encrypted',
      });
    }
  });
});
