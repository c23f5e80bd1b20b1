import { describe, expect, it } from 'vitest';
import type { Where } from '../../src/core/period-text.js';
import { datedNames, NO_DATED_NAMES } from '../../src/geography/dated-names.js';
import { registryOf } from './registry.js';

const registry = (...names: readonly string[]) =>
  registryOf({
    units: [
      '96,Tỉnh Cà Mau,province,,,',
      '971,Thành phố Cà Mau T1,district,96,,',
      '32244,Xã Phú Quý,commune,971,,',
      ...names.map((name, i) => `${32244001 + i},${name},hamlet,32244,,`),
    ],
  });

const NAMES = ['Ấp 3 Tháng 2', 'Khóm 1 T1', 'Ấp Quý Hai', 'Ấp Tháng Tám', 'Ấp 8.2024', 'Ấp 19/5'];
const FIND = datedNames(registry(...NAMES, 'Khu phố 2 Tháng 9'), [
  { name: 'Ấp Quý 3 cũ', code: '32244001' },
]).findPeriods;

/** What a text states, in short. */
function stated(text: string, where: Where, find = FIND): string[] {
  return find(text, where, 14).map(({ year, part }) => `${year ?? ''}-${part}`);
}

describe('periods beside names of units that read like one', () => {
  it.each<[string, Where]>([
    ['Ấp 3 Tháng 2', 'line'],
    ['ẤP 3 THÁNG 2', 'line'],
    ['Đơn vị: Ấp 3 Tháng 2, xã Phú Quý', 'line'],
    ['Ấp: 3 Tháng 2', 'line'],
    ['Ấp/Khóm: Quý Hai', 'line'],
    ['Đơn vị báo cáo: Quý Hai', 'line'],
    ['Ấp Quý Hai', 'line'],
    ['ap-3-thang-2', 'file'],
    ['Ấp_03_Tháng_02', 'file'],
    ['Ấp3Tháng2', 'file'],
    ['Khóm 1 T1', 'file'],
    ['Khóm I - T.1', 'file'],
    ['KP. 2 Tháng 9', 'file'],
    ['TP. Cà Mau T1/Xã Phú Quý/Khóm 1 T1', 'folder'],
    ['Ấp 8-2024', 'file'],
    ['Ấp Quý 3 cũ', 'file'],
  ])('%s states none as a %s', (text, where) => {
    expect(stated(text, where)).toEqual([]);
  });

  it.each<[string, Where, string]>([
    ['Ấp 3 Tháng 2, tháng 9 năm 2024', 'line', '2024-09'],
    ['Khóm 1 T1 T9-2024', 'file', '2024-09'],
    ['Khóm 1 T1 T9', 'file', '-09'],
    ['T9-2024 Khóm 1 T1', 'file', '2024-09'],
    ['Ấp Tháng Tám 9-2024', 'file', '2024-09'],
    ['Ấp 8.2024 T9.2024', 'file', '2024-09'],
    ['2024/09/Khóm 1 T1', 'folder', '2024-09'],
    ['Xã Phú Quý 3-2024', 'file', '2024-03'],
    ['Ấp 19-5 9-2024', 'file', '2024-09'],
  ])('%s states as a %s %s', (text, where, period) => {
    expect(stated(text, where)).toEqual([period]);
  });

  it.each<[string, Where, string]>([
    ['Ấp 3 T8-2024', 'file', '2024-08'],
    ['Kỳ báo cáo: Quý Hai', 'line', '-Q2'],
    ['Ấp 3, tháng 2 năm 2024', 'line', '2024-02'],
    ['Khóm 1/T1', 'folder', '-01'],
    ['Khóm 1 T11', 'file', '-11'],
    ['Xóm Khóm 1, T1', 'file', '-01'],
  ])('%s is no name, and states as a %s %s', (text, where, period) => {
    expect(stated(text, where)).toEqual([period]);
  });

  it('is not sure of a name where a shorter one may be meant, and its month', () => {
    const find = datedNames(registry('Khóm 1', 'Khóm 1 T1'), []).findPeriods;
    expect(stated('Khóm 1 T1', 'file', find)).toEqual([]);
    expect(stated('Khóm 1 T1 T9-2024', 'file', find)).toEqual(['2024-09']);
    expect(stated('Khóm 1 T1 2024-09', 'file', find)).toEqual(['2024-09']);
    expect(stated('Khóm 1 T1-2024', 'file', find)).toEqual(['2024-01']);
    expect(stated('Khóm 1 - T1', 'file', find)).toEqual(['-01']);
  });

  it('looks for nothing where no name reads like a period', () => {
    const units = ['96,Tỉnh Cà Mau,province,,,', '9601,Xã Tân Ân,commune,96,,'];
    const plain = registryOf({ units: [...units, '960101,Ấp 3,hamlet,9601,,'] });
    expect(datedNames(plain, [])).toBe(NO_DATED_NAMES);
    expect(stated('Ấp 3 T8-2024', 'file', datedNames(plain, []).findPeriods)).toEqual(['2024-08']);
  });
});

describe('a name that goes on', () => {
  const named = (text: string) =>
    datedNames(registry('Ấp Bình Quý', 'Ấp Bình Quý A', 'Ấp 3', 'Ấp 3 Tháng 2'), [])
      .namesIn(text)
      .map(({ name }) => name);

  it.each([
    ['Ấp: Bình Quý A', 'Ấp Bình Quý A'],
    ['Ấp Bình Quý A', 'Ấp Bình Quý A'],
    ['Ấp: Bình Quý', 'Ấp Bình Quý'],
    ['Ấp: Bình Quý, xã Tân Ân', 'Ấp Bình Quý'],
    ['Ấp: Bình Quý xã Tân Ân', 'Ấp Bình Quý'],
    ['Ấp Bình Quý tháng 9/2024', 'Ấp Bình Quý'],
    ['Ấp: 3 Tháng 2', 'Ấp 3 Tháng 2'],
  ])('%s is %s', (text, name) => expect(named(text)).toEqual([name]));

  it.each(['Ấp: Bình Quý C', 'Ấp Bình Quý Đông'])('%s is no shorter one', (text) =>
    expect(named(text)).toEqual([]),
  );
});
