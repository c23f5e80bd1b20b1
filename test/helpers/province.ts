import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { APP } from '../../src/cli/app.js';
import { getOrMake } from '../../src/core/memo.js';
import { call, DATA_ALONE } from '../cli/helpers/run-in.js';

/** A cell as a submitter leaves it; null is blank. */
export type Cell = string | number | boolean | Date | null;
/** Sheets by name: rows from the first one on. */
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** Two districts, four communes, eight hamlets (contract, Registry). */
const UNITS = [
  ['99', 'Tỉnh Thử', 'province', ''],
  ['991', 'Huyện Đông', 'district', '99'],
  ['992', 'Huyện Tây', 'district', '99'],
  ['99101', 'Xã An Bình', 'commune', '991'],
  ['99102', 'Xã An Hòa', 'commune', '991'],
  ['99201', 'Xã Phú Lâm', 'commune', '992'],
  ['99202', 'Thị trấn Phú Lộc', 'commune', '992'],
  ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101'],
  ['9910102', 'Ấp Cái Đôi', 'hamlet', '99101'],
  ['9910201', 'Ấp Bàu Sen', 'hamlet', '99102'],
  ['9910202', 'Ấp Vàm Lũng', 'hamlet', '99102'],
  ['9920101', 'Ấp Tân Tiến', 'hamlet', '99201'],
  ['9920102', 'Ấp Tân Lập', 'hamlet', '99201'],
  ['9920201', 'Khóm Chợ', 'hamlet', '99202'],
  ['9920202', 'Khóm Đình', 'hamlet', '99202'],
] as const;

/** Codes of the hamlets, by a short name. */
export const H = {
  goc: '9910101',
  doi: '9910102',
  sen: '9910201',
  lung: '9910202',
  tien: '9920101',
  lap: '9920102',
  cho: '9920201',
  dinh: '9920202',
} as const;

export const PERIOD = '2024-09';

/** A row of one of the data files, by column. */
export type Line = Readonly<Record<string, string>>;

export interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly values: readonly Line[];
  readonly findings: readonly Line[];
  readonly submissions: readonly Line[];
  /** `value` of a unit's indicator as a number; null where it is blank. */
  value(unit: string, indicator: string): number | null;
  row(unit: string, indicator: string): Line;
  /** Findings of one code, of one file where it is named. */
  found(code: string, file?: string): readonly Line[];
  /** The line of a file, of one form where it is named. */
  submission(file: string, form?: string): Line;
  /** Absolute path of the output folder. */
  readonly out: string;
}

/** A temporary folder with a registry and submissions, and `ccds` run over it. */
export interface Province {
  readonly dir: string;
  /** Writes any file under `in/`, saved at a time. */
  file(name: string, content: string | Uint8Array, saved?: string): void;
  /** Writes a workbook under `in/`, with its modified property. */
  book(name: string, sheets: Sheets, modified?: string, hidden?: readonly string[]): Promise<void>;
  /** Writes a file of the registry, or any other beside it. */
  put(path: string, content: string): void;
  /** Writes the data alone, if not asked for the workbooks too. */
  rollup(options?: {
    period?: string;
    inputs?: string[];
    args?: string[];
    workbooks?: boolean;
  }): Promise<Result>;
  ccds(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }>;
  remove(): void;
}

