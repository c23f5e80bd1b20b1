import { describe, expect, it } from 'vitest';
import { namedPlaces, startsWithUnitType } from '../../src/forms/places/named-places.js';

const read = (line: string) =>
  namedPlaces(line).map(({ level, name, labelled }) => `${level}${labelled ? ':' : ''} ${name}`);

describe('places that a line names', () => {
  it.each([
    ['Ấp/Khóm: Rạch Gốc A', ['hamlet: Ấp Rạch Gốc A']],
    ['Xã: Tân Ân   Huyện: Ngọc Hiển', ['commune: Xã Tân Ân', 'district: Huyện Ngọc Hiển']],
    ['Ấp: Ấp  Tân Thủy', ['hamlet: Ấp Tân Thủy']],
    ['UBND XÃ TÂN ÂN', ['commune XÃ TÂN ÂN']],
    ['Tổ CNSCĐ ấp Ô Rô, xã Tân Ân', ['hamlet ấp Ô Rô', 'commune xã Tân Ân']],
    ['Xã: ....................', []],
    ['Các ấp, khóm trên địa bàn xã', []],
    ['Ấp 4 tháng 9/2024', ['hamlet Ấp 4']],
    ['Khóm 2 T9.2024', ['hamlet Khóm 2']],
    ['TT Rạch Gốc, H.Ngọc Hiển', ['commune TT Rạch Gốc', 'district H. Ngọc Hiển']],
    ['UBND TT.RẠCH GỐC', ['commune TT. RẠCH GỐC']],
    ['P.Tân Thành, TX Giá Rai', ['commune P. Tân Thành', 'district TX Giá Rai']],
    ['Q. Ninh Kiều, T. Cà Mau', ['district Q. Ninh Kiều', 'province T. Cà Mau']],
    ['Ấp: ……Rạch Gốc B…… Xã: ...Tân Ân...', ['hamlet: Ấp Rạch Gốc B', 'commune: Xã Tân Ân']],
    ['Ấp……Rạch Gốc B…… xã____Tân Ân____', ['hamlet Ấp Rạch Gốc B', 'commune xã Tân Ân']],
    ['Ấp: . . . . 4 . . . .', ['hamlet: Ấp 4']],
    ['Ấp: _Ô Rô_', ['hamlet: Ấp Ô Rô']],
    ['Ấp: ---Ô Rô---', ['hamlet: Ấp Ô Rô']],
    ['Ấp (khóm): Ô Rô', ['hamlet: Ấp Ô Rô']],
    ['Thuộc xã (phường, thị trấn): Tân Ân', ['commune: xã Tân Ân']],
    ['Tại các xã… và huyện', []],
    ['Nơi nhận: Sở TT&TT', []],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', []],
    ['UBND XÃ HỘI SƠN', ['commune XÃ HỘI SƠN']],
    ['Ấp 1 (xã Tân Ân cũ)', ['hamlet Ấp 1', 'commune xã Tân Ân cũ']],
    ['Xã: Tân Ân (cũ) Huyện: Năm Căn', ['commune: Xã Tân Ân (cũ)', 'district: Huyện Năm Căn']],
    ['xã Tân Ân - cũ, nay là xã Đất Mũi', ['commune xã Tân Ân - cũ', 'commune xã Đất Mũi']],
    ['Khu phố ích Thạnh, phường Tân Phú', ['hamlet Khu phố ích Thạnh', 'commune phường Tân Phú']],
    ['Các hộ ấp ở xa', []],
    ['Các hộ của ấp ở Xã Tân Ân', ['commune Xã Tân Ân']],
    ['Huyện ủy Ngọc Hiển', []],
    ['STT', []],
  ])('%s', (line, places) => expect(read(line)).toEqual(places));

  it('a word for a unit may be part of a name: the longer reading comes first', () => {
    expect(read('Huyện: Vụ Bản')).toEqual(['district: Huyện Vụ Bản', 'district: Huyện Vụ']);
    expect(read('HUYỆN VỤ BẢN')).toEqual(['district HUYỆN VỤ BẢN', 'district HUYỆN VỤ']);
  });

  it.each([
    ['Ấp: Ấp Gò - Tháp', 'Ấp Gò', ['Ấp Gò - Tháp']],
    ['Ấp: Gò, Tháp; Kỳ: 9/2024', 'Ấp Gò', ['Ấp Gò, Tháp']],
    ['Tổ CNSCĐ Khóm 3 (khu 7), xã Tân Ân', 'Khóm 3', ['Khóm 3 (khu 7)']],
    ['Ấp: Gò - Tháp (cũ)', 'Ấp Gò', ['Ấp Gò - Tháp (cũ)', 'Ấp Gò - Tháp']],
    ['Ấp 5 (Xóm Mới), xã Tân Ân', 'Ấp 5', ['Ấp 5 (Xóm Mới)']],
    ['Ấp Gò - Tháp tháng 9', 'Ấp Gò', ['Ấp Gò - Tháp']],
    ['Ấp: Gò - Xã: Tân Ân', 'Ấp Gò', undefined],
    ['Ấp Gò, xã Tân Ân', 'ấp Gò', undefined],
    ['Ấp 4 tháng 9/2024 - lần 2', 'Ấp 4', undefined],
    ['Ấp: Gò (khu', 'Ấp Gò', undefined],
  ])('%s: signs mostly end a name, and may be part of one', (line, name, longer) => {
    const [first] = namedPlaces(line);
    expect(first!.name.toLowerCase()).toBe(name.toLowerCase());
    expect(first!.longer?.map((one) => one.name)).toEqual(longer);
  });

  it.each([
    ['Ấp 4', 'hamlet'],
    ['TT. Rạch Gốc', 'commune'],
    ['Thi trấn Rạch Gốc', 'commune'],
    ['TP. Cà Mau', 'district'],
    ['Rạch Gốc', null],
    ['Ấpxyz', null],
  ])('%s begins with the word for a %s', (text, level) =>
    expect(startsWithUnitType(text)).toBe(level),
  );
});
