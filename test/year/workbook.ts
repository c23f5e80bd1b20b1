/** Holds the sheets of a workbook against the plain arithmetic of the model, cell by cell. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { INDICATORS } from '../../src/indicators/index.js';
import { readComparison } from '../reports/comparison-sheet.js';
import { cellsOf, type ReadCell, sheetNames, unzip } from '../reports/package-parts.js';
import { type Counts, figure, withLast } from './model.js';
import { COMMUNES, communeOf, districtOf, HAMLETS, UNITS } from './province.js';

export type Months = ReadonlyMap<string, ReadonlyMap<string, Counts>>;

const MAIN = [
  ...['teams', 'team_coverage', 'members', 'households_assisted', 'households_assisted_total'],
  ...['household_coverage', 'eid_accounts'],
];
const labelOf = (id: string) =>
  INDICATORS.find((one) => one.id === id)!.label.vi.replace('ấp, khóm', 'ấp');
const monthName = (month: string) => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
const isClose = (a: number, b: number) => Math.abs(a - b) < 1e-9;

/** A workbook's cells, by sheet and row. */
export class Opened {
  readonly parts: ReadonlyMap<string, string>;
  constructor(path: string) {
    this.parts = unzip(readFileSync(path));
  }
  names(): readonly string[] {
    return sheetNames(this.parts);
  }
  /** Rows of a sheet, each by column letter. */
  rows(sheet: string): readonly Readonly<Record<string, ReadCell>>[] {
    const rows: Record<string, ReadCell>[] = [];
    for (const cell of cellsOf(this.parts, this.names().indexOf(sheet)).values()) {
      const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(cell.address)!;
      rows[Number(number)] ??= {};
      rows[Number(number)]![letters!] = cell;
    }
    return rows.filter((row) => row !== undefined);
  }
  rowOf(sheet: string, name: string) {
    return this.rows(sheet).find((row) => row.B?.value === name)!;
  }
}

/** Periods that a period is compared with. */
export function basesOf(period: string, all: Months): Readonly<Record<string, string | undefined>> {
  const year = period.slice(0, 4);
  const earlier = [...all.keys()].filter((one) => one < period);
  return {
    previous: earlier.at(-1),
    last_year: earlier.find((one) => one === `${Number(year) - 1}${period.slice(4)}`),
    since_year_start: earlier.find((one) => one.startsWith(year)),
    since_launch: earlier[0],
  };
}

/** The sheets `So sánh`: every figure of every unit above the hamlet. Gives how many. */
export function checkComparisonSheets(book: Opened, period: string, all: Months): number {
  const bases = basesOf(period, all);
  const expected = new Map<string, number>();
  for (const unit of [...UNITS.keys()].filter((one) => one.length <= 3))
    for (const id of MAIN)
      for (const [place, value] of Object.entries(besides(unit, id, period, all, bases)))
        if (value !== null) expected.set(`${unit} ${labelOf(id)} ${place}`, value);
  const found = new Map<string, string>();
  for (const sheet of ['So sánh', 'So sánh huyện', 'So sánh xã'])
    for (const { unit, indicator, group, heading, value } of readComparison(book.parts, sheet))
      found.set(`${unit || '9'} ${indicator} ${kindOf(group)}${heading}`, value);
  for (const [key, value] of expected)
    expect(isClose(Number(found.get(key)), value), `${key}: ${found.get(key)} → ${value}`).toBe(
      true,
    );
  const more = [...found.keys()].filter((key) => !expected.has(key));
  expect(more.filter((key) => !key.includes('Kế hoạch') && !key.includes('Số ấp'))).toEqual([]);
  return expected.size;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^So với kỳ trước/, 'previous '],
  [/^So với cùng kỳ/, 'last_year '],
  [/^Từ kỳ đầu năm/, 'since_year_start '],
  [/^Từ khi triển khai/, 'since_launch '],
  [/^Gồm số liệu/, 'carried '],
  [/^Kế hoạch/, 'Kế hoạch '],
];
const kindOf = (group: string) => KINDS.find(([pattern]) => pattern.test(group))?.[1] ?? '';

/** What stands in a unit's row of an indicator. */
function besides(
  unit: string,
  id: string,
  period: string,
  all: Months,
  bases: Readonly<Record<string, string | undefined>>,
): Record<string, number | null> {
  const now = all.get(period)!;
  const value = figure(id, unit, now);
  const row: Record<string, number | null> = { 'Kỳ này': value };
  const filled = withLast(all, period);
  const silent = UNITS.get(unit)!.filter((one) => !now.has(one) && filled.has(one)).length;
  if (silent > 0 && id !== 'households_assisted')
    Object.assign(row, { 'carried Giá trị': figure(id, unit, filled), 'carried Số ấp': silent });
  for (const [kind, base] of Object.entries(bases)) {
    if (base === undefined) continue;
    const then = figure(id, unit, all.get(base)!);
    row[`${kind} Kỳ gốc`] = then;
    row[`${kind} Tăng, giảm`] = value === null || then === null ? null : value - then;
    if (kind === 'previous') {
      const both = UNITS.get(unit)!.filter((one) => now.has(one) && all.get(base)!.has(one));
      const [a, b] = [now, all.get(base)!].map((of) => figure(id, unit, of, both));
      row[`${kind} Tăng, giảm của ấp có cả hai kỳ`] = a === null ? null : a! - b!;
    } else if (id === 'households_assisted' && kind !== 'last_year') {
      const since = [...all].filter(([month]) => month >= base && month <= period);
      const flows = since.flatMap(([, counts]) => figure(id, unit, counts) ?? []);
      row[`${kind} Cộng dồn`] = flows.length === 0 ? null : flows.reduce((x, y) => x + y, 0);
    }
  }
  return row;
}

