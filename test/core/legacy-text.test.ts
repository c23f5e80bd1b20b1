import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { fromDoubleUtf8 } from '../../src/core/double-utf8.js';
import { convertText, fromTcvn3, fromVni, type Legacy } from '../../src/core/legacy-encodings.js';
import { TCVN3 } from '../../src/core/legacy-tables.js';
import { inUnicode, LegacyDetector, meantIn, scriptOf } from '../../src/core/legacy-text.js';
import { isSyllable } from '../../src/core/syllable.js';
import {
  as1258,
  bkhcm2,
  tcvn3,
  toBkhcm2,
  toTcvn3,
  toViscii,
  toVni,
  toVps,
  twice,
  twiceBy1258,
  vni,
  vps,
} from '../helpers/encodings.js';

const VOWELS = [...'aăâeêioôơuưy'].flatMap((v) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((t) => (v + t).normalize('NFC')),
);
const LETTERS = [...VOWELS, 'đ'].filter((letter) => letter > '\u007f');

const TEXTS = [
  'Tổ công nghệ số cộng đồng ấp Rạch Gốc',
  'Danh sách hộ được hỗ trợ',
  'Nguyễn Thị Thuý Vượng',
  'Huỳnh Quốc Khánh',
  'Số định danh, mức độ',
  'Thuở ấy khuỷu tay người nghĩa',
];

describe('tables', () => {
  it('have every letter', () => {
    expect(LETTERS).toHaveLength(67);
    for (const letter of LETTERS) {
      expect(fromTcvn3(tcvn3.get(letter)!)).toBe(letter);
      expect(fromVni(vni.get(letter)!)).toBe(letter);
      expect(convertText(vps.get(letter)!, 'vps')).toBe(letter);
      expect(convertText(bkhcm2.get(letter)!, 'bkhcm2')).toBe(letter);
      expect(fromVni(vni.get(letter.toUpperCase())!)).toBe(letter.toUpperCase());
    }
    for (const capital of 'ĂÂÊÔƠƯĐ') expect(fromTcvn3(tcvn3.get(capital)!)).toBe(capital);
    expect(TCVN3.size).toBe(LETTERS.length + 7);
  });

  it('of well-known text', () => {
    expect(fromTcvn3('Tæ c«ng nghÖ sè céng ®ång')).toBe('Tổ công nghệ số cộng đồng');
    expect(fromVni('Toå coâng ngheä soá coäng ñoàng')).toBe('Tổ công nghệ số cộng đồng');
    expect(fromVni('TOÅ COÂNG NGHEÄ')).toBe('TỔ CÔNG NGHỆ');
    expect(convertText('KHU PHè ÝCH TH¹NH', 'tcvn3')).toBe('KHU PHỐ ÍCH THẠNH');
    expect(convertText('LÖ Vâ', 'tcvn3')).toBe('Lệ Võ');
    expect(fromVni('Aùnh thuôû öôùc')).toBe('Ánh thuở ước');
    expect(convertText('Töí cöng nghïå söë cöång àöìng', 'bkhcm2')).toBe(
      'Tổ công nghệ số cộng đồng',
    );
    expect(convertText('T° công nghŒ sÓ c¶ng Ç°ng', 'vps')).toBe('Tổ công nghệ số cộng đổng');
  });

  it('round trip of any word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...LETTERS, ...'bcdghklmnpqrstvx ') }), (s) => {
        expect(fromTcvn3(toTcvn3(s))).toBe(s);
      }),
    );
  });

  it.each(TEXTS)('round trip of %s', (text) => {
    expect(fromTcvn3(toTcvn3(text))).toBe(text.toLowerCase());
    expect(fromVni(toVni(text))).toBe(text);
    expect(fromVni(toVni(text.toUpperCase()))).toBe(text.toUpperCase());
    expect(fromDoubleUtf8(twice(text))).toBe(text);
    expect(fromDoubleUtf8(twice(twice(text)))).toBe(text);
    expect(fromDoubleUtf8(twiceBy1258(text))).toBe(text);
    for (const set of ['cp437', 'cp850', 'macroman']) {
      const garbled = iconv.decode(Buffer.from(text), set).normalize('NFC');
      expect(fromDoubleUtf8(garbled)).toBe(text);
      expect(detectLegacy([garbled, 'Tổng', 'Nguyễn Văn An'])).toBe('utf8');
    }
    expect(fromDoubleUtf8(twice(`Đất ${text}`).replaceAll('\u0090', '\ufffd'))).toBe(`Đất ${text}`);
    expect(convertText(as1258(text), 'cp1258')).toBe(text);
    expect(convertText(toViscii(text), 'viscii')).toBe(text);
    expect(convertText(toVps(text), 'vps')).toBe(text);
    expect(convertText(toBkhcm2(text), 'bkhcm2')).toBe(text);
    const apart = text.normalize('NFD');
    for (const word of apart.split(' ')) expect(fromDoubleUtf8(twice(word)) ?? word).toBe(word);
  });
});

