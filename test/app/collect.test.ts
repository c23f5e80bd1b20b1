import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Collected, collectInputs, sourceOf } from '../../src/app/inputs/collect.js';
import { distinctNames } from '../../src/app/inputs/names.js';
import { namesOf } from '../../src/app/reading/file-names.js';
import { byCodePoint } from '../../src/core/order.js';
import { zip } from '../helpers/zip.js';
import { ole } from '../spreadsheet/support/ole-writer.mjs';
import { xlsx } from '../spreadsheet/support/xlsx-writer.mjs';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-collect-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function put(path: string, content: string | Buffer = 'x'): string {
  const full = join(dir, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

const names = (collected: Collected) => collected.files.map((file) => file.name);
const codes = (collected: Collected) =>
  collected.files.map((file) => `${file.name} ${file.finding?.code ?? 'ok'}`);

describe('folders and files', () => {
  it('finds the formats of the contract in depth, in code-point order', async () => {
    for (const name of [
      'b/2.xlsx',
      'b/10.XLSX',
      'a.xlsm',
      'c.xls',
      'd.ods',
      'e.csv',
      'f.tsv',
      'g.txt',
    ])
      put(name);
    const found = await collectInputs([dir], '/');
    expect(names(found)).toEqual([
      'a.xlsm',
      'b/10.XLSX',
      'b/2.xlsx',
      'c.xls',
      'd.ods',
      'e.csv',
      'f.tsv',
      'g.txt',
    ]);
    expect(found.leftOut).toEqual({});
  });

  it('names what is no spreadsheet, and what is one that ccds does not read', async () => {
    for (const name of [
      'anh.jpg',
      'cv.pdf',
      'bc.docx',
      'so-lieu',
      'cu.xlsb',
      'mac.numbers',
      'b.rar',
    ])
      put(name);
    const found = await collectInputs(['.'], dir);
    expect(codes(found)).toEqual([
      'anh.jpg CCDS-F06',
      'b.rar CCDS-F04',
      'bc.docx CCDS-F06',
      'cu.xlsb CCDS-F04',
      'cv.pdf CCDS-F06',
      'mac.numbers CCDS-F04',
      'so-lieu CCDS-F06',
    ]);
    expect(found.files[0]!.finding).toMatchObject({
      severity: 'warning',
      place: { file: 'anh.jpg' },
      args: { kind: 'jpg' },
    });
  });

  it('leaves out and counts what is no submission', async () => {
    put('~$a.xlsx');
    put('._a.xlsx');
    put('.DS_Store');
    put('x/Thumbs.db');
    put('x/desktop.ini');
    put('.ccds-new-1-h-r-out/data/values.csv');
    put('__MACOSX/x/a.xlsx');
    put('.git/config');
    put('.git/objects/1');
    put('a.lnk');
    put('.~lock.a.xlsx#');
    put('a.xlsx');
    const found = await collectInputs([dir], '/');
    expect(names(found)).toEqual(['a.xlsx']);
    expect(found.leftOut).toEqual({
      'apple-double': 2,
      hidden: 2,
      'lock-file': 2,
      'own-output': 1,
      shortcut: 1,
      'system-file': 3,
    });
  });

  it('skips the results of ccds by their mark, and the folder it is about to write', async () => {
    put('out/2024-09/data/datapackage.json', '{"generator":"ccds 0.1.0"}');
    put('out/2024-09/tong-hop.xlsx');
    put('khac/data/datapackage.json', '{"generator":"other"}');
    put('khac/a.xlsx');
    put('moi/cu.xlsx');
    const found = await collectInputs([dir], '/', { exclude: join(dir, 'moi') });
    expect(names(found)).toEqual(['khac/a.xlsx', 'khac/data/datapackage.json']);
    expect(found.leftOut).toEqual({ 'own-output': 3 });
  });

  it('gives the bare name of a file argument, even a hidden one', async () => {
    const hidden = put('sub/.bao-cao.xlsx');
    put('sub/b.xlsx');
    expect(names(await collectInputs([hidden, 'b.xlsx'], join(dir, 'sub')))).toEqual([
      '.bao-cao.xlsx',
      'b.xlsx',
    ]);
  });

  it('takes a file once, in whatever way and order it is given', async () => {
    const file = put('a/b/x.xlsx');
    symlinkSync(join(dir, 'a'), join(dir, 'a/b/loop'));
    symlinkSync(file, join(dir, 'a/link.xlsx'));
    const inputs = [join(dir, 'a'), join(dir, 'a/b'), file];
    const there = await collectInputs(inputs, '/');
    const back = await collectInputs([...inputs].reverse(), '/');
    expect(names(there)).toEqual(['b/x.xlsx']);
    expect(back).toEqual(there);
    expect(there.leftOut).toEqual({ 'given-twice': 4 });
  });

  it('puts as much of the folders in front as tells equal names apart', async () => {
    put('huyen-a/2024-09/x.xlsx');
    put('huyen-b/2024-09/x.xlsx');
    put('huyen-c/y.xlsx');
    const inputs = ['huyen-b/2024-09', 'huyen-c', 'huyen-a/2024-09'];
    expect(names(await collectInputs(inputs, dir))).toEqual([
      'huyen-a/2024-09/x.xlsx',
      'huyen-b/2024-09/x.xlsx',
      'y.xlsx',
    ]);
  });

  it('knows the folders up to the INPUT folder, or as far as the names tell; no further', async () => {
    const archive = zip([{ name: 'xa/x.csv', content: 'x' }]);
    put('T12/a/x.csv');
    put('T12/b/x.csv');
    writeFileSync(put('T12/c/ấp/y.zip'), archive);
    const folders = async (...inputs: string[]) =>
      (await collectInputs(inputs, join(dir, 'T12'))).files.map((file) => file.folders);
    expect(await folders('a')).toEqual([['a']]);
    expect(await folders('a/x.csv')).toEqual([['a']]);
    expect(await folders('a', 'b')).toEqual([['a'], ['b']]);
    expect(await folders('c')).toEqual([['c', 'ấp', 'y.zip', 'xa']]);
  });

  it('normalises names to NFC and takes control characters out', async () => {
    put('Ấp Tân.xlsx'.normalize('NFD'));
    put('a\u001b[31m.xlsx');
    expect(names(await collectInputs([dir], '/'))).toEqual(['a\ufffd[31m.xlsx', 'Ấp Tân.xlsx']);
  });

  it.skipIf(process.platform !== 'linux')(
    'tells that a name is no Unicode, not that nothing is there',
    async () => {
      const legacy = (name: string) =>
        Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(name, 'latin1')]);
      writeFileSync(legacy('B\xe1o c\xe1o.xlsx'), 'x');
      mkdirSync(legacy('th\xff'));
      symlinkSync('/nowhere/x.xlsx', join(dir, 'z.xlsx'));
      const { files } = await collectInputs([dir], '/');
      const said = files.map(({ name, finding }) => [name, finding?.code, finding?.args.reason]);
      expect(said).toEqual([
        ['B\ufffdo c\ufffdo.xlsx', 'CCDS-F09', 'EILSEQ'],
        ['th\ufffd', 'CCDS-F09', 'EILSEQ'],
        ['z.xlsx', 'CCDS-F09', 'ENOENT'],
      ]);
    },
  );

  it('keeps two spellings of one name apart', async () => {
    put('ệ.csv'.normalize('NFC'));
    put('ệ.csv'.normalize('NFD'));
    expect(names(await collectInputs([dir], '/'))).toEqual(['ệ.csv', 'ệ.csv [2]']);
  });

  it.each([
    [['khong-co'], [], ''],
    [['bao cao.csv'], ['Báo cáo.csv', 'b.csv'], 'Báo cáo.csv'],
    [['abcdeg'], ['abcdef'], 'abcdef'],
    // A slip in a word of five letters makes another word.
    [['abcdg'], ['abcde'], ''],
    [['abcdeg'], ['abcdef', 'abcdeh'], ''],
    [['Báo', 'cáo'], ['Báo cáo'], 'Báo cáo'],
    [['Báo', 'cáo', 'T9'], ['Báo cáo T9'], 'Báo cáo T9'],
  ])('says of %j, which is missing, what of %j may be meant', async (inputs, there, near) => {
    for (const name of there) put(name);
    await expect(collectInputs(inputs, dir)).rejects.toMatchObject({
      name: 'EnvironmentError',
      code: 'input-missing',
      args: { path: inputs[0], near },
    });
  });

  it('points out a dangling link and skips a pipe', async () => {
    symlinkSync(join(dir, 'nowhere'), join(dir, 'mat.xlsx'));
    if (process.platform !== 'win32') spawnSync('mkfifo', [join(dir, 'ong.xlsx')]);
    const found = await collectInputs([dir], '/');
    expect(found.files).toMatchObject([
      { name: 'mat.xlsx', finding: { code: 'CCDS-F09', args: { reason: 'ENOENT' } } },
    ]);
    expect(found.leftOut).toEqual(process.platform === 'win32' ? {} : { 'not-a-file': 1 });
  });
});

