import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/app/run.js';
import { validate } from '../../src/app/validate.js';
import { leadsTo } from '../../src/geography/changes.js';
import { descendantsAt, treeAsOf } from '../../src/geography/tree.js';
import { restatementCsv, valuesCsv } from '../../src/reports/data/index.js';
import { bundledLines, registryOf } from '../geography/registry.js';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-transition-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function put(path: string, lines: readonly string[]): void {
  const full = join(dir, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, `${lines.join('\n')}\n`);
}

const HEADERS: Record<string, string> = {
  units: 'code,name,level,parent,valid_from,valid_to',
  baselines: 'unit,baseline,from,value',
  changes: 'effective,from,to,share',
  teams: 'team,unit,serves,valid_from,valid_to',
};

function putRegistry(lines: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, rows] of Object.entries(lines))
    put(`dm/${name}.csv`, [HEADERS[name]!, ...rows]);
}

const lines = bundledLines();
const official = registryOf(lines);
const communes = treeAsOf(official, '2025-05-14').roots.flatMap((root) =>
  descendantsAt(root, 'commune').map(({ unit, parent }) => ({
    code: unit.code,
    name: unit.name,
    district: parent!.unit.name,
    province: root.unit.name,
    now: leadsTo(official, unit, '2025-08-14')?.code ?? null,
  })),
);
const isFirst = (i: number) => i % 2 === 0;

/** A hamlet in each old commune; those of communes that went whole are told where they are. */
const hamlets = communes.flatMap(({ code, now }, i) => [
  `${code}01,Ấp Đội ${i},hamlet,${code},,2025-06-30`,
  ...(now === null ? [] : [`${code}01,Ấp Đội ${i},hamlet,${now},2025-07-01,`]),
]);
const baselines = [
  '96,households,2024-01-01,300000',
  '95,households,2024-01-01,200000',
  '96,households,2025-07-01,510000',
];

function putMay(): void {
  const rows = communes.map(({ name, district, province }, i) =>
    [province, district, name, `Ấp Đội ${i}`, i + 1, isFirst(i) ? 1 : 2, 10 * (i + 1)].join(','),
  );
  const head = 'Tỉnh,Huyện,Xã,Ấp,Số thành viên,Số tổ,Đã tập huấn';
  put('bc/T5-2025.csv', [head, ...rows]);
}

async function roll(period: string, asOf?: string) {
  const { summary } = await run({
    ...{ inputs: [join(dir, 'bc')], registry: join(dir, 'dm'), period, lang: 'vi', cwd: dir },
    ...(asOf !== undefined && { asOf }),
  });
  const value = (unit: string, indicator: string) => summary.values.get(unit)?.get(indicator);
  const codes = (code: string) => summary.findings.filter((one) => one.code === code);
  return { summary, value, codes };
}

const linesOf = (csv: string) => csv.trimEnd().split('\n');

