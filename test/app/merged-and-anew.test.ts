import { afterEach, describe, expect, it } from 'vitest';
import { codesOf, HOUSEHOLDS, MEMBERS, Months } from './helpers/months.js';

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
});
