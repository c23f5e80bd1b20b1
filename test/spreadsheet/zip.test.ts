import { expect, test } from 'vitest';
import { resolveLimits } from '../../src/spreadsheet/limits.js';
import { memorySource } from '../../src/spreadsheet/source.js';
import { openZip } from '../../src/spreadsheet/zip-parts.js';
import { failure, readAll, readRows } from './support/read.js';
import { xlsxParts } from './support/xlsx-writer.mjs';
import { zip } from './support/zip-writer.mjs';

type Options = NonNullable<Parameters<typeof zip>[0][number][2]>;
type Entry = readonly [string, string | Uint8Array, Options?];

const parts = (): Entry[] =>
  xlsxParts({
    sheets: [{ xml: '<row><c t="s"><v>0</v></c></row>' }],
    strings: '<si><t>Ấp</t></si>',
  });

/** The same with options for each entry. */
const withOptions = (options: Options): Entry[] =>
  parts().map(([name, content]) => [name, content, options]);

/** The same with options for the sheet alone. */
const withSheet = (options: Options): Entry[] =>
  parts().map(([name, content]) =>
    name.includes('sheet1') ? [name, content, options] : [name, content],
  );

const GOOD = [[1, 'Ấp']];

test('stored, data descriptors, zip64 entries, zip64 end, comment', async () => {
  expect(await readRows(zip(withOptions({ method: 0 })))).toEqual(GOOD);
  expect(await readRows(zip(withOptions({ descriptor: true })))).toEqual(GOOD);
  expect(await readRows(zip(withOptions({ zip64: true }), { zip64End: true }))).toEqual(GOOD);
  expect(await readRows(zip(parts(), { comment: 'PK\x05\x06 ghi chú' }))).toEqual(GOOD);
});

test('bytes before and after the zip', async () => {
  const suffix = Buffer.alloc(3000);
  expect(await readRows(zip(parts(), { suffix }))).toEqual(GOOD);
  const stub = Buffer.concat([Buffer.from('#!/bin/sh'), Buffer.alloc(500, 1)]);
  expect(await readRows(zip(parts(), { prefix: stub }))).toEqual(GOOD);
});

test('a wrong checksum is damage', async () => {
  expect(await failure(readAll(zip(withSheet({ crc: 1 }))))).toMatchObject({
    reason: 'damaged',
    problem: 'the checksum does not fit',
    part: 'xl/worksheets/sheet1.xml',
  });
});

test('a part read piece by piece is the part, and its checksum and size are verified', async () => {
  const content = Buffer.from('<row r="1">Ấp Rạch Gốc</row>'.repeat(100_000));
  const streamed = async (options: Options) => {
    const source = memorySource(zip([['part', content, options]]));
    const pieces = [];
    for await (const piece of openZip(source, resolveLimits({})).stream('part')) pieces.push(piece);
    return Buffer.concat(pieces).equals(content);
  };
  const problem = 'the checksum does not fit';
  for (const method of [0, 8]) {
    expect(await streamed({ method })).toBe(true);
    expect(await failure(streamed({ method, crc: 1 }))).toMatchObject({ problem });
    for (const more of [-1, 1]) {
      const size = content.length + more;
      expect(await failure(streamed({ method, size }))).toMatchObject({ reason: 'damaged' });
    }
  }
  const packedSize = 100;
  expect(await failure(streamed({ packedSize }))).toMatchObject({ reason: 'damaged' });
});

test('a part counts once, however often it is read', () => {
  const source = memorySource(zip(['a', 'b'].map((name): Entry => [name, '1234567'])));
  const parts = openZip(source, resolveLimits({ maxInflatedBytes: 10 }));
  for (const name of ['a', 'A']) expect(parts.read(name, 100)?.toString()).toBe('1234567');
  expect(() => parts.read('b', 100)).toThrow('inflated-bytes');
});

test('declared sizes are not trusted', async () => {
  for (const size of [0, 1, 100, 5000, 60_000_000]) {
    expect(await failure(readAll(zip(withSheet({ size }))))).toMatchObject({ reason: 'damaged' });
    expect(await failure(readAll(zip(withSheet({ size, method: 0 }))))).toMatchObject({
      reason: 'damaged',
    });
  }
  for (const packedSize of [0, 10, 0x7fffffff]) {
    expect(await failure(readAll(zip(withSheet({ packedSize }))))).toMatchObject({
      reason: 'damaged',
    });
  }
});

test('an entry that claims a part of 8 GiB meets a limit', async () => {
  const huge = withSheet({ size: 8 * 2 ** 30, zip64: true });
  expect(await failure(readAll(zip(huge)))).toMatchObject({
    reason: 'limit',
    limit: 'inflated-bytes',
  });
});

test('truncated at any place', async () => {
  const bytes = zip(parts());
  for (let length = 4; length < bytes.length; length += 97) {
    expect(await failure(readAll(bytes.subarray(0, length)))).toMatchObject({
      reason: expect.stringMatching(/damaged|unknown|limit/),
    });
  }
});

test('an encrypted entry, an unknown method', async () => {
  expect(await failure(readAll(zip(withOptions({ flags: 1 }))))).toMatchObject({
    reason: 'encrypted',
  });
  expect(await failure(readAll(zip(withSheet({ method: 14 }))))).toMatchObject({
    reason: 'unsupported',
    kind: 'zip-method',
    method: 14,
  });
});

test('entries of one name: the same twice is one, different ones are damage', async () => {
  const twice: Entry[] = [...parts(), ...parts()];
  expect(await readRows(zip(twice))).toEqual(GOOD);
  const other: Entry = ['XL/Worksheets/sheet1.xml', '<worksheet><sheetData/></worksheet>'];
  expect(await failure(readAll(zip([...parts(), other])))).toMatchObject({
    reason: 'damaged',
    problem: 'two entries of the zip have one name',
  });
});

test('entries that share their bytes', async () => {
  const kernel: Entry = ['0', Buffer.alloc(5_000_000)];
  const many: Entry[] = Array.from({ length: 9000 }, (_, i) => [
    `p${i}`,
    Buffer.alloc(0),
    { sameDataAs: 0, packedSize: 4870, size: 5_000_000 },
  ]);
  expect(await failure(readAll(zip([kernel, ...many])))).toMatchObject({
    reason: 'damaged',
    problem: 'entries of the zip overlap',
  });
});

test('a broken directory', async () => {
  const bytes = zip(parts());
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const broken = (change: (bytes: Buffer) => void) => {
    const copy = Buffer.from(bytes);
    change(copy);
    return failure(readAll(copy));
  };
  for (const change of [
    (b: Buffer) => b.writeUInt32LE(b.length, end + 16),
    (b: Buffer) => b.writeUInt32LE(3, end + 16),
    (b: Buffer) => b.writeUInt32LE(0x7fffffff, end + 12),
    (b: Buffer) => b.writeUInt16LE(500, end + 10),
    (b: Buffer) => b.writeUInt16LE(0xffff, end + 10),
    (b: Buffer) => b.writeUInt32LE(0, b.readUInt32LE(end + 16)),
    (b: Buffer) => b.writeUInt32LE(0, b.indexOf('xl/workbook.xml') - 30),
  ]) {
    expect(await broken(change)).toMatchObject({ reason: expect.stringMatching(/damaged|limit/) });
  }
});
