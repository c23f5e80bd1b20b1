import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { trace } from '../../src/app/trace.js';
import { sourceRows, type TracedUnit, traceText } from '../../src/reports/trace-text.js';
import { runIn } from '../cli/helpers/run-in.js';
import { HOUSEHOLD_LIST, HOUSEHOLDS, MEMBERS, Months, TWO_HAMLETS } from './helpers/months.js';

const TOTAL = 'households_assisted_total';
const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const pilot = (indicator: string, unit: string) =>
  trace({
    inputs: [join(root, 'ca-mau-pilot/submissions')],
    registry: join(root, 'ca-mau/registry'),
    period: '2022-12',
    lang: 'vi',
    cwd: root,
    indicator,
    unit,
  });

function leaves(unit: TracedUnit): readonly TracedUnit[] {
  return unit.children.length === 0 ? [unit] : unit.children.flatMap(leaves);
}

describe('trace', () => {
  it('comes down to sources that add up to the total', async () => {
    const { made } = await pilot('members', '96');
    const sources = leaves(made[0]!.root).flatMap(({ sources }) => sources);
    expect(made[0]!.root.value).toBe(491);
    expect(sources.reduce((sum, { value }) => sum + value, 0)).toBe(491);
    expect(sources.every(({ file }) => file !== '')).toBe(true);
  });

  it('names as many rows of a list as it counts, or the one cell of a tally', async () => {
    const { made } = await pilot('members', '96');
    for (const source of leaves(made[0]!.root).flatMap(({ sources }) => sources)) {
      if (source.cell === '') expect(source.rows).toHaveLength(source.value);
      else expect(source.cell).toMatch(/^[A-Z]+\d+$/);
    }
  });

  it.each([
    [5, 10, '50,00% = 5 / 10'],
    [5, null, '5 (chưa có mẫu số, hoặc chưa đủ của mọi đơn vị trực thuộc)'],
    [5, 0, '5 (mẫu số bằng 0)'],
    [null, 10, 'chưa có số liệu'],
  ])('says of a ratio of %s to %s: %s', (value, denominator, said) => {
    const root = { code: '1', name: 'Ấp 1', level: 'hamlet', value, reported: 0, expected: 1 };
    const label = { vi: 'Tỷ lệ', en: 'Rate' };
    const text = traceText(
      {
        period: '2024-09',
        indicator: 'rate',
        label,
        ratio: { value: null, denominator, show: 'percent' },
        made: [{ indicator: 'part', label, root: { ...root, children: [], sources: [] } }],
      },
      { lang: 'vi', maxLines: 20 },
    );
    expect(text.split('\n')[1]).toBe(`  ${said}`);
  });

  it('traces the numerator of a ratio, and every level adds up to the one above', async () => {
    const { ratio, made } = await pilot('members_per_team', '96');
    expect(ratio).toMatchObject({ denominator: 93, show: 'decimal' });
    const check = (unit: TracedUnit): void => {
      if (unit.children.length === 0) return;
      const sum = unit.children.reduce((total, child) => total + (child.value ?? 0), 0);
      expect(sum).toBe(unit.value ?? 0);
      unit.children.forEach(check);
    };
    check(made[0]!.root);
  });

  it('heads each of several indicators that make a figure with its label', async () => {
    const found = await pilot('eid_rate', '96');
    const headings = (lang: 'vi' | 'en') => traceText(found, { lang, maxLines: 5000 });
    expect(found.made.length).toBe(2);
    for (const { indicator, label } of found.made) {
      expect(headings('vi').split('\n')).toContain(label.vi);
      expect(headings('en').split('\n')).toContain(label.en);
      expect(headings('vi')).not.toContain(indicator);
    }
  });

  it('takes an indicator by its name as well', async () => {
    expect((await pilot('thành viên tổ cnscđ', '96')).indicator).toBe('members');
  });

  it('tells an unknown indicator or unit', async () => {
    await expect(pilot('nonsense', '96')).rejects.toMatchObject({
      code: 'indicator-unknown',
      args: { known: expect.stringMatching(/\n {2}members +Thành viên tổ CNSCĐ\n/) },
    });
    await expect(pilot('members', 'Xã Không Có')).rejects.toMatchObject({ code: 'unit-missing' });
    await expect(pilot('members', 'Huyện Ngoc Hiển')).rejects.toMatchObject({
      code: 'unit-missing',
      args: { near: 'Huyện Ngọc Hiển, Tỉnh Cà Mau (973)' },
    });
    await expect(pilot('members', 'Khóm 1')).rejects.toMatchObject({
      code: 'unit-several',
      args: { choices: expect.stringMatching(/^Khóm 1, .+ \(\d{8}\); /) },
    });
  });

  it('says how much more there is than a screen, and gives all as CSV', async () => {
    const found = await pilot('members', '96');
    const text = traceText(found, { lang: 'vi', maxLines: 20 });
    expect(text.split('\n').length).toBeLessThanOrEqual(22);
    expect(text).toMatch(/… còn \d+ dòng chưa hiện.*--format csv\.\n$/);
    expect(sourceRows(found)).toHaveLength(93);
  });
});