describe('one set of sheets and one registry over 2025-07-01', () => {
  beforeEach(() => {
    putRegistry({ ...lines, units: [...lines.units!, ...hamlets], baselines });
    putMay();
  });

  it('gives the three-tier tree for May and the two-tier one for August', async () => {
    const may = await roll('2025-05');
    expect(may.summary.tree.levels).toEqual(['province', 'district', 'commune', 'hamlet']);
    expect(may.summary.tree.roots.map(({ unit }) => unit.code)).toEqual(['95', '96']);
    const august = await roll('2025-08');
    expect(august.summary.tree.levels).toEqual(['province', 'commune', 'hamlet']);
    expect(august.summary.tree.roots.map(({ unit }) => unit.code)).toEqual(['96']);
    const row = (of: typeof may) =>
      linesOf(valuesCsv(of.summary)).find((line) => line.includes(',commune,31876,'));
    expect(row(may)).toContain('2025-05,commune,31876,Xã Phước Long,957');
    expect(row(august)).toContain('2025-08,commune,31876,Xã Vĩnh Phước,96');
  });

  it('puts May on the map of August with the same province totals', async () => {
    const may = await roll('2025-05');
    const now = await roll('2025-05', '2025-08-01');
    expect(now.summary.tree.roots.map(({ unit }) => unit.code)).toEqual(['96']);
    for (const id of ['members', 'members_trained', 'teams']) {
      const [old95, old96] = [may.value('95', id)!.value!, may.value('96', id)!.value!];
      expect(now.value('96', id)!.value).toBe(old95 + old96);
    }
    const members = (164 * 165) / 2;
    expect(now.value('96', 'members')!.value).toBe(members);
    // The 19 split communes: their amount is in the province alone, and certified.
    const certificate = linesOf(restatementCsv(now.summary.restatement!)).map((line) =>
      line.split(','),
    );
    const line = certificate.find((cells) => cells[2] === 'members' && cells[3] === '')!;
    const [before, after, left] = line.slice(5, 8).map(Number);
    expect([before, after! + left!]).toEqual([members, members]);
    expect(left).toBeGreaterThan(0);
    const parts = certificate.filter((cells) => cells[2] === 'members' && cells[3] !== '');
    expect(parts).toHaveLength(19);
    expect(parts.reduce((sum, cells) => sum + Number(cells[7]), 0)).toBe(left);
  });

  it.each(['2025-08-01', '2025-05-20'])(
    'certifies running totals that no sheet states: %s',
    async (asOf) => {
      // Every other hamlet states its own; those of the others are what they report of the month.
      const rows = communes.map(({ name, district, province }, i) =>
        [province, district, name, `Ấp Đội ${i}`, i + 1, isFirst(i) ? 100 : ''].join(','),
      );
      const head = 'Tỉnh,Huyện,Xã,Ấp,Số hộ được hỗ trợ trong kỳ';
      const stated = rows.filter((_, i) => isFirst(i));
      const plain = rows.filter((_, i) => !isFirst(i)).map((row) => row.replace(/,$/, ''));
      put('bc/ho-1.csv', ['Tháng 5/2025', `${head},Lũy kế`, ...stated]);
      put('bc/ho-2.csv', ['Tháng 5/2025', head, ...plain]);
      const may = await roll('2025-05');
      const now = await roll('2025-05', asOf);
      const { certified } = now.summary.restatement!;
      const totals = may.summary.tree.roots.map(({ unit }) => unit.code);
      for (const id of ['households_assisted', 'households_assisted_total']) {
        const own = totals.reduce((sum, code) => sum + may.value(code, id)!.value!, 0);
        const [line, ...more] = certified.filter(({ indicator }) => indicator === id);
        expect(more).toEqual([]);
        expect([id, line!.before, line!.after + line!.notAllocated]).toEqual([id, own, own]);
        const left = now.summary.restatement!.unallocated.filter((one) => one.indicator === id);
        expect(left.reduce((sum, one) => sum + one.value, 0)).toBe(line!.notAllocated);
        expect(
          now.summary.tree.roots.reduce(
            (sum, { unit }) => sum + now.value(unit.code, id)!.value!,
            0,
          ),
        ).toBe(own);
      }
    },
  );

  it('leaves the units that took a part over blank, and no other', async () => {
    const now = await roll('2025-05', '2025-08-01');
    const partial = new Set(
      official.changes
        .filter(({ share, effective }) => share === null && effective === '2025-07-01')
        .map(({ to }) => to),
    );
    const told = now.codes('CCDS-M01').map(({ unit }) => unit);
    expect(told).toEqual([...partial].sort());
    for (const { unit } of now.summary.tree.roots[0]!.children) {
      const value = now.value(unit.code, 'members')!.value;
      if (partial.has(unit.code)) expect([unit.code, value]).toEqual([unit.code, null]);
      else expect(value).toBeGreaterThan(0);
    }
  });

  it('recomputes ratios from sums of the same day', async () => {
    putRegistry({ ...lines, units: [...lines.units!, ...hamlets], baselines });
    const now = await roll('2025-05', '2025-08-01');
    // 2025-07's baseline of the new province is not in force in May.
    expect(now.summary.baselineValues.get('96')?.get('households')).toBe(500000);
    const { value, numerator, denominator } = now.value('96', 'members_per_team')!;
    expect([numerator, denominator]).toEqual([(164 * 165) / 2, 82 + 164]);
    expect(value).toBeCloseTo(55.0, 1);
  });

  it('folds the months of a year onto the map of its last day', async () => {
    const rows = communes.flatMap(({ code, now }) => (now === null ? [] : [`${code}01,7`]));
    put('bc/T8-2025.csv', ['Ấp,Số thành viên', ...rows]);
    const year = await roll('2025');
    const split = communes.flatMap(({ now }, i) => (now === null ? [i + 1] : []));
    const expected = rows.length * 7 + split.reduce((a, b) => a + b, 0);
    expect(year.codes('CCDS-U03')).toEqual([]);
    expect(year.value('96', 'members')!.value).toBe(expected);
    const { asOf, periodEnd } = year.summary.restatement!;
    expect(asOf).toBe(periodEnd);
  });

  it('puts August back on the map of May where changes are whole', async () => {
    const rows = communes.flatMap(({ code, now }) => (now === null ? [] : [`${code}01,7`]));
    put('bc/T8-2025.csv', ['Ấp,Số thành viên', ...rows]);
    const back = await roll('2025-08', '2025-05-14');
    expect(back.summary.tree.levels).toContain('district');
    for (const { code, now } of communes) {
      expect(back.value(code, 'members')!.value).toBe(now === null ? null : 7);
    }
  });
});

