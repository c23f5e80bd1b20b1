import { describe, expect, it } from 'vitest';
import { LETTERS, plainLetters } from '../../scripts/plain-letters.mjs';

const written = new RegExp(`^[${LETTERS}]$`, 'u');
const meant = /^\p{L}$/u;

function* characters(from: number, to: number): Generator<string> {
  for (let code = from; code <= to; code++) yield String.fromCodePoint(code);
}

describe('letters written out as ranges', () => {
  it('are those of what Vietnamese is written with, sign by sign', () => {
    const signs = [...characters(0, 0x2c1), ...characters(0x300, 0x36f)];
    const ofVietnamese = [...signs, ...characters(0x1ea0, 0x1ef9), ...characters(0xe000, 0xf8ff)];
    expect(ofVietnamese.filter((one) => written.test(one) !== meant.test(one))).toEqual([]);
  });

  it.each([
    ['Greek, Cyrillic', 0x370, 0x52f],
    ['Khmer', 0x1780, 0x17ff],
    ['Latin', 0x1e00, 0x1eff],
    ['Kana', 0x3041, 0x30ff],
    ['Han', 0x4e00, 0x9fff],
    ['Hangul', 0xac00, 0xd7a3],
    ['full width', 0xff00, 0xffef],
  ])('lack none of %s', (_, from, to) => {
    const letters = [...characters(from, to)].filter((one) => meant.test(one));
    expect(letters.filter((one) => !written.test(one))).toEqual([]);
  });

  it('are no signs, whatever script they stand in', () => {
    const signs = [...characters(0x2000, 0x2bff), ...characters(0x3000, 0x3040)];
    expect(signs.filter((one) => written.test(one))).toEqual([]);
    expect('…“”–—•（），：；！？０９'.split('').filter((one) => written.test(one))).toEqual([]);
  });
});

const TICK = '`';

describe('a module', () => {
  const run = (source: string) => new Function(`return ${plainLetters(source)}`)() as RegExp;

  it.each([
    ['in a pattern', String.raw`/^\p{L}+$/u`],
    ['in a class', String.raw`/^[\p{L}\d]+$/u`],
    ['beside another class', String.raw`/^[.]?\p{L}+[a-z\]]?$/u`],
    ['in a text', String.raw`new RegExp('^\\p{L}+$', 'u')`],
    ['in a template', String.raw`new RegExp(${TICK}^\\p{L}+$${TICK}, 'u')`],
  ])('matches the same with the letters written out %s', (_, source) => {
    const plain = plainLetters(source);
    expect(plain).not.toContain('p{L}');
    for (const text of ['ấp', 'Đất', 'Ω']) expect(run(source).test(text)).toBe(true);
    for (const text of ['ấp-', '…', '']) expect(run(source).test(text)).toBe(false);
  });

  it('matches what is no letter, too', () => {
    const source = String.raw`/^\P{L}+$/u`;
    expect(plainLetters(source)).not.toContain('P{L}');
    expect([run(source).test('12 –'), run(source).test('1a')]).toEqual([true, false]);
  });

  it('is left alone where it names no letters, in its comments too', () => {
    const source = "const a = /x/u; // '\\p{L}'\nconst b = 'p{L}';";
    expect(plainLetters(source)).toBe(source);
  });

  it('does not compile where a class would leave letters out', () => {
    expect(() => plainLetters(String.raw`/[\P{L}\d]/u`)).toThrow('No ranges');
  });
});