it('one row and several have their noun in English', async () => {
  const text = traceText(await pilot('members', '96'), { lang: 'en', maxLines: Infinity });
  expect(text).toMatch(/, rows \d+–\d+/);
  expect(text).not.toMatch(/, row \d+[–,]/);
});

it('has no source of a running total that a sheet leaves blank, and nobody knows', async () => {
  const months = new Months(TWO_HAMLETS);
  await months.init();
  months.send('2024-07', 'Xã Một', 'Số hộ được hỗ trợ trong kỳ,Lũy kế', { 'Ấp A': [5, ''] });
  const options = { inputs: [], cwd: months.root, lang: 'vi' as const, period: '2024-07' };
  const { made } = await trace({ ...options, indicator: TOTAL, unit: '1011' });
  expect(made[0]!.root).toMatchObject({ value: null, sources: [] });
  months.drop();
});

it('has the months that left a running total blank as what it goes on from', async () => {
  const months = new Months(TWO_HAMLETS);
  await months.init();
  months.send('2024-07', 'Xã Một', 'Số hộ được hỗ trợ trong kỳ,Lũy kế', { 'Ấp A': [5, ''] });
  await months.close('2024-07', '2024-08-01');
  months.send('2024-08', 'Xã Một', 'Số hộ được hỗ trợ trong kỳ', { 'Ấp A': [3] });
  const options = { inputs: [], cwd: months.root, lang: 'vi' as const, period: '2024-08' };
  const { made } = await trace({ ...options, indicator: TOTAL, unit: '1011' });
  const { value, sources } = made[0]!.root;
  expect(value).toBe(8);
  expect(sources.map((one) => [one.kind, one.value])).toEqual([
    ['earlier-total', 5],
    ['sheet', 3],
  ]);
  months.drop();
});

it('names the cell or rows of a figure that moved to the hamlet which its own became part of', async () => {
  const months = new Months(
    [
      ...['9,Tỉnh Thử,province,,,', '101,Xã Một,commune,9,,', '1011,Ấp A,hamlet,101,,2024-08-20'],
      ...['1012,Ấp B,hamlet,101,,2024-08-20', '1013,Ấp C,hamlet,101,2024-08-21,'],
    ],
    ['2024-08-21,1011,1013,', '2024-08-21,1012,1013,'],
  );
  try {
    await months.init();
    months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5], 'Ấp B': [1, 4] });
    const rows = { 'Ấp A': ['Lê An', 'Nhà 1', ''], 'Ấp B': ['Lê Cư', 'Nhà 3', ''] };
    months.send('2024-07', 'Xã Một', HOUSEHOLD_LIST, rows);
    months.send('2024-09', 'Xã Một', MEMBERS, {});
    const of = async (indicator: string) => {
      const options = { inputs: [], cwd: months.root, lang: 'vi' as const, period: '2024-Q3' };
      const { made } = await trace({ ...options, indicator, unit: '1013' });
      return made[0]!.root.sources.map(({ value, cell, rows }) => [value, cell, ...rows]);
    };
    expect(await of('members')).toEqual([
      [5, 'C3', 3],
      [4, 'C4', 4],
    ]);
    expect(await of('households_assisted')).toEqual([
      [1, '', 3],
      [1, '', 4],
    ]);
  } finally {
    months.drop();
  }
});