describe('the bundled registry, without hamlets after the merger', () => {
  it('restates by commune, and says that the hamlets are not told', async () => {
    const before = hamlets.filter((line) => line.endsWith('2025-06-30'));
    putRegistry({ ...lines, units: [...lines.units!, ...before] });
    putMay();
    const now = await roll('2025-05', '2025-08-01');
    expect(now.value('96', 'members')!.value).toBe((164 * 165) / 2);
    expect(now.codes('CCDS-M02').length).toBeGreaterThan(20);
    const whole = communes.filter((one) => one.now !== null);
    const target = now
      .codes('CCDS-M02')
      .find(({ unit }) => !now.summary.restatement!.notComparable.has(unit!))!;
    const sum = whole.reduce((all, one) => {
      return all + (one.now === target.unit ? communes.indexOf(one) + 1 : 0);
    }, 0);
    expect(now.value(target.unit!, 'members')!.value).toBe(sum);
    expect(now.value('96', 'team_coverage')!.value).toBeNull();
  });
});

describe('sheets of the transition', () => {
  const send = async (rows: readonly string[]) => {
    put('bc/T8-2025.csv', ['Huyện,Xã,Ấp,Số thành viên', ...rows]);
    const { summary } = await validate({
      ...{ inputs: [join(dir, 'bc')], registry: join(dir, 'dm'), period: '2025-08' },
      ...{ lang: 'vi', cwd: dir },
    });
    const found = summary.findings.filter(({ code }) => code.startsWith('CCDS-U'));
    return {
      found: found.map(({ code, args }) => [code, args.name]),
      findings: found,
      facts: summary.facts.filter(({ indicator }) => indicator === 'members'),
    };
  };
  const today = treeAsOf(official, '2025-08-14').roots.flatMap((root) =>
    descendantsAt(root, 'commune').map(({ unit }) => unit.name),
  );
  const gone = (isWhole: boolean) =>
    communes.findIndex(({ name, now }) => !today.includes(name) && (now !== null) === isWhole);

  beforeEach(() => putRegistry({ ...lines, units: [...lines.units!, ...hamlets] }));

  it('counts an old commune that went whole in the new one, and says so', async () => {
    const i = gone(true);
    const { code, name, district } = communes[i]!;
    const { found, facts } = await send([`${district},${name},Ấp Đội ${i},9`]);
    expect(found).toEqual([['CCDS-U04', name]]);
    expect(facts).toMatchObject([{ unit: `${code}01`, value: 9 }]);
  });

  it('takes an old district over a commune of today as a habit, and says so', async () => {
    const { code, district, now } = communes[gone(true)]!;
    const commune = treeAsOf(official, '2025-08-14').byCode.get(now!)!.unit.name;
    const { found, facts } = await send([`${district},${commune},Ấp Đội ${gone(true)},9`]);
    expect(found).toEqual([['CCDS-U04', district]]);
    expect(facts).toMatchObject([{ unit: `${code}01`, value: 9 }]);
  });

  it('asks where an old commune was split and its hamlets are not told', async () => {
    const i = gone(false);
    const { name, district } = communes[i]!;
    const { found, facts, findings } = await send([`${district},${name},Ấp Đội ${i},9`]);
    expect(facts).toEqual([]);
    expect(found).toEqual([['CCDS-U03', name]]);
    expect(findings[0]!.args.parent).toBe(district);
    for (const one of `${findings[0]!.args.successors}`.split('; '))
      expect(one).toMatch(/^\d{5} .+ \(Tỉnh Cà Mau\)$/);
  });

  it('asks where two old communes of one name went different ways', async () => {
    const twice = communes.filter(({ name, now }) => {
      const same = communes.filter((other) => other.name === name);
      return !today.includes(name) && now !== null && new Set(same.map((one) => one.now)).size > 1;
    });
    const { found, facts } = await send([`,${twice[0]!.name},Ấp 1,9`]);
    expect(facts).toEqual([]);
    expect(found[0]![0]).toMatch(/^CCDS-U0[123]$/);
  });
});

