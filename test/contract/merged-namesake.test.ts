import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  HOUSEHOLDS,
  list,
  MEMBERS,
  MERGED,
  mergedProvince,
  tally,
  team,
} from '../helpers/merged.js';
import type { Province } from '../helpers/province.js';

const OLDS = {
  'that has a code of its own': [
    ['9910101', 'Ấp Rạch Gốc'],
    ['9910102', 'Ấp Ô Rô'],
    ['9910104', 'Ấp Cái Đôi'],
  ],
  'that kept its code': [
    [MERGED, 'Ấp Rạch Gốc'],
    ['9910102', 'Ấp Ô Rô'],
    ['9910104', 'Ấp Cái Đôi'],
  ],
} as const;

/**
 * Of what bears the name that the merged hamlet shares with an old one nobody can tell whether it
 * is of the part or of the whole: nothing is lost, and it is asked about.
 */
describe.each(Object.entries(OLDS))(
  'a merged hamlet with the name of one of the old ones, %s',
  (_, olds) => {
    let p: Province;
    beforeEach(() => {
      p = mergedProvince('Ấp Rạch Gốc', olds);
    });
    afterEach(() => p.remove());

    it('adds up with the other ones’ files, whichever came later', async () => {
      await p.book('Rạch Gốc.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2]));
      await p.book('Ô Rô.xlsx', tally(MEMBERS, ['Ô Rô', 5, 1]), '2024-09-17');
      await p.book('Cái Đôi.xlsx', tally(MEMBERS, ['Cái Đôi', 4, 1]), '2024-09-15');
      const r = await p.rollup();
      expect(r.value(MERGED, 'members')).toBe(15);
      expect(r.value(MERGED, 'teams')).toBe(3);
      expect(r.found('CCDS-D07')).toEqual([]);
      expect(r.found('CCDS-U08')).toMatchObject([
        { file: 'Rạch Gốc.xlsx', severity: 'warning', cell: 'B5', unit_code: MERGED },
      ]);
      const { message } = r.found('CCDS-U08')[0]!;
      expect(message).toContain('Ấp Cái Đôi, Ấp Ô Rô');
      expect(message).toContain('“Cái Đôi.xlsx, Ô Rô.xlsx”');
      expect(r.status).toBe(0);
      const trace = ['trace', 'members', 'in', '--registry', 'registry', '--period', '2024-09'];
      const { stdout } = await p.ccds(...trace, '--unit', MERGED);
      expect(stdout).toContain('6 ← Rạch Gốc.xlsx › Biểu › B5\n');
      expect(stdout).toContain('5 ← Ô Rô.xlsx › Biểu › B5\n');
    });

    it('in one table, told once with the hamlets’ number', async () => {
      await p.book(
        'T9.xlsx',
        tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Ô Rô', 5, 1], ['Bàu Sen', 4, 1], ['Tổng', 15, 4]),
      );
      const r = await p.rollup();
      expect(r.value(MERGED, 'members')).toBe(11);
      expect(r.value('99', 'members')).toBe(15);
      expect(r.found('CCDS-D01')).toEqual([]);
      expect(r.found('CCDS-U08')).toMatchObject([{ file: 'T9.xlsx', cell: 'B5' }]);
      expect(r.submission('T9.xlsx')).toMatchObject({ status: 'accepted', rows_accepted: '3' });
    });

    it('as lists, with a team in each, and people of both counted once', async () => {
      await p.book('Rạch Gốc.xlsx', list('Rạch Gốc', ...team('Lê', '091200000')));
      const again = team('Lê', '091200000')[1]!;
      await p.book('Ô Rô.xlsx', list('Ô Rô', ...team('Ngô', '091300000'), again), '2024-09-17');
      const r = await p.rollup();
      expect(r.value(MERGED, 'members')).toBe(4);
      expect(r.value(MERGED, 'teams')).toBe(2);
      expect(r.found('CCDS-D01')).toMatchObject([{ file: 'Ô Rô.xlsx' }]);
      expect(r.found('CCDS-U08')).toHaveLength(1);
    });

    it('but its baseline is not used: the whole’s may be another', async () => {
      await p.book('T9.xlsx', tally(HOUSEHOLDS, ['Rạch Gốc', 300, 40, 100], ['Ô Rô', 200, 20, 80]));
      const r = await p.rollup();
      expect(r.value(MERGED, 'households_assisted_total')).toBe(180);
      expect(r.row(MERGED, 'household_coverage')).toMatchObject({ value: '', denominator: '' });
    });

    it('and its own correction replaces it alone', async () => {
      await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Ô Rô', 5, 1]));
      await p.book('T9 lần 2.xlsx', tally(MEMBERS, ['Rạch Gốc', 7, 2]));
      const r = await p.rollup();
      expect(r.value(MERGED, 'members')).toBe(12);
      expect(r.found('CCDS-D07')).toMatchObject([{ file: 'T9.xlsx', cell: 'B5' }]);
      expect(r.found('CCDS-D08')).toHaveLength(1);
      expect(r.found('CCDS-U08')).toMatchObject([{ file: 'T9 lần 2.xlsx' }]);
    });

    it('is the whole where it alone reports', async () => {
      await p.book('T9.xlsx', tally(HOUSEHOLDS, ['Rạch Gốc', 300, 40, 100]));
      await p.book('T9 lần 2.xlsx', tally(HOUSEHOLDS, ['Rạch Gốc', 500, 60, 180]));
      const r = await p.rollup();
      expect(r.value(MERGED, 'households_assisted')).toBe(60);
      expect(r.row(MERGED, 'household_coverage')).toMatchObject({ denominator: '500' });
      expect(r.found('CCDS-U08')).toEqual([]);
    });

    it('is settled by a decision', async () => {
      await p.book('Rạch Gốc.xlsx', tally(MEMBERS, ['Rạch Gốc', 11, 3]));
      await p.book('Ô Rô.xlsx', tally(MEMBERS, ['Ô Rô', 5, 1]), '2024-09-17');
      const decide = (line: string) =>
        p.put('registry/decisions.csv', `file,sheet,cell,decision,value,reason,by,date\n${line}\n`);
      decide('Rạch Gốc.xlsx,Biểu,A5,accept,,Cũ,A,2024-09-18');
      const apart = await p.rollup();
      expect(apart.value(MERGED, 'members')).toBe(16);
      expect(apart.found('CCDS-U08')).toMatchObject([{ severity: 'info' }]);
      decide('Ô Rô.xlsx,Biểu,A5,drop,,Đã gồm,A,2024-09-18');
      const whole = await p.rollup();
      expect(whole.value(MERGED, 'members')).toBe(11);
      expect(whole.found('CCDS-U08')).toEqual([]);
    });
  },
);
