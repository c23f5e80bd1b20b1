import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { H, HEAD, type Province, province } from '../helpers/province.js';
import { unzip } from '../reports/package-parts.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const config = (content: unknown) => p.put('ccds.config.json', JSON.stringify(content));
const LINES = [['Ấp: Rạch Gốc', 'Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024']];
const words = (vi: string, en: string) => ({ vi, en });

/** A market where stalls take cashless payment: a fifth form, told by its own headings. */
const MARKETS = {
  forms: [
    {
      id: 'markets',
      label: words('Chợ 4.0', 'Markets 4.0'),
      list: {
        fields: [
          {
            id: 'stall',
            type: 'text',
            required: true,
            label: words('Sạp', 'Stall'),
            aliases: ['Số sạp'],
          },
          {
            id: 'market',
            type: 'text',
            required: true,
            label: words('Tên chợ', 'Market'),
            choices: [{ value: 'rach-goc', words: ['Chợ Rạch Gốc', 'RG'] }],
          },
          { id: 'qr', type: 'mark', label: words('Có QR chợ', 'QR') },
        ],
        identity: { what: 'stall', keys: [['market', 'stall']], match: 'fallback' },
      },
      tally: {
        fields: [
          {
            id: 'stalls',
            type: 'count',
            label: words('Tổng số sạp', 'Stalls'),
            baseline: 'stalls',
          },
          {
            id: 'with_qr',
            type: 'count',
            required: true,
            label: words('Số sạp có QR', 'Stalls with QR'),
          },
        ],
        checks: [{ part: 'with_qr', whole: 'stalls' }],
      },
    },
  ],
  baselines: [{ id: 'stalls', label: words('Tổng số sạp', 'Stalls') }],
  indicators: [
    {
      id: 'stalls_qr',
      kind: 'base',
      family: 'markets',
      time: 'stock',
      label: words('Sạp có QR', 'Stalls with QR'),
      heading: words('Có QR', 'QR'),
      unit: words('sạp', 'stalls'),
      source: {
        form: 'markets',
        list: { count: 'entities', where: { field: 'qr', equals: true } },
        tally: { field: 'with_qr' },
      },
    },
    {
      id: 'market_rate',
      kind: 'ratio',
      family: 'markets',
      time: 'stock',
      label: words('Tỷ lệ sạp có QR', 'Market rate'),
      heading: words('Tỷ lệ', 'Rate'),
      unit: words('%', '%'),
      numerator: { indicator: 'stalls_qr' },
      denominator: { baseline: 'stalls' },
      show: 'percent',
    },
  ],
};

it('adds a fifth form with indicators, list and tally, to every output', async () => {
  config(MARKETS);
  await p.book('a.xlsx', {
    Chợ: [
      ...LINES,
      ['STT', 'Sạp', 'Tên chợ', 'Có QR chợ'],
      [1, 'A1', 'Chợ Rạch Gốc', 'x'],
      [2, 'A2', 'Chợ Rạch Gốc', null],
      [3, 'a1', 'rg.', 'x'],
      [4, 'a1', 'Chợ nổi', 'x'],
      [5, 'A1', 'chợ nổi', 'x'],
    ],
    ĐD: [...LINES, HEAD.eid, ['An', '096080001234', 1]],
  });
  await p.book('Xã Phú Lâm T9.xlsx', {
    Chợ: [
      LINES[1]!,
      ['Ấp', 'Tổng số sạp', 'Số sạp có QR'],
      ['Tân Tiến', 10, 4],
      ['Tân Lập', 30, 31],
    ],
  });
  const r = await p.rollup();
  expect(r.value(H.goc, 'stalls_qr')).toBe(2);
  expect(r.value(H.goc, 'eid_accounts')).toBe(1);
  expect(r.row('99201', 'market_rate')).toMatchObject({
    numerator: '35',
    denominator: '40',
    value: '0.875',
  });
  expect(r.found('CCDS-D01')).toMatchObject([
    { row: '6', sheet: 'Chợ', field: 'market' },
    { row: '8', sheet: 'Chợ', field: 'market' },
  ]);
  expect(r.found('CCDS-X01')).toMatchObject([{ severity: 'warning', cell: 'C4' }]);
  expect(r.submission('a.xlsx', 'markets')).toMatchObject({
    status: 'partial',
    rows_accepted: '3',
  });
  expect(r.found('CCDS-C01').find(({ unit_code }) => unit_code === H.cho)!.message).toMatch(
    /Chợ 4|Markets 4/,
  );
  expect(r.stdout).not.toContain('markets');
});

