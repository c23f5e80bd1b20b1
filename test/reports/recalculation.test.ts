import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/core/address.js';
import { summaryWorkbook } from '../../src/reports/workbook/index.js';
import { packed, zip } from '../../src/reports/workbook/xlsx/zip.js';
import { convertAll, hasOffice } from '../helpers/office/convert.mjs';
import { inTime } from './fake-review.js';
import { big, makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';
import { cellsOf, sheetNames, unzip } from './package-parts.js';

const folder = mkdtempSync(join(tmpdir(), 'ccds-recalculation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy without the values that formulas carry, nor formats: it has to be worked out. */
function withoutValues(parts: ReadonlyMap<string, string>): Uint8Array {
  const bare = [...parts].map(([path, content]) => ({
    path,
    content: path.startsWith('xl/worksheets/sheet')
      ? content
          .replace(/(<c [^>]*?)(?: t="str")?>(<f>.*?<\/f>)<v>[^<]*<\/v>/g, '$1>$2')
          .replace(/(<c r="\w+") s="\d+"/g, '$1')
      : content,
  }));
  return zip(bare.map(packed));
}

/** Rows of text, by the sheet's name. */
type Sheets = ReadonlyMap<string, string[][]>;

/** Of each workbook, every sheet as LibreOffice computes it. */
function recalculated(books: ReadonlyMap<string, Uint8Array>): Map<string, Sheets> {
  const filter = 'Text - txt - csv (StarCalc)';
  const options = '44,34,76,1,,0,false,false,false,false,false,-1';
  const conversions = [...books].map(([name, bytes]) => {
    const from = join(folder, `${name}.xlsx`);
    writeFileSync(from, bytes);
    return { from, to: join(folder, `${name}.csv`), filter, options };
  });
  convertAll(conversions);
  const made = readdirSync(folder);
  const sheetsOf = (name: string): Sheets => {
    const own = made.filter((one) => one.startsWith(`${name}-`));
    return new Map(own.map((one) => [one.slice(name.length + 1, -4).normalize('NFC'), rows(one)]));
  };
  return new Map([...books.keys()].map((name) => [name, sheetsOf(name)]));
}

function rows(file: string): string[][] {
  return parse(readFileSync(join(folder, file)), { relax_column_count: true });
}

const PLANS: Readonly<Record<string, Plan>> = {
  small: SMALL,
  partial: pilot(),
  communes: big({ districts: 0, communes: 12, hamlets: 60, twoTier: true }),
};

/** One commune of four reports, the rest do not. */
function pilot(): Plan {
  const plan = big({ districts: 2, communes: 4, hamlets: 40 });
  const reports = Object.entries(plan.reports).filter(([code]) => code.startsWith('31999'));
  return { ...plan, reports: Object.fromEntries(reports), baselines: {} };
}

describe.skipIf(!hasOffice)('a recalculation in LibreOffice', () => {
  const written = new Map<string, ReadonlyMap<string, string>>();
  let computed: ReadonlyMap<string, Sheets>;
  beforeAll(async () => {
    for (const [name, plan] of Object.entries(PLANS)) {
      const summary = makeSummary(plan);
      const root = summary.tree.roots[0]!;
      const options = { describe: sentences, ...inTime(plan) };
      written.set(name, unzip(await summaryWorkbook({ summary, root }, options)));
    }
    const bare = new Map([...written].map(([name, parts]) => [name, withoutValues(parts)]));
    computed = recalculated(bare);
  });

  it.each(Object.keys(PLANS))('changes no cell: %s', (name) => {
    const parts = written.get(name)!;
    const sheets = computed.get(name)!;
    const inHistory = ['So sánh', 'Diễn biến', 'Số liệu công bố lại', 'Thời hạn nộp'];
    expect(sheetNames(parts)).toEqual(expect.arrayContaining(inHistory));
    let compared = 0;
    for (const [n, sheet] of sheetNames(parts).entries()) {
      const rows = sheets.get(sheet)!;
      for (const { address, formula, value } of cellsOf(parts, n).values()) {
        if (formula === null) continue;
        const found = at(rows, address);
        expect(same(found, value), `${sheet}!${address} =${formula}: ${value} → ${found}`).toBe(
          true,
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });
});

function at(rows: string[][], address: string): string {
  const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const row = rows[Number(number) - 1] ?? [];
  const column = row.findIndex((_, i) => cellAddress(i, 1) === `${letters}1`);
  return row[column] ?? '';
}

/** The same text, or the same number but for the last of its digits. */
function same(a: string, b: string): boolean {
  if (a === b) return true;
  if (a === '' || b === '') return false;
  return Math.abs(Number(a) - Number(b)) <= 1e-12 * Math.max(1, Math.abs(Number(b)));
}
