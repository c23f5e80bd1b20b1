import { describe, expect, it } from 'vitest';
import { distance } from '../../src/core/distance.js';

describe('the letters between two words', () => {
  it.each([
    ['rach goc', 'rach goc', 0],
    ['rach goc', 'rach gocc', 1],
    ['rach goc', 'rch goc', 1],
    ['rach goc', 'rach gok', 1],
    ['rach goc', 'rahc goc', 1],
    ['rach goc', 'arhc goc', 2],
    ['rach goc', 'rach', Infinity],
    ['rach goc', 'cai doi', Infinity],
    ['', 'goc', 3],
  ])('%s, %s: %d', (a, b, steps) => {
    expect(distance(a, b, 3)).toBe(steps);
    expect(distance(b, a, 3)).toBe(steps);
  });

  it('are counted up to the most that is asked for', () => {
    expect(distance('rach', 'roch', 1)).toBe(1);
    expect(distance('rach', 'rocc', 1)).toBe(Infinity);
  });
});
