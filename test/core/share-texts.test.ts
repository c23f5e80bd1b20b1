import { expect, it } from 'vitest';
import { textSharer } from '../../src/core/share-texts.js';

it('data are the same with their texts shared, whatever they are made of', () => {
  const data = () => ({
    file: 'Ấp 1.xlsx',
    rows: 3,
    none: null,
    sheets: [{ file: 'Ấp 1.xlsx', columns: { name: 'B' }, codes: ['B', 'C', ''], at: undefined }],
    keys: new Uint16Array([1, 2]),
  });
  const share = textSharer();
  const all = Array.from({ length: 3 }, data);
  for (const one of all) share(one);
  expect(all).toEqual(Array.from({ length: 3 }, data));
  expect(all[0]!.sheets[0]!.codes).not.toBe(all[1]!.sheets[0]!.codes);
});
