import { describe, expect, it } from 'vitest';
import type { Comparison, Revision, RevisionCause } from '../../src/history/types.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { figureText } from '../../src/reports/figure-text.js';
import { reviewText } from '../../src/reports/review-text.js';
import { inTime } from './fake-review.js';
import { makeSummary, SMALL } from './fake-summary.js';

const small = makeSummary(SMALL);
const NOTHING = {
  ...{ months: [], trend: [], anew: [], comparisons: [], attainments: [], carried: [], within: [] },
};
const carried = (hamlets: number) => [
  { unit: '96', indicator: 'members', value: 45, withLast: 50, hamlets },
];

describe('what the screen says of other periods', () => {
  it('counts one hamlet as one, in English', () => {
    const said = (n: number) => reviewText(small, { ...NOTHING, carried: carried(n) }, [], 'en');
    expect(said(1)).toMatch(
      / – With the last figures of 1 hamlet that did not report\n {2}.+: 50$/m,
    );
    expect(said(2)).toMatch(
      / – With the last figures of 2 hamlets that did not report\n {2}.+: 50$/m,
    );
  });
});

it('tells a figure that did not change as that, not as 0', () => {
  const { comparisons } = inTime(SMALL).review!;
  const same = comparisons
    .filter(
      ({ unit, kind, indicator }) => unit === '96' && kind === 'previous' && indicator === 'teams',
    )
    .map((one) => ({
      ...one,
      change: 0,
      like: { ...one.like, change: 0, hamlets: 6, unequal: 0 },
    }));
  expect(same).toHaveLength(1);
  const said = (lang: 'vi' | 'en') =>
    reviewText(small, { ...NOTHING, comparisons: same }, [], lang);
  expect(said('vi')).toContain('Số tổ CNSCĐ: không đổi (cùng 6 ấp, khóm: không đổi)');
  expect(said('en')).toContain('Teams: unchanged (the same 6 hamlets: unchanged)');
});

it('calls hamlets as they are called here, as the rest of a run does', () => {
  const units = JSON.parse(JSON.stringify(SMALL.units).replaceAll('Khóm', 'Ấp'));
  const coverage = [{ ...carried(1)[0]!, indicator: 'team_coverage' }];
  const said = reviewText(
    makeSummary({ ...SMALL, units }),
    { ...NOTHING, carried: coverage },
    [],
    'vi',
  );
  expect(said).toContain('Tỷ lệ ấp có tổ CNSCĐ: ');
});

describe('a running total that began anew with the year', () => {
  const { comparisons } = inTime(SMALL).review!;
  const isPrevious = (one: Comparison) =>
    one.unit === '96' && one.kind === 'previous' && one.indicator === 'household_coverage';
  const anew = comparisons.filter(isPrevious).map((one) => ({
    ...{ ...one, beganAnew: true, change: null },
    like: { ...one.like, change: null },
  }));

  it('is told as such, and as no change', () => {
    expect(anew).toHaveLength(1);
    const said = (lang: 'vi' | 'en') =>
      reviewText(small, { ...NOTHING, comparisons: anew }, [], lang);
    expect(said('vi')).toMatch(/: lũy kế tính lại từ đầu năm, không so\n$/);
    expect(said('en')).toMatch(/: the cumulative figure began anew with the year, [^\d]*\n$/);
  });
});

describe('why closed figures changed', () => {
  const revision = (file: string, ...causes: RevisionCause[]): Revision => ({
    ...{ month: '2024-07', unit: '96', name: 'Tỉnh Cà Mau', level: 'province', causes },
    ...{ indicator: 'members', published: 5, revised: 4, files: [file], sheets: [], cells: [] },
    ...{ decisions: [], earlier: [] },
  });
  const said = (revisions: readonly Revision[], lang: 'vi' | 'en' = 'vi') =>
    reviewText(small, null, revisions, lang);

  it('names the files that came apart from those that were withdrawn', () => {
    const gone = revision('b.xlsx', 'withdrawn');
    expect(said([gone])).toContain('thay đổi: 1 giá trị, do tệp đã rút “b.xlsx”');
    expect(said([gone], 'en')).toContain('changed: 1 value, because of the withdrawal of “b.xlsx”');
    const both = said([revision('a.xlsx', 'submission'), gone]);
    expect(both).toContain('2 giá trị, do “a.xlsx”; tệp đã rút “b.xlsx”');
  });

  it('says that some were, where one figure changed by both', () => {
    const mixed = revision('a.xlsx', 'submission', 'withdrawn');
    expect(said([mixed])).toContain('do “a.xlsx”; có tệp đã rút');
  });

  it('names them apart all the same, where others changed by one of them alone', () => {
    const total = { ...revision('', 'submission', 'withdrawn'), files: ['a.xlsx', 'b.xlsx'] };
    const parts = [revision('a.xlsx', 'submission'), revision('b.xlsx', 'withdrawn')];
    expect(said([total, ...parts])).toContain('3 giá trị, do “a.xlsx”; tệp đã rút “b.xlsx”');
    expect(said([total, parts[1]!])).toContain('do “a.xlsx”, “b.xlsx”; có tệp đã rút');
    const again = revision('a.xlsx', 'withdrawn');
    expect(said([parts[0]!, again])).toContain('2 giá trị, do “a.xlsx”\n');
  });
});

describe('a figure for a sentence', () => {
  const ratio = INDICATORS.find(({ id }) => id === 'members_per_team')!;
  const count = INDICATORS.find(({ id }) => id === 'members')!;

  it('has two decimals where it is a ratio, as in the tables', () => {
    expect(figureText(6.5, ratio, 'vi')).toBe('6,50');
    expect(figureText(5, ratio, 'en')).toBe('5.00');
    expect(figureText(5.125, ratio, 'vi')).toBe('5,13');
    expect(figureText(4518, count, 'vi')).toBe('4.518');
  });
});
