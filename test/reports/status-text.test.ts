import { describe, expect, it } from 'vitest';
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
});
