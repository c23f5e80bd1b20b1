import { describe, expect, it } from 'vitest';
import { isOneRoute, routesTo } from '../../src/geography/routes.js';
import { unitAsOf } from '../../src/geography/validity.js';

import { registryOf } from './registry.js';

const registry = registryOf({
  units: [
    '9,Tỉnh A,province,,,',
    '1,Xã A,commune,9,,2024-12-31',
    '2,Xã B,commune,9,,2024-12-31',
    '3,Xã AB,commune,9,2025-01-01,2025-06-30',
    '4,Xã C,commune,9,2025-07-01,',
    '5,Xã D,commune,9,2025-07-01,',
    // Goes on, and gave up a part.
    '6,Xã Còn,commune,9,,',
    // Split, and all of it together again.
    '7,Xã Đi Vòng,commune,9,,2024-12-31',
    '71,Xã Vòng Một,commune,9,2025-01-01,2025-06-30',
    '72,Xã Vòng Hai,commune,9,2025-01-01,2025-06-30',
    '8,Xã Về,commune,9,2025-07-01,',
    // Shares that leave a rest.
    '10,Xã Thiếu,commune,9,,2025-06-30',
    'h,Ấp 1,hamlet,1,,2024-12-31',
    'h,Ấp 1,hamlet,3,2025-01-01,2025-06-30',
    'h,Ấp 1,hamlet,4,2025-07-01,',
  ],
  changes: [
    '2025-01-01,1,3,1',
    '2025-01-01,2,3,',
    '2025-07-01,3,4,0.75',
    '2025-07-01,3,5,0.25',
    '2025-07-01,6,5,0.1',
    '2025-01-01,7,71,',
    '2025-01-01,7,72,',
    '2025-07-01,71,8,1',
    '2025-07-01,72,8,1',
    '2025-07-01,10,4,0.5',
  ],
});
const [OLD, MID, NEW] = ['2024-06-01', '2025-03-01', '2025-08-01'];
const routes = (code: string, from: string, to: string) =>
  routesTo(registry, unitAsOf(registry, code, from)!, from, to).map(({ to: unit, share }) => [
    unit.code,
    share,
  ]);

describe('routes', () => {
  it('follow changes one after the other, and multiply their shares', () => {
    expect(routes('1', OLD, MID)).toEqual([['3', 1]]);
    expect(routes('2', OLD, NEW)).toEqual([
      ['4', 0.75],
      ['5', 0.25],
    ]);
    expect(routes('4', NEW, NEW)).toEqual([['4', 1]]);
  });

  it('keep the rest with a unit that goes on', () => {
    expect(routes('6', OLD, NEW)).toEqual([
      ['5', 0.1],
      ['6', 0.9],
    ]);
  });

  it('are one where all parts meet again', () => {
    expect(routes('7', OLD, MID)).toEqual([
      ['71', null],
      ['72', null],
    ]);
    expect(routes('7', OLD, NEW)).toEqual([['8', 1]]);
  });

  it('leave a rest that goes nowhere, and nothing where nothing leads on', () => {
    expect(routes('10', OLD, NEW)).toEqual([['4', 0.5]]);
    expect(isOneRoute([{ to: unitAsOf(registry, '4', NEW)!, share: 0.5 }])).toBe(false);
    expect(routes('8', NEW, OLD)).toEqual([['7', 1]]);
  });

  it('lead back to the one that a unit came out of, and to several only by name', () => {
    expect(routes('4', NEW, MID)).toEqual([
      ['10', null],
      ['3', null],
    ]);
    expect(routes('3', MID, OLD)).toEqual([
      ['1', null],
      ['2', null],
    ]);
    expect(routes('5', NEW, MID)).toEqual([
      ['3', null],
      ['6', null],
    ]);
    expect(routes('6', NEW, OLD)).toEqual([['6', 1]]);
  });

  it('follow a hamlet by code and name, whatever became of its commune', () => {
    expect(routes('h', OLD, NEW)).toEqual([['h', 1]]);
    expect(routes('h', NEW, OLD)).toEqual([['h', 1]]);
  });
});
