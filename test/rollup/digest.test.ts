import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownSeverity, type SeverityOf } from '../../src/core/finding.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { measuresOf } from '../../src/forms/measures.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { digestOf, withDigests } from '../../src/rollup/digest.js';
import { resolveEntities } from '../../src/rollup/entities.js';
import { settle } from '../../src/rollup/settle.js';
import { entriesOf, fileReport, type ListRow } from './support/reports.js';

const LISTS = ['members', 'households', 'eid', 'merchants'];
const formOf = (id: string) => FORMS.find((form) => form.id === id)!;
const flows = (form: string) =>
  measuresOf(formOf(form), INDICATORS).flatMap(({ indicator, bit }) =>
    bit === null ? [] : [indicator],
  );

/** Few values, so that rows often share one; 0 is blank. */
const few = fc.integer({ min: 0, max: 3 });
const rowsOf = (form: string): fc.Arbitrary<ListRow[]> =>
  fc.array(
    fc.record({
      unit: fc.constantFrom('111', '111', '112'),
      keys: fc.tuple(few, few),
      weak: few,
      group: few,
      visit: few,
      counts: fc.subarray(flows(form)),
    }),
    { maxLength: 10 },
  );

/** What is pointed out rejects its row. */
const rejecting: SeverityOf = (code) => (/D0[345]$/.test(code) ? 'error' : ownSeverity(code));
const by = { forms: FORMS, indicators: INDICATORS };

describe.each(LISTS)('the digest of a list of %s', (form) => {
  const { identity } = formOf(form).list!;

  it('counts what going over the rows counts', () => {
    fc.assert(
      fc.property(rowsOf(form), (list) => {
        const entries = entriesOf(
          form,
          list.map((row, i) => ({ ...row, row: i + 2 })),
        );
        const { verdicts, entity } = resolveEntities(entries, identity);
        const digest = digestOf(entries, identity);
        expect(digest.spans).toEqual(list.length === 0 ? [] : [[2, list.length]]);
        const stand = list.map((_, i) => i).filter((i) => verdicts[i] !== 'rejected');
        for (const { bit, indicator } of measuresOf(formOf(form), INDICATORS)) {
          const meets = (i: number) => list[i]!.counts!.includes(indicator);
          const expected =
            bit === null
              ? new Set(stand.map((i) => list[i]!.group)).size
              : new Set(stand.filter(meets).map((i) => entity[i])).size;
          expect(bit === null ? digest.groups : (digest.counts[bit] ?? 0)).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('made when a file is read or when it is settled, gives the same', () => {
    fc.assert(
      fc.property(rowsOf(form), rowsOf(form), (one, other) => {
        const files = [one, other].map((list, i) =>
          fileReport({ name: `${i}.xlsx`, tables: [{ form, list }] }),
        );
        const told = files.map((file) => withDigests(file, FORMS));
        const [now, before] = [settle(files, by), settle(told, by)];
        expect(before.facts).toEqual(now.facts);
        expect(before.findings).toEqual(now.findings);
      }),
      { numRuns: 200 },
    );
  });

  it('comes to the same as the rows in two sheets, which are gone over', () => {
    const cut = rowsOf(form).chain((list) => fc.tuple(fc.constant(list), fc.nat(list.length)));
    fc.assert(
      fc.property(cut, fc.boolean(), ([list, at], raised) => {
        const severityOf = raised ? rejecting : ownSeverity;
        const sums = [[list], [list.slice(0, at), list.slice(at)]].map((sheets) => {
          const tables = sheets.map((rows) => ({ form, list: rows }));
          const { facts, findings } = settle([fileReport({ name: 'a.xlsx', tables })], {
            ...by,
            severityOf,
          });
          const values = new Map<string, number>();
          for (const { unit, indicator, value } of facts)
            values.set(`${unit} ${indicator}`, (values.get(`${unit} ${indicator}`) ?? 0) + value!);
          return { values, codes: findings.map(({ code }) => code).sort() };
        });
        expect(sums[1]).toEqual(sums[0]);
      }),
      { numRuns: 400 },
    );
  });
});