/** The encoding of the cells of a sheet; null for Unicode. */
function detectLegacy(cells: readonly string[]): Legacy | null {
  const detector = new LegacyDetector();
  for (const cell of cells) if (detector.look(cell) && detector.isSure) break;
  return detector.verdict;
}

describe('LegacyDetector', () => {
  it('by letters', () => {
    expect(detectLegacy(TEXTS.map(toTcvn3))).toBe('tcvn3');
    expect(detectLegacy(TEXTS.map(toVni))).toBe('vni');
    expect(detectLegacy(TEXTS.map(twice))).toBe('utf8');
    expect(detectLegacy(TEXTS.map(twiceBy1258))).toBe('utf8');
    expect(detectLegacy(TEXTS.map(as1258))).toBe('cp1258');
    expect(detectLegacy(TEXTS.map(toViscii))).toBe('viscii');
    expect(detectLegacy(TEXTS.map(toVps))).toBe('vps');
    expect(detectLegacy(TEXTS.map(toBkhcm2))).toBe('bkhcm2');
    for (const text of TEXTS) {
      expect(detectLegacy([toTcvn3(text)])).toBe('tcvn3');
      expect(detectLegacy([toVni(text)])).toBe('vni');
      expect(detectLegacy([twice(text)])).toBe('utf8');
    }
  });

  it('several in one sheet', () => {
    const detector = new LegacyDetector();
    const texts = [...TEXTS.map(toVni), ...TEXTS.map(toTcvn3).slice(1), twice(TEXTS[0]!)];
    for (const text of texts) detector.look(text);
    expect(detector.verdicts).toEqual(['vni', 'tcvn3', 'utf8']);
    for (const text of TEXTS)
      expect(meantIn(toTcvn3(text), detector.verdicts)).toMatchObject({ legacy: 'tcvn3' });
  });

  it('a name alone', () => {
    for (const to of [toTcvn3, toVni, twice])
      expect(inUnicode(to('ấp đất mũi'))).toBe('ấp đất mũi');
    for (const name of ['Ấp Đất Mũi', 'Hòa Tân', 'François Müller', 'Xã Ñ', 'Sheet1 ✓'])
      expect(inUnicode(name)).toBe(name);
  });

  it('in a sheet that is Unicode otherwise', () => {
    expect(detectLegacy([...TEXTS, 'Hà', 'Lê', toTcvn3('Lê Văn Hoà ấp Tân Tiến')])).toBe('tcvn3');
  });

  it.each([
    [TEXTS],
    [TEXTS.map((text) => text.normalize('NFD'))],
    [['Hà', 'Lê Trâm', 'xã Hòa Tân', 'HÀ TÂN', 'Hòang Tòan', 'thì là', 'cá', 'MÃ–KH']],
    [['Hélène Lefèvre', 'François', 'Noël Coté', 'Besançon', 'José Muñoz', 'Müller', 'thé', 'été']],
    [['Plain text', '12', 'm²', '25 °C', '«Oui»', '© 2024', '50 £', '½', 'naïve café']],
    [['ü', 'û', 'þ', '×', '·', '÷', 'ø', '¬', '«', 'Hòa Thành', 'Có', 'x ü', '3 × 4']],
    [['Ðông Hòa', 'Ðoàn Hò', 'Ðào', 'Ðình Tòan', 'Lã Hàn', 'Hòa Ðông']],
    [['Y Bhĕm Niê', 'Buôn Êa', 'Êban', 'Kpă', 'H’Blŏi', 'Mlô', 'Niê Kdăm', 'Bkrông', 'Adrơng']],
  ])('is silent on %j', (cells) => expect(detectLegacy(cells)).toBeNull());
});

