import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ole } from './support/ole-writer.mjs';
import { failure, open, readAll } from './support/read.js';
import { relationships, xlsx } from './support/xlsx-writer.mjs';
import { zip } from './support/zip-writer.mjs';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const office = (target: string, root: string) =>
  zip([
    ['_rels/.rels', relationships([[OFFICE, target]])],
    [target, root],
  ]);
const openDocument = (type: string) =>
  zip([
    ['mimetype', `application/vnd.oasis.opendocument.${type}`, { method: 0 }],
    ['content.xml', '<a/>'],
  ]);

describe('told by content, and named plainly', () => {
  test.each<[string, Uint8Array]>([
    ['pdf', bytes('%PDF-1.7\n%âãÏÓ\n')],
    ['pdf', bytes(`\n\n${' '.repeat(500)}%PDF-1.4`)],
    ['image', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['image', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['image', bytes('GIF89a')],
    ['image', bytes('BM\x36\x00\x0c\0\0\0\0\0\x36\0\0\0')],
    ['image', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
    ['image', bytes('\0\0\0\x18ftypheic')],
    ['image', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['video', bytes('\0\0\0\x18ftypmp42')],
    ['rar', bytes('Rar!\x1a\x07\x01\0')],
    ['7z', bytes("7z\xbc\xaf'\x1c\0\x04")],
    ['gzip', bytes('\x1f\x8b\x08\0')],
    ['bz2', bytes('BZh91AY&SY')],
    ['xz', bytes('\xfd7zXZ\0\0\x04')],
    ['tar', bytes(`a.csv${'\0'.repeat(252)}ustar\x0000`)],
    ['rtf', bytes('{\\rtf1\\ansi')],
    ['program', bytes('MZ\x90\0\x03')],
    ['access', bytes('\0\x01\0\0Standard ACE DB\0')],
    ['mhtml', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
    ['mhtml', bytes('From: <Saved by Blink>\r\nSubject: a')],
    ['slk', bytes('ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"a"')],
    ['dif', bytes('TABLE\r\n0,1\r\n"EXCEL"\r\n')],
    ['xml', bytes('<?xml version="1.0"?><rss/>')],
    ['xml', bytes('<a b="1"><c>1</c></a>')],
    ['docx', office('word/document.xml', '<w:document/>')],
    ['docx', office('doc/a.xml', '<w:document/>')],
    ['pptx', office('ppt/presentation.xml', '<p:presentation/>')],
    ['xlsb', office('xl/workbook.bin', '\x83\x01')],
    ['zip', office('a/b.xml', '<c/>')],
    ['zip', zip([['báo cáo.xlsx', 'x']])],
    ['zip', zip([])],
    ['iwork', zip([['Index/Document.iwa', 'x']])],
    ['odt', openDocument('text')],
    ['odp', openDocument('presentation')],
    ['opendocument', openDocument('graphics')],
    ['doc', ole(['WordDocument'])],
    ['ppt', ole(['PowerPoint Document'])],
    ['ole', ole(['Contents'])],
  ])('%s', async (kind, content) => {
    expect(await failure(open(content))).toEqual({ reason: 'unsupported', kind });
  });

  test('nothing', async () => {
    expect(await failure(open(''))).toEqual({ reason: 'empty' });
  });

  test('neither a spreadsheet nor text', async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 251));
    expect(await failure(open(noise))).toEqual({ reason: 'unknown' });
    expect(await failure(open(deflateRawSync(noise)))).toEqual({ reason: 'unknown' });
    expect(await failure(open(Buffer.alloc(100)))).toEqual({ reason: 'unknown' });
    expect(await failure(open(`a,b\n1,2\n${'\0'.repeat(9)}`))).toEqual({ reason: 'unknown' });
  });

  test('encrypted: a new workbook in an OLE container', async () => {
    expect(await failure(open(ole(['EncryptionInfo', 'EncryptedPackage'])))).toEqual({
      reason: 'encrypted',
    });
  });

  test('encrypted OpenDocument', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const content = zip([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { method: 0 }],
      ['content.xml', 'rác'],
      ['META-INF/manifest.xml', manifest],
    ]);
    expect(await failure(open(content))).toEqual({ reason: 'encrypted' });
  });

  test('a broken OLE container', async () => {
    const whole = ole(['Workbook']);
    for (const length of [8, 100, 512, 700]) {
      expect(await failure(open(whole.subarray(0, length)))).toMatchObject({ reason: 'damaged' });
    }
    const endless = Buffer.from(whole);
    endless.writeUInt32LE(1, 512 + 4);
    expect(await failure(open(endless))).toMatchObject({ reason: 'damaged' });
  });
});

test('a file is what it is, whatever it is called', async () => {
  const { openWorkbook } = await import('../../src/spreadsheet/index.js');
  const kinds: string[] = [];
  for (const [name, content] of [
    ['a.csv', xlsx({ sheets: [{ xml: '' }] })],
    ['b.xlsx', Buffer.from('a;b\n1;2\n')],
    ['c.xls', Buffer.from('<html><body><table><tr><td>1</td></tr></table></body></html>')],
  ] as const) {
    kinds.push((await openWorkbook({ name, bytes: content })).kind);
  }
  expect(kinds).toEqual(['xlsx', 'csv', 'html']);
});

test('text that only looks like something else', async () => {
  for (const text of [
    'PK,1\n',
    'BM,a\n1,2\n',
    '<5 tuổi,3\n',
    'MZ;1\n',
    'ID,Tên\n1,A\n',
    '%,1\n',
    'BMW,xe\n',
  ]) {
    expect((await readAll(text)).kind).toBe('csv');
  }
});
