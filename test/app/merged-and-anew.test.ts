import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sheetNames, unzip } from '../reports/package-parts.js';
import {
  codesOf,
  HOUSEHOLD_LIST,
  HOUSEHOLDS,
  MEMBERS,
  Months,
  TWO_MERGED,
} from './helpers/months.js';

const TOTAL = 'households_assisted_total';

let months: Months;
afterEach(() => months.drop());

describe('a merged hamlet', () => {
  it('is held against the past only where all of its parts had reported', async () => {
    months = new Months(
      [
        '9,Tỉnh Thử,province,,,',
        '11,Huyện Một,district,9,,',
        '101,Xã Một,commune,11,,',
        '1011,Ấp A,hamlet,101,,',
        '1012,Ấp B,hamlet,101,,2024-08-31',
        '1013,Ấp C,hamlet,101,,',
        '1014,Ấp D,hamlet,101,,',
        '1015,Ấp E,hamlet,101,,2024-08-31',
      ],
      ['2024-09-01,1012,1011,', '2024-09-01,1015,1014,'],
    );
    await months.init();
    months.send('2024-08', 'Xã Một', MEMBERS, {
      ...{ 'Ấp A': [1, 4], 'Ấp C': [1, 5], 'Ấp D': [1, 6], 'Ấp E': [1, 7] },
    });
    await months.close('2024-08', '2024-09-01');
    const now = { 'Ấp A': [2, 90], 'Ấp C': [1, 8], 'Ấp D': [2, 15] };
    months.send('2024-09', 'Xã Một', MEMBERS, now);
    const run = await months.rollup('2024-09');
    const row = run
      .rows('comparison.csv')
      .find(
        (one) =>
          one.unit_code === '101' && one.indicator === 'members' && one.comparison === 'previous',
      );
    expect(row).toMatchObject({
      ...{ change: '91', like_hamlets: '2', like_value: '23', like_base_value: '18' },
    });
  });
});

it('one of the old map is not called missing on a later one, where nobody was to report', async () => {
  months = new Months(
    [
      ...['9,Tỉnh Thử,province,,,', '101,Xã Một,commune,9,,'],
      ...['1011,Ấp A,hamlet,101,,2024-08-31', '1012,Ấp B,hamlet,101,,2024-08-31'],
      '1013,Ấp Mới,hamlet,101,2024-09-01,',
    ],
    ['2024-09-01,1011,1013,', '2024-09-01,1012,1013,'],
  );
  await months.init();
  months.send('2024-08', 'Xã Một', MEMBERS, { 'Ấp A': [1, 4], 'Ấp B': [1, 5] });
  const sheetsOf = async (asOf?: string) => {
    const { out } = await months.rollupWhole('2024-08', '2024-10-01', asOf);
    return sheetNames(unzip(readFileSync(join(out, 'tong-hop-thu-2024-08.xlsx'))));
  };
  expect(await sheetsOf()).toContain('Thời hạn nộp');
  expect(await sheetsOf('2024-09-14')).not.toContain('Thời hạn nộp');
});

describe('a running total that begins anew with the year', () => {
  it('misses nothing in January', async () => {
    months = new Months(
      ['9,Tỉnh Thử,province,,,', '101,Xã Một,commune,9,,', '1011,Ấp A,hamlet,101,,'],
      [],
      { cumulative: 'year' },
    );
    await months.init();
    for (const month of ['2024-12', '2025-01'])
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [3] });
    expect(codesOf(await months.rollup('2024-12'))).toContain('CCDS-C03');
    await months.close('2024-12', '2025-01-01');
    const run = await months.rollup('2025-01');
    expect(run.value('1011', 'households_assisted_total')).toBe(3);
    expect(codesOf(run)).not.toContain('CCDS-C03');
  });

  it('counts a household once in a month of the year before that is made anew', async () => {
    months = new Months(
      ['9,Tỉnh Thử,province,,,', '101,Xã Một,commune,9,,', '1011,Ấp A,hamlet,101,,'],
      [],
      { cumulative: 'year' },
    );
    await months.init();
    const same = { 'Ấp A': ['Nguyễn Văn An', 'Số 1 đường Mẫu', '0912345678'] };
    for (const month of ['2024-11', '2024-12', '2025-01'])
      months.send(month, 'Xã Một', HOUSEHOLD_LIST, same);
    await months.close('2024-11', '2024-12-01');
    await months.close('2024-12', '2025-01-01');
    months.send('2024-12', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
    const changed = (await months.rollup('2025-01')).rows('revisions.csv');
    expect(changed.map(({ indicator }) => indicator)).toContain('members');
    expect(changed.filter(({ indicator }) => indicator!.startsWith('household'))).toEqual([]);
  });
});

describe('a quarter of which a month has not come', () => {
  it('says so, and counts the months that are known', async () => {
    months = new Months([
      '9,Tỉnh Thử,province,,,',
      '101,Xã Một,commune,9,,',
      '1011,Ấp A,hamlet,101,,',
    ]);
    await months.init();
    for (const month of ['2024-04', '2024-05', '2024-06'])
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [3] });
    for (const month of ['2024-04', '2024-05', '2024-06']) await months.close(month, '2024-07-01');
    for (const month of ['2024-07', '2024-08'])
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5] });
    const run = await months.rollup('2024-Q3');
    expect(run.summary.findings.filter(({ code }) => code === 'CCDS-C06')).toMatchObject([
      { severity: 'warning', args: { count: 2, expected: 3, months: '2024-09' } },
    ]);
    const since = run
      .rows('comparison.csv')
      .find(
        (row) => row.comparison === 'since_year_start' && row.indicator === 'households_assisted',
      );
    expect(since).toMatchObject({ accumulated: '19', months_known: '5', months_elapsed: '6' });
  });
});

it('a total left blank of a hamlet that was merged since is not run up out of its month alone', async () => {
  months = new Months(...TWO_MERGED);
  await months.init();
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [5] });
  months.send('2024-08', 'Xã Một', `${HOUSEHOLDS},Lũy kế`, { 'Ấp A': [2, ''], 'Ấp B': [3, 8] });
  months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [1] });
  expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBeNull();
  expect((await months.rollup('2024-Q3')).value('1018', TOTAL)).toBe(8 + 1);
  await months.close('2024-07', '2024-08-01');
  await months.close('2024-08', '2024-09-01');
  expect((await months.rollup('2024-09')).value('1018', TOTAL)).toBe(8 + 1);
});

it('totals left blank of all hamlets that were merged since have what these counted', async () => {
  months = new Months(...TWO_MERGED);
  await months.init();
  months.send('2024-07', 'Xã Một', `${HOUSEHOLDS},Lũy kế`, { 'Ấp A': [2, ''], 'Ấp B': [3, ''] });
  months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [1] });
  const total = async (period: string) => (await months.rollup(period)).value('1018', TOTAL);
  expect(await total('2024-Q3')).toBe(2 + 3 + 1);
  await months.close('2024-07', '2024-08-01');
  expect(await total('2024-09')).toBe(2 + 3 + 1);
});
