import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SharedStrings } from '../../src/spreadsheet/shared-strings.js';

const letters = fc.constantFrom(...'aZ09 .,-ấĐữ😀'.split(/(?:)/u));
const text = fc.array(letters, { maxLength: 40 }).map((all) => all.join(''));

/** One string in the spellings that files have; each says the same. */
const item = fc
  .record({ text, spelling: fc.constantFrom('plain', 'plain', 'plain', 'attribute', 'runs') })
  .map(({ text, spelling }) => {
    const space = /^\s|\s$/.test(text) || spelling === 'attribute' ? ' xml:space="preserve"' : '';
    const own = `<t${space}>${text}</t>`;
    return { text, xml: `<si>${spelling === 'runs' ? `<r>${own}</r>` : own}</si>` };
  });

test('each shared string is the text that stands there, however long and wherever', () => {
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 12 }),
      fc.constantFrom('', '\n', '<!-- <si><t>no</t></si> -->', ' '.repeat(20)),
      (items, after) => {
        const xml = `<sst>${items.map((one) => one.xml).join('')}</sst>${after}`;
        const strings = new SharedStrings(Buffer.from(xml), '');
        const read = [...items, null].map((_, i) => strings.get(i));
        expect(read).toEqual([...items.map((one) => one.text || null), undefined]);
      },
    ),
    { numRuns: 1500, seed: 20_241_126 },
  );
});
