import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '../../src/app/close.js';
import { init } from '../../src/app/init.js';
import { rollup } from '../../src/app/rollup.js';
import { status } from '../../src/app/status.js';
import { chaseText } from '../../src/reports/status-text.js';
import {
  type Counts,
  countsOf,
  figure,
  INDICATORS,
  runningTotals,
  STOCKS,
  withLast,
} from './model.js';
import {
  COMMUNES,
  communeOf,
  HAMLETS,
  type Month,
  put,
  REGISTRY,
  type Report,
  reportsOf,
  sheetsOf,
  UNITS,
} from './province.js';
import {
  basesOf,
  checkCarriedNotes,
  checkComparisonSheets,
  checkRevisionSheet,
  checkTargetCells,
  checkTimeliness,
  checkTrend,
  Opened,
} from './workbook.js';

/** November 2023 to December 2024: a year with a `cùng kỳ`, and a change of year. */
const PERIODS = [
  ...['2023-11', '2023-12'],
  ...Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`),
];
const DAY = 86_400_000;
const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const at = (day: string) => new Date(`${day}T05:00:00Z`);

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ccds-year-'));
  mkdirSync(join(root, 'registry'));
  for (const [name, text] of Object.entries(REGISTRY))
    writeFileSync(join(root, 'registry', name), text);
  await init({ cwd: root, lang: 'vi', period: '2023-11' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Row = Record<string, string>;
const csv = (...path: string[]) =>
  parse(readFileSync(join(root, ...path), 'utf8'), { columns: true }) as Row[];
const number = (text: string) => (text === '' ? null : Number(text));
const close_ = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-12);

/** What is known now of each month: what came until now, late and corrected files included. */
const known = new Map<string, Month>();
/** What was published of each month, by unit and indicator. */
const published = new Map<string, Map<string, number | null>>();

const folder = (period: string) => join(root, 'submissions', period);
const options = (period: string, day: string) => ({
  inputs: [],
  period,
  cwd: root,
  lang: 'vi' as const,
  now: at(day),
  threads: 1,
});

/** Every unit's figures of a month. */
function figuresOf(counts: ReadonlyMap<string, Counts>): Map<string, number | null> {
  return new Map(
    [...UNITS.keys()].flatMap((unit) =>
      INDICATORS.map((id) => [`${unit} ${id}`, figure(id, unit, counts)] as const),
    ),
  );
}

function checkValues(period: string, counts: ReadonlyMap<string, Counts>): void {
  const figures = figuresOf(counts);
  let checked = 0;
  for (const { unit_code, indicator, value } of csv('closed', period, 'values.csv')) {
    const expected = figures.get(`${unit_code} ${indicator}`);
    if (expected === undefined) continue;
    if (!close_(number(value!), expected))
      expect.fail(`${period} ${unit_code} ${indicator}: ${value} instead of ${expected}`);
    checked++;
  }
  expect(checked).toBe(figures.size - HAMLETS.length);
}

function checkComparisons(
  period: string,
  all: ReadonlyMap<string, ReadonlyMap<string, Counts>>,
): number {
  const bases = basesOf(period, all);
  const now = all.get(period)!;
  const rows = csv('closed', period, 'comparison.csv').filter(
    ({ indicator, comparison }) =>
      comparison !== 'target' && INDICATORS.includes(indicator as never),
  );
  const expected = Object.entries(bases).flatMap(([kind, base]) =>
    base === undefined
      ? []
      : [...UNITS.keys()]
          .filter((unit) => unit.length <= 3)
          .flatMap((unit) =>
            INDICATORS.flatMap((id) => {
              const value = figure(id, unit, now);
              const baseValue = figure(id, unit, all.get(base)!);
              if (value === null && baseValue === null) return [];
              const both = UNITS.get(unit)!.filter(
                (one) => now.has(one) && all.get(base)!.has(one),
              );
              const like = figure(id, unit, now, both);
              const likeBase = figure(id, unit, all.get(base)!, both);
              const since = [...all].filter(([one]) => one >= base && one <= period);
              const flows = since.flatMap(([, counts]) => figure(id, unit, counts) ?? []);
              const accumulates = id === 'households_assisted' && kind.startsWith('since_');
              return [
                {
                  key: `${kind} ${base} ${unit} ${id}`,
                  numbers: [
                    value,
                    baseValue,
                    value === null || baseValue === null ? null : value - baseValue,
                    both.length,
                    like,
                    likeBase,
                    like === null || likeBase === null ? null : like - likeBase,
                    accumulates ? flows.reduce((a, b) => a + b, 0) : null,
                    accumulates ? since.length : null,
                    accumulates ? since.length : null,
                  ],
                },
              ];
            }),
          ),
  );
  const columns = [
    ...['value', 'base_value', 'change', 'like_hamlets', 'like_value', 'like_base_value'],
    ...['like_change', 'accumulated', 'months_known', 'months_elapsed'],
  ];
  const found = new Map(
    rows.map((row) => [
      `${row.comparison} ${row.base_period} ${row.unit_code} ${row.indicator}`,
      columns.map((column) => number(row[column]!)),
    ]),
  );
  expect(found.size).toBe(expected.length);
  for (const { key, numbers } of expected) {
    const own = found.get(key);
    if (own === undefined) expect.fail(`${period}: no ${key}`);
    numbers.forEach((one, i) => {
      if (!close_(own[i]!, one))
        expect.fail(`${period} ${key}, ${columns[i]}: ${own[i]} instead of ${one}`);
    });
  }
  return expected.length;
}

function checkTargets(period: string, all: ReadonlyMap<string, ReadonlyMap<string, Counts>>): void {
  const rows = csv('closed', period, 'comparison.csv').filter((row) => row.comparison === 'target');
  const find = (unit: string, id: string) =>
    rows.find((row) => row.unit_code === unit && row.indicator === id);
  if (!period.startsWith('2024')) {
    expect(rows).toEqual([]);
    return;
  }
  const year = [...all].filter(([one]) => one.startsWith('2024') && one <= period);
  const flow = year.reduce((n, [, one]) => n + (figure('households_assisted', '9', one) ?? 0), 0);
  expect(number(find('9', 'households_assisted')!.value!)).toBe(flow);
  expect(number(find('9', 'households_assisted')!.attainment!)).toBeCloseTo(flow / 600, 12);
  for (const unit of ['9', '12', '103']) {
    const coverage = figure('household_coverage', unit, all.get(period)!);
    const { value, attainment } = find(unit, 'household_coverage')!;
    expect(close_(number(value!), coverage)).toBe(true);
    expect(close_(number(attainment!), coverage === null ? null : coverage / 0.8)).toBe(true);
  }
  const members = figure('members', '101', all.get(period)!);
  expect(number(find('101', 'members')!.attainment!)).toBe(members === null ? null : members / 20);
}

function checkCarried(period: string, all: ReadonlyMap<string, ReadonlyMap<string, Counts>>): void {
  const now = all.get(period)!;
  const filled = withLast(all, period);
  const expected = new Map<string, readonly (number | null)[]>();
  for (const unit of [...UNITS.keys()].filter((one) => one.length <= 3)) {
    const silent = UNITS.get(unit)!.filter((one) => !now.has(one) && filled.has(one)).length;
    if (silent === 0) continue;
    for (const id of [...STOCKS, 'members_per_team', 'team_coverage', 'household_coverage'])
      expected.set(`${unit} ${id}`, [figure(id, unit, now), figure(id, unit, filled), silent]);
  }
  const rows = csv('closed', period, 'carried.csv');
  expect(rows.length).toBe(expected.size);
  for (const row of rows) {
    const [value, last, silent] = expected.get(`${row.unit_code} ${row.indicator}`)!;
    expect(close_(number(row.value!), value!)).toBe(true);
    expect(close_(number(row.value_with_last!), last!)).toBe(true);
    expect(number(row.hamlets_carried!)).toBe(silent);
  }
}

/** Published figures that are others now, by month, unit and indicator. */
function expectedRevisions(all: ReadonlyMap<string, ReadonlyMap<string, Counts>>) {
  const expected = new Map<string, readonly (number | null)[]>();
  for (const [month, figures] of published) {
    const now = figuresOf(all.get(month)!);
    for (const [key, before] of figures) {
      const isShare = key.endsWith('team_coverage') && key.length > 'team_coverage'.length + 4;
      if (isShare || close_(before, now.get(key)!)) continue;
      expected.set(`${month} ${key}`, [before, now.get(key)!]);
    }
  }
  return expected;
}

function checkRevisions(
  period: string,
  all: ReadonlyMap<string, ReadonlyMap<string, Counts>>,
): number {
  const expected = expectedRevisions(all);
  for (const month of published.keys()) published.set(month, figuresOf(all.get(month)!));
  const rows = csv('closed', period, 'revisions.csv').filter(({ indicator }) =>
    INDICATORS.includes(indicator as never),
  );
  expect(rows.map((row) => `${row.month} ${row.unit_code} ${row.indicator}`).sort()).toEqual(
    [...expected.keys()].sort(),
  );
  for (const row of rows) {
    const [before, after] = expected.get(`${row.month} ${row.unit_code} ${row.indicator}`)!;
    expect(close_(number(row.published!), before!)).toBe(true);
    expect(close_(number(row.revised!), after!)).toBe(true);
  }
  return expected.size;
}

/** Monday to Friday, but for the two holidays of the registry. */
function due(period: string): string {
  let day = `${period}-14`;
  for (let left = 2; left > 0; ) {
    day = shift(day, 1);
    const weekday = new Date(day).getUTCDay();
    if (weekday % 6 !== 0 && !['2024-04-15', '2024-04-16'].includes(day)) left--;
  }
  return day;
}

/** A month after one that was corrected, with late sheets and silent hamlets of its own. */
const WITH_WORKBOOKS = '2024-06';

/** The province's workbook of a month that is about to be closed, against the model. */
async function checkWorkbook(
  period: string,
  came: ReadonlyMap<string, string>,
  day: string,
): Promise<void> {
  const { out } = await rollup({ ...options(period, day), force: false });
  const path = join(out, `tong-hop-thu-${period}.xlsx`);
  const book = new Opened(path);
  const all = countsOf(known);
  expect(checkComparisonSheets(book, period, all)).toBeGreaterThan(400);
  checkTargetCells(book, period, all);
  checkTrend(book, period, all);
  checkCarriedNotes(book, period, all);
  const revised = expectedRevisions(all);
  expect(revised.size).toBeGreaterThan(10);
  checkRevisionSheet(book, revised);
  checkTimeliness(book, came, due(period));
  const bytes = readFileSync(path);
  await rollup({ ...options(period, shift(day, 30)), force: false });
  expect(readFileSync(path).equals(bytes)).toBe(true);
}

/** The communes of a month whose sheets come a week after the month's last day. */
const lateIn = (index: number) => (index % 3 === 1 ? [COMMUNES[index % 4]!] : []);

async function checkStatus(
  period: string,
  came: ReadonlyMap<string, string>,
  day: string,
): Promise<void> {
  const result = await status(options(period, day));
  const { receipts } = result;
  expect(receipts.deadline).toBe(due(period));
  for (const hamlet of HAMLETS) {
    const receipt = receipts.hamlets.get(hamlet)!;
    const on = came.get(hamlet);
    if (on === undefined) {
      const missing = day <= due(period) ? 'not_due' : 'missing';
      expect(receipt).toMatchObject({ received: 'missing', timeliness: missing });
    } else {
      const days = Math.max(0, (Date.parse(on) - Date.parse(due(period))) / DAY);
      expect(receipt).toMatchObject({
        received: 'full',
        timeliness: days === 0 ? 'on_time' : 'late',
        daysLate: days,
      });
    }
  }
  const all = receipts.units.get('9')!;
  expect(all.received).toEqual({ full: came.size, partial: 0, empty: 0, missing: 12 - came.size });
  const chase = chaseText(result);
  for (const hamlet of HAMLETS) {
    const whole = HAMLETS.filter((one) => communeOf(one) === communeOf(hamlet));
    const named = chase.includes(`- Ấp ${hamlet}`);
    expect(named).toBe(!came.has(hamlet) && whole.some((one) => came.has(one)));
  }
  if (whole102Missing(came)) expect(chase).toContain('Xã 102 (Chị Lan, 0912345678)');
}

const whole102Missing = (came: ReadonlyMap<string, string>) =>
  HAMLETS.some((one) => communeOf(one) === '102' && !came.has(one));

describe('a year, month after month', () => {
  let compared = 0;
  let revised = 0;

  it.each(PERIODS.map((period, index) => [period, index] as const))('%s', async (period, index) => {
    const last = `${period}-14`;
    const before = runningTotals(known);
    const totals = new Map(
      HAMLETS.flatMap((hamlet) => {
        const own = [...before.values()].flatMap((month) => month.get(hamlet) ?? []).at(-1);
        return own === undefined ? [] : [[hamlet, own] as const];
      }),
    );
    const reports = reportsOf(index, totals);
    const late = lateIn(index);
    const came = new Map<string, string>();
    const send = (communes: readonly string[], day: string) => {
      for (const commune of communes) {
        put(folder(period), sheetsOf(period, commune, reports), day);
        for (const hamlet of reports.keys())
          if (communeOf(hamlet) === commune) came.set(hamlet, day);
      }
    };

    send(
      COMMUNES.filter((one) => !late.includes(one)),
      shift(last, 1),
    );
    await checkStatus(period, came, shift(last, 1));
    send(late, shift(last, 9));
    if (index % 4 === 0) {
      const [name, text] = Object.entries(sheetsOf(period, '101', reports))[0] ?? [];
      if (name !== undefined) put(folder(period), { [`ban-sao/${name}`]: text! }, shift(last, 9));
    }
    await checkStatus(period, came, shift(last, 9));

    known.set(period, reports);
    if (period === WITH_WORKBOOKS) await checkWorkbook(period, came, shift(last, 9));
    await close(options(period, shift(last, 10)));
    const all = countsOf(known);
    checkValues(period, all.get(period)!);
    if (index === 0)
      expect(readdirSync(join(root, 'closed', period))).not.toContain('comparison.csv');
    else {
      compared += checkComparisons(period, all);
      checkTargets(period, all);
      checkCarried(period, all);
      revised += checkRevisions(period, all);
    }
    published.set(period, figuresOf(all.get(period)!));
    afterClosing(period, index, reports);
  });

  /** After a month is closed: a hamlet that was silent reports, or a commune corrects a sheet. */
  function afterClosing(period: string, index: number, reports: Map<string, Report>): void {
    const day = shift(`${period}-14`, 12);
    const silent = HAMLETS.find((hamlet) => !reports.has(hamlet));
    if (index % 3 === 0 && silent !== undefined) {
      const report: Report = {
        teams: 1,
        members: 7,
        level1: 3,
        level2: 4,
        assisted: isOdd(silent),
      };
      const late = new Map([[silent, report]]);
      const files = Object.entries(sheetsOf(period, communeOf(silent), late));
      put(
        folder(period),
        Object.fromEntries(files.map(([name, text]) => [`nop-muon/${name}`, text])),
        day,
      );
      reports.set(silent, report);
    }
    if (index % 4 === 2) {
      const commune = COMMUNES.find((one) =>
        [...reports.keys()].some((hamlet) => communeOf(hamlet) === one),
      )!;
      for (const [hamlet, report] of reports)
        if (communeOf(hamlet) === commune)
          reports.set(hamlet, { ...report, members: report.members + 1 });
      const file = `xa-${commune}-to.csv`;
      const text = sheetsOf(period, commune, reports)[file]!;
      put(folder(period), { [file.replace('.csv', '-dinh-chinh.csv')]: text }, day);
    }
  }

  /** What a late hamlet reports of its households: a list where it sends lists. */
  function isOdd(hamlet: string): number | readonly number[] {
    return hamlet.endsWith('2') ? [1, 2, 3] : 5;
  }

  it('compared and revised enough to mean anything', () => {
    expect(compared).toBeGreaterThan(2000);
    expect(revised).toBeGreaterThan(100);
  });

  it('rolls the newest month up without arguments, as it was closed', async () => {
    const { summary, out } = await rollup({ ...options('2024-12', '2024-12-25'), force: false });
    expect(summary.period).toBe('2024-12');
    const name = 'comparison.csv';
    expect(readFileSync(join(out, 'data', name), 'utf8')).toBe(
      readFileSync(join(root, 'closed', '2024-12', name), 'utf8'),
    );
  });

  it('gives the same with and without its cache, byte by byte', async () => {
    const cached = await rollup({ ...options('2024-12', '2024-12-25'), force: false });
    const read = (name: string) => readFileSync(join(cached.out, 'data', name), 'utf8');
    const names = readdirSync(join(cached.out, 'data'));
    const before = names.map(read);
    rmSync(join(root, '.ccds', 'cache'), { recursive: true });
    await rollup({ ...options('2024-12', '2024-12-25'), force: false });
    expect(names.map(read)).toEqual(before);
  });

  it('makes the year of its months: flows add, stocks take the last reported', async () => {
    const { summary } = await rollup({ ...options('2024', '2024-12-25'), force: false });
    const all = [...countsOf(known)].filter(([period]) => period.startsWith('2024'));
    for (const [unit, hamlets] of UNITS) {
      const flow = all.reduce(
        (n, [, one]) => n + (figure('households_assisted', unit, one) ?? 0),
        0,
      );
      expect(summary.values.get(unit)!.get('households_assisted')!.value).toBe(flow);
      const last = hamlets.flatMap(
        (hamlet) => all.flatMap(([, one]) => one.get(hamlet)?.members ?? []).at(-1) ?? [],
      );
      const totals = [...runningTotals(known)].filter(([period]) => period.startsWith('2024'));
      const running = hamlets.flatMap(
        (hamlet) => totals.flatMap(([, one]) => one.get(hamlet) ?? []).at(-1) ?? [],
      );
      expect(summary.values.get(unit)!.get('households_assisted_total')!.value).toBe(
        running.reduce((a, b) => a + b, 0),
      );
      expect(summary.values.get(unit)!.get('members')!.value).toBe(last.reduce((a, b) => a + b, 0));
    }
  });
});
