/** A workspace of a test's own, worked through the app month after month. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { close } from '../../../src/app/close.js';
import { init } from '../../../src/app/init.js';
import { rollup, type WritePart, writeData } from '../../../src/app/rollup.js';

type Row = Record<string, string>;

/** A row of one form by hamlet, counts or a line of a list; a hamlet that is absent is silent. */
export type Tally = Readonly<Record<string, readonly (number | string)[]>>;

export const HOUSEHOLDS = 'Số hộ được hỗ trợ trong kỳ';
export const HOUSEHOLD_LIST = 'Chủ hộ,Địa chỉ,Số điện thoại';
export const MEMBERS = 'Số tổ,Số thành viên';

/** A province of one commune with two hamlets. */
export const TWO_HAMLETS = [
  '9,Tỉnh Thử,province,,,',
  '101,Xã Một,commune,9,,',
  '1011,Ấp A,hamlet,101,,',
  '1012,Ấp B,hamlet,101,,',
];

/** The same, which became Ấp AB on 21 August 2024: what `new Months` takes. */
export const TWO_MERGED: ConstructorParameters<typeof Months> = [
  [
    ...['9,Tỉnh Thử,province,,,', '101,Xã Một,commune,9,,'],
    ...['1011,Ấp A,hamlet,101,,2024-08-20', '1012,Ấp B,hamlet,101,,2024-08-20'],
    '1018,Ấp AB,hamlet,101,2024-08-21,',
  ],
  ['2024-08-21,1011,1018,', '2024-08-21,1012,1018,'],
];

export class Months {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-months-')));

  /** Tables of the registry by name, without their headers. */
  constructor(units: readonly string[], changes: readonly string[] = [], config: object = {}) {
    this.write('registry/units.csv', ['code,name,level,parent,valid_from,valid_to', ...units]);
    this.write('registry/changes.csv', ['effective,from,to,share', ...changes]);
    this.write('ccds.config.json', [JSON.stringify({ registry: 'registry', ...config })]);
  }

  async init(): Promise<void> {
    await init({ cwd: this.root, lang: 'vi', period: '2024-07' });
  }

  drop(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** A table of the registry. */
  registry(name: string, header: string, rows: readonly string[]): void {
    this.write(`registry/${name}.csv`, [header, ...rows]);
  }

  /** A commune's tally of a month. */
  send(month: string, commune: string, columns: string, tally: Tally, name = columns): void {
    const rows = Object.entries(tally).map(([hamlet, counts]) => [hamlet, ...counts].join(','));
    const lines = [`Xã: ${commune}`, `Ấp/Khóm,${columns}`, ...rows];
    this.write(`submissions/${month}/${commune} ${name.replace(/[^\p{L}]/gu, '')}.csv`, lines);
  }

  /** Rolls a period up on a day, on the map of another day where asked; the tables, which alone are written. */
  rollup(period: string, day?: string, asOf?: string) {
    return this.rollupTo([writeData], period, day, asOf);
  }

  /** The same with the workbooks. */
  rollupWhole(period: string, day?: string, asOf?: string) {
    return this.rollupTo(undefined, period, day, asOf);
  }

  private async rollupTo(
    parts: readonly WritePart[] | undefined,
    period: string,
    day = '2024-12-01',
    asOf?: string,
  ) {
    const asked = { ...this.options(period, day), force: false, ...(asOf && { asOf }) };
    const { out, summary, review } = await rollup(asked, parts);
    const rows = (name: string) => this.rows(join(out, 'data', name));
    const values = rows('values.csv');
    const value = (unit: string, indicator: string) => {
      const text = values.find((one) => one.unit_code === unit && one.indicator === indicator);
      return text!.value === '' ? null : Number(text!.value);
    };
    return { out, summary, review, rows, value };
  }

  async close(month: string, day: string, reason?: string) {
    const reopen = reason === undefined ? {} : { reopen: true, reason };
    return close({ ...this.options(month, day), ...reopen });
  }

  rows(path: string): Row[] {
    return parse(readFileSync(join(path), 'utf8'), { columns: true }) as Row[];
  }

  private options(period: string, day: string) {
    const now = new Date(`${day}T05:00:00Z`);
    return { inputs: [], period, cwd: this.root, lang: 'vi' as const, now, threads: 1 };
  }

  private write(name: string, lines: readonly string[]): void {
    const path = join(this.root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
}

/** Codes of the findings that a run told. */
export const codesOf = ({ summary }: { summary: { findings: readonly { code: string }[] } }) =>
  summary.findings.map(({ code }) => code);

/** Those of one code. */
export const toldOf = (run: Awaited<ReturnType<Months['rollup']>>, code: string) =>
  run.summary.findings.filter((found) => found.code === code);
