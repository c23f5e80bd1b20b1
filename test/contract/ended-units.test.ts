import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Province, province } from '../helpers/province.js';

const NEW = '99109';
let p: Province;
beforeEach(() => {
  p = province([
    ['99', 'Tỉnh Thử', 'province', ''],
    ['991', 'Huyện Đông', 'district', '99', '', '2024-08-20'],
    ['99101', 'Xã An Bình', 'commune', '991', '', '2024-08-20'],
    [NEW, 'Xã Tân Bình', 'commune', '99', '2024-08-21'],
    ...['Rạch Gốc', 'Cái Đôi', 'Bàu Sen'].flatMap((name, i) => [
      [`991010${i}`, `Ấp ${name}`, 'hamlet', '99101', '', '2024-08-20'],
      [`991010${i}`, `Ấp ${name}`, 'hamlet', NEW, '2024-08-21'],
    ]),
    ['9910108', 'Ấp Cũ', 'hamlet', '99101', '', '2024-08-20'],
    ['9910109', 'Ấp Mới', 'hamlet', NEW, '2024-08-21'],
  ]);
  p.put(
    'registry/changes.csv',
    `effective,from,to,share\n2024-08-21,99101,${NEW},\n2024-08-21,9910108,9910109,\n`,
  );
});
afterEach(() => p.remove());

const sheets = (place: string, hamlets: readonly string[]) => ({
  TV: [
    [place],
    ['Tháng 9/2024'],
    ['Ấp/Khóm', 'Số thành viên'],
    ...hamlets.map((name) => [name, 5]),
  ],
  QR: [
    [place],
    ['Tháng 9/2024'],
    ['Ấp/Khóm', 'Số hộ có QR/không tiền mặt'],
    ...hamlets.map((name) => [name, 5]),
  ],
});

describe('a unit that has ended is told once a month', () => {
  it('a commune, not each of its hamlets on each sheet', async () => {
    await p.book('T9.xlsx', sheets('Xã: An Bình', ['Rạch Gốc', 'Cái Đôi']));
    await p.book('T9 b.xlsx', sheets('Xã: An Bình', ['Bàu Sen']));
    const r = await p.rollup();
    expect(r.value(NEW, 'members')).toBe(15);
    expect(r.found('CCDS-U04')).toMatchObject([
      { file: 'T9 b.xlsx', sheet: 'TV', cell: 'A1', unit_code: NEW, field: 'commune' },
    ]);
    expect(r.found('CCDS-U04')[0]!.message).toContain('Xã Tân Bình (Tỉnh Thử)');
    expect(r.found('CCDS-U04')[0]!.message).toContain('in 1 other file of the month');
  });

  it('a district over a commune of today', async () => {
    const lines = ['Huyện: Đông', 'Xã: Tân Bình'];
    await p.book('T9.xlsx', sheets(lines.join(' - '), ['Rạch Gốc', 'Cái Đôi']));
    const r = await p.rollup();
    expect(r.value(NEW, 'members')).toBe(10);
    expect(r.found('CCDS-U04')).toMatchObject([{ sheet: 'TV', unit_code: NEW }]);
  });

  it('a hamlet on several sheets', async () => {
    await p.book('T9.xlsx', sheets('Xã: An Bình', ['Rạch Gốc', 'Cũ']));
    const r = await p.rollup();
    expect(r.value('9910109', 'members')).toBe(5);
    const told = r.found('CCDS-U04').map(({ cell, unit_code }) => [cell, unit_code]);
    expect(told.sort()).toEqual([
      ['A1', NEW],
      ['A5', '9910109'],
    ]);
  });

  it('so is a province that the registry does not have', async () => {
    const lines = 'Tỉnh: Kề Bên - Xã: Tân Bình';
    await p.book('T9.xlsx', sheets(lines, ['Rạch Gốc']));
    await p.book('T9 b.xlsx', sheets(lines, ['Cái Đôi']));
    const r = await p.rollup();
    expect(r.value(NEW, 'members')).toBe(10);
    expect(r.found('CCDS-U05')).toMatchObject([{ file: 'T9 b.xlsx', cell: 'A1' }]);
    expect(r.found('CCDS-U05')[0]!.message).toMatch(/registry has no .* in 1 other file/);
  });

  it('but each row of one where the settings make it an error, which rejects the row', async () => {
    p.put('ccds.config.json', JSON.stringify({ severities: { 'CCDS-U04': 'error' } }));
    await p.book('T9.xlsx', sheets('Xã: An Bình', ['Rạch Gốc', 'Cái Đôi']));
    const r = await p.rollup({ args: ['--config', 'ccds.config.json'] });
    expect(r.found('CCDS-U04')).toHaveLength(4);
    expect(r.value(NEW, 'members')).toBeNull();
  });
});