/** @param units rows of `units.csv` without dates, or whole */
export function province(units: readonly (readonly string[])[] = UNITS): Province {
  const dir = mkdtempSync(join(tmpdir(), 'ccds-province-'));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  const lines = units.map((unit) => [...unit, '', '', ''].slice(0, 6).join(','));
  write('registry/units.csv', `code,name,level,parent,valid_from,valid_to\n${lines.join('\n')}\n`);
  mkdirSync(join(dir, 'in'));
  let run = 0;
  const ccds = (...args: string[]) => call(dir, args);
  return {
    dir,
    put: write,
    file(name, content, saved = '2024-09-16T02:00:00Z') {
      write(`in/${name}`, content);
      utimesSync(join(dir, 'in', name), new Date(saved), new Date(saved));
    },
    async book(name, sheets, modified = '2024-09-16T02:00:00Z', hidden = []) {
      write(`in/${name}`, await workbook(sheets, new Date(modified), hidden));
    },
    async rollup({ period = PERIOD, inputs = ['in'], args = [], workbooks = false } = {}) {
      const out = `out-${++run}`;
      const flags = ['--period', period, '--registry', 'registry', '--out', out];
      const words = ['rollup', ...inputs, ...flags, ...args];
      return result(join(dir, out), await call(dir, words, workbooks ? APP : DATA_ALONE));
    },
    ccds,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Workbooks by what they were asked with: two of the same are copies, though exceljs puts the time into each. */
const made = new Map<string, Promise<Uint8Array>>();

function workbook(...asked: Parameters<typeof newWorkbook>): Promise<Uint8Array> {
  return getOrMake(made, serialize(asked).toString('latin1'), () => newWorkbook(...asked));
}

async function newWorkbook(sheets: Sheets, modified: Date, hidden: readonly string[]) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = modified;
  for (const [name, rows] of Object.entries(sheets)) {
    const state = hidden.includes(name) ? 'hidden' : 'visible';
    book.addWorksheet(name, { state }).addRows(rows.map((row) => [...row]));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

/** Reads a result folder, as written by a run. */
export function result(out: string, ran: Ran): Result {
  const table = (name: string): Line[] => {
    if (ran.status === 2) return [];
    return parse(readFileSync(join(out, 'data', `${name}.csv`), 'utf8'), { columns: true });
  };
  const [values, findings, submissions] = [
    table('values'),
    table('findings'),
    table('submissions'),
  ];
  const rows = new Map(values.map((line) => [`${line.unit_code} ${line.indicator}`, line]));
  const row = (unit: string, indicator: string) => {
    const line = rows.get(`${unit} ${indicator}`);
    if (line === undefined) throw new Error(`no ${indicator} of ${unit}: ${ran.stderr}`);
    return line;
  };
  return {
    ...ran,
    out,
    values,
    findings,
    submissions,
    row,
    value(unit, indicator) {
      const { value } = row(unit, indicator);
      return value === '' ? null : Number(value);
    },
    found: (code, file) =>
      findings.filter((one) => one.code === code && (file === undefined || one.file === file)),
    submission(file, form) {
      const lines = submissions.filter(
        (one) => one.file === file && (form === undefined || one.form === form),
      );
      if (lines.length !== 1) throw new Error(`${lines.length} lines of ${file} ${form ?? ''}`);
      return lines[0]!;
    },
  };
}

/** Headers of the lists and tallies, for short sheets. */
export const HEAD = {
  members: ['Họ và tên', 'Chức vụ', 'Năm sinh', 'Giới tính', 'Số điện thoại', 'Tên tổ'],
  membersTally: ['Ấp/Khóm', 'Số tổ', 'Số thành viên', 'Nữ', 'Đã tập huấn', 'Tham gia Zalo OA'],
  households: [
    'Chủ hộ',
    'Địa chỉ',
    'Số điện thoại',
    'Ngày hỗ trợ',
    'Dịch vụ công',
    'Mua sắm trực tuyến',
  ],
  householdsTally: ['Ấp/Khóm', 'Tổng số hộ', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế'],
  eid: ['Họ và tên', 'Số định danh', 'Mức'],
  eidTally: ['Ấp/Khóm', 'Công dân đủ điều kiện', 'Mức 1', 'Mức 2', 'Tổng'],
  merchants: ['Tên hộ kinh doanh', 'Chủ hộ', 'Mã số thuế', 'Hình thức'],
  merchantsTally: ['Ấp/Khóm', 'Tổng số hộ kinh doanh', 'Số hộ có QR/không tiền mặt'],
} as const;
