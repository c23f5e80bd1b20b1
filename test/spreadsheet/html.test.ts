import { describe, expect, test } from 'vitest';
import { failure, open, readAll, readRows } from './support/read.js';

const table = (rows: string) => `<html><table>${rows}</table></html>`;

test('HTML: text stays text, spans are merges', async () => {
  const html =
    '<!DOCTYPE html><html><head><meta charset="utf-8"><style>td{}</style></head><body><table border=1><tr><th colspan=2>Tiêu đề &amp; mẫu</th></tr><tr><td>001</td><td>1.234</td></tr><tr><td>Nguyễn&nbsp;Thị</td><td>05/09/2024</td></tr></table></body></html>';
  for (const bytes of [
    Buffer.from(html),
    Buffer.from(`\ufeff${html}`),
    Buffer.from(`\ufeff${html}`, 'utf16le'),
  ]) {
    const { kind, sheets } = await readAll(bytes);
    expect(kind).toBe('html');
    expect(sheets[0]).toMatchObject({
      rows: [
        [1, 'Tiêu đề & mẫu'],
        [2, '001', '1.234'],
        [3, expect.stringMatching(/^Nguyễn\sThị$/), '05/09/2024'],
      ],
      merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
    });
  }
});

test('HTML without a table is no spreadsheet', async () => {
  expect(await failure(open('<html><body><p>Đăng nhập</p></body></html>'))).toMatchObject({
    reason: 'unsupported',
    kind: 'html',
  });
});

