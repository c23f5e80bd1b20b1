import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/core/address.js';
import { summaryWorkbook } from '../../src/reports/workbook/index.js';
import { zip } from '../../src/reports/workbook/xlsx/zip.js';
import { inTime } from './fake-review.js';
import { big, makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';
import { cellsOf, sheetNames, unzip } from './package-parts.js';

const folder = mkdtempSync(join(tmpdir(), 'ccds-recalculation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = ['libreoffice', 'soffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

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
  return zip(bare);
}

/** Every sheet as LibreOffice computes it, in rows of text. */
function recalculated(name: string, bytes: Uint8Array): Map<string, string[][]> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const format = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const options = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format];
  execFileSync(office!, [...options, '--outdir', folder, file], { stdio: 'ignore' });
  const made = readdirSync(folder).filter((one) => one.startsWith(`${name}-`));
  return new Map(
    made.map((one) => [
      one.slice(name.length + 1, -4).normalize('NFC'),
      parse(readFileSync(join(folder, one)), { relax_column_count: true }),
    ]),
  );
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

describe.skipIf(office === undefined)('a recalculation in LibreOffice', () => {
  it.each(Object.keys(PLANS))('changes no cell: %s', async (name) => {
    const summary = makeSummary(PLANS[name]!);
    const root = summary.tree.roots[0]!;
    const options = { describe: sentences, ...inTime(PLANS[name]!) };
    const parts = unzip(await summaryWorkbook({ summary, root }, options));
    const sheets = recalculated(name, withoutValues(parts));
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
