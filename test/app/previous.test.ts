import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Province, province } from '../helpers/province.js';
import { HOUSEHOLDS, Months, TWO_HAMLETS } from './helpers/months.js';

/** Twelve hamlets in one commune: enough to tell what is usual. */
const HAMLETS = Array.from({ length: 12 }, (_, i) => i + 1);
const UNITS = [
  ['99', 'Tỉnh Thử', 'province', ''],
  ['991', 'Huyện Đông', 'district', '99'],
  ['99101', 'Xã An Bình', 'commune', '991'],
  ...HAMLETS.map((n) => [`99101${String(n).padStart(2, '0')}`, `Ấp ${n}`, 'hamlet', '99101']),
];

let p: Province;
beforeEach(() => {
  p = province(UNITS);
});
afterEach(() => p.remove());

/** A month's tallies; `assisted` and `cumulative` by hamlet. */
async function month(period: string, counts: (n: number) => [number, number]) {
  const [year, number] = period.split('-');
  await p.book(`${period}/tong hop T${Number(number)}.${year}.xlsx`, {
    TH: [
      ['Xã: An Bình'],
      [`Kỳ báo cáo: Tháng ${Number(number)}/${year}`],
      ['Ấp/Khóm', 'Tổng số hộ', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế'],
      ...HAMLETS.map((n) => [`Ấp ${n}`, 9000, ...counts(n)]),
    ],
  });
  return p.rollup({ period, inputs: [`in/${period}`] });
}

const told = async (previous: string, period = '2024-09') => {
  const r = await p.rollup({ period, inputs: [`in/${period}`], args: ['--previous', previous] });
  return r.findings
    .filter(({ code }) => code!.startsWith('CCDS-H'))
    .map(({ code, cell, unit_code }) => `${code} ${unit_code} ${cell}`);
};

describe('--previous', () => {
  it('tells a running total that fell and a count far from the others, at their cells', async () => {
    const before = await month('2024-08', (n) => [100 + n, 400 + n]);
    await month('2024-09', (n) => [
      n === 3 ? 1030 : 101 + n + (n % 3),
      n === 5 ? 395 : 501 + 2 * n,
    ]);
    const found = await told(before.out);
    expect(found).toContain('CCDS-H01 9910105 D8');
    expect(found).toContain('CCDS-H02 9910103 C6');
    expect(found.every((line) => /9910105|9910103/.test(line))).toBe(true);
    expect(await told(`${before.out}/data/values.csv`)).toEqual(found);
  });

  it('holds no total that only the period itself tells against the former, and says that it does', async () => {
    const before = await month('2024-08', (n) => [100 + n, 400 + n]);
    const lines = ['Xã: An Bình', 'Kỳ báo cáo: Tháng 9/2024', 'Ấp,Số hộ được hỗ trợ trong kỳ'];
    p.file('2024-09/T9.csv', [...lines, ...HAMLETS.map((n) => `Ấp ${n},${100 + n}`)].join('\n'));
    const args = ['--previous', before.out];
    const { findings } = await p.rollup({ inputs: ['in/2024-09'], args });
    expect(findings.filter(({ code }) => /-H|-C03/.test(code!)).map(({ code }) => code)).toEqual([
      'CCDS-C03',
    ]);
  });

  it('holds no code against what another hamlet had under it, and what was merged against all of it', async () => {
    const before = await month('2024-08', (n) => [100 + n, 400 + n]);
    const changes = [
      ...['9910101,9910101', '9910102,9910101', '9910103,9910113'],
      // Two that go on under their code and name, with what another was.
      ...['9910105,9910104', '9910106,9910106', '9910107,9910106'],
    ];
    const ended = new Set(changes.map((pair) => pair.split(',')[0]));
    const units = [
      'code,name,level,parent,valid_from,valid_to',
      ...UNITS.map((unit) => [...unit, '', ended.has(unit[0]) ? '2024-08-20' : ''].join(',')),
      '9910101,Ấp Một Hai,hamlet,99101,2024-08-21,',
      '9910102,Ấp Mới,hamlet,99101,2024-08-21,',
      '9910113,Ấp Ba,hamlet,99101,2024-08-21,',
      '9910106,Ấp 6,hamlet,99101,2024-08-21,',
    ];
    p.put('registry/units.csv', units.join('\n'));
    p.put(
      'registry/changes.csv',
      `effective,from,to,share\n${changes.map((pair) => `2024-08-21,${pair},\n`).join('')}`,
    );
    const counts = { 'Ấp Một Hai': 801, 'Ấp Mới': 9, 'Ấp Ba': 390, 'Ấp 4': 808, 'Ấp 6': 813 };
    await p.book('2024-09/a.xlsx', {
      TH: [
        ['Xã: An Bình'],
        ['Kỳ báo cáo: Tháng 9/2024'],
        ['Ấp/Khóm', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế'],
        ...Object.entries(counts).map(([name, total]) => [name, 5, total]),
      ],
    });
    const fallen = async (out: string) =>
      (await told(out)).flatMap((line) => /^CCDS-H01 (\d+)/.exec(line)?.[1] ?? []);
    const all = ['9910101', '9910104', '9910113'];
    expect(await fallen(before.out)).toEqual(all);
    const args = ['--as-of', '2024-09-14'];
    const onMap = await p.rollup({ period: '2024-08', inputs: ['in/2024-08'], args });
    expect(await fallen(onMap.out)).toEqual(all);
  });

  it('finds nothing where all have changed alike', async () => {
    const before = await month('2024-08', (n) => [100 + n, 400 + n]);
    await month('2024-09', (n) => [103 + n + (n % 4), 503 + 2 * n]);
    expect(await told(before.out)).toEqual([]);
  });

  it.each(['2024-10', '2024-09'])('refuses a result of no earlier month: %s', async (period) => {
    const { out } = await month(period, () => [1, 1]);
    await month('2024-09', () => [1, 1]);
    const flags = ['--registry', 'registry', '--period', '2024-09', '--previous', out];
    const { status, stderr } = await p.ccds('validate', 'in/2024-09', ...flags);
    expect(status).toBe(2);
    expect(stderr).toContain(period);
  });

  it.each(['khong-co', 'registry', 'registry/units.csv'])(
    'refuses what is no result: %s',
    async (path) => {
      await month('2024-09', () => [1, 1]);
      const flags = ['--registry', 'registry', '--period', '2024-09', '--previous', path];
      const { status, stdout, stderr } = await p.ccds('validate', 'in/2024-09', ...flags);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^ccds: [^\n]+\n$/);
    },
  );
});

it('holds a running total against the last closed month that had one', async () => {
  const months = new Months(TWO_HAMLETS);
  try {
    await months.init();
    const send = (month: string, totals: Record<string, readonly number[]>) =>
      months.send(month, 'Xã Một', `${HOUSEHOLDS},Lũy kế`, totals);
    send('2024-07', { 'Ấp A': [5, 50], 'Ấp B': [5, 60] });
    await months.close('2024-07', '2024-07-20');
    send('2024-08', { 'Ấp B': [5, 65] });
    await months.close('2024-08', '2024-08-20');
    send('2024-09', { 'Ấp A': [5, 30], 'Ấp B': [5, 62] });
    const { findings } = (await months.rollup('2024-09')).summary;
    const fell = findings.filter(({ code }) => code === 'CCDS-H01');
    expect(fell.map(({ unit, args }) => [unit, args.before, args.period]).sort()).toEqual([
      ['1011', 50, '2024-07'],
      ['1012', 65, '2024-08'],
    ]);
  } finally {
    months.drop();
  }
});