/** A cell among others of an encoding: converted where it is in that, or may be. */
function fromLegacy(s: string, legacy: Legacy): string {
  const script = scriptOf(s, legacy);
  return script === 'legacy' || script === 'either' ? convertText(s, legacy) : s;
}

describe('what a cell is in, converted', () => {
  it('converts cell by cell and leaves Unicode alone', () => {
    for (const text of TEXTS) {
      expect(fromLegacy(toTcvn3(text), 'tcvn3')).toBe(text.toLowerCase());
      expect(fromLegacy(toVni(text), 'vni')).toBe(text);
      expect(fromLegacy(toBkhcm2(text), 'bkhcm2')).toBe(text);
      expect(fromLegacy(toVps(text), 'vps')).toBe(text);
      expect(fromLegacy(twice(text), 'utf8')).toBe(text);
      for (const legacy of ['tcvn3', 'vni', 'vps', 'bkhcm2', 'utf8'] as const)
        expect(fromLegacy(text, legacy)).toBe(text);
    }
    // VISCII leaves half of the letters alone, has others as capitals and some as quotation marks.
    for (const text of [...TEXTS, 'An toàn mạng', 'Ấp Mai Vinh', 'NGƯỜI LẬP', 'Ấp/Khóm'])
      expect(fromLegacy(toViscii(text), 'viscii')).toBe(text);
    for (const text of ['Thị trấn Rạch Gốc', 'Hộ nghèo'])
      expect(fromLegacy(text, 'viscii')).toBe(text);
    expect(fromLegacy('Hà', 'tcvn3')).toBe('Hà');
    expect(fromLegacy('UBND', 'tcvn3')).toBe('UBND');
    expect(fromLegacy('Hòa Bình', 'cp1258')).toBe('Hòa Bình');
    expect(fromLegacy('Hoòa ðaÞ', 'cp1258')).toBe('Họa đã');
  });

  it('leaves a character alone, which may be a tick', () => {
    for (const tick of ['ü', 'þ', '×']) expect(fromLegacy(tick, 'tcvn3')).toBe(tick);
  });
});

describe('scriptOf', () => {
  it.each([
    ['Nguyễn Văn Tó', 'unicode'],
    ['Hòa Thành', 'unicode'],
    ['NguyÔn V¨n Tó', 'legacy'],
    ['Cã', 'either'],
    ['Có', 'either'],
    ['Tân 3 × 4', 'either'],
    ['Thành 3 × 4', 'unicode'],
    ['UBND', null],
    ['ü', null],
  ])('%s: %s', (text, script) => expect(scriptOf(text, 'tcvn3')).toBe(script));
});

it('isSyllable', () => {
  for (const word of 'Nguyễn khuỷu quý gì giếng Hòa hoà nghĩa được ngoằn xã ấp Tuyết huých'.split(
    ' ',
  )) {
    expect([word, isSyllable(word)]).toEqual([word, true]);
  }
  for (const word of 'coâng nghÖ Hélène François bcd được̀ hợpn ôt'.split(' ')) {
    expect([word, isSyllable(word)]).toEqual([word, false]);
  }
});
