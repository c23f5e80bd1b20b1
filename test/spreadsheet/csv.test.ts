import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { detectDelimiter } from '../../src/spreadsheet/delimiter.js';
import { failure, open, readAll, readRows } from './support/read.js';
import { windows1258 } from './support/windows-1258.js';

const TEXT = 'Họ và tên;Địa chỉ\r\nNguyễn Thị Ấp;Số 5, ấp Tân Ân\r\nTrần Văn Đước;Khóm 3\r\n';
const ROWS = [
  [1, 'Họ và tên', 'Địa chỉ'],
  [2, 'Nguyễn Thị Ấp', 'Số 5, ấp Tân Ân'],
  [3, 'Trần Văn Đước', 'Khóm 3'],
];

describe('character sets', () => {
  test.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['utf-16be', iconv.encode(TEXT, 'utf-16be')],
    ['windows-1258', windows1258(TEXT)],
  ])('%s', async (encoding, bytes) => {
    const workbook = await open(bytes);
    expect([workbook.kind, workbook.encoding, workbook.delimiter]).toEqual(['csv', encoding, ';']);
    expect(await readRows(bytes)).toEqual(ROWS);
  });

  test('bytes of VNI and TCVN3 come back as the letters that they were typed as', async () => {
    const vni = 'Hoï vaø teân,Ñòa chæ\nNguyeãn Thò AÁp,Soá 5\nTraàn Vaên Ñöôùc,Khoùm 3\n';
    const workbook = await open(Buffer.from(vni, 'latin1'));
    expect(workbook.encoding).toBe('windows-1252');
    expect((await readRows(Buffer.from(vni, 'latin1')))[1]).toEqual([
      2,
      'Nguyeãn Thò AÁp',
      'Soá 5',
    ]);
  });

  test('a short text in VISCII, of which bytes that windows-1252 lacks are letters', async () => {
    const bytes = iconv.encode('STT;Ấp/Khóm;Số hộ\n1;Ấp Rạch Gốc;12\n2;ẮP MỚI;8\n', 'viscii');
    expect((await open(bytes)).encoding).toBe('windows-1252');
    const rows = await readRows(bytes);
    expect(rows[1]).toEqual([2, '1', '„p RÕch G¯c', '12']);
    expect(rows[2]![2]).toBe('\u0081P M•I');
  });

  test('UTF-16 without a mark, its accents apart: the grave one has a zero byte of its own', async () => {
    const apart = TEXT.normalize('NFD').replace('Địa', 'Đi\u0300a');
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const bytes = iconv.encode(apart, encoding, { addBOM: false });
      expect((await open(bytes)).encoding).toBe(encoding);
    }
  });

  test('UTF-8 that is cut within a letter, or has a line of something else in it', async () => {
    const bytes = Buffer.from(TEXT.repeat(3));
    const cut = bytes.subarray(0, bytes.lastIndexOf(Buffer.from('Đ')) + 1);
    const other = Buffer.concat([bytes, windows1258('Lê Thị Ỷ;Ấp 1\r\n')]);
    for (const broken of [cut, other]) {
      expect((await open(broken)).encoding).toBe('utf-8');
      expect((await readRows(broken)).slice(0, 3)).toEqual(ROWS);
    }
    expect((await readRows(cut)).at(-1)).toEqual([9, 'Trần Văn \ufffd']);
    const large = Buffer.concat([Buffer.from(TEXT.repeat(60_000)), other]);
    expect((await open(large)).encoding).toBe('utf-8');
  });

  test('lines of UTF-8 among lines of windows-1258, whichever are more', async () => {
    const head = 'Ấp,Họ và tên\n';
    const [few, many] = ['Ô Rô,Nguyễn Thị Bưởi\n', 'Tân Thủy,Đặng Văn Hải\n'];
    for (const [a, b] of [
      [few, many.repeat(40)],
      [few.repeat(40), many],
      [few.repeat(9), many.repeat(9)],
    ] as const)
      for (const bytes of [
        Buffer.concat([Buffer.from(head + a), windows1258(b)]),
        Buffer.concat([Buffer.from(`\ufeff${head}`), windows1258(a), Buffer.from(b)]),
        Buffer.concat([windows1258(head + a), Buffer.from(b)]),
      ]) {
        const rows = (await readRows(bytes)).map(([, ...cells]) => cells.join(','));
        expect(rows).toEqual((head + a + b).trimEnd().split('\n'));
      }
  });

  test('UTF-8 that was taken for windows-1252, with the bytes that it lacks', async () => {
    const text = 'Ä\u0090áº·ng VÄƒn Ä\u0090á»\u009di,Ä\u0090á»\u0081\n'.repeat(4);
    expect((await readRows(text))[0]).toEqual([1, ...text.split('\n')[0]!.split(',')]);
  });

  test('a lone tone mark at the end of a large file', async () => {
    const bytes = Buffer.concat([Buffer.from('Họ,Tên\n'.repeat(700_000)), Buffer.from('Ấp')]);
    const workbook = await open(bytes);
    expect(workbook.encoding).toBe('utf-8');
  });
});

