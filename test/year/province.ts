/** A small province for a scripted year: what its hamlets report, and the sheets they send. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const HAMLETS = ['1', '2', '3', '4'].flatMap((commune) =>
  ['1', '2', '3'].map((hamlet) => `10${commune}0${hamlet}`),
);
export const communeOf = (hamlet: string) => hamlet.slice(0, 3);
export const districtOf = (commune: string) => (commune < '103' ? '11' : '12');
export const COMMUNES = [...new Set(HAMLETS.map(communeOf))];
export const HOUSEHOLDS = (hamlet: string) => 40 + 3 * HAMLETS.indexOf(hamlet);

/** Every unit with the hamlets at or below it. */
export const UNITS = new Map<string, readonly string[]>([
  ['9', HAMLETS],
  ...['11', '12'].map(
    (district) =>
      [district, HAMLETS.filter((one) => districtOf(communeOf(one)) === district)] as const,
  ),
  ...COMMUNES.map(
    (commune) => [commune, HAMLETS.filter((one) => communeOf(one) === commune)] as const,
  ),
  ...HAMLETS.map((hamlet) => [hamlet, [hamlet]] as const),
]);

export const REGISTRY: Readonly<Record<string, string>> = {
  'units.csv': [
    'code,name,level,parent,valid_from,valid_to',
    '9,Tỉnh Thử,province,,,',
    '11,Huyện Một,district,9,,',
    '12,Huyện Hai,district,9,,',
    ...COMMUNES.map((code) => `${code},Xã ${code},commune,${districtOf(code)},,`),
    ...HAMLETS.map((code) => `${code},Ấp ${code},hamlet,${communeOf(code)},,`),
  ].join('\n'),
  'baselines.csv': [
    'unit,baseline,from,value',
    ...HAMLETS.map((code) => `${code},households,2020-01-01,${HOUSEHOLDS(code)}`),
  ].join('\n'),
  'targets.csv': [
    'unit,indicator,period,value',
    '9,household_coverage,2024,0.8',
    '9,households_assisted,2024,600',
    '101,members,2024,20',
  ].join('\n'),
  'holidays.csv': 'date,name\n2024-04-15,Nghỉ bù\n2024-04-16,Nghỉ bù',
  'contacts.csv': 'unit,name,phone\n102,Chị Lan,912345678',
};

/** What a hamlet reports of one month. */
export interface Report {
  readonly teams: number;
  readonly members: number;
  readonly level1: number;
  readonly level2: number;
  /** How many, or which: numbers of households. */
  readonly assisted: number | readonly number[];
  /** `Lũy kế`, where the sheet states it. */
  readonly total?: number;
}

/** A hamlet that is absent did not report. */
export type Month = ReadonlyMap<string, Report>;

/** A stream of numbers that is the same every time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Hamlets whose households come as a list; the others send counts. */
export const isListed = (hamlet: string) => hamlet.endsWith('2');

/** A month's reports: some hamlets are silent, running totals are now and then stated. */
export function reportsOf(index: number, totals: ReadonlyMap<string, number>): Map<string, Report> {
  const next = numbers(1000 + index);
  const reports = new Map<string, Report>();
  for (const hamlet of HAMLETS) {
    const silent = next(6) === 0;
    const listed = Array.from({ length: 2 + next(4) }, () => next(20));
    const count = 1 + next(6);
    const states = next(4) === 0;
    const common = { teams: 1 + next(2), members: 4 + next(6), level1: next(30), level2: next(30) };
    if (silent) continue;
    const assisted = isListed(hamlet) ? [...new Set(listed)] : count;
    const total = !isListed(hamlet) && states ? (totals.get(hamlet) ?? 0) + count + 5 : undefined;
    reports.set(hamlet, { ...common, assisted, ...(total !== undefined && { total }) });
  }
  return reports;
}

const titled = (period: string, commune: string, rows: readonly string[]) =>
  [
    `Xã: Xã ${commune}`,
    `Kỳ báo cáo: Tháng ${Number(period.slice(5))}/${period.slice(0, 4)}`,
    ...rows,
    '',
  ].join('\n');

/** The sheets of some hamlets of one commune, by file name. */
export function sheetsOf(period: string, commune: string, month: Month): Record<string, string> {
  const own = [...month].filter(([hamlet]) => communeOf(hamlet) === commune);
  if (own.length === 0) return {};
  const counted = own.filter(([, { assisted }]) => typeof assisted === 'number');
  const listed = own.filter(([, { assisted }]) => typeof assisted !== 'number');
  const files: Record<string, string> = {
    [`xa-${commune}-to.csv`]: titled(period, commune, [
      'Ấp/Khóm,Số tổ,Số thành viên',
      ...own.map(([hamlet, one]) => `Ấp ${hamlet},${one.teams},${one.members}`),
    ]),
    [`xa-${commune}-dinh-danh.csv`]: titled(period, commune, [
      'Ấp/Khóm,Mức 1,Mức 2',
      ...own.map(([hamlet, one]) => `Ấp ${hamlet},${one.level1},${one.level2}`),
    ]),
  };
  const stated = counted.filter(([, { total }]) => total !== undefined);
  if (stated.length > 0)
    files[`xa-${commune}-luy-ke.csv`] = titled(period, commune, [
      'Ấp/Khóm,Số hộ được hỗ trợ trong kỳ,Lũy kế',
      ...stated.map(([hamlet, one]) => `Ấp ${hamlet},${one.assisted},${one.total}`),
    ]);
  if (stated.length < counted.length)
    files[`xa-${commune}-ho.csv`] = titled(period, commune, [
      'Ấp/Khóm,Số hộ được hỗ trợ trong kỳ',
      ...counted
        .filter(([, { total }]) => total === undefined)
        .map(([hamlet, one]) => `Ấp ${hamlet},${one.assisted}`),
    ]);
  if (listed.length > 0)
    files[`xa-${commune}-ds-ho.csv`] = titled(period, commune, [
      'Ấp/Khóm,Chủ hộ,Địa chỉ,Số điện thoại,Dịch vụ công',
      ...listed.flatMap(([hamlet, one]) =>
        (one.assisted as readonly number[]).map((n) => listRow(hamlet, n)),
      ),
    ]);
  return files;
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ'];

/** Every other household has its telephone number in one sheet and its address in the next. */
function listRow(hamlet: string, n: number): string {
  const name = `${SURNAMES[n % SURNAMES.length]} Văn ${String.fromCharCode(65 + n)}`;
  return `Ấp ${hamlet},${name},Số ${n + 1} đường Mẫu,09${hamlet}${String(n).padStart(3, '0')},x`;
}

/** Writes files, all of them saved at a time of day on one day. */
export function put(folder: string, files: Readonly<Record<string, string>>, day: string): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const time = new Date(`${day}T03:00:00Z`);
    utimesSync(path, time, time);
  }
}
