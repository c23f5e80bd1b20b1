import { describe, expect, it } from 'vitest';
import { reviewRegistry } from '../../src/geography/review.js';
import { bundledLines, registryOf } from './registry.js';

type Lines = Readonly<Record<string, readonly string[]>>;
const PROVINCE = '9,Tỉnh A,province,,,';
const review = (lines: Lines) =>
  reviewRegistry(registryOf(lines)).map(({ code, unit, place }) => `${code} ${unit} ${place.row}`);

describe('looking a registry over', () => {
  it('finds nothing in the bundled one but codes used again', () => {
    const found = reviewRegistry(registryOf(bundledLines()));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['CCDS-G05']));
    expect(found.find(({ unit }) => unit === '31876')?.args).toEqual({
      found: '31876',
      name: 'Xã Phước Long',
      successor: 'Xã Vĩnh Phước',
      date: '2025-07-01',
    });
  });

  it('finds days left out', () => {
    const units = [PROVINCE, '1,Xã B,commune,9,,'];
    const gap = ['h,Ấp 1,hamlet,1,,2025-06-30', 'h,Ấp 1,hamlet,1,2025-07-15,'];
    expect(review({ units: [...units, ...gap] })).toContain('CCDS-G04 h 5');
    const met = ['h,Ấp 1,hamlet,1,,2025-06-30', 'h,Ấp 1,hamlet,1,2025-07-01,'];
    expect(review({ units: [...units, ...met] })).toEqual([]);
  });

  it('finds units that ended or began with nothing to explain it', () => {
    const units = [
      PROVINCE,
      '1,Xã B,commune,9,,2025-06-30',
      '2,Xã C,commune,9,,2025-06-30',
      '3,Xã D,commune,9,2025-07-01,',
      '4,Xã E,commune,9,2025-07-01,',
      '5,Xã F,commune,9,,',
    ];
    const changes = ['2025-07-01,1,3,1'];
    expect(review({ units, changes })).toEqual(['CCDS-G06 2 4', 'CCDS-G07 4 6']);
    const all = [...changes, '2025-07-01,2,3,', '2025-07-01,2,4,'];
    expect(review({ units, changes: all })).toEqual([]);
  });

  it('does not ask where a whole level went', () => {
    const units = [
      PROVINCE,
      '8,Huyện B,district,9,,2025-06-30',
      '1,Xã C,commune,8,,2025-06-30',
      '1,Xã C,commune,9,2025-07-01,',
    ];
    expect(review({ units })).toEqual([]);
  });

  it('finds a unit that goes on after all of it became part of another', () => {
    const units = [PROVINCE, '1,Xã B,commune,9,,', 'h,Ấp 1,hamlet,1,,', 'k,Ấp 2,hamlet,1,,'];
    expect(review({ units, changes: ['2026-03-01,h,k,'] })).toEqual(['CCDS-G15 h 2']);
    expect(review({ units, changes: ['2026-03-01,h,k,1'] })).toEqual(['CCDS-G15 h 2']);
    expect(review({ units, changes: ['2026-03-01,h,k,0.4'] })).toEqual([]);
    expect(review({ units, changes: ['2026-03-01,h,k,', '2026-03-01,h,h,'] })).toEqual([]);
    const ended = units.with(2, 'h,Ấp 1,hamlet,1,,2026-02-28');
    expect(review({ units: ended, changes: ['2026-03-01,h,k,'] })).toEqual([]);
  });

  it('finds changes that change nothing', () => {
    const units = [PROVINCE, '1,Xã B,commune,9,,', '2,Xã C,commune,9,,', 'h,Ấp 1,hamlet,1,,'];
    const ended = [...units, 'k,Ấp 2,hamlet,1,,2026-02-28'];
    expect(review({ units, changes: ['2026-03-01,h,h,'] })).toEqual(['CCDS-G17 h 2']);
    expect(review({ units, changes: ['2026-03-01,h,h,0.5'] })).toEqual(['CCDS-G17 h 2']);
    expect(review({ units: ended, changes: ['2026-03-01,k,2,'] })).toEqual(['CCDS-G17 k 2']);
    expect(review({ units: ended, changes: ['2026-03-01,k,h,'] })).toEqual([]);
    expect(review({ units, changes: ['2026-03-01,2,2,0.5', '2026-03-01,2,1,0.5'] })).toEqual([]);
    const reused = [
      PROVINCE,
      '8,Huyện A,district,9,,2025-06-30',
      '1,Xã B,commune,8,,2025-06-30',
      '1,Phường C,commune,9,2025-07-01,',
    ];
    const whole = ['2025-07-01,1,1,', '2025-07-01,8,1,'];
    expect(review({ units: reused, changes: whole })).not.toContain('CCDS-G17 1 2');
  });

  it('finds shares that make no whole', () => {
    const units = [
      PROVINCE,
      '1,Xã B,commune,9,,2025-06-30',
      '2,Xã C,commune,9,2025-07-01,',
      '3,Xã D,commune,9,2025-07-01,',
    ];
    const of = (a: string, b: string) =>
      review({ units, changes: [`2025-07-01,1,2,${a}`, `2025-07-01,1,3,${b}`] });
    expect(of('0.6', '0.4')).toEqual([]);
    expect(of('', '')).toEqual([]);
    expect(of('0.5', '0.4')).toEqual(['CCDS-G08 1 2']);
    expect(of('0.6', '')).toEqual(['CCDS-G09 1 2']);
  });

  it('finds a hamlet that went on under a code given to another commune', () => {
    const units = [
      PROVINCE,
      '1,Xã B,commune,9,,2025-06-30',
      '1,Xã C,commune,9,2025-07-01,',
      '2,Xã B,commune,9,2025-07-01,',
      'h,Ấp 1,hamlet,1,,',
    ];
    const found = (changes: readonly string[]) => review({ units, changes });
    expect(found(['2025-07-01,1,2,1'])).toContain('CCDS-G10 h 6');
    expect(found(['2025-07-01,1,1,', '2025-07-01,1,2,'])).toContain('CCDS-G10 h 6');
    const kept = ['1,Xã B,commune,9,,2025-06-30', '1,Xã C,commune,9,2025-07-01,'];
    const renamed = {
      units: [PROVINCE, ...kept, 'h,Ấp 1,hamlet,1,,'],
      changes: ['2025-07-01,1,1,1'],
    };
    expect(review(renamed)).toEqual(['CCDS-G05 1 4']);
  });
});