describe('text', () => {
  test('letters as references, as Excel saves a page in windows-1252', async () => {
    const cells = [
      'Nguy&#7877;n Th&#x1ECB; &Acirc;n',
      '&agrave;&Yacute;&dstrok;',
      '&lt;b&gt; &amp;amp;',
    ];
    const odd = ['AT&T & c&unknown;', '&#150;&#0;&#55296;&#1114112;', 'a&#768;'];
    const rows = table(`<tr>${[...cells, ...odd].map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    expect(await readRows(rows)).toEqual([
      [1, 'Nguyễn Thị Ân', 'àÝđ', '<b> &amp;', 'AT&T & c&unknown;', '–\ufffd\ufffd\ufffd', 'à'],
    ]);
  });

  test('white space and line breaks as a page shows them', async () => {
    const cells = [
      ' a \n\t b ',
      'a<br>b <BR/> c',
      '<p>a</p>\n<p>b</p>',
      '<b>Ấp</b><i> 1</i>',
      'a<br><br>b',
    ];
    const rows = table(`<tr>${cells.map((cell) => `<td>${cell}`).join('\n')}</tr>`);
    expect(await readRows(rows)).toEqual([[1, 'a b', 'a\nb\nc', 'a\nb', 'Ấp 1', 'a\n\nb']]);
  });

  test('what is no text: comments, scripts, styles; and a lone sign that is', async () => {
    const cells = [
      '1<!-- <td>x</td> -->',
      '<script>"<td>"</script>2',
      '<style>td{}</style>3',
      'a < b <3',
    ];
    const rows = table(
      `<tr>${cells.map((cell) => `<td title="a > b">${cell}</td>`).join('')}</tr>`,
    );
    expect(await readRows(rows)).toEqual([[1, '1', '2', '3', 'a < b <3']]);
  });
});

test('HTML: a comment on a cell is no part of its text', async () => {
  const cells = [
    '<a class="comment-indicator"></a>\n<comment>Hỏi lại số này: 99</comment>\n<font>12</font>',
    '<a class="comment-indicator"></a><comment>ấp mới<br>\u00a0<b>gộp</b></comment><s>Ấp 4</s>',
    '15<span class=msocomspan1><a class=msocomanchor href="#_msocom_1">[1]</a></span>',
    '<a href="#x">7</a>',
    '<comment>never closed',
    '8',
  ];
  const rows = table(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  expect(await readRows(rows)).toEqual([[1, '12', 'Ấp 4', '15', '7', null, '8']]);
});

describe('the grid', () => {
  test('spans of rows and columns take their places', async () => {
    const rows =
      '<tr><td rowspan=2>a</td><td colspan="2" rowspan="2">b</td><td>c</td></tr>' +
      '<tr><td>d</td></tr><tr><td>e</td><td>f</td></tr>';
    const { sheets } = await readAll(table(rows));
    expect(sheets[0]?.rows).toEqual([
      [1, 'a', 'b', null, 'c'],
      [2, null, null, null, 'd'],
      [3, 'e', 'f'],
    ]);
    expect(sheets[0]?.merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 2, right: 2 },
    ]);
  });

  test('blank cells and rows keep their places, hidden rows are known', async () => {
    const rows =
      '<tr><td></td><td>&nbsp;</td><td>a</td></tr><tr></tr><tr style="mso-x:y; display:none"><td>b</td></tr>';
    const book = await open(table(rows));
    const seen: unknown[] = [];
    await book.sheets[0]!.read((row) => seen.push([row.number, row.hidden, ...row.values]));
    expect(seen).toEqual([
      [1, false, null, null, 'a'],
      [2, false],
      [3, true, 'b'],
    ]);
  });

  test('tables in one that lays out the page are tables, each below what leads to it', async () => {
    const data = (text: string) => `<tr><td>${text}</td><td>1</td></tr>`.repeat(8);
    const html = `<table><tr><td>Báo cáo<td><table>${data('a')}</table><tr><td><table>${data('b')}</table></table>`;
    const rows = await readRows(html);
    expect(rows.slice(0, 2)).toEqual([
      [1, 'Báo cáo'],
      [2, 'a', '1'],
    ]);
    expect(rows.at(-1)).toEqual([17, 'b', '1']);
    expect(rows).toHaveLength(17);
  });

  test('a table in a cell is text, one after another stands below it', async () => {
    const html = `${table('<tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td><td>e</td></tr>')}<p>x</p><table><tr><td>f</td></tr></table>`;
    const { sheets } = await readAll(html);
    expect(sheets.map(({ rows }) => rows)).toEqual([
      [
        [1, 'a\nb c\nd', 'e'],
        [2, 'x'],
        [3, 'f'],
      ],
    ]);
  });

  test('sheets of a workbook, as LibreOffice marks them, are sheets', async () => {
    const of = (n: number) =>
      `<a name="table${n}"><h1>Sheet ${n}: <em>S</em></h1></a>${table(`<tr><td rowspan=3>${n}</td></tr>`)}`;
    const { sheets } = await readAll(`${of(0)}${of(1)}<table><tr><td>b</td></tr></table>`);
    expect(sheets.map(({ rows }) => rows)).toEqual([
      [
        [1, 'Sheet 0: S'],
        [2, '0'],
      ],
      [
        [1, 'Sheet 1: S'],
        [2, '1'],
        [3, 'b'],
      ],
    ]);
  });

  test('a number that is too wide for its column is the one that Excel wrote beside it', async () => {
    const rows = '<tr><td x:num="7">#####</td><td x:num="1200">1.200</td><td x:num>###</td></tr>';
    expect(await readRows(table(rows))).toEqual([[1, '7', '1.200', '###']]);
  });

  test('lines above a table are rows; what a page says of itself is none', async () => {
    const head = '<html><head><title>Bảng</title><style>p{}</style></head>\n<body class="a">';
    const lines =
      '<center><b>DANH SÁCH</b></center><h3>Xã: Tân&nbsp;Ân</h3>Kỳ báo cáo:\nTháng <i>8</i>/2024<br><p>&nbsp;</p><script>x</script>';
    const rows = '<caption>Biểu 1</caption><thead><tr><th rowspan=2>a</th></tr></thead>';
    const { sheets } = await readAll(`${head}${lines}<table>${rows}<tr><td>b</table>cuối trang`);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({
      rows: [
        [1, 'DANH SÁCH'],
        [2, 'Xã: Tân\u00a0Ân'],
        [3, 'Kỳ báo cáo: Tháng 8/2024'],
        [4, 'Biểu 1'],
        [5, 'a'],
        [6, null, 'b'],
      ],
      merges: [{ top: 5, left: 0, bottom: 6, right: 0 }],
    });
  });

  test('tags that are never closed; a page that is cut within a table is damaged', async () => {
    expect(await readRows('<TABLE><TR><TH>a<TD>b<TR><TD>c')).toEqual([
      [1, 'a', 'b'],
      [2, 'c'],
    ]);
    expect(await readRows('<table><tr><td>a</td></tr><tr><td>b</td></tr>')).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    for (const cut of ['<td>b</td><td hre', '<td>b</td></t', '', '<td>b'])
      expect(await failure(readRows(`<table><td>a</td></tr><tr>${cut}`))).toMatchObject({
        reason: 'damaged',
      });
    // Between two rows, too: of a page that closes what it opens.
    for (const cut of ['', '<tr', '<!-- '])
      expect(await failure(readRows(`<html><table><tr><td>a</td></tr>${cut}`))).toMatchObject({
        reason: 'damaged',
      });
    expect(await readRows('<html><table><tr><td>a</td></tr></html>')).toEqual([[1, 'a']]);
  });
});

describe('limits', () => {
  test('spans end where a sheet does; a value beyond is refused', async () => {
    const wide = table('<tr><td colspan=100000000 rowspan=100000000>a</td></tr>');
    const { sheets } = await readAll(wide);
    expect(sheets[0]).toMatchObject({
      rows: [[1, 'a']],
      merges: [{ top: 1, left: 0, bottom: 1_048_576, right: 16_383 }],
    });
    const beyond = table('<tr><td colspan=100000000>a</td><td>b</td></tr>');
    expect(await failure(readRows(beyond))).toMatchObject({ reason: 'limit', limit: 'columns' });
  });

  test.each([
    ['rows', table('<tr>'.repeat(1_100_000))],
    ['cells', table(`<tr><td rowspan=9999 colspan=16000>a</td></tr>${'<tr><td>'.repeat(9000)}`)],
    ['merges', table('<tr><td colspan=2>'.repeat(270_000))],
    ['sheets', '<table></table>'.repeat(6000)],
    ['cell-characters', table(`<td>${'x'.repeat(1_100_000)}`)],
  ])('%s', async (limit, html) => {
    expect(await failure(readAll(html))).toMatchObject({ reason: 'limit', limit });
  });
});
