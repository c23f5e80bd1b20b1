import { describe, expect, it } from 'vitest';
import { finding } from '../../src/core/finding.js';
import { filesByStatus } from '../../src/reports/figures.js';
import { validationPieces } from '../../src/reports/json.js';
import { rollupText } from '../../src/reports/text.js';
import { validationText } from '../../src/reports/validation.js';
import type { Status } from '../../src/rollup/types.js';
import { big, makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';

const small = makeSummary(SMALL);
const province = makeSummary(big({ districts: 9, communes: 101, hamlets: 883 }));

describe('files by what became of them', () => {
  const made = (...statuses: readonly Status[]) =>
    filesByStatus({
      submissions: statuses.map((status) => ({ ...small.submissions[0]!, status })),
    });

  it.each([
    ['accepted', ['accepted', 'accepted']],
    ['accepted', ['accepted', 'ignored']],
    ['partial', ['partial', 'accepted']],
    ['partial', ['accepted', 'rejected']],
    ['partial', ['superseded', 'accepted']],
    ['rejected', ['rejected', 'ignored']],
    ['ignored', ['ignored']],
  ] as const)('a file is %s whose forms are %j', (status, forms) => {
    expect([...made(...forms)]).toEqual([[status, 1]]);
  });
});

describe('rollupText', () => {
  it('gives the figures, what is missing, the accounts and the files', () => {
    const written = ['tong-hop-ca-mau-2024-09.xlsx', 'huyen/a.xlsx', 'huyen/b.xlsx'];
    expect(rollupText(small, { out: 'out/2024-09', written })).toMatchInlineSnapshot(`
      "Tỉnh Cà Mau – Tháng 9/2024
        Số tổ CNSCĐ:                         8
        Tỷ lệ ấp, khóm có tổ CNSCĐ:          8/10 (80,00%)
        Thành viên tổ CNSCĐ:                 45
        Tỷ lệ hộ được hỗ trợ:                840/1.600 (52,50%)
        Tỷ lệ công dân có tài khoản ĐDĐT:    3.433/5.500 (62,42%)
        Tỷ lệ hộ kinh doanh không tiền mặt:  103 (chưa đủ mẫu số: chưa có của Huyện Ngọc Hiển)
        Đã báo cáo: 8/10 ấp, khóm
        Còn thiếu: Thành viên tổ 2; Hộ được hỗ trợ 3; Tài khoản định danh điện tử 2; Hộ kinh doanh không tiền mặt 3

      Tệp đã nhận: 8 (nhận một phần 8); không mở 2
      Dòng: đọc 384 = nhận 288 + loại 32 + bỏ qua 64
      Kiểm tra: 1 lỗi, 1 cảnh báo, 1 lưu ý
      Kết quả: out/2024-09
        tong-hop-ca-mau-2024-09.xlsx
        huyen/ (2 tệp)
      "
    `);
  });

  it('speaks English', () => {
    expect(rollupText(small, { lang: 'en' })).toMatchInlineSnapshot(`
      "Cà Mau Province – September 2024
        Teams:               8
        Team coverage:       8/10 (80.00%)
        Team members:        45
        Household coverage:  840/1,600 (52.50%)
        e-ID rate:           3,433/5,500 (62.42%)
        Cashless rate:       103 (no denominator for Huyện Ngọc Hiển)
        Reported: 8/10 hamlets
        Missing: Team members 2; Households assisted 3; e-ID accounts 2; Cashless merchants 3

      Files received: 8 (accepted in part 8); not opened 2
      Rows: read 384 = accepted 288 + rejected 32 + ignored 64
      Checks: 1 error, 1 warning, 1 note
      "
    `);
  });
});

describe('the end of a run over several provinces', () => {
  it('calls the units of each as they are called there', () => {
    const units: Plan['units'] = [
      ...SMALL.units,
      ['66', 'Tỉnh Đắk Lắk', 'province', null],
      ['24121', 'Xã Hòa Phú', 'commune', '66'],
      ['2412101', 'Thôn 1', 'hamlet', '24121'],
      ['2412102', 'Buôn M’rê', 'hamlet', '24121'],
    ];
    const lines = rollupText(makeSummary({ ...SMALL, units })).split('\n');
    const told = lines.filter((line) => /có tổ CNSCĐ|Đã báo cáo/.test(line));
    expect(told.map((line) => line.match(/ấp, khóm|thôn, buôn/g))).toEqual([
      ['ấp, khóm'],
      ['ấp, khóm'],
      ['thôn, buôn'],
      ['thôn, buôn'],
    ]);
  });
});

describe('validationText', () => {
  it('groups by file, worst first', () => {
    expect(validationText(small, sentences)).toMatchInlineSnapshot(`
      "xa-32005/ap-3200501.xlsx (1 lỗi)
        CCDS-R01 Thành viên!B7: Cột “=Họ và tên” để trống ở dòng này.
          → Điền giá trị rồi gửi lại.
      =cmd.xlsx (1 cảnh báo)
        CCDS-R03 +x!C12: Cột “Năm sinh” để trống ở dòng này.
          → Điền giá trị rồi gửi lại.
      (chung) (1 lưu ý)
        CCDS-C01 Ấp Nhà Diệu (Xã Tân Ân): Cột “?” để trống ở dòng này.
          → Điền giá trị rồi gửi lại.

      Tệp đã nhận: 8 (nhận một phần 8); không mở 2
      Dòng: đọc 384 = nhận 288 + loại 32 + bỏ qua 64
      Kiểm tra: 1 lỗi, 1 cảnh báo, 1 lưu ý
        CCDS-R01  1 lỗi       Thiếu giá trị
        CCDS-R03  1 cảnh báo  Thiếu giá trị
        CCDS-C01  1 lưu ý     Thiếu giá trị
      "
    `);
  });

  it('says no more than a screen', () => {
    const text = validationText(province, sentences);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(text).toMatch(/… còn \d+ mục nữa, ở \d+ tệp/);
    expect(text).toContain('589 lỗi, 294 cảnh báo');
  });

  it('says once what mends several findings in a row', () => {
    const found = ['A5', 'A6'].map((cell) =>
      finding('CCDS-R04', { file: 'a.xlsx', sheet: 'TV', cell }, { field: 'members' }),
    );
    const lines = validationText({ ...small, findings: found }, sentences).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'a.xlsx (2 cảnh báo)',
      expect.stringContaining('TV!A5'),
      expect.stringContaining('TV!A6'),
      expect.stringMatching(/^ {4}→ /),
      '',
    ]);
  });

  it('says once what many rows are told of at one cell, with the rows', () => {
    const at = (row: number, name = 'Gò C', cell = 'A2') => {
      const place = { file: 'a.xlsx', sheet: 'TV', cell, row };
      return finding('CCDS-U01', place, { name, parent: '', suggestions: '' });
    };
    const found = [5, 6, 7].map((row) => at(row));
    found.push(at(8, 'Gò D'), at(9), at(10, 'Gò C', 'B10'), at(11, 'Gò C', 'B11'));
    const linesOf = (findings: typeof found, lang: 'vi' | 'en' = 'vi') => {
      const text = validationText({ ...small, findings }, sentences, { lang });
      return text.split('\n').filter((line) => line.includes('TV!'));
    };
    expect(linesOf(found)).toEqual([
      '  CCDS-U01 TV!A2: Cột “?” để trống ở dòng này. Chung cho 4 dòng (5–7, 9).',
      '  CCDS-U01 TV!A2: Cột “?” để trống ở dòng này.',
      '  CCDS-U01 TV!B10: Cột “?” để trống ở dòng này. Chung cho 2 dòng (10–11).',
    ]);
    expect(validationText({ ...small, findings: found }, sentences)).toContain('7 lỗi');
    const ofThreeForms = [at(10, 'Gò C', 'B10'), at(10, 'Gò C', 'B10'), at(10, 'Gò C', 'B10')];
    expect(linesOf(ofThreeForms)).toEqual(['  CCDS-U01 TV!B10: Cột “?” để trống ở dòng này.']);
    const odd = Array.from({ length: 1200 }, (_, n) => at(5 + 2 * n));
    expect(linesOf(odd, 'en')).toEqual([
      expect.stringMatching(/ Common to 1,200 rows \(5, 7, 9, 11, 13, …\)\.$/),
    ]);
  });

  it('says a note of several sheets of a file once, with the place in each', () => {
    const other = { stated: '2024-08', wanted: '2024-09', rows: '', column: '' };
    const at = (sheet: string, file = 'T8.xlsx', args = other) =>
      finding('CCDS-P02', { file, sheet, cell: 'A3', row: 3 }, args);
    const july = { ...other, stated: '2024-07' };
    const found = [at('TV'), at('Hộ'), at('ĐD', 'T8.xlsx', july), at('TV', 'T8 (2).xlsx')];
    const text = validationText({ ...small, findings: found }, sentences);
    expect(text.match(/CCDS-P02 .*!A3/g)).toEqual([
      'CCDS-P02 TV!A3',
      'CCDS-P02 Hộ!A3, TV!A3',
      'CCDS-P02 ĐD!A3',
    ]);
    expect(text).toContain('T8.xlsx (3 lưu ý)');
    expect(text).not.toContain('còn');
  });

  it('counts all findings that it has no room for', () => {
    const found = Array.from({ length: 90 }, (_, n) => {
      const place = { file: 'a.xlsx', sheet: 'TV', cell: `A${n < 60 ? 2 : n}`, row: n + 4 };
      return finding('CCDS-U01', place, { name: `${n < 60}`, parent: '', suggestions: '' });
    });
    const text = validationText({ ...small, findings: found }, sentences, { maxLines: 14 });
    const shown = text.split('\n').filter((line) => line.includes('TV!')).length;
    expect(text).toContain(`… còn ${90 - 60 - (shown - 1)} mục nữa, ở 1 tệp`);
  });

  it('counts files alone as files: what is of none, such as a missing report, is of no file', () => {
    const missing = Array.from({ length: 60 }, (_, n) =>
      finding('CCDS-C01', { file: '' }, { unit: `${n}`, forms: '' }),
    );
    const bad = finding('CCDS-U01', { file: 'a.xlsx' }, { name: '', parent: '', suggestions: '' });
    const left = (findings: typeof missing, lang: 'vi' | 'en' = 'vi') =>
      validationText({ ...small, findings: [...findings] }, sentences, { lang })
        .split('\n')
        .find((line) => line.startsWith('…'));
    expect(left(missing)).toMatch(/^… còn \d+ mục nữa; xem đủ/);
    expect(left(missing, 'en')).toMatch(/^… and \d+ more; see all/);
    expect(left([bad, ...missing] as typeof missing)).toMatch(/^… còn \d+ mục nữa; xem đủ/);
  });

  it('names the unit of a finding in no file or in the registry, unless the sentence does', () => {
    const of = (unit: string, args: Record<string, string | number>) =>
      finding('CCDS-B03', { file: '' }, args as never, { unit });
    const found = [
      of('3202603', { indicator: 'eid_rate', value: 219, baseline: 181 }),
      of('32026', { indicator: 'eid_rate', value: 219, baseline: 181 }),
      finding('CCDS-C01', { file: '' }, { unit: '3202603', forms: '' }, { unit: '3202603' }),
      finding('CCDS-B02', { file: 'baselines.csv', row: 7 }, {} as never, { unit: '32026' }),
    ];
    const text = validationText({ ...small, findings: found }, sentences);
    expect(text).toContain('CCDS-B02 dòng 7, Xã An Xuyên: Cột');
    expect(text).toContain('CCDS-B03 Ấp 3 (Xã An Xuyên): Cột');
    expect(text).toContain('CCDS-B03 Xã An Xuyên: Cột');
    expect(text).toContain('CCDS-C01 Cột');
  });

  it('gives everything as JSON, in pieces that come to the same text as one', () => {
    const [one] = province.findings;
    for (const count of [0, 1, 200, 883]) {
      const findings = Array.from({ length: count }, (_, i) => province.findings[i] ?? one!);
      const text = [...validationPieces({ ...province, findings }, sentences)].join('');
      const all = JSON.parse(text);
      expect(all.findings).toHaveLength(count);
      expect(text).toBe(`${JSON.stringify(all, null, 2)}\n`);
      if (count > 0)
        expect(all.findings[0]).toMatchObject({
          code: expect.any(String),
          fix: expect.any(String),
        });
    }
  });
});