describe('a row of a tally whose hamlet is called as another commune is', () => {
  const rows = (line: string, cells: readonly string[][]) => [
    [line],
    ['Xã', 'Ấp/Khóm', 'Số thành viên'],
    ...cells.map((names) => [...names, 5]),
  ];

  it('is rejected with the name beside its own commune, and is no total of the other', async () => {
    p = province();
    const cells = [
      ['An Bình', 'Rạch Gốc'],
      ['An Bình', 'Phú Lâm'],
      ['An Bình', 'Cái Đôi'],
    ];
    await p.book('T9.xlsx', { TV: rows('Tháng 9/2024', cells) });
    const r = await p.rollup();
    expect(r.found('CCDS-U01')).toMatchObject([{ cell: 'B4', severity: 'error' }]);
    expect(r.submissions).toMatchObject([{ rows_accepted: '2', rows_rejected: '1' }]);
  });

  it('is told to be a commune today where the hamlet became one', async () => {
    p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ['99101', 'Xã An Bình', 'commune', '99'],
      ['99102', 'Xã Rạch Gốc', 'commune', '99', '2024-08-21'],
      ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101', '', '2024-08-20'],
      ['9910102', 'Ấp Cái Đôi', 'hamlet', '99101'],
    ]);
    p.put('registry/changes.csv', 'effective,from,to,share\n2024-08-21,9910101,99102,\n');
    const both = [
      ['An Bình', 'Cái Đôi'],
      ['An Bình', 'Rạch Gốc'],
    ];
    await p.book('a.xlsx', { TV: rows('Tháng 9/2024', both) });
    const one = both.map(([, name]) => [name!, 5]);
    const line = ['Xã: An Bình - Tháng 9/2024'];
    await p.book('b.xlsx', { TV: [line, ['Ấp/Khóm', 'Số hộ có QR/không tiền mặt'], ...one] });
    const r = await p.rollup();
    const told = r.findings.filter(({ severity }) => severity === 'error');
    expect(told.map(({ code, file }) => [code, file])).toEqual([
      ['CCDS-U03', 'a.xlsx'],
      ['CCDS-U03', 'b.xlsx'],
    ]);
    for (const { message } of told) expect(message).toContain('99102 Xã Rạch Gốc');
  });
});

