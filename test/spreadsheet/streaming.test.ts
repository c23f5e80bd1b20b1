import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf, layoutOfStream } from '../../src/spreadsheet/sheet-layout.js';
import { readAll } from './support/read.js';
import { scan } from './support/scan.js';
import { worksheet, xlsx } from './support/xlsx-writer.mjs';

const SHEET = Buffer.from(
  worksheet(
    `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45540</v></c></row>
    <row r="2" hidden="1"/><row r="3"><c r="A3" t="inlineStr"><is><t>Ấp &lt;Đất&gt; Mũi <![CDATA[</row>]]></t></is></c><!-- </c></row> --><c r="D3" t="str"><f>A1</f><v>ồ</v></c></row>
    <x:row xmlns:x="m" r="7"><x:c r="AB7"><x:v>-12.75</x:v></x:c></x:row><row r="8"><c t='b'><v>1</v></c><c/><c><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
  ),
);

const scanPieces = (pieces: readonly Buffer[]) => scan(pieces, ['Nguyễn']);
const WHOLE = scanPieces([SHEET]);

test('the whole sheet', () => {
  expect(WHOLE).toEqual([
    [1, false, 'Nguyễn', { date: '2024-09-05' }],
    [2, true],
    [3, false, 'Ấp <Đất> Mũi </row>', null, null, 'ồ'],
    [7, false, ...Array(27).fill(null), -12.75],
    [8, false, true, null, { uncomputed: true }],
  ]);
});

test('cut in two at any byte, the rows are the same', () => {
  for (let cut = 0; cut <= SHEET.length; cut++) {
    expect(scanPieces([SHEET.subarray(0, cut), SHEET.subarray(cut)])).toEqual(WHOLE);
  }
});

test('cut into pieces of any size, the rows are the same', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(sizes, (lengths) => {
      const pieces: Buffer[] = [];
      let at = 0;
      for (const length of lengths) {
        pieces.push(SHEET.subarray(at, at + length));
        at += length;
      }
      expect(scanPieces([...pieces, SHEET.subarray(at)])).toEqual(WHOLE);
    }),
    { seed: 3, numRuns: 150 },
  );
});

test('the layout of a stream is that of the whole, wherever it is cut', async () => {
  const whole = layoutOf(SHEET, 'sheet');
  expect(whole).toEqual({
    hiddenColumns: [{ first: 1, last: 1 }],
    merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
  });
  const rows = SHEET.indexOf('<row');
  for (let cut = rows; cut < SHEET.length; cut++) {
    async function* pieces() {
      yield SHEET.subarray(0, cut);
      yield SHEET.subarray(cut);
    }
    expect(await layoutOfStream(pieces(), 'sheet')).toEqual(whole);
  }
});

test('a sheet that is too large to be held', { timeout: 60_000 }, async () => {
  const count = 95_000;
  const text = (i: number) => `Ấp số ${i} ${'ồ'.repeat(200 + (i % 50))}`;
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${text(i)}</t></is></c><c r="B${i + 1}"><v>${i}</v></c></row>`,
  );
  const xml = worksheet(
    `<sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>`,
  );
  expect(Buffer.byteLength(xml)).toBeGreaterThan(64 * 1024 * 1024);
  const bytes = xlsx({ sheets: [{ xml }] });
  const { open } = await import('./support/read.js');
  const workbook = await open(bytes);
  const [sheet] = workbook.sheets;
  expect(await sheet!.merges()).toEqual([{ top: 2, left: 0, bottom: 3, right: 1 }]);
  let seen = 0;
  let wrong = 0;
  await sheet!.read(({ number, values }) => {
    const i = seen++;
    if (number !== i + 1 || values[0] !== text(i) || values[1] !== i) wrong++;
  });
  expect([seen, wrong]).toEqual([count, 0]);
  let first = 0;
  await sheet!.read(() => ++first < 3);
  expect(first).toBe(3);
  const damaged = Buffer.from(bytes);
  const at = damaged.indexOf('xl/worksheets/sheet1.xml') + 300_000;
  damaged[at] = damaged[at]! ^ 0x40;
  const { failure } = await import('./support/read.js');
  expect(await failure(readAll(damaged))).toMatchObject({ reason: 'damaged' });
});
