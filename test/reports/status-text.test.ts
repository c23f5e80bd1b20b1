import { describe, expect, it } from 'vitest';
import { hamletsOf } from '../../src/geography/tree.js';
import { receiptsOf } from '../../src/history/receipt.js';
import { chaseText, statusText } from '../../src/reports/status-text.js';
import { makeSummary, SMALL } from './fake-summary.js';

const units = SMALL.units.map(([code, name, level, parent]) => {
  const own = level === 'commune' ? name.replace('Xã An Xuyên', 'Xã Khánh Bình Tây Bắc') : name;
  return [code, own, level, parent] as const;
});
const summary = makeSummary({ ...SMALL, units });
const forms = ['members', 'eid'];
const receipts = receiptsOf([], {
  ...{ month: '2024-09', deadline: '2024-09-17', now: '2024-09-20T03:00:00Z' },
  ...{ forms, tree: summary.tree },
});
const shown = { summary, receipts, contacts: new Map(), closed: [] };
const table = (lang: 'vi' | 'en', columns?: number) =>
  statusText(shown, lang, undefined, columns).split('\n\n')[0]!.split('\n').slice(1);
const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => [...line].length));

describe('the table of who has reported', () => {
  it.each(['vi', 'en'] as const)('has a line for its headings where there is room (%s)', (lang) => {
    expect(widest(table(lang))).toBeGreaterThan(80);
    expect(table(lang, 120)).toEqual(table(lang));
  });

  it.each(['vi', 'en'] as const)('stacks its headings on a narrow terminal (%s)', (lang) => {
    const lines = table(lang, 80);
    expect(widest(lines)).toBeLessThanOrEqual(80);
    const rows = table(lang).slice(1);
    const words = (line: string) => line.trim().split(/\s+/);
    expect(lines.slice(-rows.length).map(words)).toEqual(rows.map(words));
  });

  it('keeps the words of a heading one over the other', () => {
    expect(
      table('vi', 80)
        .slice(0, 3)
        .map((line) => line.trimEnd()),
    ).toMatchInlineSnapshot(`
      [
        "                                                                    Chưa",
        "                           Phải   Đã  Đúng  Trễ    Nộp        Chưa   đến",
        "Đơn vị                      nộp  nộp   hạn  hạn  thiếu  Rỗng   nộp   hạn",
      ]
    `);
  });
});

describe('on sixty columns the table', () => {
  const late = hamletsOf(summary.tree.byCode.get('973')!).map(({ unit }) => unit.code);
  const arrivals = late.map((unit) => ({
    ...{ unit, form: 'eid', receivedAt: '2024-09-18T03:00:00Z', isEmpty: false },
  }));
  const receipts = receiptsOf(arrivals, {
    ...{ month: '2024-09', deadline: '2024-09-17', now: '2024-09-20T03:00:00Z' },
    ...{ forms, tree: summary.tree },
  });
  const at = (columns: number, lang: 'vi' | 'en' = 'vi') =>
    statusText({ ...shown, receipts }, lang, undefined, columns)
      .split('\n\n')[0]!
      .split('\n')
      .slice(1);

  it('leaves out what is 0 everywhere', () => {
    expect(at(60)).toMatchInlineSnapshot(`
      [
        "                           Phải   Đã  Trễ  Chưa",
        "Đơn vị                      nộp  nộp  hạn   nộp",
        "Tỉnh Cà Mau                  10    5    5     5",
        "  Thành phố Cà Mau            5    0    0     5",
        "    Phường 1                  2    0    0     2",
        "    Xã Khánh Bình Tây Bắc     3    0    0     3",
        "  Huyện Ngọc Hiển             5    5    5     0",
        "    Xã Đất Mũi                3    3    3     0",
        "    Xã Tân Ân                 2    2    2     0",
      ]
    `);
  });

  it('has names on lines of their own where even that is too wide', () => {
    expect(widest(at(40, 'en'))).toBeLessThanOrEqual(40);
    expect(at(40).slice(0, 4)).toMatchInlineSnapshot(`
      [
        " Phải  Đã Trễ Chưa",
        "  nộp nộp hạn  nộp",
        "Tỉnh Cà Mau",
        "   10   5   5    5",
      ]
    `);
  });
});