async function textOf(found: Collected, name: string): Promise<string> {
  const source = await sourceOf(found.files.find((file) => file.name === name)!);
  if (typeof source === 'string') throw new Error('a member was expected');
  return Buffer.from(source.bytes).toString();
}

describe('a file whose name does not tell', () => {
  const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  it('is read where its content is a workbook', async () => {
    const book = xlsx({ sheets: [{ xml: '' }] });
    for (const name of ['Báo cáo T9.2024', 'khong-duoi', 'a.xlsx (1)', 'b.xslx', 'c.xlsx_', 'd.Tổ'])
      put(name, book);
    for (const name of ['m.xltx', 'w.et', 'f.fods', 'trang.htm', 'w.xhtml']) put(name);
    put('x.prn', 'STT  Ấp\n1    Gò\n');
    put('n.zip', zip([{ name: 'Ấp Một T9.2024', content: book, flag: 0x800 }]));
    const found = await collectInputs([dir], '/');
    expect(codes(found).filter((code) => !code.endsWith(' ok'))).toEqual([]);
    expect(found.files).toHaveLength(13);
  });

  it('is told by its content where it is none, and opened where it is an archive', async () => {
    put('bc T9.2024', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'));
    put('cv (1)', '%PDF-1.7');
    put('ghi chep', 'a,b\n1,2\n');
    put('cat cut', OLE);
    put('nen', zip([{ name: 'a.xlsx', content: 'x' }]));
    put('mac', zip([{ name: 'Index/Document.iwa', content: 'x' }]));
    expect((await collectInputs([dir], '/')).files).toMatchObject([
      { name: 'bc T9.2024', finding: { code: 'CCDS-F04', args: { kind: 'rar' } } },
      { name: 'cat cut', finding: { code: 'CCDS-F06', args: { kind: 'unknown' } } },
      { name: 'cv (1)', finding: { code: 'CCDS-F06', args: { kind: 'pdf' } } },
      { name: 'ghi chep', finding: { code: 'CCDS-F06', args: { kind: 'unknown' } } },
      { name: 'mac', finding: { code: 'CCDS-F04', args: { kind: 'iwork' } } },
      { name: 'nen/a.xlsx' },
    ]);
  });

  it('is no zip because it is called one', async () => {
    put('7z.zip', Buffer.from("7z\xbc\xaf'\x1c\0\x04".padEnd(40), 'latin1'));
    put('anh.zip', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF'.padEnd(40), 'latin1'));
    put('cu.zip', ole(['Workbook']));
    put('hong.zip', 'PK\x03\x04 cắt cụt');
    put('mac.zip', zip([{ name: 'a.numbers/Index.zip', content: 'x' }]));
    const split = zip([{ name: 'a.xlsx', content: 'x' }]);
    split.writeUInt16LE(1, split.length - 18);
    put('phan.zip', split);
    expect((await collectInputs([dir], '/')).files).toMatchObject([
      { name: '7z.zip', finding: { code: 'CCDS-F04', args: { kind: '7z' } } },
      { name: 'anh.zip', finding: { code: 'CCDS-F06', args: { kind: 'image' } } },
      { name: 'cu.zip' },
      { name: 'hong.zip', finding: { code: 'CCDS-F01', args: { reason: 'damaged' } } },
      { name: 'mac.zip', finding: { code: 'CCDS-F04', args: { kind: 'numbers' } } },
      { name: 'phan.zip', finding: { code: 'CCDS-F04', args: { kind: 'zip-split' } } },
    ]);
  });
});

describe('what a name says', () => {
  it.each([
    ['Báo cáo T9.2024', 'Báo cáo T9.2024'],
    ['Ấp Một.xlsx', 'Ấp Một'],
    ['Êp §Êt Mòi.xls', 'ấp Đất Mũi'],
    ['ß║ñp Rß║ích Gß╗æc.xlsx', 'Ấp Rạch Gốc'],
    ['·∫§p R·∫°ch G·ªëc.xlsx', 'Ấp Rạch Gốc'],
    ['H∆∞ng √.xlsx', 'H∆∞ng √'],
    ['┬á║ x.xlsx', '┬á║ x'],
  ])('%s', (name, text) => {
    const place = { name: `xa/${name}`, path: `/in/xa/${name}`, folders: ['in', 'xa'] };
    const file = { ...place, size: 1, mtime: new Date(0) };
    expect(namesOf(file)[0]).toEqual({ text, from: 'file' });
  });
});

describe('archives', () => {
  it('opens a zip one level deep', async () => {
    put(
      'n/xa.zip',
      zip([
        { name: 'ap 1/a.csv', content: 'một', flag: 0x800 },
        { name: 'b.xlsx', content: 'hai', stored: true },
        { name: 'ap 1/', content: '' },
        { name: 'trong.zip', content: 'PK' },
        { name: '__MACOSX/._b.xlsx', content: '' },
        { name: 'anh.png', content: 'png' },
      ]),
    );
    const found = await collectInputs([dir], '/');
    expect(codes(found)).toEqual([
      'n/xa.zip/anh.png CCDS-F06',
      'n/xa.zip/ap 1/a.csv ok',
      'n/xa.zip/b.xlsx ok',
      'n/xa.zip/trong.zip CCDS-F04',
    ]);
    expect(found.leftOut).toEqual({ 'apple-double': 1 });
    expect(await textOf(found, 'n/xa.zip/ap 1/a.csv')).toBe('một');
    expect(await textOf(found, 'n/xa.zip/b.xlsx')).toBe('hai');
    expect(found.files[1]!.size).toBe(5);
    expect(structuredClone(found.files)).toEqual(found.files);
  });

  it('opens a zip that a download has put something before or behind', async () => {
    const archive = zip([{ name: 'a.csv', content: 'một' }]);
    for (const [before, behind] of [
      ['', '\r\n<html>'],
      ['HTTP/1.1 200 OK\r\n\r\n', ''],
      ['MZ', '\r\n<html>'],
    ] as const) {
      put('a.zip', Buffer.concat([Buffer.from(before), archive, Buffer.from(behind)]));
      expect(await textOf(await collectInputs([dir], '/'), 'a.zip/a.csv')).toBe('một');
    }
  });

  it('takes the times of a zip for Vietnamese ones', async () => {
    put('a.zip', zip([{ name: 'a.csv' }]));
    const found = await collectInputs([dir], '/');
    expect(found.files[0]!.mtime.toISOString()).toBe('2024-09-14T02:30:00.000Z');
  });

  it('reads names in UTF-8 with and without the flag, windows-1258 and CP437', async () => {
    put(
      'a.zip',
      zip([
        { name: 'Xã Tân Ân.csv', flag: 0x800 },
        { name: 'Ấp Rạch Gốc.csv' },
        { name: Buffer.from('Huy\xea\xf2n \xd0\xe2\xccm D\xf5i.csv', 'latin1') },
        { name: Buffer.from('H\x95a.csv', 'latin1') },
        { name: '..\\..\\C.csv' },
      ]),
    );
    expect(names(await collectInputs([dir], '/'))).toEqual([
      'a.zip/C.csv',
      'a.zip/Huyện Đầm Dơi.csv',
      'a.zip/Hòa.csv',
      'a.zip/Xã Tân Ân.csv',
      'a.zip/Ấp Rạch Gốc.csv',
    ]);
  });

  it('says plainly what is wrong with an archive, once', async () => {
    put('0.zip', '');
    put('1.zip', 'Rar!');
    put('2.zip', zip([]));
    put('3.zip', zip([{ name: 'a.csv', flag: 1 }, { name: 'b.csv', flag: 1 }, { name: 'c.csv' }]));
    put('4.zip', zip([{ name: 'a.csv', size: 0x7fffffff }]));
    put('5.zip', zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]));
    expect(codes(await collectInputs([dir], '/'))).toEqual([
      '0.zip CCDS-F08',
      '1.zip CCDS-F01',
      '2.zip CCDS-F06',
      '3.zip CCDS-F02',
      '3.zip/c.csv ok',
      '4.zip CCDS-F03',
      '5.zip ok',
    ]);
  });

  it('does not believe what a member says of its size, nor a broken one', async () => {
    const good = zip([{ name: 'a.csv', content: 'abcdefgh', stored: true }]);
    put('kem.zip', zip([{ name: 'a.csv', content: 'x'.repeat(1e6), size: 10 }]));
    put('hong.zip', Buffer.from(good.toString('latin1').replace('abcdefgh', 'abcdefgX'), 'latin1'));
    const { files } = await collectInputs([dir], '/');
    expect(files).toHaveLength(2);
    for (const file of files) {
      await expect(sourceOf(file)).rejects.toMatchObject({ reason: 'damaged' });
    }
  });

  it('knows its own results inside an archive', async () => {
    put(
      'a.zip',
      zip([
        { name: 'kq/data/datapackage.json', content: '{"generator":"ccds"}' },
        { name: 'kq/data/values.csv' },
        { name: 'nop/a.csv' },
      ]),
    );
    const found = await collectInputs([dir], '/');
    expect(names(found)).toEqual(['a.zip/nop/a.csv']);
    expect(found.leftOut).toEqual({ 'own-output': 2 });
  });
});

describe('names', () => {
  const segment = fc.constantFrom('a', 'b', 'c');
  const located = fc.record({
    root: fc.array(segment, { maxLength: 3 }).map((parts) => `/${parts.join('/')}`),
    rel: fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  });
  const unique = fc.uniqueArray(located, { selector: (f) => `${f.root}|${f.rel}`, maxLength: 12 });

  it('are never alike, end in the path from the INPUT, and ignore the order', () => {
    fc.assert(
      fc.property(unique, (files) => {
        const names = distinctNames(files);
        expect(new Set(names).size).toBe(files.length);
        expect(
          distinctNames([...files].reverse())
            .reverse()
            .map(bare),
        ).toEqual(names.map(bare));
      }),
    );
  });

  it('order by code point', () => {
    expect(['\u{1f600}', '\ufffd', 'z', 'é', 'aa', 'a'].sort(byCodePoint)).toEqual([
      'a',
      'aa',
      'z',
      'é',
      '\ufffd',
      '\u{1f600}',
    ]);
  });
});

/** Without the number that equal names get in the order of their coming. */
function bare(name: string): string {
  return name.replace(/ \[\d+\]$/, '');
}
