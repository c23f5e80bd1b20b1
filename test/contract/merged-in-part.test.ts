import { afterEach, describe, expect, it } from 'vitest';
import { list, MEMBERS, MERGED, mergedProvince, tally, team } from '../helpers/merged.js';
import type { Province } from '../helpers/province.js';

const OLDS = [
  ['9910101', 'Ấp Rạch Gốc'],
  ['9910102', 'Ấp Cái Đôi'],
  ['9910104', 'Ấp Ô Rô'],
] as const;

let p: Province;
afterEach(() => p.remove());

describe('of a merged hamlet of which only a part came', () => {
  it('the others are told, and that the figure is the part’s', async () => {
    p = mergedProvince('Ấp Tân Lập', OLDS);
    await p.book('T9.xlsx', tally(MEMBERS, ['Bàu Sen', 4, 1], ['Rạch Gốc', 6, 2]));
    await p.book('Cái Đôi.xlsx', list('Cái Đôi', ...team('Lê', '091200000')));
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(8);
    expect(r.found('CCDS-D17')).toMatchObject([{ severity: 'warning', unit_code: MERGED }]);
    const { message } = r.found('CCDS-D17')[0]!;
    expect(message).toContain('only the figures of Ấp Cái Đôi, Ấp Rạch Gốc came');
    expect(message).toContain('those of Ấp Ô Rô did not');
  });

  it('nothing is told where all came, or the whole', async () => {
    p = mergedProvince('Ấp Tân Lập', OLDS);
    await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Cái Đôi', 4, 1], ['Ô Rô', 5, 1]));
    expect((await p.rollup()).found('CCDS-D17')).toEqual([]);
    await p.book('T9 lần 2.xlsx', tally(MEMBERS, ['Tân Lập', 15, 2]));
    expect((await p.rollup()).found('CCDS-D17')).toEqual([]);
  });

  it('nor where one that goes on with an old name is the whole', async () => {
    p = mergedProvince('Ấp Rạch Gốc', OLDS);
    await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 15, 2]));
    expect((await p.rollup()).found('CCDS-D17')).toEqual([]);
    await p.book('T9 bổ sung.xlsx', tally(MEMBERS, ['Ô Rô', 5, 2]));
    const { message } = (await p.rollup()).found('CCDS-D17')[0]!;
    expect(message).toContain('those of Ấp Cái Đôi did not');
  });

  it('and one that goes on by its code lacks its own from before', async () => {
    p = mergedProvince('Ấp Rạch Gốc', [[MERGED, 'Ấp Rạch Gốc'], OLDS[1]]);
    await p.book('T9.xlsx', tally(MEMBERS, ['Cái Đôi', 5, 2]));
    const { message } = (await p.rollup()).found('CCDS-D17')[0]!;
    expect(message).toContain('those of Ấp Rạch Gốc did not');
  });
});
