import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/core/period.js';
import { restatementLines } from '../../src/reports/restatement-text.js';
import type { Certified } from '../../src/rollup/restatement.js';
import { makeSummary, SMALL } from './fake-summary.js';

const line = (month: Month, indicator: string, after: number, left: number): Certified => ({
  ...{ month, indicator, before: after + left, after, notAllocated: left },
});
const CERTIFIED = [
  ...[line('2024-07', 'members', 220, 6), line('2024-07', 'households_assisted', 300, 8)],
  ...[line('2024-08', 'members', 230, 4), line('2024-08', 'households_assisted', 400, 0)],
  ...[line('2024-09', 'members', 240, 0), line('2024-09', 'households_assisted', 500, 2)],
];

function said(certified: readonly Certified[], lang: 'vi' | 'en', months: readonly Month[]) {
  const restatement = {
    ...{ asOf: '2024-12-14', periodEnd: '2024-12-14', isAsked: false, certified, unallocated: [] },
    notComparable: new Map([['3202603', new Set(['members'])]]),
  };
  return restatementLines({ ...makeSummary(SMALL), months, restatement }, lang).join('\n');
}

describe('the certificate on the screen', () => {
  const HALF: readonly Month[] = ['2024-07', '2024-08', '2024-09', '2024-10'];

  it('adds up what adds up, and takes a stock where something of it was last left', () => {
    const text = said(CERTIFIED, 'vi', HALF);
    expect(text).toContain('Thành viên tổ CNSCĐ (tháng 8/2024): 234 = 230 + 4');
    expect(text).toContain('Hộ được hỗ trợ trong kỳ: 1.210 = 1.200 + 10');
    expect(said(CERTIFIED, 'en', HALF)).toContain('Team members (August 2024): 234 = 230 + 4');
  });

  it('says of which months it is, where not of all of the period', () => {
    expect(said(CERTIFIED, 'vi', HALF)).toContain(
      'Đối chiếu tháng 7/2024 – tháng 9/2024: 2/2 chỉ tiêu có số chưa phân bổ',
    );
    expect(said(CERTIFIED, 'vi', HALF.slice(0, 3))).toContain('Đối chiếu: 2/2 chỉ tiêu');
  });

  it('needs no month of a single one, and names the commune of a hamlet', () => {
    const text = said(CERTIFIED.slice(0, 2), 'vi', ['2024-07']);
    expect(text).toContain('Thành viên tổ CNSCĐ: 226 = 220 + 6');
    expect(text).toContain('1 đơn vị chưa so sánh được: Ấp 3 (Xã An Xuyên)');
    expect(said(CERTIFIED, 'en', HALF)).toContain('1 unit is not comparable: Ấp 3');
  });
});