it('names both cells of a count of men and of women, and of a list the rows that are ticked', async () => {
  const months = new Months(TWO_HAMLETS);
  try {
    await months.init();
    const columns = 'Số tổ,Số thành viên nam,Số thành viên nữ';
    months.send('2024-07', 'Xã Một', columns, { 'Ấp A': [1, 3, 2], 'Ấp B': [1, 4, 0] });
    const options = { inputs: [], cwd: months.root, lang: 'vi' as const, period: '2024-07' };
    const { made } = await trace({ ...options, indicator: 'members', unit: '101' });
    const sources = leaves(made[0]!.root).flatMap((unit) => unit.sources);
    expect(sources.map(({ value, cell, rows }) => [value, cell, rows])).toEqual([
      [5, 'C3 + D3', [3]],
      [4, 'C4 + D4', [4]],
    ]);
    const rows = { 'Ấp A': ['Lê An', 'Nhà 1', '', 'x'], 'Ấp B': ['Lê Cư', 'Nhà 3', '', ''] };
    months.send('2024-07', 'Xã Một', `${HOUSEHOLD_LIST},Dịch vụ công`, rows);
    const ticked = await trace({ ...options, indicator: 'skill_public_services', unit: '101' });
    const skills = leaves(ticked.made[0]!.root).flatMap((unit) => unit.sources);
    expect(skills.map(({ value, rows }) => [value, rows])).toEqual([
      [1, [3]],
      [0, []],
    ]);
  } finally {
    months.drop();
  }
});

it('has what stands in the total above alone, and of a merged stock the last of each', async () => {
  const months = new Months(
    [
      ...['9,Tỉnh Thử,province,,,', '101,Xã Một,commune,9,,'],
      ...['1011,Ấp A,hamlet,101,,2024-08-20', '1012,Ấp B,hamlet,101,,2024-08-20'],
      ...['1013,Ấp C,hamlet,101,,2024-08-20', '1018,Ấp AB,hamlet,101,2024-08-21,'],
      ...['1016,Ấp C Một,hamlet,101,2024-08-21,', '1017,Ấp C Hai,hamlet,101,2024-08-21,'],
    ],
    ['1011,1018', '1012,1018', '1013,1016', '1013,1017'].map((pair) => `2024-08-21,${pair},`),
  );
  try {
    await months.init();
    const members = (a: number) => ({ 'Ấp A': [1, a], 'Ấp B': [1, 9], 'Ấp C': [1, 1] });
    months.send('2024-07', 'Xã Một', MEMBERS, members(4));
    months.send('2024-08', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp C': [4] });
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp C Một': [3], 'Ấp AB': [10] });
    const traced = async (indicator: string) => {
      const { stdout } = await runIn(
        months.root,
        'trace',
        indicator,
        '--unit',
        '9',
        '--period',
        '2024-Q3',
      );
      return stdout.split('\n').map((line) => line.trim());
    };
    const stock = await traced('members');
    expect(stock.filter((line) => line.includes('←'))).toEqual([
      '1 ← 2024-07/Xã Một SốtổSốthànhviên.csv › C5',
      '5 ← 2024-08/Xã Một SốtổSốthànhviên.csv › C3',
      '9 ← 2024-07/Xã Một SốtổSốthànhviên.csv › C4',
    ]);
    expect(await traced('households_assisted')).toEqual([
      'Hộ được hỗ trợ trong kỳ – Tỉnh Thử, quý III năm 2024',
      'Tỉnh Thử (9): 17',
      'Xã Một (101): 17',
      expect.stringMatching(/^4 ← 2024-07.* › B3$/),
      'Ấp C Một (1016): không nêu riêng được (CCDS-M01)',
      expect.stringMatching(/^3 ← 2024-09.* › B3$/),
      'Ấp AB (1018): 10',
      expect.stringMatching(/^10 ← 2024-09.* › B4$/),
      '',
    ]);
  } finally {
    months.drop();
  }
});
