import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, periodOf, type Where } from '../../src/core/period-text.js';
import { foldAccents } from '../../src/core/text.js';

const SIGNS = { stated: '', year: '~', until: '<', odd: '!' };

/**
 * `2024-09`; `-09` without a year; `~2024` a year alone; `<2024-09` only up to a day,
 * `+2024-09` that of a running total, `+!2024-09` of the months that it sums; `!2024-09` none, up to that month; `(2024-10)` of something else.
 */
function said(text: string, where: Where = 'line'): string[] {
  return findPeriods(text, where).map(({ year, part, strength, running, aside }) => {
    const sign = running ? `+${strength === 'odd' ? '!' : ''}` : SIGNS[strength];
    const one = `${sign}${year ?? ''}${part === '' ? '' : `-${part}`}`;
    return aside ? `(${one})` : one;
  });
}

describe('in a line', () => {
  it.each([
    ['Kỳ báo cáo: Tháng 9/2024', '2024-09'],
    ['THÁNG 09 NĂM 2024', '2024-09'],
    ['Kỳ báo cáo：Tháng ９／２０２４', '2024-09'],
    ['tháng 9, năm 2024', '2024-09'],
    ['Tháng 9 - 2024', '2024-09'],
    ['T9-2024', '2024-09'],
    ['T09.2024', '2024-09'],
    ['Kỳ: 09.2024', '2024-09'],
    ['Kỳ báo cáo: 09/2024', '2024-09'],
    ['Kỳ báo cáo: 2024-09', '2024-09'],
    ['Kỳ: 2024_09', '2024-09'],
    ['Kỳ: 9/24', '2024-09'],
    ['Kỳ báo cáo: 09-24', '2024-09'],
    ['Kỳ báo cáo: 01/09/2024', '2024-09'],
    ['Kỳ báo cáo: 2024-09-01', '2024-09'],
    ['tháng 9/24', '2024-09'],
    ['Tháng chín năm 2024', '2024-09'],
    ['Tháng mười hai năm 2024', '2024-12'],
    ['tháng chín 2024', '2024-09'],
    ['Báo cáo tháng chín', '-09'],
    ['Tháng mười một', '-11'],
    ['Tháng tám (lần 2)', '-08'],
    ['Tháng năm năm 2024', '2024-05'],
    ['Tháng năm/2024', '2024-05'],
    ['Tháng IX/2024', '2024-09'],
    ['Tháng IX năm 2024', '2024-09'],
    ['tháng XII-2024', '2024-12'],
    ['tháng V/24', '2024-05'],
    ['Báo cáo tháng IX', '-09'],
    ['Kỳ báo cáo: IX/2024', '2024-09'],
    ['T.IX-2024', '2024-09'],
    ['September 2024', '2024-09'],
    ['Kỳ báo cáo: Sep-24', '2024-09'],
    ['Sept. 2024', '2024-09'],
    ['Monthly report, September, 2024', '2024-09'],
    ['May 2024', '2024-05'],
    ['Kỳ báo cáo: May 2024', '2024-05'],
    ['Jul - Sep 2024', '2024-Q3'],
    ['từ 15/8 đến 15/9/2024', '<2024-09'],
    ['(từ ngày 16/8/2024 đến ngày 15/9/2024)', '<2024-09'],
    ['Tháng 7+8+9/2024', '2024-Q3'],
    ['Từ tháng 7 đến tháng 9', '-Q3'],
    ['(tháng 7, tháng 8, tháng 9)', '-Q3'],
    ['3 tháng đầu năm 2024', '2024-Q1'],
    ['12 tháng năm 2024', '2024'],
    ['Tháng 9, 5 hộ mới', '-09'],
    ['Tháng 9/2024, 5 hộ mới', '2024-09'],
    ['Thg 9 năm 2024', '2024-09'],
    ['Thg9', '-09'],
    ['Th 9 năm 2024', '2024-09'],
    ['Th9-2024', '2024-09'],
    ['Th.9/2024', '2024-09'],
    ['Kết quả thực hiện nhiệm vụ tháng 9/2024', '2024-09'],
    ['Kết quả hoạt động từ ngày 15/8/2024 đến ngày 14/9/2024', '2024-09'],
    ['Căn cứ Kế hoạch thành lập Tổ; báo cáo tháng 9/2024', '2024-09'],
    ['Danh sách tổ mới thành lập tháng 9/2024', '2024-09'],
    ['Tháng 9/2024, kỳ trước: tháng 8/2024', '2024-09'],
    ['Kỳ trước: tháng 8/2024, kỳ này: tháng 9/2024', '2024-09'],
    ['Nộp hàng tháng trước ngày 16; kỳ báo cáo: tháng 9/2024', '2024-09'],
    ['9 tháng đầu năm 2024', '!2024-09'],
    ['9 THÁNG NĂM 2024', '!2024-09'],
    ['Báo cáo 9 tháng', '!-09'],
    ['Lũy kế 9 tháng năm 2024', '+!2024-09'],
    ['Số liệu lũy kế đến hết 9 tháng đầu năm', '+!-09'],
    ['Lũy kế 6 tháng đầu năm 2024', '2024-H1'],
    ['10 tháng cuối năm 2024', '!2024-12'],
    ['từ tháng 01 đến tháng 9 năm 2024', '!2024-09'],
    ['Từ tháng 01/2024 đến tháng 9/2024', '!2024-09'],
    ['từ tháng 10/2023 đến tháng 9/2024', '!2024-09'],
    ['từ ngày 01/01/2024 đến ngày 14/9/2024', '!2024-09'],
    ['từ 15/12/2023 đến 14/9/2024', '!2024-09'],
    ['từ đầu năm đến hết ngày 14/9/2024', '!2024-09'],
    ['từ đầu năm đến 14/6/2024', '2024-H1'],
    ['Tháng 8 và tháng 9 năm 2024', '!2024-09'],
    ['Tháng 7 và tháng 9 năm 2024', '!2024-09'],
    ['tháng 7+9/2024', '!2024-09'],
    ['Tháng 8+9/2024', '!2024-09'],
    ['8 tháng năm 2024', '!2024-08'],
    ['Sep-Oct 2024', '!2024-10'],
    ['từ 15/8/2024 đến 20/9/2024', '(!2024-09)'],
    ['(từ ngày 15/8/2024 đến ngày 21/8/2024)', '<2024-09'],
    ['TUẦN 1 (từ 16/12 đến 22/12/2024)', '<2025-01'],
    ['Tháng 13/2024', '!2024-13'],
    ['Tháng 0 năm 2024', '!2024-00'],
    ['Quý 5/2024', '!2024-00'],
    ['Quý IX năm 2024', '!2024-00'],
    ['Tháng năm 2024', '~2024'],
    ['Tháng 9', '-09'],
    ['Tháng báo cáo: 9, năm: 2024', '2024-09'],
    ['Kỳ báo cáo: 9', '-09'],
    ['T.9/2024', '2024-09'],
    ['Kỳ: T9', '-09'],
    ['Quý III/2024', '2024-Q3'],
    ['QUÝ 3 NĂM 2024', '2024-Q3'],
    ['Quý tư năm 2024', '2024-Q4'],
    ['Q3/2024', '2024-Q3'],
    ['Quý II', '-Q2'],
    ['6 tháng đầu năm 2024', '2024-H1'],
    ['sáu tháng cuối năm 2024', '2024-H2'],
    ['Năm 2024', '~2024'],
    ['Kỳ báo cáo: Năm 2024', '2024'],
    ['Từ ngày 15/8/2024 đến ngày 14/9/2024', '2024-09'],
    ['từ 15/8 đến 14/9/2024', '2024-09'],
    ['Từ ngày 15/12/2023 đến 14/01/2024', '2024-01'],
    ['Từ 15/12 đến 14/01/2024', '2024-01'],
    ['(Từ ngày 15 tháng 8 năm 2024 đến ngày 14 tháng 9 năm 2024)', '2024-09'],
    ['từ 01/9/2024 đến 30/9/2024', '2024-09'],
    ['từ 15/6/2024 đến 14/9/2024', '2024-Q3'],
    ['từ 15/12/2023 đến 14/12/2024', '2024'],
    ['Từ tháng 7 đến tháng 9/2024', '2024-Q3'],
    ['Tháng 7-9/2024', '2024-Q3'],
    ['Tháng 7, 8, 9/2024', '2024-Q3'],
    ['(Số liệu tính đến ngày 14/9/2024)', '<2024-09'],
    ['tính đến hết 30/9/2024', '<2024-09'],
    ['Tính đến 30/9', '<-09'],
    ['Tính đến 29/2', '<-02'],
    ['(từ 15/8 đến 14/9)', '<-09'],
    ['từ 15/12 đến 14/01', '<-01'],
    ['Kỳ báo cáo: 14/09/2024', '<2024-09'],
    ['Kỳ báo cáo: 31/8/2024', '<2024-08'],
    ['Kỳ báo cáo: 202409', '2024-09'],
    ['Lũy kế từ đầu năm đến 14/9', '+-09'],
    ['Lũy kế từ đầu năm đến ngày 14/9/2024', '+2024-09'],
    ['Lũy kế từ 01/01/2024 đến hết tháng 9/2024', '+2024-09'],
    ['Tháng 9 năm 2024 (lũy kế 9 tháng)', '2024-09'],
    ['Cả năm 2024', '2024'],
    ['BÁO CÁO TỔNG KẾT NĂM 2024', '2024'],
    ['DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÁNG 9/2024', '2024-09'],
    ['Tháng 9/2024 so với tháng 8/2024', '2024-09'],
    ['Tháng    năm 2024', '~2024'],
    ['Báo cáo số 12/BC-UBND tháng 9 năm 2024', '2024-09'],
    ['Kỳ 05/2024 (theo QĐ 03/2024)', '2024-05'],
    ['Báo cáo 05/2024 theo Kế hoạch 07/2024', '2024-05'],
    ['Báo cáo theo kế hoạch tháng 9/2024', '2024-09'],
    ['Kết quả thực hiện kế hoạch 9/2024', '2024-09'],
    ['05/2024', '2024-05'],
  ])('%s → %s', (text, period) => {
    expect(said(text)).toEqual([period]);
    expect(said(text.normalize('NFD').toUpperCase())).toEqual([period]);
  });

  it.each([
    'Rạch Gốc, ngày 14 tháng 9 năm 2024',
    'Rạch Gốc, ngày     tháng 9 năm 2024',
    'Rạch Gốc, ngày mười tháng chín',
    'Họp mỗi tháng một lần',
    'Họp mỗi tháng một',
    'Ba tháng mười',
    'Rạch Gốc, ngày … tháng … năm 2024',
    'ngày 05/9/2024',
    '14/09/2024',
    '2024-09-14',
    'Số: 09/2024/BC-UBND',
    'Số 09/2024',
    'Kế hoạch số 12/KH-UBND ngày 15/3/2024',
    'Nghị định 09/2019/NĐ-CP',
    'Quyết định số 05/2024/QĐ-UBND',
    'Quyết định 05/2024',
    'QĐ 05/2024',
    'QĐ-UBND 05/2024',
    'NQ 05/2024',
    'Công văn số 9/2024',
    'Tờ trình 08/2024',
    'Theo Kế hoạch 07/2024',
    'Theo Kế hoạch số 07/2024',
    'Căn cứ KH 07/2024 của UBND huyện',
    'Thực hiện theo Hướng dẫn 6/2024',
    '(Kèm theo Báo cáo số 45/BC-UBND ngày 16/9/2024 của UBND xã)',
    'so với cùng kỳ năm 2023',
    'So với tháng 8/2024',
    'Giai đoạn 2021-2025',
    'Kỳ trước: tháng 8/2024',
    'Tháng trước (8/2024)',
    'Tổ thành lập từ tháng 3/2022',
    'Tổ bắt đầu hoạt động từ ngày 10/3/2022 đến nay',
    'Thời hạn: 3 tháng',
    'Biểu áp dụng từ tháng 1/2024',
    'Số hộ phát sinh trong tháng: 25',
    'ngày 9 tháng    năm 2024',
    'Ấp Kênh T9',
    'Điện thoại: 0918.09.2024',
    'Tổng số hộ: 202409',
    'Mẫu số 01',
    'Kỳ báo cáo: 05/09/2024',
    'Hạn nộp báo cáo: đến 30/9/2024',
    'tính đến 12/9',
    'Lũy kế từ đầu năm đến nay',
    'Lũy kế từ đầu năm đến 10/9/2024',
    'Trong kỳ 01 đợt',
    'Quý IX',
    'Tháng vi phạm',
    'Báo cáo tháng v/v hỗ trợ',
    'Danh sách TV 2024',
    'T.V 2024',
    'Sa Đéc 2024',
    'Buôn Jun 2024',
    'Nhà may 2024',
    'Nguyễn Thị Mar',
    'Chợ Mar 2',
    'September 14, 2024',
    '14 Sep 2024',
    '14-Sep-2024',
    'Đại hội XII',
    '',
  ])('%j states none', (text) => expect(said(text)).toEqual([]));

  it.each([
    ['KẾT QUẢ THÁNG 9, PHƯƠNG HƯỚNG THÁNG 10 NĂM 2024', ['2024-09', '(2024-10)']],
    ['Kết quả tháng 8 và phương hướng, nhiệm vụ tháng 9/2024', ['2024-08', '(2024-09)']],
    ['Kết quả tháng 12, phương hướng tháng 01 năm 2025', ['2024-12', '(2025-01)']],
    ['Kết quả quý III, kế hoạch quý IV năm 2024', ['2024-Q3', '(2024-Q4)']],
    ['6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024', ['2024-H1', '(2024-H2)']],
    ['9 tháng, nhiệm vụ 3 tháng cuối năm 2024', ['(2024-Q4)']],
    ['Báo cáo 9 tháng, nhiệm vụ 3 tháng cuối năm 2024', ['!2024-09', '(2024-Q4)']],
    ['Kế hoạch tháng 10/2024: thêm 10 hộ', ['(2024-10)']],
    ['Tổ được thành lập tháng 3/2022', ['(2022-03)']],
    ['Báo cáo tháng 9 và 9 tháng đầu năm 2024', ['2024-09', '!2024-09']],
    ['Biểu 01/2024 – Tháng 9/2024', ['(2024-01)', '2024-09']],
    ['Phụ lục 02-2024', ['(2024-02)']],
    ['Đợt 2/2024', []],
    ['Quý 3 (tháng 7, 8, 9) năm 2024', ['2024-Q3', '2024-Q3', '~2024']],
    ['QUÝ III/2024 (tháng 7, tháng 8, tháng 9)', ['2024-Q3', '-Q3']],
  ])('%s → %j', (text, periods) => expect(said(text)).toEqual(periods));
});