it('holds a date of birth against the age of account holders alone', async () => {
  const born = { id: 'born_on', type: 'date', label: words('Ngày sinh', 'Date of birth') };
  config({ fields: { 'members.list': [born] } });
  p.file(
    'Xã An Bình - Ấp Rạch Gốc.csv',
    `${HEAD.members.join(',')},Ngày sinh\nAn,Tổ viên,,,,,03/09/2013\n`,
  );
  const r = await p.rollup();
  expect(r.submission('Xã An Bình - Ấp Rạch Gốc.csv', 'members').rows_accepted).toBe('1');
  expect(r.found('CCDS-R12')).toEqual([]);
});

it('adds a field, and an indicator counted from it', async () => {
  config({
    fields: {
      'members.list': [
        {
          id: 'laptop',
          type: 'mark',
          label: words('Có máy tính', 'Has a laptop'),
          aliases: ['Laptop'],
        },
      ],
      'members.tally': [
        { id: 'laptop', type: 'count', label: words('Số có máy tính', 'With a laptop') },
      ],
    },
    indicators: [
      {
        id: 'members_laptop',
        kind: 'base',
        family: 'members',
        time: 'stock',
        label: words('Thành viên có máy tính', 'Members with a laptop'),
        heading: words('Có máy tính', 'Laptop'),
        unit: words('người', 'people'),
        source: {
          form: 'members',
          list: { count: 'entities', where: { field: 'laptop', equals: true } },
          tally: { field: 'laptop' },
        },
      },
    ],
  });
  await p.book('a.xlsx', {
    Tổ: [...LINES, ['Họ và tên', 'Chức vụ', 'Laptop'], ['An', 'TT', 'x'], ['Bé', 'TV', null]],
  });
  await p.book('Xã Phú Lâm T9.xlsx', {
    TH: [LINES[1]!, ['Ấp', 'Số thành viên', 'Số có máy tính'], ['Tân Tiến', 5, 3]],
  });
  const r = await p.rollup();
  expect(r.value('99', 'members_laptop')).toBe(4);
  expect(r.found('CCDS-S05')).toEqual([]);
});

it('asks for no form that nothing is counted from', async () => {
  config({ forms: MARKETS.forms, baselines: MARKETS.baselines });
  const asked = (await p.rollup()).found('CCDS-C01').map(({ message }) => message);
  expect(asked).toHaveLength(8);
  expect(asked.filter((message) => message!.includes('Markets 4.0'))).toEqual([]);
});

it('adds a heading for a field, and a name for a unit', async () => {
  await p.book('a.xlsx', {
    ĐD: [
      ['Ấp: Rạch Gốc Lớn', 'Xã: An Bình'],
      LINES[1]!,
      ['Họ và tên', 'Số định danh', 'Bậc'],
      ['An', '096080001234', 1],
    ],
  });
  const before = await p.rollup();
  expect(before.status).toBe(1);
  expect(before.value('99', 'eid_accounts')).toBeNull();
  config({
    aliases: {
      units: [{ name: 'Ấp Rạch Gốc Lớn', code: H.goc }],
      headers: { 'eid.list.level': ['Bậc'], 'eid.name': ['Tên người dân'] },
    },
  });
  const after = await p.rollup();
  expect(after.value(H.goc, 'eid_level1')).toBe(1);
  expect(after.found('CCDS-U07')).toMatchObject([{ severity: 'info' }]);
});