describe('delimiters', () => {
  test.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'Tên;Tỷ lệ;Số\nA;12,5;3,5\nB;1,5;2,5\n'],
    ['\t', 'a\tb, c\n1\t2, 3\n'],
    ['|', 'a|b\n1|2\n'],
    ...[...'^~；｜，¦§'].map((one): [string, string] => [
      one,
      `a${one}c${one}d\n1${one}2,5${one}3\n`,
    ]),
    [',', 'a,b^c,d\n1~2,3,4~5^6\n'],
    ['\t', 'DANH S¸CH Hé §¦îC\nTT\tChñ hé\t§Þa chØ\n1\tL©m V¨n\t§­êng sè 2\n'],
    [',', '"a;b;c","d"\n"1;2;3","4"\n'],
    [',', 'một cột\nhai\n'],
    [',', ''],
    [';', 'UBND xã Tân Ân, huyện Ngọc Hiển\nKỳ: 9/2024\n\nA;B;C\n1;2;3\n4;5;6\n'],
    [',', '"a\nb;c","d"\r"1","2"\r'],
    [';', '"say ""a,b,c""";x\n"y,z,w,v";"1"\n'],
    [',', '"a", "b; c", "d;"\n"1", "2; 3", ";4"\n'],
  ])('%j in %j', (delimiter, text) => {
    expect(detectDelimiter(text).delimiter).toBe(delimiter);
  });

  test('a line sep= names it, and is no record', async () => {
    expect(await readRows('sep=;\r\na,b;c\r\n1;2\r\n')).toEqual([
      [1, 'a,b', 'c'],
      [2, '1', '2'],
    ]);
    expect(await readRows(Buffer.from('\ufeffsep=|\na;b|c\n', 'utf16le'))).toEqual([
      [1, 'a;b', 'c'],
    ]);
    expect(await readRows('\ufeffsep=,\na;b,c\n')).toEqual([[1, 'a;b', 'c']]);
  });
});