describe('in a file name', () => {
  it.each([
    ['thang9_2024.xlsx', '2024-09'],
    ['bao cao thang 9 nam 2024', '2024-09'],
    ['BC_T9_2024_ap1', '2024-09'],
    ['BC T9 ap 1', '-09'],
    ['BC tháng tám', '-08'],
    ['thang_chin_Tan_An', '-09'],
    ['Tong hop T9', '-09'],
    ['Tong hop Sep-24', '2024-09'],
    ['09-2024', '2024-09'],
    ['2024_09_Tan_An', '2024-09'],
    ['202409 Tan An', '2024-09'],
    ['TanAn-092024', '2024-09'],
    ['bcthang9', '-09'],
    ['ap_1_09_2024', '2024-09'],
    ['to_cong_nghe_so_09_2024', '2024-09'],
    ['BC xã 9 2024', '2024-09'],
    ['Khóm 1 2024', '~2024'],
    ['Tổ 3_2024', '~2024'],
    ['Phụ lục 01 2024', '~2024'],
    ['lần 2-2024', '~2024'],
    ['Bến Lội lần 2-2024', '(2024-02)'],
    ['Xã Phước Lân 9 2024', '(2024-09)'],
    ['BC Cà Mau 8 2024', '2024-08'],
    ['Cao_Bang_8_2024', '2024-08'],
    ['Mẫu 03 2024', '~2024'],
    ['Uỷ ban 8-2024', '2024-08'],
    ['Tri Phương 9 2024', '2024-09'],
    ['BC phường 9 2024', '~2024'],
    ['BC tuần 2.2024', '~2024'],
    ['Ấp 7-2024', '(2024-07)'],
    ['BC ấp 09 2024', '(2024-09)'],
    ['Biểu 09-2024', '(2024-09)'],
    ['quy3_2024', '2024-Q3'],
    ['2024-Q3', '2024-Q3'],
    ['6thangdaunam2024', '2024-H1'],
    ['so lieu den 30-9-2024', '<2024-09'],
    ['Bao cao nam 2024', '~2024'],
    ['2024-T9', '2024-09'],
    ['T9.24', '2024-09'],
    ['ap 9 thang 9 nam 2024', '2024-09'],
    ['BC_T.IX-2024_ap1', '2024-09'],
    ['thang_IX_2024', '2024-09'],
    ['thang_chin_nam_2024', '2024-09'],
    ['thang-muoi-mot-2024', '2024-11'],
    ['Tan An Sep-24', '2024-09'],
    ['TanAn_September_2024', '2024-09'],
    ['2024-Sep Tan An', '2024-09'],
    ['Sa Dec 2024', '~2024'],
    ['ds TV 2024', '~2024'],
    ['9 tháng năm 2024', '!2024-09'],
    ['BC 9 tháng 2024', '!2024-09'],
    ['BC 9 thang 2024', '!2024-09'],
    ['BC_9_thang_dau_nam_2024', '!2024-09'],
    ['bc tháng 7-8-9.2024', '2024-Q3'],
    ['bc thang 8-1', '-08'],
    ['bc thg9', '-09'],
    ['bc 9-24', '2024-09'],
    ['bc Th9-2024', '2024-09'],
    ['TH 1 T9', '-09'],
    ['2024_TH_1', '~2024'],
    ['09.24', '2024-09'],
    ['BC thang 8, 9', '!-09'],
    ['BC tháng 8 và 9.2024', '!2024-09'],
    ['BC T8, T9 2024', '!2024-09'],
    ['BC T8-9.2024', '!2024-09'],
    ['BC T7+8+9', '-Q3'],
    ['BC thang 9, 10 ap', '-09'],
    ['BC T9-2', '-09'],
    ['BC T9 va 10 ho', '-09'],
  ])('%s → %s', (text, period) => expect(said(text, 'file')).toEqual([period]));

  it.each([
    '20240914_ap1',
    'BC 14-09-2024',
    '2024-09-14 Tan An',
    '14_09_2024',
    'Ap 12',
    'ap 9 thang nam 2024',
    'BC 9-24-1',
    '1.24 Tan An',
    'to 9.24',
    'danh sach (1)',
    'ap_T9',
  ])('%s states none', (text) => expect(said(text, 'file')).toEqual([]));
});

