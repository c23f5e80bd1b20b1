import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HiddenValues } from '../../src/app/reading/hidden-values.js';
import { CalendarDate, type Value } from '../../src/core/value.js';
import { H, type Province, province } from '../helpers/province.js';

const merge = (top: number, left: number, bottom: number, right: number) => ({
  top,
  left,
  bottom,
  right,
});
const row = (number: number, ...values: Value[]) => ({ number, values, hidden: false });
const day = (of: number) => new CalendarDate(2024, 9, of, 0, null);

describe('values below merged cells', () => {
  it('are blank, but for those that say once more what is shown, a number apart', () => {
    const hidden = new HiddenValues([merge(2, 0, 3, 1), merge(2, 2, 2, 5)]);
    expect(hidden.without(row(1, 1, 2, 3)).values).toEqual([1, 2, 3]);
    expect(hidden.without(row(2, 'Ấp 1', 'Ấp 1', 7, 7, 'x', true)).values).toEqual([
      'Ấp 1',
      'Ấp 1',
      7,
      null,
      null,
      null,
    ]);
    expect(hidden.without(row(3, 'Ấp 1', 'Ấp 2', 8)).values).toEqual(['Ấp 1', null, 8]);
    expect(hidden.without(row(4, 'Ấp 3', 'Ấp 4')).values).toEqual(['Ấp 3', 'Ấp 4']);
    expect(hidden.in([{ headerRow: 1, endRow: 3 }])).toEqual({
      row: 2,
      cell: 'D2',
      count: 4,
      places: 'D2, E2, F2, B3',
    });
    expect(hidden.in([{ headerRow: 3, endRow: 9 }])).toMatchObject({ cell: 'B3', count: 1 });
    expect(hidden.in([{ headerRow: 4, endRow: 9 }])).toBeNull();
  });

  it('of one day are the same, of another not', () => {
    const hidden = new HiddenValues([merge(1, 0, 1, 2)]);
    const [first, same, other] = hidden.without(row(1, day(5), day(5), day(6))).values;
    expect([first, same, other]).toEqual([day(5), day(5), null]);
  });

  it('are nothing to be told where a number stands below itself', () => {
    const hidden = new HiddenValues([merge(1, 0, 2, 1)]);
    expect(hidden.without(row(1, 10, 10)).values).toEqual([10, null]);
    expect(hidden.without(row(2, 10, 10)).values).toEqual([null, null]);
    expect(hidden.in([{ headerRow: 1, endRow: 2 }])).toMatchObject({ count: 2, places: 'B1, B2' });
  });

  it('are hidden where the row with what is shown is not in the file', () => {
    const hidden = new HiddenValues([merge(1, 0, 3, 0), merge(2, 1, 2, 1)]);
    expect(hidden.without(row(3, 'Ấp 1', 5)).values).toEqual([null, 5]);
  });

  it('take what is said of their looks with them', () => {
    const hidden = new HiddenValues([merge(1, 0, 1, 1)]);
    const meant = [0, 1, 2].map((column) => ({ column, text: '5', isStruck: false }));
    expect(hidden.without({ ...row(1, '51', '52', '53'), struck: [0, 1, 2], meant })).toEqual({
      ...row(1, '51', null, '53'),
      struck: [0, 2],
      meant: [meant[0], meant[2]],
    });
  });

  it('are counted all where many are hidden', () => {
    const hidden = new HiddenValues([merge(1, 0, 2000, 6)]);
    for (let i = 1; i <= 2000; i++) hidden.without(row(i, 1, 2, 3, 4, 5, 6, 7, 8));
    expect(hidden.in([{ headerRow: 1, endRow: 2000 }])).toEqual({
      row: 1,
      cell: 'B1',
      count: 12_000,
      places: 'B1, C1, D1, E1, F1, …',
    });
  });
});

describe('a cell that a merge covers', () => {
  let p: Province;
  beforeEach(() => {
    p = province();
    const sent = 'fixtures/rules/CCDS-S30/triggers/in/Xã An Bình - T9.2024.xlsx';
    p.file('Xã An Bình - T9.2024.xlsx', new Uint8Array(readFileSync(sent)));
  });
  afterEach(() => p.remove());

  it('counts once a decision says what it holds', async () => {
    const before = await p.rollup();
    expect(before.found('CCDS-S30')).toHaveLength(1);
    expect(before.value(H.goc, 'members_female')).toBeNull();
    p.put(
      'registry/decisions.csv',
      'file,sheet,cell,decision,value\nXã An Bình - T9.2024.xlsx,TV,D4,correct,3\n',
    );
    const after = await p.rollup();
    expect(after.value(H.goc, 'members_female')).toBe(3);
  });
});
