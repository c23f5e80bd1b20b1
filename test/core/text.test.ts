import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, fold, foldAccents, foldInto, nfc, romanToNumber } from '../../src/core/text.js';
import { foldTones } from '../../src/core/tones.js';

const messy = fc.string({
  unit: fc.constantFrom(
    ...'aàảãáạêếơợưứoòóuùyỳýiìgqnchAÁÒYđĐðHbt \u00a0\u200b\u0301\u0302\u0323’–-.',
  ),
});

describe('clean', () => {
  it.each([
    ['Ấp\u00a0Rạch  Gốc', 'Ấp Rạch Gốc'],
    ['\ufeff Xã\tTân\r\nÂn ', 'Xã Tân Ân'],
    ['Tân\u00adÂn\u200b', 'TânÂn'],
    ['Xa\u0303 Ta\u0302n A\u0302n', 'Xã Tân Ân'],
    ['', ''],
    ['   ', ''],
    ['a', 'a'],
    ['\u2003x\u3000', 'x'],
    ['Ｍức　１２：Ấp ٣ 𝟒𝟵', 'Mức 12:Ấp 3 49'],
    // As some put telephone numbers and names: between isolates.
    ['\u20660912\u2069 \u2068Ấp\u2069', '0912 Ấp'],
    // The tone before the letter's own mark.
    ['A\u0301\u0302p Đa\u0300\u0306n, ơ\u0301 o\u0301\u031b', 'Ấp Đằn, ớ ớ'],
  ])('%j → %j', (from, to) => expect(clean(from)).toBe(to));

  it('is idempotent and NFC', () => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary' })), (s) => {
        const once = clean(s);
        expect(clean(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
        expect(nfc(s)).toBe(s.normalize('NFC'));
      }),
    );
  });
});

describe('foldTones', () => {
  it.each([
    ['Hòa', 'Hoà'],
    ['HÒA', 'HOÀ'],
    ['Thủy', 'Thuỷ'],
    ['khỏe', 'khoẻ'],
    ['Hùynh', 'Huỳnh'],
    ['tòan', 'toàn'],
    ['ngòai', 'ngoài'],
    ['qúy', 'quý'],
    ['qùa', 'quà'],
    ['gìa', 'già'],
    ['gíêng', 'giếng'],
    ['thủơ', 'thuở'],
    ['muà', 'mùa'],
    ['đừơng', 'đường'],
  ])('%s and %s are one', (old, canonical) => {
    expect(foldTones(old)).toBe(canonical);
    expect(foldTones(canonical)).toBe(canonical);
  });

  it.each([
    'gì',
    'gìn',
    'quý',
    'của',
    'mía',
    'nghĩa',
    'cứu',
    'rượu',
    'Nguyễn',
    'chuyện',
    'giữa',
    'ruồi',
    'Noël',
    'khuỷu',
    'người',
  ])('%s stays', (word) => expect(foldTones(word)).toBe(word));
});

describe('fold', () => {
  it.each([
    ['ẤP  HÒA', 'ấp hoà'],
    ['Ð’Răng', "đ'răng"],
    ['Ea H`leo', "ea h'leo"],
    ['Ấp 1 – 2', 'ấp 1 - 2'],
    // A minus.
    ['Ấp 1 − 2', 'ấp 1 - 2'],
  ])('%s → %s', (from, to) => expect(fold(from)).toBe(to));

  it('is idempotent', () => {
    fc.assert(
      fc.property(messy, (s) => {
        expect(fold(fold(s))).toBe(fold(s));
      }),
    );
  });
});

describe('foldInto', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'aàêeểioơuưứyỳỷqgnhtđĐAÒUỶQ   12.,-') });

  it('never takes an onset and its vowels for a longer run', () => {
    const runs = [...'aàảã'].flatMap((first) => [`${first}ỷu`, `${first}uý`, `${first}oà`]);
    const onset = [...'qgQG'].flatMap((first) => [`${first}ỷu`, `${first}uý`, `${first}òa`]);
    for (const s of [...runs, ...onset]) fold(s);
    expect(['ỷu', 'uý', 'òa'].map((run) => fold(`q${run}`))).toEqual(['qỷu', 'quý', 'qoà']);
  });

  it('writes what fold gives, without its spaces', () => {
    const name = fc.constantFrom('Nguyễn Thị Thuỷ', 'Quách Hòa', 'Trần Thuý Quyên', 'ẤP 12/5');
    fc.assert(
      fc.property(fc.oneof(name, typed, messy, fc.string({ unit: 'binary' })), (s) => {
        const codes = new Uint16Array(3 * s.length + 5);
        const end = foldInto(s, codes, 5);
        expect(String.fromCharCode(...codes.subarray(5, end))).toBe(fold(s).replaceAll(' ', ''));
      }),
      { numRuns: 2000 },
    );
  });
});

it('foldAccents leaves bare letters', () => {
  expect(foldAccents('Đắk Lắk ệ Ỷ ð')).toBe('Dak Lak e Y d');
});

it('romanToNumber', () => {
  const all = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');
  expect(all.map(romanToNumber)).toEqual(all.map((_, i) => i + 1));
  expect(romanToNumber('iv')).toBe(4);
  expect(romanToNumber('Ⅳ')).toBe(4);
  for (const no of ['', 'IIII', 'VX', 'A', 'M', 'xã', '4', 'IC'])
    expect(romanToNumber(no)).toBeNull();
});
