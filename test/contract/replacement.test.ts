import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const PERIOD = 'Kỳ báo cáo: Tháng 9/2024';
/** A commune's tally of accounts of level 1, by hamlet. */
const tally = (rows: Record<string, number>) => [
  ['Xã: An Bình'],
  [PERIOD],
  HEAD.eidTally,
  ...Object.entries(rows).map(([hamlet, n]): Cell[] => [hamlet, null, n, 0, null]),
];
/** A hamlet's list of members: name, team. */
const team = (rows: readonly (readonly [string, string | null])[]) => [
  ['Ấp: Rạch Gốc', 'Xã: An Bình'],
  [PERIOD],
  HEAD.members,
  ...rows.map(([name, of], i): Cell[] => [name, 'TV', 1980 + i, null, `09123456${10 + i}`, of]),
];
const EARLY = '2024-09-10T01:00:00Z';
const LATE = '2024-09-12T01:00:00Z';

describe('a later file replaces an earlier', () => {
  it.each(['lần 2', 'v2', 'bản sửa', 'đính chính', 'thay thế', 'LẦN 2', 'Ban sua', 'lan 3'])(
    'by its mark ‘%s’, though saved before',
    async (mark) => {
      await p.book('Xã An Bình T9.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, LATE);
      await p.book(`Xã An Bình T9 ${mark}.xlsx`, { TH: tally({ 'Rạch Gốc': 7 }) }, EARLY);
      const r = await p.rollup();
      expect(r.value(H.goc, 'eid_accounts')).toBe(7);
      expect(r.submission('Xã An Bình T9.xlsx')).toMatchObject({
        status: 'superseded',
        rows_read: '4',
        rows_accepted: '0',
        rows_rejected: '0',
        rows_ignored: '4',
      });
      expect(r.submission(`Xã An Bình T9 ${mark}.xlsx`).status).toBe('accepted');
      expect(r.found('CCDS-D07')).toMatchObject([
        { severity: 'info', file: 'Xã An Bình T9.xlsx', unit_code: H.goc, row: '4' },
      ]);
      expect(r.status).toBe(0);
    },
  );

  it('the higher mark wins', async () => {
    await p.book('Xã An Bình T9 lần 3.xlsx', { TH: tally({ 'Rạch Gốc': 3 }) }, EARLY);
    await p.book('Xã An Bình T9 lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 2 }) }, LATE);
    await p.book('Xã An Bình T9.xlsx', { TH: tally({ 'Rạch Gốc': 1 }) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(3);
    expect(r.found('CCDS-D07')).toHaveLength(2);
  });

  it('else by the workbook’s own time of saving', async () => {
    await p.book('b.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    await p.book('a.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(7);
  });

  it('by the file’s time where it has none of its own; a tie goes by name', async () => {
    const csv = (n: number) => `Ấp,Mức 1,Mức 2\nRạch Gốc,${n},0\n`;
    p.file('Xã An Bình/b.csv', csv(5), EARLY);
    p.file('Xã An Bình/a.csv', csv(7), LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(7);
    p.file('Xã An Bình/b.csv', csv(5), LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(5);
  });

  it('‘(1)’ is only a download’s copy', async () => {
    await p.book('T9 (1).xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    await p.book('T9.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(7);
  });

  it('the number of a hamlet is no mark', async () => {
    await p.book('Bản 5 T9 lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, EARLY);
    await p.book('Bản 5 T9.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(7);
  });

  it('hamlets absent from the later one keep the earlier, with a warning', async () => {
    await p.book('a.xlsx', { TH: tally({ 'Rạch Gốc': 5, 'Cái Đôi': 6 }) }, EARLY);
    await p.book('b.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
    const r = await p.rollup();
    expect([r.value(H.goc, 'eid_accounts'), r.value(H.doi, 'eid_accounts')]).toEqual([7, 6]);
    expect(r.found('CCDS-D08')).toMatchObject([
      { severity: 'warning', file: 'a.xlsx', unit_code: H.doi, row: '5' },
    ]);
    expect(r.submission('a.xlsx')).toMatchObject({ status: 'partial', rows_accepted: '1' });
  });

  it('what is wrong of hamlets that keep the earlier is told, of the others no more', async () => {
    const [commune, period, header] = tally({});
    const rows = ['Rạch Gốc', 'Cái Đôi'].map((hamlet) => [hamlet, null, 5, 'nhiều', null]);
    await p.book('a.xlsx', { TH: [commune!, period!, header!, ...rows] }, EARLY);
    await p.book('b.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
    const units = (await p.rollup()).found('CCDS-R02').map((found) => found.unit_code);
    expect(units).toEqual([H.doi]);
  });

  describe('a hamlet whose row in the later one has no count', () => {
    const blank = (cell: Cell, all: Cell = null) => [
      ...tally({ 'Rạch Gốc': 7 }),
      ['Cái Đôi', all, cell, cell, null],
    ];

    it.each([null, '-'])('keeps the earlier, with a warning (%s)', async (cell) => {
      await p.book('a.xlsx', { TH: tally({ 'Rạch Gốc': 5, 'Cái Đôi': 6 }) }, EARLY);
      await p.book('b.xlsx', { TH: blank(cell) }, LATE);
      const r = await p.rollup();
      expect([r.value(H.goc, 'eid_accounts'), r.value(H.doi, 'eid_accounts')]).toEqual([7, 6]);
      expect(r.found('CCDS-D08')).toMatchObject([
        { severity: 'warning', file: 'a.xlsx', unit_code: H.doi, row: '5' },
      ]);
      expect(r.found('CCDS-D07')).toMatchObject([{ unit_code: H.goc }]);
      expect(r.found('CCDS-D10')).toEqual([]);
      expect(r.submission('a.xlsx')).toMatchObject({ status: 'partial', rows_accepted: '1' });
      expect(r.submission('b.xlsx')).toMatchObject({
        status: 'accepted',
        rows_read: '5',
        rows_accepted: '1',
        rows_rejected: '0',
        rows_ignored: '4',
      });
    });

    it('keeps it, with the warning, where the later’s only row is rejected', async () => {
      const bad = [...tally({}), ['Cái Đôi', null, 'sáu mươi?', 6, null]];
      await p.book('a.xlsx', { TH: tally({ 'Cái Đôi': 6 }) }, EARLY);
      await p.book('a lần 2.xlsx', { TH: bad }, LATE);
      const r = await p.rollup();
      expect(r.value(H.doi, 'eid_accounts')).toBe(6);
      expect(r.found('CCDS-D08')).toMatchObject([{ file: 'a.xlsx', unit_code: H.doi, row: '4' }]);
      expect(r.submission('a lần 2.xlsx').status).toBe('rejected');
      await p.book('a lần 3.xlsx', { TH: tally({ 'Cái Đôi': 7 }) }, LATE);
      const mended = await p.rollup();
      expect(mended.found('CCDS-D08')).toEqual([]);
      expect(mended.status).toBe(0);
    });

    it('keeps it where the later has nothing else, or a baseline alone', async () => {
      await p.book('a.xlsx', { TH: tally({ 'Cái Đôi': 6 }) }, EARLY);
      await p.book('b.xlsx', { TH: blank(null, 90).filter(([of]) => of !== 'Rạch Gốc') }, LATE);
      const r = await p.rollup();
      expect(r.value(H.doi, 'eid_accounts')).toBe(6);
      expect(r.row(H.doi, 'eid_rate').denominator).toBe('90');
      expect(r.submission('b.xlsx')).toMatchObject({ rows_accepted: '1' });
      expect(r.found('CCDS-D08')).toMatchObject([{ file: 'a.xlsx', unit_code: H.doi }]);
    });

    it('keeps the last that has one', async () => {
      await p.book('a.xlsx', { TH: tally({ 'Cái Đôi': 6 }) }, EARLY);
      await p.book('a lần 2.xlsx', { TH: tally({ 'Cái Đôi': 8 }) }, EARLY);
      await p.book('a lần 3.xlsx', { TH: blank(null) }, EARLY);
      await p.book('a lần 4.xlsx', { TH: blank(null) }, EARLY);
      const r = await p.rollup();
      expect(r.value(H.doi, 'eid_accounts')).toBe(8);
      expect(r.submission('a.xlsx').status).toBe('superseded');
      expect(r.submission('a lần 2.xlsx').status).toBe('accepted');
      expect(r.found('CCDS-D08')).toMatchObject([{ file: 'a lần 2.xlsx', unit_code: H.doi }]);
    });

    it('keeps a list', async () => {
      const list = [['Ấp: Cái Đôi', 'Xã: An Bình'], [PERIOD], HEAD.eid, ['An', '096080001234', 1]];
      await p.book('a.xlsx', { DS: list }, EARLY);
      await p.book('b.xlsx', { TH: blank(null) }, LATE);
      const r = await p.rollup();
      expect(r.value(H.doi, 'eid_accounts')).toBe(1);
      expect(r.found('CCDS-D08')).toMatchObject([{ file: 'a.xlsx', unit_code: H.doi }]);
    });

    it('keeps what the earlier’s running total comes from', async () => {
      const of = (header: readonly string[], ...row: Cell[]) => ({
        TH: [['Xã: An Bình'], [PERIOD], header, ['Cái Đôi', ...row]],
      });
      const plain = HEAD.householdsTally.slice(0, 3);
      await p.book('a.xlsx', of(plain, 320, 6), EARLY);
      await p.book('b.xlsx', of(HEAD.householdsTally, 320, null, null), LATE);
      const r = await p.rollup();
      expect(r.value(H.doi, 'households_assisted_total')).toBe(6);
    });

    it('but a zero is a count, and of two without any the later stands', async () => {
      await p.book('a.xlsx', { TH: tally({ 'Cái Đôi': 6 }) }, EARLY);
      await p.book('b.xlsx', { TH: tally({ 'Cái Đôi': 0 }) }, LATE);
      expect((await p.rollup()).value(H.doi, 'eid_accounts')).toBe(0);
      await p.book('a.xlsx', { TH: blank('sáu') }, EARLY);
      await p.book('b.xlsx', { TH: blank(null) }, LATE);
      const r = await p.rollup();
      expect(r.submission('a.xlsx').status).toBe('superseded');
      expect(r.status).toBe(0);
    });
  });

  describe('a new version of a file (called alike but for its mark)', () => {
    it('takes the place of one of which each row was of no known hamlet', async () => {
      await p.book('Xã/T9.xlsx', { TH: tally({ 'Gạch Gốc': 5 }) }, EARLY);
      await p.book('Xã/T9 lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
      const r = await p.rollup();
      expect(r.submission('Xã/T9.xlsx')).toMatchObject({
        status: 'superseded',
        rows_rejected: '0',
        rows_ignored: '4',
      });
      expect(r.found('CCDS-D07')).toMatchObject([{ file: 'Xã/T9.xlsx', unit_code: H.goc }]);
      expect(r.status).toBe(0);
    });

    it('not where it has fewer hamlets than were misspelt, or is another’s', async () => {
      await p.book('Xã/T9.xlsx', { TH: tally({ 'Gạch Gốc': 5, 'Cái Đồi Xa': 3 }) }, EARLY);
      await p.book('Xã/T9 lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
      await p.book('T9.xlsx', { TH: tally({ 'Gạch Gốc': 5 }) }, EARLY);
      await p.book('T9 (1).xlsx', { TH: tally({ 'Cái Đôi': 7 }) }, LATE);
      const r = await p.rollup();
      for (const file of ['Xã/T9.xlsx', 'T9.xlsx'])
        expect(r.submission(file).status).toBe('rejected');
    });

    it('leaves out its rows of no known hamlet, with a warning; another file does not', async () => {
      await p.book('T9.xlsx', { TH: tally({ 'Rạch Gốc': 5, 'Xóm Lạ': 3 }) }, EARLY);
      await p.book('xã gửi.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
      const by = await p.rollup();
      expect(by.submission('T9.xlsx')).toMatchObject({ status: 'partial', rows_rejected: '1' });
      expect(by.found('CCDS-D08')).toEqual([]);
      // What the later file says again is no longer the earlier one's to tell.
      await p.book('xã gửi.xlsx', { TH: tally({ 'Rạch Gốc': 7, 'Xóm Lạ': 4 }) }, LATE);
      const again = await p.rollup();
      expect(again.submission('T9.xlsx').status).toBe('superseded');
      expect(again.found('CCDS-U01').map(({ file }) => file)).toEqual(['xã gửi.xlsx']);
      await p.book('xã gửi.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
      await p.book('T9 bản sửa.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
      const r = await p.rollup();
      expect(r.submission('T9.xlsx')).toMatchObject({ status: 'superseded', rows_rejected: '0' });
      expect(r.found('CCDS-U01')).toEqual([]);
      expect(r.found('CCDS-D08')).toMatchObject([{ file: 'T9.xlsx', cell: 'B5' }]);
    });
  });

  describe('a sheet that was refused for a missing column', () => {
    const refused = (...hamlets: string[]) => [
      ['Xã: An Bình'],
      [PERIOD],
      ['Ấp', 'Mức 1', 'Tổng số tài khoản'],
      ...hamlets.map((hamlet): Cell[] => [hamlet, 1, 3]),
    ];

    it.each(['T9 lần 2.xlsx', 'Báo cáo mới.xlsx'])(
      'is replaced by a later file that has its hamlets: %s',
      async (later) => {
        await p.book('T9.xlsx', { TH: refused('Rạch Gốc', 'Cái Đôi') }, EARLY);
        const alone = await p.rollup();
        expect(alone.found('CCDS-S01')).toHaveLength(1);
        expect(alone.submission('T9.xlsx')).toMatchObject({
          status: 'rejected',
          period: '2024-09',
        });
        await p.book(later, { TH: tally({ 'Rạch Gốc': 5, 'Cái Đôi': 6 }) }, LATE);
        const r = await p.rollup();
        expect(r.found('CCDS-S01')).toEqual([]);
        expect(r.submission('T9.xlsx')).toMatchObject({ status: 'superseded', rows_rejected: '0' });
        expect(r.found('CCDS-D07')).toMatchObject([{ file: 'T9.xlsx', row: '3' }]);
        expect(r.status).toBe(0);
      },
    );

    it('not by one that lacks a hamlet, that came before, or where a row’s hamlet is not known', async () => {
      await p.book('a.xlsx', { TH: refused('Rạch Gốc', 'Cái Đôi') }, LATE);
      await p.book('b.xlsx', { TH: tally({ 'Rạch Gốc': 5, 'Cái Đôi': 6 }) }, EARLY);
      await p.book('c.xlsx', { TH: refused('Rạch Gốc', 'Gach Rốc') }, EARLY);
      await p.book('d.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, LATE);
      const r = await p.rollup();
      expect(r.found('CCDS-S01').map(({ file }) => file)).toEqual(['a.xlsx', 'c.xlsx']);
      await p.book('c lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, LATE);
      expect((await p.rollup()).submission('c.xlsx').status).toBe('rejected');
      await p.book('c lần 3.xlsx', { TH: tally({ 'Rạch Gốc': 5, 'Cái Đôi': 6 }) }, LATE);
      await p.book('d lần 3.xlsx', { TH: refused('Cái Đôi', 'Rạch Gốc') }, LATE);
      await p.book('d lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 7, 'Cái Đôi': 8 }) }, EARLY);
      const last = await p.rollup();
      expect(last.submission('c.xlsx').status).toBe('superseded');
      expect(last.submission('d lần 3.xlsx').status).toBe('rejected');
    });

    it('so is one that contradicts its period, by a new version', async () => {
      const [commune, ...rows] = tally({ 'Rạch Gốc': 5 });
      const both = [commune!, ['Kỳ báo cáo: Tháng 8/2024'], ...rows];
      await p.book('T9.xlsx', { TH: both }, EARLY);
      expect((await p.rollup()).found('CCDS-P01')).toHaveLength(1);
      await p.book('T9 lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, LATE);
      const r = await p.rollup();
      expect(r.submission('T9.xlsx').status).toBe('superseded');
      expect(r.status).toBe(0);
    });

    it('is set aside where it is of another month', async () => {
      const [, , ...rows] = refused('Rạch Gốc');
      await p.book(
        'a.xlsx',
        { TH: [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 8/2024'], ...rows] },
        EARLY,
      );
      const r = await p.rollup();
      expect(r.findings.map(({ code }) => code)).not.toContain('CCDS-S01');
      expect(r.found('CCDS-P02')).toHaveLength(1);
      expect(r.submission('a.xlsx')).toMatchObject({ status: 'ignored', period: '2024-08' });
    });
  });

  it('what several later files leave standing of one is told once', async () => {
    p.remove();
    const hamlets = ['Rạch Gốc', 'Cái Đôi', 'Cái Ngay', 'Ông Trang'];
    p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ['99101', 'Xã An Bình', 'commune', '99'],
      ...hamlets.map((name, i) => [`991010${i + 1}`, `Ấp ${name}`, 'hamlet', '99101']),
    ]);
    const whole = { 'Rạch Gốc': 5, 'Cái Đôi': 6, 'Cái Ngay': 7, 'Ông Trang': 8 };
    await p.book('a.xlsx', { TH: tally(whole) }, EARLY);
    await p.book('b.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
    await p.book('c.xlsx', { TH: tally({ 'Ông Trang': 9 }) }, LATE);
    const r = await p.rollup();
    expect(r.found('CCDS-D07')).toHaveLength(2);
    expect(r.found('CCDS-D08')).toMatchObject([{ file: 'a.xlsx', cell: 'B5', unit_code: '' }]);
    const { message } = r.found('CCDS-D08')[0]!;
    for (const named of ['b.xlsx, c.xlsx', '2 hamlets', 'Cái Đôi', 'Cái Ngay'])
      expect(message).toContain(named);
  });

  it('another form or another month is not replaced', async () => {
    await p.book('a.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    const merchants = [['Xã: An Bình'], [PERIOD], HEAD.merchantsTally, ['Rạch Gốc', 9, 4]];
    await p.book('b.xlsx', { TH: merchants }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(5);
    expect(r.value(H.goc, 'merchants_cashless')).toBe(4);
    expect(r.found('CCDS-D07')).toEqual([]);
  });

  it('a list replaces a tally, and a tally a list', async () => {
    const list = [['Ấp: Rạch Gốc', 'Xã: An Bình'], [PERIOD], HEAD.eid, ['An', '096080001234', 1]];
    await p.book('a.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    await p.book('b.xlsx', { DS: list }, LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(1);
    await p.book('b.xlsx', { DS: list }, '2024-09-01T00:00:00Z');
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(5);
  });

  it('what was wrong in the earlier need not be mended any more', async () => {
    const [commune, period, header] = tally({});
    const bad = ['Rạch Gốc', null, 'năm mươi lăm phẩy', 0, null];
    await p.book(
      'a.xlsx',
      { TH: [commune!, period!, header!, bad, ['Cái Đôi', null, 1, 0, null]] },
      EARLY,
    );
    await p.book('b.xlsx', { TH: tally({ 'Rạch Gốc': 7, 'Cái Đôi': 2 }) }, LATE);
    const r = await p.rollup();
    expect(r.submission('a.xlsx')).toMatchObject({ status: 'superseded', rows_rejected: '0' });
    expect(r.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(r.status).toBe(0);
  });

  it('but what is wrong in the later replaces nothing', async () => {
    await p.book('a.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    const [commune, period, header] = tally({});
    await p.book(
      'b.xlsx',
      { TH: [commune!, period!, header!, ['Rạch Gốc', null, -3, 0, null]] },
      LATE,
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(5);
    expect(r.submission('a.xlsx').status).toBe('accepted');
    expect(r.submission('b.xlsx').status).toBe('rejected');
    expect(r.status).toBe(1);
  });

  it('before duplicates are looked for', async () => {
    const list = (hamlet: string, commune: string, ids: string[]) => [
      [`Ấp: ${hamlet}`, `Xã: ${commune}`],
      [PERIOD],
      HEAD.eid,
      ...ids.map((id) => ['An', id, 1]),
    ];
    await p.book('a.xlsx', { DS: list('Rạch Gốc', 'An Bình', ['096080001234']) }, EARLY);
    await p.book('b.xlsx', { DS: list('Rạch Gốc', 'An Bình', ['096080001299']) }, LATE);
    await p.book('c.xlsx', { DS: list('Bàu Sen', 'An Hòa', ['096080001234']) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.sen, 'eid_accounts')).toBe(1);
    expect(r.found('CCDS-D02')).toEqual([]);
  });
});

describe('files that add up', () => {
  it('‘bổ sung’ adds and never replaces, whatever the times and names', async () => {
    await p.book('T9 bổ sung.xlsx', { TH: tally({ 'Rạch Gốc': 2 }) }, EARLY);
    await p.book('T9.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(7);
    expect(r.found('CCDS-D07')).toEqual([]);
    expect(r.found('CCDS-D10')).toHaveLength(1);
    expect(r.submission('T9.xlsx').status).toBe('accepted');
    expect(r.submission('T9 bổ sung.xlsx').status).toBe('accepted');
  });

  it('counts of a supplement are asked about where a later file took the place of what it added to', async () => {
    await p.book('Ấp Rạch Gốc T9.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    await p.book(
      'Ấp Rạch Gốc T9 bổ sung.xlsx',
      { TH: tally({ 'Rạch Gốc': 2 }) },
      '2024-09-11T01:00:00Z',
    );
    await p.book('Xã An Bình T9.xlsx', { TH: tally({ 'Rạch Gốc': 7, 'Cái Đôi': 1 }) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(9);
    expect(r.found('CCDS-D21')).toMatchObject([
      { severity: 'warning', file: 'Ấp Rạch Gốc T9 bổ sung.xlsx' },
    ]);
    expect(r.found('CCDS-D10')).toEqual([]);
  });

  it.each([
    [EARLY, LATE],
    [LATE, EARLY],
  ])(
    'a supplement is held against what it adds to: its row that is in both is rejected',
    async (main, more) => {
      await p.book(
        'T9.xlsx',
        {
          Tổ: team([
            ['An', null],
            ['Bé', null],
          ]),
        },
        main,
      );
      await p.book(
        'T9 bổ sung.xlsx',
        {
          Tổ: team([
            ['An', null],
            ['Cả', null],
            ['Dư', null],
          ]),
        },
        more,
      );
      const r = await p.rollup();
      expect(r.value(H.goc, 'members')).toBe(4);
      expect(r.found('CCDS-D01')).toMatchObject([
        { file: 'T9 bổ sung.xlsx', row: '4', message: expect.stringContaining('file “T9.xlsx”') },
      ]);
      expect(r.value(H.goc, 'teams')).toBe(1);
    },
  );

  describe('a running total and a baseline are no increments', () => {
    const households = (assisted: number, total: number | null, all = 320) => ({
      TH: [['Xã: An Bình'], [PERIOD], HEAD.householdsTally, ['Rạch Gốc', all, assisted, total]],
    });
    /** Main and supplement, saved in the one order and in the other. */
    const both = async (main: ReturnType<typeof households>, more: typeof main, later = true) => {
      await p.book('T9.xlsx', main, later ? EARLY : LATE);
      await p.book('T9 bổ sung.xlsx', more, later ? LATE : EARLY);
      return p.rollup();
    };

    it.each([true, false])(
      'the supplement’s total holds where it goes on from the other',
      async (later) => {
        const r = await both(households(10, 100), households(5, 105), later);
        expect(r.value(H.goc, 'households_assisted')).toBe(15);
        expect(r.row(H.goc, 'household_coverage')).toMatchObject({
          numerator: '105',
          denominator: '320',
        });
        expect(r.found('CCDS-D10')).toHaveLength(1);
        expect(r.found('CCDS-D13')).toEqual([]);
      },
    );

    it('the larger one holds where they do not fit, and that is told', async () => {
      const r = await both(households(10, 100), households(5, 5));
      expect(r.value(H.goc, 'households_assisted')).toBe(15);
      expect(r.value(H.goc, 'households_assisted_total')).toBe(100);
      expect(r.found('CCDS-D13')).toMatchObject([
        {
          severity: 'warning',
          file: 'T9 bổ sung.xlsx',
          cell: 'D4',
          field: 'cumulative',
          unit_code: H.goc,
        },
      ]);
      expect(r.submissions.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    });

    it('one that the supplement lacks stays, and that is told', async () => {
      const r = await both(households(10, 100), households(5, null));
      expect(r.value(H.goc, 'households_assisted_total')).toBe(100);
      expect(r.found('CCDS-D13')).toMatchObject([{ file: 'T9 bổ sung.xlsx', cell: 'D4' }]);
      await p.book('T9.xlsx', households(10, null), EARLY);
      await p.book('T9 bổ sung.xlsx', households(5, 105), LATE);
      const only = await p.rollup();
      expect(only.value(H.goc, 'households_assisted_total')).toBe(105);
      expect(only.found('CCDS-D13')).toEqual([]);
    });

    it('of several supplements each goes on from those before', async () => {
      await p.book('T9 bổ sung 2.xlsx', households(2, 107), '2024-09-13T01:00:00Z');
      const r = await both(households(10, 100), households(5, 105));
      expect(r.value(H.goc, 'households_assisted')).toBe(17);
      expect(r.value(H.goc, 'households_assisted_total')).toBe(107);
      expect(r.found('CCDS-D13')).toEqual([]);
    });

    it('of two baselines the larger one holds, and that is told', async () => {
      const r = await both(households(10, 100, 320), households(5, 105, 20));
      expect(r.row(H.goc, 'household_coverage').denominator).toBe('320');
      expect(r.found('CCDS-D13')).toMatchObject([
        { file: 'T9 bổ sung.xlsx', cell: 'B4', field: 'total_households' },
      ]);
    });

    it('but not where the registry has the baseline', async () => {
      p.put(
        'registry/baselines.csv',
        `unit,baseline,from,value\n${H.goc},households,2024-01-01,320\n`,
      );
      const r = await both(households(10, 100, 320), households(5, 105, 20));
      expect(r.row(H.goc, 'household_coverage').denominator).toBe('320');
      expect(r.found('CCDS-D13')).toEqual([]);
      expect(r.found('CCDS-B01')).toHaveLength(1);
    });
  });

  it('a folder ‘bổ sung’ says the same', async () => {
    await p.book('Tháng 9/An Bình.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, EARLY);
    await p.book('Tháng 9 bổ sung/An Bình.xlsx', { TH: tally({ 'Rạch Gốc': 2 }) }, LATE);
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(7);
  });

  it('a whole new version takes the place of a supplement too, but of one that came after it', async () => {
    await p.book('T9.xlsx', { TH: tally({ 'Rạch Gốc': 5 }) }, '2024-09-08T00:00:00Z');
    await p.book('T9 bổ sung.xlsx', { TH: tally({ 'Rạch Gốc': 2 }) }, EARLY);
    await p.book('T9 lần 2.xlsx', { TH: tally({ 'Rạch Gốc': 7 }) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(7);
    expect(r.found('CCDS-D07')).toHaveLength(2);

    await p.book('T9 bổ sung.xlsx', { TH: tally({ 'Rạch Gốc': 2 }) }, '2024-09-20T00:00:00Z');
    expect((await p.rollup()).value(H.goc, 'eid_accounts')).toBe(9);
  });

  it('files that each name their teams, none in common', async () => {
    await p.book(
      'a.xlsx',
      {
        Tổ: team([
          ['An', 'Tổ 1'],
          ['Bé', 'Tổ 1'],
        ]),
      },
      EARLY,
    );
    await p.book('b.xlsx', { Tổ: team([['Cả', 'Tổ 2']]) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(3);
    expect(r.value(H.goc, 'teams')).toBe(2);
    expect(r.found('CCDS-D10')).toHaveLength(1);
  });

  it('not where one team is in both, or a row names none', async () => {
    await p.book(
      'a.xlsx',
      { 'Tổ 1': team([['An', 'Tổ 1']]), 'Tổ 2': team([['Bé', 'Tổ 2']]) },
      EARLY,
    );
    await p.book('b.xlsx', { Tổ: team([['Cả', 'tổ  2']]) }, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(1);
    expect(r.submission('a.xlsx').status).toBe('superseded');
    await p.book(
      'b.xlsx',
      {
        Tổ: team([
          ['Cả', 'Tổ 3'],
          ['Dư', null],
        ]),
      },
      LATE,
    );
    expect((await p.rollup()).value(H.goc, 'members')).toBe(2);
  });

  it('not where the earlier has no row that counts: what was wrong in it need not be mended', async () => {
    const [, , head, [name] = []] = team([['An', 'Tổ 1']]);
    await p.book('a.xlsx', { Tổ: [...team([]).slice(0, 2), head!, [name!]] }, EARLY);
    await p.book('b.xlsx', { Tổ: team([['Bé', 'Tổ 2']]) }, LATE);
    const r = await p.rollup();
    expect(r.submission('a.xlsx').status).toBe('superseded');
    expect(r.status).toBe(0);
  });

  it('sheets of one file never replace each other', async () => {
    await p.book('a.xlsx', {
      'Tổ 1': team([['An', null]]),
      'Tổ 2': team([
        ['Bé', null],
        ['Cả', null],
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(3);
    expect(r.found('CCDS-D07')).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  const good = 'Ấp,Mức 1,Mức 2\nRạch Gốc,5,0\n';
  const bad = 'PK\u0003\u0004 cut short';

  it('is replaced by its new version, which is told', async () => {
    p.file('Xã An Bình/T9.xlsx', bad);
    p.file('Xã An Bình/T9 lần 2.csv', good);
    const r = await p.rollup();
    expect(r.status).toBe(0);
    expect(r.submission('Xã An Bình/T9.xlsx').status).toBe('superseded');
    expect(r.found('CCDS-F01')).toEqual([]);
    expect(r.found('CCDS-D07')).toMatchObject([{ file: 'Xã An Bình/T9.xlsx', severity: 'info' }]);
    expect(r.found('CCDS-D07')[0]!.message).toMatch(
      /^The file \(it cannot be read.* “Xã An Bình\/T9 lần 2.csv”\.$/,
    );
  });

  it.each([
    ['of a file with another name', 'T9.xlsx', 'Định danh.csv', good],
    ['of an earlier version', 'T9 lần 3.xlsx', 'T9 lần 2.csv', good],
    ['where no row of the new one counts', 'T9.xlsx', 'T9 lần 2.csv', 'Ấp,Mức 1\nNào đó,5\n'],
  ])('stays an error beside one %s', async (_, file, other, text) => {
    p.file(`Xã An Bình/${file}`, bad);
    p.file(`Xã An Bình/${other}`, text);
    const r = await p.rollup();
    expect(r.submission(`Xã An Bình/${file}`).status).toBe('rejected');
    expect(r.found('CCDS-F01')).toHaveLength(1);
  });
});

describe('an identical copy', () => {
  it('is set aside, with a finding', async () => {
    const csv = 'Ấp,Mức 1,Mức 2\nRạch Gốc,5,0\n';
    p.file('Xã An Bình/T9.csv', csv, LATE);
    p.file('Xã An Bình/T9 (1).csv', csv, LATE);
    p.file('Xã An Bình/cũ/T9 lần 2.csv', csv, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(5);
    expect(r.submissions.map(({ file, status }) => `${file} ${status}`).sort()).toEqual([
      'Xã An Bình/T9 (1).csv duplicate',
      'Xã An Bình/T9.csv accepted',
      'Xã An Bình/cũ/T9 lần 2.csv duplicate',
    ]);
    expect(r.found('CCDS-D06')).toHaveLength(2);
    expect(r.submission('Xã An Bình/T9 (1).csv')).toMatchObject({
      form: 'eid',
      unit_code: H.goc,
      rows_ignored: '2',
    });
    expect(r.status).toBe(0);
  });

  it('of an earlier version stands where it is the last, and takes back the one in between', async () => {
    const [first, second] = [5, 9].map((n) => `Ấp,Mức 1,Mức 2\nRạch Gốc,${n},0\n`);
    p.file('Xã An Bình/T9.csv', first!, LATE);
    p.file('Xã An Bình/T9 lần 2.csv', second!, LATE);
    p.file('Xã An Bình/T9 lần 3.csv', first!, LATE);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(5);
    expect(r.submission('Xã An Bình/T9.csv').status).toBe('duplicate');
    expect(r.submission('Xã An Bình/T9 lần 2.csv').status).toBe('superseded');
    expect(r.submission('Xã An Bình/T9 lần 3.csv').status).toBe('accepted');
  });

  it('is set aside though its name and folder do not say whose it is', async () => {
    const head = ['Xã/Phường', 'Ấp/Khóm', 'Mức 1', 'Mức 2'];
    const rows = ['Rạch Gốc', 'Cái Đôi'].map((hamlet) => ['An Bình', hamlet, 5, 1]);
    const sheets = { TH: [[PERIOD], head, ...rows] };
    await p.book('Huyện Đông/Xã An Bình T9.xlsx', sheets);
    await p.book('copy (1).xlsx', sheets);
    const r = await p.rollup();
    expect(r.submission('copy (1).xlsx').status).toBe('duplicate');
    expect(r.submission('Huyện Đông/Xã An Bình T9.xlsx').status).toBe('accepted');
    expect(r.found('CCDS-D06')).toMatchObject([{ file: 'copy (1).xlsx' }]);
    expect(r.found('CCDS-D07')).toEqual([]);
  });

  it('is none where the names say that they are of two hamlets', async () => {
    const csv = 'Mức 1,Mức 2\n5,0\n';
    p.file('Xã An Bình/Ấp Rạch Gốc.csv', csv);
    p.file('Xã An Bình/Ấp Cái Đôi.csv', csv);
    const r = await p.rollup();
    expect([r.value(H.goc, 'eid_accounts'), r.value(H.doi, 'eid_accounts')]).toEqual([5, 5]);
    expect(r.found('CCDS-D06')).toEqual([]);
  });

  it('is none of two files that could not be opened, or that are no sheets', async () => {
    p.file('a.xlsb', 'một');
    p.file('b.xlsb', 'hai');
    p.file('c.pdf', '%PDF-1.4 x');
    p.file('d.pdf', '%PDF-1.4 x');
    const r = await p.rollup();
    expect(r.submissions.map(({ file, status }) => `${file} ${status}`)).toEqual([
      'a.xlsb rejected',
      'b.xlsb rejected',
      'c.pdf ignored',
      'd.pdf ignored',
    ]);
    expect(r.submissions.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256!))).toBe(true);
  });
});
