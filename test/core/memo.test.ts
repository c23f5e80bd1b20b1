import { expect, it } from 'vitest';
import { memoText, remembered } from '../../src/core/memo.js';

it('a value is made once for a key, null as well, and anew once so many others were', () => {
  const at = remembered<string | null>(3);
  const made: string[] = [];
  const ask = (key: string) =>
    at(key, () => {
      made.push(key);
      return key === 'none' ? null : key.toUpperCase();
    });
  expect(['a', 'none', 'a', 'none'].map(ask)).toEqual(['A', null, 'A', null]);
  expect(made).toEqual(['a', 'none']);
  for (const key of ['b', 'c', 'd']) ask(key);
  expect(ask('a')).toBe('A');
  expect(made).toEqual(['a', 'none', 'b', 'c', 'd', 'a']);
});

it('what is made of a long text is not remembered', () => {
  let made = 0;
  const length = memoText((text) => {
    made++;
    return text.length;
  });
  const long = 'a'.repeat(501);
  expect([length('ấp'), length('ấp'), length(long), length(long)]).toEqual([2, 2, 501, 501]);
  expect(made).toBe(3);
});