describe('teams.csv in a run', () => {
  const year = '2026-05';
  const small = [
    '9,Tỉnh A,province,,,',
    '1,Xã Một,commune,9,,',
    'a,Ấp A,hamlet,1,,2026-04-30',
    'b,Ấp B,hamlet,1,,2026-04-30',
    'ab,Ấp A B,hamlet,1,2026-05-01,',
    'c,Ấp C,hamlet,1,,',
    'd,Ấp D,hamlet,1,,',
  ];
  const changes = ['2026-05-01,a,ab,1', '2026-05-01,b,ab,1'];
  const teams = ['T1,ab,ab,2026-05-01,', 'T2,ab,ab;c,2026-05-01,'];
  const sheet = ['Ấp,Số thành viên', 'Ấp A B,11', 'Ấp D,5'];
  const line = ({ value }: Awaited<ReturnType<typeof roll>>) => {
    const coverage = value('1', 'team_coverage')!;
    const { numerator, denominator } = coverage;
    return [value('1', 'teams')!.value, value('1', 'hamlets')!.value, numerator, denominator];
  };

  it('keeps teams, hamlets and coverage right where hamlets were merged', async () => {
    putRegistry({ units: small, changes, teams });
    put('bc/T5-2026.csv', sheet);
    const may = await roll(year);
    expect(line(may)).toEqual([3, 3, 3, 3]);
    expect(may.codes('CCDS-T04').map(({ args }) => args)).toEqual([
      { unit: 'Ấp A B', value: 1, registry: 2 },
    ]);
    putRegistry({ units: small, changes, teams: [] });
    expect(line(await roll(year))).toEqual([2, 3, 2, 3]);
  });

  it('has April, when the teams were one a hamlet, on the map of May', async () => {
    putRegistry({ units: small, changes, teams });
    put('bc/T4-2026.csv', ['Ấp,Số thành viên', 'Ấp A,6', 'Ấp B,5', 'Ấp C,4', 'Ấp D,5']);
    expect(line(await roll('2026-04'))).toEqual([4, 4, 4, 4]);
    expect(line(await roll('2026-04', '2026-05-14'))).toEqual([4, 3, 3, 3]);
  });
});
