import { describe, expect, it } from 'vitest';
import { widthOnScreen, wrapped } from '../../src/core/on-screen.js';

const RED = (text: string) => `\u001b[31m${text}\u001b[39m`;

describe('a text on a screen', () => {
  it.each([
    ['Ấp Rạch Muỗi', 12],
    ['Ấp Rạch Muỗi'.normalize('NFD'), 12],
    [RED('CCDS-U01'), 8],
    ['\ufeffa\u200bb', 2],
    ['', 0],
  ])('%j takes as many columns as it shows letters', (text, width) => {
    expect(widthOnScreen(text)).toBe(width);
  });

  it('is broken between words, the rest further in, and not within what is to be copied', () => {
    const line = `  ${RED('CCDS-P02')} Báo cáo của tháng khác: chạy \`ccds validate --period 2024-08\` để xem.`;
    expect(wrapped(`Ngắn\n${line}`, 40)).toBe(
      [
        'Ngắn',
        `  ${RED('CCDS-P02')} Báo cáo của tháng khác: chạy`,
        '    `ccds validate --period 2024-08` để',
        '    xem.',
      ].join('\n'),
    );
    expect(wrapped(line, 20)).toBe(line);
    expect(wrapped(line, Number.POSITIVE_INFINITY)).toBe(line);
  });

  it('stands in as far where its colour begins before its spaces', () => {
    expect(wrapped(RED('    → một hai ba bốn năm sáu bảy'), 27)).toBe(
      '\u001b[31m    → một hai ba bốn năm\n      sáu bảy\u001b[39m',
    );
  });

  it('fills a line up to its last column', () => {
    const words = 'một hai ba bốn năm sáu bảy tám';
    expect(wrapped(words, 26)).toBe('một hai ba bốn năm sáu bảy\n  tám');
  });

  it('keeps a word that is longer than the line whole', () => {
    const path = 'a/'.repeat(30);
    expect(wrapped(`xx x ${path} y`, 30)).toBe(`xx x\n  ${path}\n  y`);
  });
});