describe('records', () => {
  test('quotes, line breaks inside, line ends of all kinds', async () => {
    const text = 'a,"b ""c"" d"\r\n"1\r\n2",3\n\n4,"x,y"\r5,6';
    expect(await readRows(text)).toEqual([
      [1, 'a', 'b "c" d'],
      [2, '1\r\n2', '3'],
      [3],
      [4, '4', 'x,y'],
      [5, '5', '6'],
    ]);
  });

  test('NUL is no part of a text', async () => {
    expect(await readRows('a,b\0\r\n\x001,2\r\n\0')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });

  test('values are text, blanks null, white space kept', async () => {
    expect(await readRows('001,1e3,TRUE,2024-09-05,,"", x \n')).toEqual([
      [1, '001', '1e3', 'TRUE', '2024-09-05', null, null, ' x '],
    ]);
  });

  test('a code kept from being taken for a number', async () => {
    const text = '="096001","=""0010""","=""a"" ",=1+2\n="","=""a""&""b""",=\n';
    expect(await readRows(text)).toEqual([
      [1, '096001', '0010', '="a" ', '=1+2'],
      [2, null, '="a"&"b"', '='],
    ]);
  });

  test('stray quotes are text', async () => {
    expect(await readRows('a,5" ống,b\n"c"d,e"f,g\n')).toEqual([
      [1, 'a', '5" ống', 'b'],
      [2, '"c"d', 'e"f', 'g'],
    ]);
  });

  test.each([
    [
      'in the last but one row',
      'a;b\n"Gò, Cái;2\n3;4\n',
      [
        ['a', 'b'],
        ['"Gò, Cái', '2'],
        ['3', '4'],
      ],
      2,
    ],
    [
      'in the first line',
      '"Xã An, Bình\na;b\n1;2\n',
      [['"Xã An, Bình'], ['a', 'b'], ['1', '2']],
      1,
    ],
    [
      'in a text that is cut short',
      'a;b\n1;"2',
      [
        ['a', 'b'],
        ['1', '"2'],
      ],
      2,
    ],
  ])('a quote that is never closed is text, and told: %s', async (_, text, rows, first) => {
    expect((await readRows(text)).map(([, ...values]) => values)).toEqual(rows);
    const end = await (await open(text)).sheets[0]!.read(() => {});
    expect(end).toMatchObject({ unclosed: { first } });
  });

  test('nor does one hold the records of millions of letters', async () => {
    const lines = '1;2\n'.repeat(2_200_000);
    const end = await (await open(`a;b\n";2\n${lines}";2\n`)).sheets[0]!.read(() => {});
    expect(end).toEqual({ unclosed: { first: 2 } });
  });

  test('lines that a stray quote holds in one field are told, not those of a long text', async () => {
    const end = async (text: string) => (await open(text)).sheets[0]!.read(() => {});
    const head = 'STT,Ấp,Tên,Số,Ghi chú\n1,Gò,An,2,\n';
    const last = `${head}2,Gò,Ba,2,"\n3,Gò,Tư,1,\n4,Gò,Năm,2,"\n5,Gò,Sáu,1,x\n`;
    expect(await end(last)).toEqual({ held: { rows: 2, first: 3 } });
    const ditto = `${head}2,",Ba,2,x\n3,",Tư,1,x\n4,Gò,Năm,1,"a\nb"\n`;
    expect(await end(ditto)).toEqual({ held: { rows: 1, first: 3 } });
    const cut = `${head}2,Gò,"Ba,2,x\n3,Gò,Tư,1,"y"\n4,Gò,Năm,1,\n`;
    expect(await end(cut)).toMatchObject({ held: { rows: 1, first: 3 } });
    const narrow = 'Ấp,Tên,Số\nGò,"Ba,1\nGò,Tư,1\nGò,Năm",1\nGò,Sáu,1\n';
    expect(await end(narrow)).toMatchObject({ held: { rows: 2, first: 2 } });
    const wider = `${head}2,Gò,"Ba,2,x,,\n3,Gò,Tư,1,,,\n4,Gò,"Năm,2,,,\n`;
    expect(await end(wider)).toMatchObject({ held: { rows: 2, first: 3 } });
    const lines = 'Xã Tân Ân, huyện Ngọc Hiển\nSTT, Ấp, Tên, Số, Ghi chú\n1, Gò, An, 2,\n';
    const below = `${lines}2, Gò, Ba, 2,"\n3, Gò, Tư, 1,\n4, Gò, Năm, 1,"\n`;
    expect(await end(below)).toMatchObject({ held: { rows: 2, first: 4 } });
    for (const note of ['ở ấp Gò, xã Tân Ân\nnay ở Khóm 1, 2, 3', 'a\nb, c, d', 'a, b, c, d\ne'])
      expect(await end(`${head}2,Gò,Ba,2,"${note}"\n`)).toEqual({});
  });

  test('ragged rows are kept, and their widths told', async () => {
    const text = 'UBND xã Tân Ân\n\na,b,c\n1,2\n\n3,4,5\n6,7,8,9\n';
    const workbook = await open(text);
    const rows: unknown[] = [];
    const end = await workbook.sheets[0]!.read((row) => rows.push([row.number, row.values.length]));
    expect(rows).toEqual([
      [1, 1],
      [2, 0],
      [3, 3],
      [4, 2],
      [5, 0],
      [6, 3],
      [7, 4],
    ]);
    expect(end).toEqual({ widths: [1, 1, 2, 0, 3, 3, 4, 2, 5, 0, 6, 3, 7, 4] });
  });

  test('rows that end in the same number are not ragged', async () => {
    const workbook = await open('a,b\n1,\n,\n');
    expect(await workbook.sheets[0]!.read(() => {})).toEqual({});
  });

  test('false from onRow stops', async () => {
    const workbook = await open('a\nb\nc\nd\n');
    const seen: number[] = [];
    await workbook.sheets[0]!.read(({ number }) => {
      seen.push(number);
      return number < 2;
    });
    expect(seen).toEqual([1, 2]);
  });

  test('too many columns, too long a record, too many cells', async () => {
    expect(await failure(readRows(`${','.repeat(20_000)}\n`))).toMatchObject({ limit: 'columns' });
    expect(await failure(readRows(`a,b\n${','.repeat(9_000_000)}`))).toMatchObject({
      limit: 'columns',
    });
    expect(await failure(readRows(`a,b\n1,${'x'.repeat(9_000_000)}\n`))).toMatchObject({
      limit: 'record-bytes',
    });
    expect(await failure(readAll('a,b\n1,2\n3,4\n', { maxCells: 5 }))).toMatchObject({
      limit: 'cells',
    });
  });

  test('a file that is read piece by piece', async () => {
    const line = `Nguyễn Thị Ấp;"Số 5; ấp\nTân Ân";${'ồ'.repeat(60)}\n`;
    const bytes = Buffer.from(`Họ;Địa chỉ;Ghi chú\n${line.repeat(180_000)}`);
    expect(bytes.length).toBeGreaterThan(32 * 1024 * 1024);
    const workbook = await open(bytes);
    let rows = 0;
    const seen = new Set<unknown>();
    const end = await workbook.sheets[0]!.read(({ number, values }) => {
      rows = number;
      if (number > 1) seen.add(values.join('|'));
    });
    expect([rows, seen.size, end]).toEqual([180_001, 1, {}]);
    const seenFirst: number[] = [];
    await workbook.sheets[0]!.read(({ number }) => {
      seenFirst.push(number);
      return number < 2;
    });
    expect(seenFirst).toEqual([1, 2]);
  });
});