describe('in a folder', () => {
  it.each([
    ['2024/09/Tan An', ['2024-09']],
    ['2024/thang 9', ['2024-09']],
    ['2024/Tháng chín', ['~2024', '-09']],
    ['Tháng chín/Xã Tân Ân', ['-09']],
    ['2024/T9/Ap 1', ['2024-09']],
    ['2024/1. Xã Tân Ân', ['~2024']],
    ['2024/September', ['2024-09']],
    ['Thang IX-2024/Xã Tân Ân', ['2024-09']],
    ['2024/Buôn Mar', ['~2024']],
    ['Kế hoạch năm 2024/Tan An', ['~2024']],
    ['09.24/Tan An', ['2024-09']],
    ['thang 9/Tan An', ['-09']],
    ['Thang 8-2024/Thang 9-2024', ['2024-08', '2024-09']],
  ])('%s → %j', (text, periods) => expect(said(text, 'folder')).toEqual(periods));
});

const ROMAN = ' I II III IV V VI VII VIII IX X XI XII'.split(' ');
const ENGLISH =
  ' January February March April May June July August September October November December'.split(
    ' ',
  );

it('any spelling of any month is read, with or without accents', () => {
  const spellings = [
    'Tháng M/Y',
    'tháng 0M năm Y',
    'TM-Y',
    'T0M.Y',
    'tháng M-Y',
    'Tháng M, năm Y',
    'kỳ 0M/Y',
    'Tháng R/Y',
    'tháng R năm Y',
    'E Y',
    'S.-Y',
    'thangM_Y',
    '0M.Y',
    'Y_0M',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...spellings),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2018, max: 2049 }),
      fc.constantFrom<Where>('line', 'file', 'folder'),
      (spelling, m, y, where) => {
        if (where !== 'line' && spelling.includes('/')) return;
        // `may` is a word of Vietnamese, too.
        if (m === 5 && /[ES]/.test(spelling)) return;
        const parts: Record<string, string> = {
          '0M': String(m).padStart(2, '0'),
          ...{
            M: String(m),
            Y: String(y),
            R: ROMAN[m]!,
            E: ENGLISH[m]!,
            S: ENGLISH[m]!.slice(0, 3),
          },
        };
        const text = spelling.replace(/0M|[MYRES]/g, (part) => parts[part]!);
        for (const one of [text, foldAccents(text), `Xã Tân Ân ${text} Ấp Hai`]) {
          expect(findPeriods(one, where).map(periodOf)).toEqual([
            `${y}-${String(m).padStart(2, '0')}`,
          ]);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('never throws, and is quick on junk', () => {
  const junk = fc.string({
    unit: fc.constantFrom(...'0123456789/.-_ tháng năm quý ngày số'),
    maxLength: 300,
  });
  fc.assert(
    fc.property(junk, fc.constantFrom<Where>('line', 'file', 'folder'), (s, where) => {
      findPeriods(s, where);
    }),
  );
});

it('finds no month in the name of a temporary folder', () => {
  for (const name of ['ccds-whole-T3kx11', 'tmp-t9eBKz'])
    expect(findPeriods(name, 'folder')).toEqual([]);
  expect(findPeriods('Gửi T3', 'folder').map(periodOf)).toHaveLength(1);
});