describe('a commune that has ended, named by the file or its folder alone', () => {
  let p: Province;
  beforeEach(() => {
    p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ['98', 'Tỉnh Kề', 'province', '', '', '2024-08-20'],
      ['991', 'Huyện Đông', 'district', '99', '', '2024-08-20'],
      ['981', 'Huyện Tây', 'district', '98', '', '2024-08-20'],
      ['99101', 'Xã An Bình', 'commune', '991', '', '2024-08-20'],
      ['98101', 'Xã Phú Lâm', 'commune', '981', '', '2024-08-20'],
      [NEW, 'Xã Tân Bình', 'commune', '99', '2024-08-21'],
      ...['99101', '98101'].flatMap((commune) => [
        [`${commune}01`, 'Ấp 1', 'hamlet', commune, '', '2024-08-20'],
        [`${commune}01`, 'Ấp 1', 'hamlet', NEW, '2024-08-21'],
      ]),
    ]);
    const changes = ['98,99', `99101,${NEW}`, `98101,${NEW}`];
    const rows = changes.map((pair) => `2024-08-21,${pair},\n`).join('');
    p.put('registry/changes.csv', `effective,from,to,share\n${rows}`);
  });
  afterEach(() => p.remove());
  const rows = [['Tháng 9/2024'], ['Ấp/Khóm', 'Số thành viên'], ['Ấp 1', 5]];

  it.each([
    ['Xã An Bình.xlsx', '9910101', 'An Bình'],
    ['Báo cáo xã phú lâm T9.xlsx', '9810101', 'Phú Lâm'],
    ['Xã Phú Lâm (cũ).xlsx', '9810101', 'Phú Lâm'],
    ['Huyện Tây/Xã Phú Lâm/bc.xlsx', '9810101', 'Phú Lâm'],
    ['Tỉnh Thử/Xã Tân Bình/Xã Phú Lâm.xlsx', '9810101', 'Phú Lâm'],
  ])('tells which hamlet of two of one name is meant: %s', async (file, hamlet, commune) => {
    await p.book(file, { Biểu: rows });
    const r = await p.rollup();
    expect(r.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(r.value(hamlet, 'members')).toBe(5);
    expect(r.found('CCDS-U04')).toHaveLength(1);
    expect(r.found('CCDS-U04')[0]!.message).toContain(`“Xã ${commune}”`);
    expect(r.found('CCDS-U05')).toEqual([]);
  });
});

