import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseName } from '../../src/geography/names.js';

const same = (level: string, names: string[]) =>
  expect(new Set(names.map((name) => parseName(name, level).whole))).toHaveLength(1);

describe('parseName', () => {
  it.each<[string, string[]]>([
    ['commune', ['Xã Tân Ân', 'xã tân ân', 'XÃ  TÂN ÂN', 'X. Tân Ân', 'X.Tân Ân', 'Xã: Tân Ân']],
    ['commune', ['Xã Tân\u00a0Ân', 'Xã Tân Ân'.normalize('NFD'), 'Xã Tân\u200b Ân ']],
    ['commune', ['Thị trấn Rạch Gốc', 'TT. Rạch Gốc', 'TT Rạch Gốc', 'T.T Rạch Gốc']],
    ['commune', ['Thị trấn Rạch Gốc', 'Thi trấn Rạch Gốc', 'Thị Trấn Rạch Gốc']],
    ['commune', ['Phường 1', 'P.1', 'P1', 'P. 1', 'P 1', 'Phường 01', 'phường I']],
    ['commune', ['Xã Hòa Tân', 'Xã Hoà Tân']],
    ['district', ['Huyện Ngọc Hiển', 'H. Ngọc Hiển', 'H.Ngọc Hiển']],
    ['district', ['Thành phố Cà Mau', 'TP. Cà Mau', 'TP Cà Mau', 'Tp.Cà Mau']],
    ['district', ['Thị xã Giá Rai', 'TX. Giá Rai', 'TX Giá Rai']],
    ['district', ['Quận 3', 'Q.3', 'Q3', 'Q. III']],
    ['province', ['Tỉnh Cà Mau', 'T. Cà Mau', 'TỈNH CÀ MAU']],
    ['hamlet', ['Khóm 1', 'khóm I', 'Khóm 01', 'KHÓM  1.', 'Khóm: 1']],
    ['hamlet', ['Ấp 10', 'Ấp X', 'ấp 010']],
    ['hamlet', ['Ấp 1A', 'ấp 1 a', 'Ấp 01A']],
    ['hamlet', ['Ấp 3A', 'Ấp 3-A', 'ấp 3 - a']],
    ['hamlet', ['Tổ dân phố 5', 'TDP 5', 'TDP5', 'Tổ DP 05', 'Tổ dân phố số 5', 'TDP số 05']],
    ['hamlet', ['Khu dân cư số 2', 'Khu dân cư 2', 'KDC 2', 'KDC số II']],
    ['hamlet', ['Khu vực 4', 'KV4', 'KV. 4']],
    ['hamlet', ['Phố Tân Sơn 1', 'phố Tân Sơn số 1']],
    ['hamlet', ['Khu phố 2', 'KP 2', 'KP.2', 'KP2']],
    ['hamlet', ['Ấp Thủy Lợi', 'Ấp Thuỷ Lợi']],
    ['hamlet', ['Buôn H’Drông', "Buôn H'Drông", 'buôn Hʼdrông']],
    ['hamlet', ['Buôn Đắk', 'BUÔN ĐẮK']],
    ['hamlet', ['Ấp Phú Hòa - Phú Lợi', 'Ấp Phú Hoà-Phú Lợi', 'Ấp Phú Hòa – Phú Lợi']],
  ])('folds what names of a %s have in common: %j', (level, names) => {
    same(level, names);
  });

  it.each<[string, string, string]>([
    ['commune', 'Xã Thới Bình', 'Thị trấn Thới Bình'],
    ['commune', 'Xã Tân Ân', 'Xa Tan An'],
    ['commune', 'Xã Tân Ân', 'Xã Tân An'],
    ['hamlet', 'Ấp Rạch Gốc', 'Khóm Rạch Gốc'],
    ['hamlet', 'Ấp Rạch Gốc C', 'Ấp Rạch Gốc 100'],
    ['hamlet', 'Ấp 1', 'Ấp 10'],
    ['hamlet', 'Khu 5', 'Khu phố 5'],
    ['hamlet', 'Tổ 5', 'Tổ dân phố 5'],
    ['hamlet', 'Ấp 3 - An Bình', 'Ấp 3 An Bình'],
    ['hamlet', 'Ấp Số Một', 'Ấp Một'],
    ['hamlet', 'Thôn Vi', 'Thôn 6'],
    ['hamlet', 'Buôn Đắk', 'Buôn Dắk'],
  ])('keeps apart names of a %s: %s, %s', (level, a, b) => {
    expect(parseName(a, level).whole).not.toBe(parseName(b, level).whole);
  });

  it('takes the type off', () => {
    expect(parseName('TT. Rạch Gốc', 'commune')).toMatchObject({
      type: 'thị trấn',
      bare: 'rạch gốc',
      whole: 'thị trấn rạch gốc',
    });
    expect(parseName('Rạch Gốc', 'hamlet')).toMatchObject({ type: '', bare: 'rạch gốc' });
    expect(parseName('Ấp', 'hamlet')).toMatchObject({ type: '', bare: 'ấp' });
    expect(parseName('Ấp Làng Chài', 'hamlet')).toMatchObject({ type: 'ấp', bare: 'làng chài' });
  });

  it('folds a folded name to itself', () => {
    const words = fc.array(
      fc.constantFrom(
        'Tân',
        'Ấp',
        'II',
        'Hoà',
        '01',
        'A',
        '-',
        'TT.',
        'P.',
        '1b',
        'khóm',
        'Vi',
        ' ',
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('province', 'district', 'commune', 'hamlet'),
        (parts, level) => {
          const once = parseName(parts.join(' '), level).whole;
          expect(parseName(once, level).whole).toBe(once);
        },
      ),
    );
  });
});
