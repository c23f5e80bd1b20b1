import { describe, expect, it } from 'vitest';
import { readPublished } from '../../src/history/published.js';
import { INDICATORS } from '../../src/indicators/index.js';

const HEADER =
  'period,level,unit_code,unit_name,parent_code,indicator,value,numerator,denominator,reported,expected';
const row = (name: string, value: string) => `2024-08,hamlet,001,${name},10,members,${value},,,1,1`;

describe('a closed month', () => {
  it('is the same with quotes in its file and without, with either line end', () => {
    const plain = readPublished('2024-08', `${HEADER}\n${row('Ấp 1', '5')}\n`, INDICATORS);
    const quoted = readPublished('2024-08', `${HEADER}\n${row('"Ấp 1"', '5')}\n`, INDICATORS);
    const windows = `\ufeff${HEADER}\r\n${row('Ấp 1', '5')}\r\n`;
    expect(quoted).toEqual(plain);
    expect(readPublished('2024-08', windows, INDICATORS)).toEqual(plain);
    expect(plain.facts).toEqual([
      { unit: '001', month: '2024-08', indicator: 'members', value: 5, source: -1 },
    ]);
    expect(plain.published.get('001')!.get('members')!.value).toBe(5);
  });

  it('keeps a comma within quotes, and does not take a file that was cut off', () => {
    const comma = `${HEADER}\n${row('"Ấp 1, 2"', '5')}\n`;
    expect(readPublished('2024-08', comma, INDICATORS).facts).toHaveLength(1);
    expect(() => readPublished('2024-08', `${HEADER}\n2024-08,hamlet,0`, INDICATORS)).toThrow();
  });

  it('is none out of a file that a spreadsheet program saved its own way', () => {
    const read = (text: string) => readPublished('2024-08', text, INDICATORS);
    const semicolons = `${HEADER}\n${row('Ấp 1', '5')}\n`.replaceAll(',', ';');
    expect(() => read(semicolons)).toThrow('unit_code');
    expect(() => read(`${HEADER}\n${row('Ấp 1', '"0,5"')}\n`)).toThrow('value: 0,5');
    expect(() => read('')).toThrow('unit_code');
  });
});