describe('the list of who is missing', () => {
  it('says which district a commune is of where another has its name', () => {
    const named = SMALL.units.map(([code, name, level, parent]) => {
      const own = code === '32248' ? 'Phường 1' : name;
      return [code, own, level, parent] as const;
    });
    const summary = makeSummary({ ...SMALL, units: named });
    const of = { forms, tree: summary.tree };
    const receipts = receiptsOf([], {
      ...{ month: '2024-09', deadline: '2024-09-17', now: '2024-09-20T03:00:00Z' },
      ...of,
    });
    const text = chaseText({ ...shown, summary, receipts });
    expect(text).toContain('\nPhường 1, Thành phố Cà Mau: 2/2 ấp, khóm (tất cả)\n');
    expect(text).toContain('\nPhường 1, Huyện Ngọc Hiển: 2/2 ấp, khóm (tất cả)\n');
    expect(text).toContain('\nXã An Xuyên: 3/3 ấp, khóm (tất cả)\n');
  });

  const came = (unit: string, ...forms: string[]) =>
    forms.map((form) => ({ unit, form, receivedAt: '2024-09-15T03:00:00Z', isEmpty: false }));
  const chase = (arrivals: ReturnType<typeof came>, lang: 'vi' | 'en' = 'vi', day = 20) => {
    const of = { forms, tree: summary.tree, month: '2024-09' as const, deadline: '2024-09-17' };
    const receipts = receiptsOf(arrivals, { ...of, now: `2024-09-${day}T03:00:00Z` });
    return chaseText({ ...shown, summary, receipts }, lang);
  };
  const all = summary.tree.roots.flatMap(hamletsOf).map(({ unit }) => unit.code);
  const [first, second, ...others] = all as [string, string, ...string[]];

  it('has those who lack a form under a heading of their own', () => {
    const whole = others.flatMap((unit) => came(unit, 'members', 'eid'));
    expect(chase([...whole, ...came(first, 'members')])).toMatchInlineSnapshot(`
      "CHƯA NỘP BÁO CÁO THÁNG 9/2024 (hạn 17/09/2024)

      Phường 1: 1/2 ấp, khóm
      - Khóm 2

      BÁO CÁO THÁNG 9/2024 CÒN THIẾU BIỂU (hạn 17/09/2024)

      Phường 1: 1/2 ấp, khóm
      - Khóm 1: còn thiếu Tài khoản định danh điện tử
      "
    `);
    expect(chase([...whole, ...came(first, 'members')], 'en')).toMatchInlineSnapshot(`
      "REPORTS MISSING, SEPTEMBER 2024 (due 17 September 2024)

      Phường 1: 1 of 2 hamlets
      - Khóm 2

      REPORTS THAT LACK A FORM, SEPTEMBER 2024 (due 17 September 2024)

      Phường 1: 1 of 2 hamlets
      - Khóm 1: lacks e-ID accounts
      "
    `);
    expect(
      chase([...whole, ...came(first, 'eid'), ...came(second, 'members')], 'vi', 16),
    ).toMatchInlineSnapshot(`
      "BÁO CÁO THÁNG 9/2024 CÒN THIẾU BIỂU (chưa đến hạn, hạn 17/09/2024)

      Phường 1: 2/2 ấp, khóm
      - Khóm 1: còn thiếu Thành viên tổ
      - Khóm 2: còn thiếu Tài khoản định danh điện tử
      "
    `);
    const none = chase([...whole, ...came(second, 'members', 'eid')]);
    expect(none.match(/THÁNG/g)).toHaveLength(1);
    expect(none).toContain('CHƯA NỘP BÁO CÁO');
  });

  it('tells hamlets of one name in one commune by their codes, and names all who are to be called', () => {
    const named = SMALL.units.map(([code, name, level, parent]) => {
      const own = code === '3200502' ? 'Khóm 1' : name;
      return [code, own, level, parent] as const;
    });
    const summary = makeSummary({ ...SMALL, units: named });
    const of = { forms, tree: summary.tree, month: '2024-09' as const, deadline: '2024-09-17' };
    const empty = {
      unit: '3200501',
      form: 'eid',
      receivedAt: '2024-09-15T03:00:00Z',
      isEmpty: true,
    };
    const receipts = receiptsOf(
      [...others.flatMap((unit) => came(unit, 'members', 'eid')), empty],
      { ...of, now: '2024-09-20T03:00:00Z' },
    );
    const contacts = new Map([
      [
        '3200502',
        [
          { name: 'Chị Lan', phone: '0912345678' },
          { name: 'Anh Tư', phone: '' },
        ],
      ],
    ]);
    expect(chaseText({ ...shown, summary, receipts, contacts })).toContain(
      '- Khóm 1 (3200501): tệp đã gửi không có số liệu nào\n- Khóm 1 (3200502) (Chị Lan, 0912345678; Anh Tư)\n',
    );
  });
});
