import { describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms/declared/index.js';
import { BASELINES, INDICATORS } from '../../src/indicators/index.js';
import { rules } from '../../src/rules/catalogue.js';
import { hamletsCalled } from '../../src/rules/hamlets-called.js';
import { codes, describe as inWords, labelsOf } from '../../src/rules/index.js';
import { WORDS } from '../../src/rules/words.js';

/** Kinds of the Mekong delta, as words; within quotes they are examples of what may stand in a cell. */
const DELTA = /(?<!\p{L})(?:ấp|khóm)(?!\p{L})/iu;
const unquoted = (text: string) => text.replace(/“[^“”]*”/g, '');

const labels = labelsOf({ indicators: INDICATORS, forms: FORMS, baselines: BASELINES });

describe('what hamlets are called in a province', () => {
  it('takes the place of the usual words, in each of their forms', () => {
    const called = hamletsCalled('thôn, buôn')!;
    expect(called('Ấp, khóm cũ của ấp/khóm; cột “Ấp/Khóm” ghi ấp, khóm')).toBe(
      'Thôn, buôn cũ của thôn/buôn; cột “Thôn/Buôn” ghi thôn, buôn',
    );
    expect(hamletsCalled('khu phố')!('Trùng trong ấp/khóm')).toBe('Trùng trong khu phố');
    expect(hamletsCalled('ấp, khóm')).toBeUndefined();
  });

  it.each(codes)('%s speaks of it so', (code) => {
    const { title, message, fix } = rules[code].vi;
    for (const text of [title, message, fix])
      expect(unquoted(hamletsCalled('thôn, buôn')!(text))).not.toMatch(DELTA);
  });

  it('stands in the words of arguments as well', () => {
    const words = Object.values(WORDS).flatMap((all) => Object.values(all));
    for (const { vi } of words)
      expect(unquoted(hamletsCalled('thôn, buôn')!(vi))).not.toMatch(DELTA);
    const { fix } = inWords({ code: 'CCDS-R01', args: { field: 'hamlet' } }, 'vi', {
      ...labels,
      called: hamletsCalled('thôn, buôn')!,
    });
    expect(fix).toContain('“Thôn/Buôn”');
  });

  it('leaves the names of units as they are', () => {
    const unit = { '1': { vi: 'Ấp, khóm (Xã A)', en: 'Ấp, khóm (Xã A)' } };
    const { message } = inWords({ code: 'CCDS-D02', args: { otherUnit: '1' } }, 'vi', {
      unit,
      called: hamletsCalled('thôn, buôn')!,
    });
    expect(message).toContain('Ấp, khóm (Xã A)');
  });
});