describe('old districts and communes, named in passing', () => {
  let p: Province;
  const [END, NEXT] = ['2024-08-20', '2024-08-21'];
  const [AN_BINH, TAN_BINH] = ['99110', '99113'];
  const hamlet = (code: string, name: string, old: string, now: string) => [
    [code, name, 'hamlet', old, '', END],
    [code, name, 'hamlet', now, NEXT],
  ];
  beforeEach(() => {
    p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ['98', 'Tỉnh Kề', 'province', '', '', END],
      ['991', 'Huyện Đông', 'district', '99', '', END],
      ['981', 'Huyện Tây', 'district', '98', '', END],
      [AN_BINH, 'Thị trấn Đông', 'commune', '991', '', END],
      [AN_BINH, 'Xã An Bình', 'commune', '99', NEXT],
      ['99112', 'Xã An Bình', 'commune', '991', '', END],
      [TAN_BINH, 'Xã Tân Bình', 'commune', '99', NEXT],
      ['99114', 'Xã An Bình A', 'commune', '991', '', END],
      ['98115', 'Xã Phú Lâm', 'commune', '981', '', END],
      ['98116', 'Xã Phú Mỹ', 'commune', '981', '', END],
      ['99117', 'Phường 7', 'commune', '991', '', END],
      ['98117', 'Phường 7', 'commune', '981', '', END],
      ...hamlet('1', 'Ấp 2', AN_BINH, AN_BINH),
      ...hamlet('2', 'Ấp 1', '99112', AN_BINH),
      ...hamlet('3', 'Ấp 2', '99112', TAN_BINH),
      ...hamlet('4', 'Ấp 1', '99114', TAN_BINH),
      ...hamlet('5', 'Ấp 1', '98115', TAN_BINH),
      ...hamlet('6', 'Ấp 5', '98115', AN_BINH),
      ...hamlet('7', 'Ấp 7', '98116', TAN_BINH),
      ...hamlet('8', 'Khóm 1', '99117', AN_BINH),
      ...hamlet('9', 'Khóm 1', '98117', TAN_BINH),
      ['98119', 'Xã Hưng Mỹ', 'commune', '981', '', END],
      ['98120', 'Xã Hưng Mỹ', 'commune', '99', NEXT],
      ...hamlet('10', 'Ấp 8', '98119', TAN_BINH),
      ['11', 'Ấp 3', 'hamlet', '98120', NEXT],
    ]);
    const whole = [
      `${AN_BINH},${AN_BINH}`,
      '98,99',
      ...['99114', '98116', '98117', '98119'].map((one) => `${one},${TAN_BINH}`),
      `99117,${AN_BINH}`,
    ];
    const split = ['99112', '98115'].flatMap((one) => [`${one},${AN_BINH}`, `${one},${TAN_BINH}`]);
    const rows = [...whole, ...split].map((pair) => `${NEXT},${pair},\n`).join('');
    p.put('registry/changes.csv', `effective,from,to,share\n${rows}`);
  });
  afterEach(() => p.remove());
  const sheet = (hamlet: string, lines: readonly string[] = []) => ({
    Biểu: [
      ...lines.map((line) => [line]),
      ['Tháng 9/2024'],
      ['Ấp/Khóm', 'Số thành viên'],
      [hamlet, 5],
    ],
  });

  it.each([
    ['Huyện Đông/Xã An Bình.xlsx', []],
    ['a.xlsx', ['UBND HUYỆN ĐÔNG', 'UBND XÃ AN BÌNH']],
  ])('ask where a commune of today has the name and the hamlet too: %s', async (file, lines) => {
    await p.book(file, sheet('Ấp 2', lines));
    const r = await p.rollup();
    const [told] = r.found('CCDS-U02');
    expect(told!.message).toContain('1 Ấp 2 (Xã An Bình); 3 Ấp 2 (Xã Tân Bình)');
    expect(r.value('99', 'members')).toBeNull();
  });

  it.each([
    ['Huyện Đông/Xã An Bình.xlsx', 'Ấp 1', '2'],
    ['Tỉnh Thử/Xã An Bình A.xlsx', 'Ấp 1', '4'],
    ['Xã Phú Lâm.xlsx', 'Ấp 1', '5'],
    ['báo cáo xã phú lâm T9.xlsx', 'Ấp 1', '5'],
    ['Tỉnh Thử/Huyện Tây/Phường 7.xlsx', 'Khóm 1', '9'],
    ['Huyện Đông/Phường 7.xlsx', 'Khóm 1', '8'],
    ['Xã An Bình (cũ).xlsx', 'Ấp 2', '3'],
    ['Huyện Đông (cũ)/XÃ AN BÌNH CŨ.xlsx', 'Ấp 2', '3'],
    ['a.xlsx', 'Ấp 2', '3', ['Xã: An Bình (cũ)']],
    ['a.xlsx', 'Ấp 2', '3', ['UBND xã An Bình cũ']],
    ['a.xlsx', 'Ấp 2 (xã An Bình cũ)', '3'],
    ['Tỉnh Thử/a.xlsx', 'Ấp 2 - Xã An Bình (cũ), Huyện Đông', '3'],
  ])('tell which hamlet is meant: %s, %s', async (file, name, code, lines = []) => {
    await p.book(file, sheet(name, lines));
    const r = await p.rollup();
    expect(r.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(r.value(code, 'members')).toBe(5);
  });

  const listed = (rows: readonly (readonly [string, string])[], lines: readonly string[] = []) => ({
    Biểu: [
      ...lines.map((line) => [line]),
      ['Tháng 9/2024'],
      ['Xã/Phường', 'Ấp/Khóm', 'Số thành viên'],
      ...rows.map((row) => [...row, 5]),
    ],
  });

  it.each<[string, string, Parameters<typeof listed>, string[], string[]]>([
    [
      'all that the old one had, below its district',
      'Huyện Đông/Xã An Bình.xlsx',
      [
        [
          ['', 'Ấp 1'],
          ['', 'Ấp 2'],
        ],
      ],
      ['2', '3'],
      [],
    ],
    ['what today’s of the file’s name lacks', 'Xã Hưng Mỹ.xlsx', [[['', 'Ấp 8']]], ['10'], []],
    [
      'the other communes have ended',
      'a.xlsx',
      [
        [
          ['Xã An Bình A', 'Ấp 1'],
          ['Xã An Bình', 'Ấp 2'],
        ],
      ],
      ['4', '3'],
      [],
    ],
    [
      'another commune is of today alone',
      'a.xlsx',
      [
        [
          ['Xã Tân Bình', 'Ấp 7'],
          ['Xã An Bình', 'Ấp 2'],
        ],
      ],
      ['7', '1'],
      [],
    ],
    [
      'all that the old one had, and nothing else tells',
      'a.xlsx',
      [
        [
          ['', 'Ấp 1'],
          ['', 'Ấp 2'],
        ],
        ['Xã: An Bình'],
      ],
      ['2'],
      ['1', '3'],
    ],
    [
      'a hamlet that the old one never had',
      'a.xlsx',
      [
        [
          ['Xã An Bình A', 'Ấp 1'],
          ['Xã An Bình', 'Ấp 2'],
          ['Xã An Bình', 'Ấp 5'],
        ],
      ],
      ['4', '1', '6'],
      ['3'],
    ],
  ])(
    'are told from today’s of that name by the whole sheet: %s',
    async (_, file, rows, told, blank) => {
      await p.book(file, listed(...rows));
      const r = await p.rollup();
      expect(told.map((code) => r.value(code, 'members'))).toEqual(told.map(() => 5));
      expect(blank.map((code) => r.value(code, 'members'))).toEqual(blank.map(() => null));
      expect(r.found('CCDS-U02')).toHaveLength(blank.length === 2 ? 1 : 0);
    },
  );

  it('ask which of several is meant by an old one in the cell of a hamlet', async () => {
    await p.book('a.xlsx', sheet('Khóm 1 (phường 7 cũ)'));
    const [told] = (await p.rollup()).found('CCDS-U02');
    expect(told!.message).toContain('8 Khóm 1 (Xã An Bình); 9 Khóm 1 (Xã Tân Bình)');
  });

  it.each([
    ['Huyện Đông/Xã An Bình A.xlsx', '4'],
    ['Xã Phú Lâm.xlsx', '5'],
  ])('tell which hamlet of a commune in a column is meant: %s', async (file, code) => {
    const rows = [
      ['Tháng 9/2024'],
      ['Xã/Phường', 'Ấp/Khóm', 'Số thành viên'],
      ['Xã Tân Bình', 'Ấp 1', 5],
    ];
    await p.book(file, { Biểu: rows });
    const r = await p.rollup();
    expect(r.value(code, 'members')).toBe(5);
    expect(r.found('CCDS-U05')).toEqual([]);
  });

  it('are passed by where a district comes to the same, or no unit is within it', async () => {
    await p.book('Huyện Đông/Xã Tân Bình.xlsx', sheet('Ấp 2'));
    await p.book('Huyện Tây/Xã An Bình.xlsx', sheet('Ấp 2'));
    const r = await p.rollup();
    expect([r.value('3', 'members'), r.value('1', 'members')]).toEqual([5, 5]);
    expect(r.findings.map(({ code }) => code)).not.toContain('CCDS-U04');
  });

  it('do not disagree with the province that took theirs in', async () => {
    await p.book('a.xlsx', sheet('Ấp 7', ['Tỉnh: Thử', 'Huyện: Tây', 'Xã: Phú Mỹ']));
    const r = await p.rollup();
    expect(r.value('7', 'members')).toBe(5);
    expect(r.found('CCDS-U05')).toEqual([]);
    expect(r.found('CCDS-U04')).toHaveLength(1);
  });
});

