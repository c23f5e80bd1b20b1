import { beforeAll, describe, expect, it } from 'vitest';
import { printCopy, summaryWorkbook } from '../../src/reports/workbook/index.js';
import { inTime } from './fake-review.js';
import { makeSummary, SMALL, describe as sentences } from './fake-summary.js';
import { cellsOf, sheetNames, unzip } from './package-parts.js';
import { faultsOf, parse } from './schema.js';

type Parts = ReadonlyMap<string, string>;
const sheet = (parts: Parts, name: string) => cellsOf(parts, sheetNames(parts).indexOf(name));

let province: Parts;
beforeAll(async () => {
  const summary = makeSummary(SMALL);
  const scope = { summary, root: summary.tree.roots[0]! };
  province = unzip(await summaryWorkbook(scope, { describe: sentences, ...inTime(SMALL) }));
});

describe('the print copy', () => {
  const copy = async (code = '96') => {
    const summary = makeSummary(SMALL);
    const scope = { summary, root: summary.tree.byCode.get(code)! };
    return unzip(await printCopy(scope, { describe: sentences, ...inTime(SMALL) }));
  };

  it('has what is signed alone, all of it selected, and nothing can be typed into it', async () => {
    const parts = await copy();
    const tables = ['01a', '01b', '01c', '02a', '02b', '02c'].map((n) => `Biểu ${n}`);
    expect(sheetNames(parts)).toEqual(['Bìa', ...tables]);
    for (const [n, name] of sheetNames(parts).entries()) {
      const xml = parts.get(`xl/worksheets/sheet${n + 1}.xml`)!;
      expect([name, xml.includes('tabSelected="1"')]).toEqual([name, true]);
      expect(xml).toContain('<sheetProtection sheet="1"');
      expect(xml).not.toContain('<hyperlink');
      expect(faultsOf(parse(xml))).toEqual([]);
    }
    const communes = sheetNames(await copy('32245'));
    expect(communes).toEqual(['Bìa', ...['01a', '01b', '01c'].map((n) => `Biểu ${n}`)]);
  });

  it('shows the figures of the workbook, and leans on no sheet that it lacks', async () => {
    const parts = await copy();
    const names = sheetNames(parts);
    for (const name of names.slice(1)) {
      const own = sheet(province, name);
      for (const [address, { value, formula }] of sheet(parts, name)) {
        expect([name, address, value]).toEqual([name, address, own.get(address)!.value]);
        for (const [, of] of (formula ?? '').matchAll(/'([^']+)'!/g)) expect(names).toContain(of);
      }
    }
  });
});