/** The targets of the year: what is attained, by formula. */
export function checkTargetCells(book: Opened, period: string, all: Months): void {
  const year = [...all].filter(([one]) => one.startsWith(period.slice(0, 4)) && one <= period);
  const flow = year.reduce((n, [, one]) => n + (figure('households_assisted', '9', one) ?? 0), 0);
  const coverage = figure('household_coverage', '9', all.get(period)!)!;
  const attained = readComparison(book.parts, 'So sánh').filter(
    ({ heading }) => heading === 'Tỷ lệ đạt',
  );
  const of = (id: string) => attained.find(({ indicator }) => indicator === labelOf(id))!;
  expect(Number(of('households_assisted').value)).toBeCloseTo(flow / 600, 12);
  expect(Number(of('household_coverage').value)).toBeCloseTo(coverage / 0.8, 12);
  for (const { formula } of attained) expect(formula).toMatch(/^IF\(OR\(/);
}

/** `Diễn biến`: a row a month, of the whole province. */
export function checkTrend(book: Opened, period: string, all: Months): void {
  const months = [...all.keys()].filter((one) => one <= period).slice(-13);
  const rows = book.rows('Diễn biến').filter((row) => /^Tháng \d/.test(row.A?.value ?? ''));
  expect(rows.map((row) => row.A!.value)).toEqual(months.map(monthName));
  for (const [i, month] of months.entries())
    for (const [n, id] of MAIN.entries()) {
      const cell = rows[i]![String.fromCharCode(66 + n)]!;
      expect(isClose(Number(cell.value), figure(id, '9', all.get(month)!)!), cell.address).toBe(
        true,
      );
    }
}

/** `Số liệu công bố lại`: the revised figures, as they are expected by `month unit indicator`. */
export function checkRevisionSheet(
  book: Opened,
  expected: ReadonlyMap<string, readonly (number | null)[]>,
): void {
  const rows = book.rows('Số liệu công bố lại').filter((row) => /^\d+$/.test(row.A?.value ?? ''));
  const named = new Map(
    [...expected].map(([key, values]) => {
      const [month, unit, id] = key.split(' ') as [string, string, string];
      // Two communes may each have an Ấp 1.
      const place =
        unit.length === 5 ? `${nameOf(unit)} (${nameOf(unit.slice(0, 3))})` : nameOf(unit);
      return [`${monthName(month)} ${place} ${labelOf(id)}`, values];
    }),
  );
  const modelled = rows.filter((row) => named.has(keyOf(row)));
  expect(modelled.map(keyOf).sort()).toEqual([...named.keys()].sort());
  for (const row of modelled) {
    const [before, after] = named.get(keyOf(row))!;
    const number = (cell: ReadCell | undefined) => (cell?.value ? Number(cell.value) : null);
    expect([number(row.F), number(row.G)]).toEqual([before, after]);
    const change = before === null || after === null ? null : after! - before!;
    expect(number(row.H)).toBe(change);
    expect(row.I!.value).not.toBe('');
  }
}

const keyOf = (row: Readonly<Record<string, ReadCell>>) =>
  [row.B, row.C, row.E].map((cell) => cell!.value).join(' ');

function nameOf(code: string): string {
  const names: Record<string, string> = { '9': 'Tỉnh Thử', '11': 'Huyện Một', '12': 'Huyện Hai' };
  return names[code] ?? (code.length === 3 ? `Xã ${code}` : `Ấp ${code}`);
}

/** `Thời hạn nộp`: hamlets on time, late and missing, by the days on which they came. */
export function checkTimeliness(
  book: Opened,
  came: ReadonlyMap<string, string>,
  due: string,
): void {
  const counts = (hamlets: readonly string[]) => {
    const days = hamlets.flatMap((one) => came.get(one) ?? []);
    const late = days.filter((day) => day > due).length;
    return [hamlets.length, days.length - late, late, hamlets.length - days.length, 0];
  };
  const at = (name: string) => {
    const row = book.rowOf('Thời hạn nộp', name);
    return ['C', 'D', 'E', 'F', 'G'].map((column) => Number(row[column]!.value));
  };
  expect(at('TỔNG SỐ')).toEqual(counts(HAMLETS));
  for (const commune of COMMUNES) {
    const own = HAMLETS.filter((one) => communeOf(one) === commune);
    expect(at(`Xã ${commune}`)).toEqual(counts(own));
    const last = own
      .flatMap((one) => came.get(one) ?? [])
      .sort()
      .at(-1);
    const shown = book.rowOf('Thời hạn nộp', `Xã ${commune}`).I?.value;
    expect(shown).toBe(last?.split('-').reverse().join('/'));
  }
  expect(at('Huyện Hai')).toEqual(
    counts(HAMLETS.filter((one) => districtOf(communeOf(one)) === '12')),
  );
}

/** Under the results of the cover, and under the tables: stocks with silent hamlets' last. */
export function checkCarriedNotes(book: Opened, period: string, all: Months): void {
  const now = all.get(period)!;
  const filled = withLast(all, period);
  const silent = HAMLETS.filter((one) => !now.has(one) && filled.has(one)).length;
  const notes = (sheet: string) =>
    book
      .rows(sheet)
      .flatMap((row) =>
        /^Nếu gồm cả số liệu kỳ trước/.test(row.A?.value ?? '') ? [row.A!.value] : [],
      );
  expect(silent).toBeGreaterThan(0);
  for (const sheet of ['Bìa', 'Biểu 01a', 'Biểu 02a']) {
    const [note] = notes(sheet);
    expect(note).toContain(`Nếu gồm cả số liệu kỳ trước của ${silent} ấp chưa báo cáo: `);
    expect(note).toContain(`Thành viên tổ CNSCĐ là ${figure('members', '9', filled)}`);
  }
}