describe('a merger and a renaming that hand on a name', () => {
  it('tell beside the second row that the table may go by old names', async () => {
    const p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ['991', 'Huyện Đông', 'district', '99'],
      ['99101', 'Xã An Bình', 'commune', '991'],
      ['9910101', 'Ấp 1', 'hamlet', '99101', '', '2024-08-20'],
      ['9910102', 'Ấp 2', 'hamlet', '99101', '', '2024-08-20'],
      ['9910103', 'Ấp 3', 'hamlet', '99101', '', '2024-08-20'],
      ['9910111', 'Ấp 1', 'hamlet', '99101', '2024-08-21'],
      ['9910112', 'Ấp 2', 'hamlet', '99101', '2024-08-21'],
    ]);
    const pairs = ['9910101,9910111', '9910102,9910111', '9910103,9910112'];
    const changes = pairs.map((pair) => `2024-08-21,${pair},\n`).join('');
    p.put('registry/changes.csv', `effective,from,to,share\n${changes}`);
    const rows = [1, 2, 3].map((n) => [`Ấp ${n}`, n + 4, 1]);
    const header = ['Ấp/Khóm', 'Số thành viên', 'Nữ'];
    await p.book('T9.xlsx', { Biểu: [['Xã: An Bình'], ['Tháng 9/2024'], header, ...rows] });
    const [told] = (await p.rollup()).found('CCDS-D01');
    expect(told).toMatchObject({ cell: 'B6', severity: 'error' });
    expect(told!.message).toContain('“Ấp 3” is an old name of Ấp 2 (Xã An Bình)');
    p.remove();
  });
});