it.each([
  ['a form that is none', { indicators: [{ ...MARKETS.indicators[0], source: { form: 'nope' } }] }],
  [
    'a field that its form has not',
    {
      ...MARKETS,
      indicators: [
        { ...MARKETS.indicators[0], source: { form: 'markets', tally: { field: 'nope' } } },
      ],
    },
  ],
  [
    'an indicator that is none',
    {
      ...MARKETS,
      indicators: [{ ...MARKETS.indicators[1], numerator: { indicator: 'nope' } }],
    },
  ],
  ['a baseline that is none', { ...MARKETS, baselines: [] }],
  ['an id that is taken', { ...MARKETS, forms: [{ ...MARKETS.forms[0], id: 'eid' }] }],
  ['a key that there is none of', { ...MARKETS, colour: 'red' }],
])('says where it is wrong: %s', async (_, content) => {
  config(content);
  const r = await p.rollup();
  expect(r.status).toBe(2);
  expect(r.stderr).toMatch(/^ccds: [^\n]*ccds\.config\.json[^\n]*\n$/);
});

it.each([
  [{ colour: 'red' }, 'không có mục “colour”'],
  [{ calendar: { day: 20 } }, 'thiếu mục “calendar.kind”'],
  [{ calendar: { kind: 'lunar' } }, 'mục “calendar.kind” .*, chỉ nhận: cutoff, calendar'],
  [{ calendar: { kind: 'calendar' }, colour: 'red', size: 2 }, '“colour”; còn 1 chỗ sai khác'],
  [[], 'nội dung cần là nhóm mục, trong dấu { }'],
  [
    { aliases: { units: [{ name: 'Rạch Gốc Bê', code: '999' }] } },
    'mục “aliases.units.0.code” ghi mã đơn vị 999 \\(Rạch Gốc Bê\\) mà danh mục không có',
  ],
])('says what is wrong, and what is allowed: %j', async (content, said) => {
  config(content);
  const r = await p.rollup();
  expect(r.status).toBe(2);
  expect(r.stderr).toMatch(new RegExp(said));
});

it('tells the line of a mistake in the syntax', async () => {
  p.put('ccds.config.json', '{\n  "calendar": { "kind": "calendar" }\n  "cumulative": "year"\n}');
  const r = await p.rollup();
  expect(r.status).toBe(2);
  expect(r.stderr).toMatch(/cú pháp JSON ở gần dòng 3/);
});

it.each([
  [
    '{\n "holidays": [],\n "holidays": ["2024-09-03"]\n}',
    'mục “holidays” có hai lần \\(lần sau ở dòng 3\\)',
  ],
  [
    '{ "aliases": { "units": [{ "name": "holidays", "code": "1" }, { "name": "B", "name": "C, \\"D", "code": "2" }] } }',
    'mục “aliases.units.1.name” có hai lần',
  ],
])('tells a key that is there twice: %s', async (content, said) => {
  p.put('ccds.config.json', content);
  const r = await p.rollup();
  expect(r.status).toBe(2);
  expect(r.stderr).toMatch(new RegExp(said));
});

it('opens workbooks with what is signed selected, or with the cover alone', async () => {
  await p.book('a.xlsx', { Tổ: [...LINES, ['Họ và tên', 'Chức vụ'], ['Lê Văn Tám', 'Tổ trưởng']] });
  const selected = async () => {
    const { out } = await p.rollup({ workbooks: true });
    const parts = unzip(readFileSync(join(out, 'huyen', '991-dong-2024-09.xlsx')));
    return [...parts].filter(([, xml]) => xml.includes(' tabSelected="1"')).length;
  };
  expect(await selected()).toBe(7);
  config({ workbook: { printTogether: false } });
  expect(await selected()).toBe(1);
});
