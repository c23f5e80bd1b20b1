import { afterEach, beforeEach, expect, it } from 'vitest';
import { HEAD, type Province, province } from '../../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

/** A list of households with one visit of each date, marked where its name says so. */
const households = (rows: readonly (readonly [string, string])[]) =>
  [
    'Kỳ báo cáo: Tháng 9/2024',
    HEAD.households.join(','),
    ...rows.map(
      ([name, date], i) => `${name},Số ${i + 1},,${date},${name.endsWith('x') ? 'x' : ''},`,
    ),
  ].join('\n');
const FILE = 'Xã An Bình - Ấp Rạch Gốc.csv';
const NONE = [
  ['An x', '03/09/2024'],
  ['Bé', '03/09/2024'],
  ['Cư', '03/09/2024'],
  ['Dũ', '03/09/2024'],
] as const;

it('rows without a mark are told once a sheet, with how many and where', async () => {
  p.file(FILE, households(NONE));
  const found = (await p.rollup()).found('CCDS-X03');
  expect(found).toMatchObject([{ severity: 'info', cell: 'E4', row: '4' }]);
  expect(found[0]!.message).toContain('3 such rows: E4, E5, E6.');
});

it('one row without a mark is told as it is', async () => {
  p.file(FILE, households(NONE.slice(0, 2)));
  const found = (await p.rollup()).found('CCDS-X03');
  expect(found).toMatchObject([{ cell: 'E4' }]);
  expect(found[0]!.message).not.toContain('such rows');
});

it('each is told where the config makes it an error, since each is rejected', async () => {
  p.file(FILE, households(NONE));
  p.put('ccds.config.json', JSON.stringify({ severities: { 'CCDS-X03': 'error' } }));
  const r = await p.rollup();
  expect(r.found('CCDS-X03').map(({ cell }) => cell)).toEqual(['E4', 'E5', 'E6']);
  expect(r.submission(FILE)).toMatchObject({ rows_accepted: '1', rows_rejected: '3' });
});

it('a column of dates before the period is told once; up to three are told each', async () => {
  const early = (n: number) =>
    Array.from({ length: n }, (_, i) => [`H${i} x`, '01/08/2024'] as const);
  p.file(FILE, households(early(3)));
  expect((await p.rollup()).found('CCDS-R13')).toHaveLength(3);
  p.file(FILE, households(early(7)));
  const found = (await p.rollup()).found('CCDS-R13');
  expect(found).toMatchObject([{ cell: 'D3' }]);
  expect(found[0]!.message).toMatch(/ 7 such cells: D3, D4, D5, D6, D7, …$/);
});
