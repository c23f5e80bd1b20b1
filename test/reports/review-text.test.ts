import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../src/indicators/index.js';
import { figureText } from '../../src/reports/figure-text.js';
import { reviewText } from '../../src/reports/review-text.js';
import { makeSummary, SMALL } from './fake-summary.js';

const small = makeSummary(SMALL);
const NOTHING = {
  ...{ months: [], trend: [], comparisons: [], attainments: [], carried: [], within: [] },
};
const carried = (hamlets: number) => [
  { unit: '96', indicator: 'members', value: 45, withLast: 50, hamlets },
];

describe('what the screen says of other periods', () => {
  it('counts one hamlet as one, in English', () => {
    const said = (n: number) => reviewText(small, { ...NOTHING, carried: carried(n) }, [], 'en');
    expect(said(1)).toContain('50 (with the last figures of 1 hamlet that did not report)');
    expect(said(2)).toContain('50 (with the last figures of 2 hamlets that did not report)');
  });
});

describe('a figure for a sentence', () => {
  const ratio = INDICATORS.find(({ id }) => id === 'members_per_team')!;
  const count = INDICATORS.find(({ id }) => id === 'members')!;

  it('has two decimals where it is a ratio, as in the tables', () => {
    expect(figureText(6.5, ratio, 'vi')).toBe('6,50');
    expect(figureText(5, ratio, 'en')).toBe('5.00');
    expect(figureText(5.125, ratio, 'vi')).toBe('5,13');
    expect(figureText(4518, count, 'vi')).toBe('4.518');
  });
});
