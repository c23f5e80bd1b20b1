import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/app/run.js';
import type { Summary } from '../../src/rollup/types.js';
import { H, type Province, province } from '../helpers/province.js';

let p: Province;
beforeAll(() => {
  p = province();
});
afterAll(() => p.remove());

const NAMES: Readonly<Record<string, readonly [hamlet: string, commune: string]>> = {
  [H.goc]: ['Ấp Rạch Gốc', 'Xã An Bình'],
  [H.doi]: ['Ấp Cái Đôi', 'Xã An Bình'],
  [H.sen]: ['Ấp Bàu Sen', 'Xã An Hòa'],
  [H.tien]: ['Ấp Tân Tiến', 'Xã Phú Lâm'],
  [H.cho]: ['Khóm Chợ', 'Thị trấn Phú Lộc'],
};
const UNITS = Object.keys(NAMES);

/** A row of a list of accounts, as it is typed: some of them wrong. */
interface Row {
  readonly unit: string;
  readonly id: string;
  readonly level: string;
}
const row: fc.Arbitrary<Row> = fc.record({
  unit: fc.constantFrom(...UNITS),
  id: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 100, max: 130 }).map((n) => `096080000${n}`) },
    { weight: 1, arbitrary: fc.constantFrom('', '12345', 'không rõ') },
  ),
  level: fc.constantFrom('1', '2', 'Mức 1', 'Mức độ 02', 'II', '3'),
});
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

const HEADER = 'Xã/Phường,Ấp/Khóm,Họ và tên,Số định danh,Mức';
function csv(of: readonly Row[]): string {
  const lines = of.map(({ unit, id, level }) => {
    const [hamlet, commune] = NAMES[unit]!;
    return `${commune},${hamlet},Nguyễn Văn An,${id},${level}`;
  });
  return `DANH SÁCH,,,,\n,,,,\n${HEADER}\n${lines.join('\n')}\n`;
}

/** Reads files in a folder of their own: name → content. */
async function summaryOf(files: Readonly<Record<string, string>>): Promise<Summary> {
  const folder = mkdtempSync(join(tmpdir(), 'ccds-whole-'));
  mkdirSync(join(folder, 'T9.2024'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'T9.2024', name), text);
  try {
    const options = {
      inputs: [join(folder, 'T9.2024')],
      registry: join(p.dir, 'registry'),
      period: '2024-09',
    };
    return (await run({ ...options, lang: 'vi', cwd: p.dir })).summary;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const figures = ({ values }: Summary) =>
  [...values].map(([unit, of]) => [unit, [...of].map(([id, { value }]) => `${id}=${value}`)]);
const accounts = (summary: Summary) =>
  UNITS.map((unit) => summary.values.get(unit)!.get('eid_accounts')!.value);

const RUNS = { numRuns: 25 };

describe('a province’s files, through the whole program', () => {
  it('split between hamlets they come to the same', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const split = UNITS.map((unit) => [
          `${unit}.csv`,
          csv(all.filter((one) => one.unit === unit)),
        ]);
        const whole = await summaryOf({ 'all.csv': csv(all) });
        expect(figures(await summaryOf(Object.fromEntries(split)))).toEqual(figures(whole));
      }),
      RUNS,
    );
  });

  it('with their rows in another order they have as many accounts', async () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, other]) => {
        const one = accounts(await summaryOf({ 'a.csv': csv(all) }));
        // Of which level an account counts is its first row's to say; how many there are is not.
        const clean = all.every(({ level }) => level !== '3');
        if (clean) expect(accounts(await summaryOf({ 'a.csv': csv(other) }))).toEqual(one);
      }),
      RUNS,
    );
  });

  it('are counted as one would by hand', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const taken = new Set<string>();
        const expected = [...UNITS].sort().map((unit) => {
          const own = all.filter((one) => one.unit === unit && one.level !== '3');
          const good = own.filter(({ id }) => /^\d{12}$/.test(id));
          const ids = new Set(good.map(({ id }) => id));
          const count = [...ids].filter((id) => !taken.has(id)).length;
          for (const id of ids) taken.add(id);
          return good.length === 0 ? null : count;
        });
        const summary = await summaryOf({ 'a.csv': csv(all) });
        expect(accounts(summary)).toEqual(expected);
        const sum = expected.reduce<number>((total, n) => total + (n ?? 0), 0);
        expect(summary.values.get('99')!.get('eid_accounts')!.value ?? 0).toBe(sum);
        const [line] = summary.submissions;
        expect(line!.rows.read).toBe(all.length + 3);
        expect(line!.rows.accepted).toBe(sum);
        expect(line!.rows.ignored).toBe(3);
      }),
      RUNS,
    );
  });
});
