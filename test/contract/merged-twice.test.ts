import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMBERS, MERGED, tally } from '../helpers/merged.js';
import { type Province, province } from '../helpers/province.js';

const MIDDLE = '9910108';

let p: Province;
/** Ấp Rạch Gốc and Ấp Cái Đôi became Ấp Tân Tiến, and that one and Ấp Ô Rô Ấp Tân Lập. */
beforeEach(() => {
  p = province([
    ['99', 'Tỉnh Thử', 'province', ''],
    ['991', 'Huyện Đông', 'district', '99'],
    ['99101', 'Xã An Bình', 'commune', '991'],
    ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101', '', '2024-02-29'],
    ['9910102', 'Ấp Cái Đôi', 'hamlet', '99101', '', '2024-02-29'],
    ['9910104', 'Ấp Ô Rô', 'hamlet', '99101', '', '2024-08-20'],
    [MIDDLE, 'Ấp Tân Tiến', 'hamlet', '99101', '2024-03-01', '2024-08-20'],
    [MERGED, 'Ấp Tân Lập', 'hamlet', '99101', '2024-08-21'],
  ]);
  const changes = [
    `2024-03-01,9910101,${MIDDLE},`,
    `2024-03-01,9910102,${MIDDLE},`,
    `2024-08-21,${MIDDLE},${MERGED},`,
    `2024-08-21,9910104,${MERGED},`,
  ];
  p.put('registry/changes.csv', `effective,from,to,share\n${changes.join('\n')}\n`);
});
afterEach(() => p.remove());

describe('a hamlet that was merged, and then merged again, stands for those that it was made of', () => {
  it('where it came later', async () => {
    await p.book('cũ.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Cái Đôi', 5, 1]));
    await p.book(
      'mới.xlsx',
      tally(MEMBERS, ['Tân Tiến', 12, 4], ['Ô Rô', 7, 2]),
      '2024-09-17T02:00:00Z',
    );
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(19);
    expect(r.value(MERGED, 'teams')).toBe(2);
    expect(r.found('CCDS-D07')).toMatchObject([{ file: 'cũ.xlsx' }]);
    expect(r.found('CCDS-D17')).toEqual([]);
    expect(r.submission('cũ.xlsx').status).toBe('superseded');
  });

  it('and where it came first, with a warning', async () => {
    await p.book('mới.xlsx', tally(MEMBERS, ['Tân Tiến', 12, 4]));
    await p.book(
      'cũ.xlsx',
      tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Ô Rô', 7, 2]),
      '2024-09-17T02:00:00Z',
    );
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(19);
    expect(r.found('CCDS-D14')).toMatchObject([
      { file: 'cũ.xlsx', severity: 'warning', cell: 'B5' },
    ]);
    const { message } = r.found('CCDS-D14')[0]!;
    expect(message).toContain('of Ấp Rạch Gốc, merged into 1 hamlet (Ấp Tân Tiến)');
    expect(r.submission('cũ.xlsx')).toMatchObject({ status: 'partial', rows_accepted: '1' });
  });

  it('in one table too, where the others are rejected', async () => {
    await p.book(
      'T9.xlsx',
      tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Tân Tiến', 12, 4], ['Ô Rô', 7, 2]),
    );
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(19);
    expect(r.found('CCDS-D01')).toMatchObject([{ cell: 'B5', severity: 'error' }]);
  });

  it('and what lacks of it is told by its own parts', async () => {
    await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Ô Rô', 7, 2]));
    const { message } = (await p.rollup()).found('CCDS-D17')[0]!;
    expect(message).toContain('those of Ấp Cái Đôi did not');
  });

  it('and all of them give way to what is of all of today’s', async () => {
    await p.book(
      'T9.xlsx',
      tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Ô Rô', 7, 2]),
      '2024-09-18T02:00:00Z',
    );
    await p.book('giữa.xlsx', tally(MEMBERS, ['Tân Tiến', 12, 4]), '2024-09-17T02:00:00Z');
    await p.book('mới.xlsx', tally(MEMBERS, ['Tân Lập', 20, 4]));
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(20);
    expect(r.found('CCDS-D14')).toHaveLength(2);
  });
});