describe('a unit that is yet to begin', () => {
  it('is said to begin on its first day', async () => {
    const of = (name: string, hamlet: string) => ({
      Biểu: [[`Xã: ${name}`], ['Tháng 8/2024'], ['Ấp/Khóm', 'Số thành viên'], [hamlet, 5]],
    });
    await p.book('a.xlsx', of('Tân Bình', 'Ấp Rạch Gốc'));
    await p.book('b.xlsx', of('An Bình', 'Ấp Rạch Góc'));
    const told = (await p.rollup({ period: '2024-08' })).found('CCDS-U01');
    const messages = told.map(({ file, message }) => `${file} ${message}`);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain(
      'in the registry for this period: it begins on 21 August 2024. Is',
    );
    expect(messages[1]).toContain('in the registry. Is');
  });

  it('is so too below the name of a commune that ends the day before', async () => {
    const rows = [['Xã: An Bình'], ['Tháng 8/2024'], ['Ấp/Khóm', 'Số thành viên'], ['Mới', 5]];
    await p.book('a.xlsx', { Biểu: rows });
    const [told] = (await p.rollup({ period: '2024-08' })).found('CCDS-U01');
    expect(told!.message).toContain('it begins on 21 August 2024. Is it “Ấp Cũ (9910108)”?');
  });
});

describe('two communes of today with one name', () => {
  const rows = (names: readonly string[]) => [
    ['Phường 2'],
    ['Tháng 9/2024'],
    ['Khóm', 'Số thành viên'],
    ...names.map((name) => [`Khóm ${name}`, 5]),
  ];
  beforeEach(() => {
    p.remove();
    const hamlet = (code: string, name: string) => [code, `Khóm ${name}`, 'hamlet', code[0]!];
    p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ...['1', '2'].flatMap((i) => [
        [`99${i}`, `Thành phố ${i === '1' ? 'Hải An' : 'Tân Bình'}`, 'district', '99'],
        [i, 'Phường 2', 'commune', `99${i}`],
      ]),
      ...[hamlet('11', '1'), hamlet('12', 'Cầu Đúc'), hamlet('13', '3')],
      ...[hamlet('21', '1'), hamlet('22', 'Chợ Cũ'), hamlet('23', '3')],
    ]);
  });

  it('are told apart by a hamlet that one of them alone has', async () => {
    await p.book('a.xlsx', { TV: rows(['1', '3', 'Cầu Đúc']) });
    const r = await p.rollup();
    expect([r.value('1', 'members'), r.value('2', 'members')]).toEqual([15, null]);
    expect(r.status).toBe(0);
  });

  it.each([
    [['1', '3'], 2],
    [['1', 'Cầu Đúc', 'Chợ Cũ'], 1],
    [['1', '3', 'Cầu Đúc', '1'], 3],
  ])('are asked about where the sheet may be of either: %j', async (names, asked) => {
    await p.book('a.xlsx', { TV: rows(names) });
    expect((await p.rollup()).found('CCDS-U02')).toHaveLength(asked);
  });
});
