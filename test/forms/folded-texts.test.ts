import { expect, it } from 'vitest';
import { FoldedTexts } from '../../src/forms/records/folded-texts.js';

it('keeps what it holds of a row when a text is longer than its room', () => {
  const keys = (texts: readonly string[]) => {
    const folded = new FoldedTexts();
    for (const text of texts) folded.add(text, true);
    return texts.map((_, i) => folded.key(i, false));
  };
  const [long, other] = ['Số nhà 12, '.repeat(300), `${'Số nhà 12, '.repeat(300)}13`];
  const [short] = keys(['Trần Văn An']);
  const [name, first] = keys(['Trần Văn An', long]);
  expect(name).toBe(short);
  expect(keys(['trần văn an', long])).toEqual([name, first]);
  expect(keys(['Trần Văn An', other])[1]).not.toBe(first);
});
