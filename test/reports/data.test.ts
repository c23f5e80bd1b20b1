import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { numberText } from '../../src/core/format.js';
import { byCodePoint } from '../../src/core/order.js';
import {
  dataPackage,
  findingsPieces,
  stamping,
  submissionsCsv,
  valuesCsv,
} from '../../src/reports/data/index.js';
import { makeSummary, SMALL, describe as sentences } from './fake-summary.js';

const summary = makeSummary(SMALL);
const findingsCsv = (...of: Parameters<typeof findingsPieces>) =>
  [...findingsPieces(...of)].join('');
const records = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('values.csv', () => {
  const text = valuesCsv(summary);
  const rows = records(text);

  it('has the columns of the contract, LF and no BOM', () => {
    expect(text.split('\n')[0]).toBe(
      'period,level,unit_code,unit_name,parent_code,indicator,value,numerator,denominator,reported,expected',
    );
    expect(text).not.toContain('\r');
  });

  it('has a row for every unit and indicator, but for two at hamlet level', () => {
    const all = summary.tree.byCode.size * summary.indicators.length;
    expect(rows).toHaveLength(all - 10 * 2);
    expect(
      rows.filter((r) => r.level === 'hamlet' && /^(hamlets|team_coverage)$/.test(r.indicator!)),
    ).toEqual([]);
  });

  it('tells blank from zero', () => {
    const at = (unit: string, id: string) =>
      rows.find((r) => r.unit_code === unit && r.indicator === id)!;
    expect(at('3224801', 'members')).toMatchObject({ value: '', reported: '0', expected: '1' });
    expect(at('3200502', 'households_assisted')).toMatchObject({ value: '0', reported: '1' });
    expect(at('96', 'eid_rate')).toMatchObject({ numerator: '3433', denominator: '5500' });
    expect(at('96', 'eid_rate').value).toBe(String(3433 / 5500));
  });

  it('is ordered by unit code, then as declared', () => {
    const codes = rows.map((r) => r.unit_code!);
    expect(codes).toEqual([...codes].sort(byCodePoint));
    expect(rows[0]).toMatchObject({ unit_code: '32005', indicator: 'hamlets', parent_code: '964' });
    expect(rows.find((r) => r.level === 'province')).toMatchObject({ parent_code: '' });
  });
});

describe('findings.csv and submissions.csv', () => {
  it('have the columns of the contract', () => {
    expect(findingsCsv(summary, sentences).split('\n')[0]).toBe(
      'code,severity,file,sheet,cell,row,field,unit_code,message',
    );
    expect(submissionsCsv(summary).split('\n')[0]).toBe(
      'file,sha256,status,unit_code,form,period,received_at,rows_read,rows_accepted,rows_rejected,rows_ignored',
    );
  });

  it('never begin a cell like a formula', () => {
    const [, odd] = records(findingsCsv(summary, sentences)).filter((r) => r.sheet !== '');
    expect(odd).toMatchObject({ file: "'=cmd.xlsx", sheet: "'+x", message: expect.any(String) });
    for (const row of records(findingsCsv(summary, sentences)))
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t]/);
  });

  it('do not depend on the order of the findings', () => {
    const turned = { findings: [...summary.findings].reverse() };
    expect(findingsCsv(turned, sentences)).toBe(findingsCsv(summary, sentences));
  });

  it('hold 200,000 findings', () => {
    const one = summary.findings[0]!;
    const many: Finding[] = Array.from({ length: 200_000 }, (_, n) => ({
      ...one,
      place: { ...one.place, row: n + 1 },
    }));
    expect(findingsCsv({ findings: many }, sentences).match(/\n/g)).toHaveLength(200_001);
  });
});

describe('datapackage.json', () => {
  const content = valuesCsv(summary);
  const { add, stamp } = stamping();
  add(content);
  const made = JSON.parse(dataPackage(summary, { 'values.csv': stamp() }));

  it('bears the mark, the period and the province', () => {
    expect(made).toMatchObject({
      generator: 'ccds',
      period: '2024-09',
      name: 'ccds-ca-mau-2024-09',
    });
  });

  it('describes each file by its fields, size and hash', () => {
    const [values] = made.resources;
    expect(values.schema.fields.map((f: { name: string }) => f.name)).toEqual(
      content.split('\n')[0]!.split(','),
    );
    expect(values.schema.missingValues).toEqual(['']);
    expect(values.hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    expect(values.bytes).toBe(Buffer.byteLength(content));
    expect(made.resources.map((r: { path: string }) => r.path)).toEqual([
      'values.csv',
      'findings.csv',
      'submissions.csv',
    ]);
  });
});

describe('numberText', () => {
  it('reads back the same, without an exponent', () => {
    for (const n of [0, 1, 0.7014506150765627, 1e-7, 1.25e-9, 1e21, 123456789012, -3.5])
      expect([Number(numberText(n)), /e/.test(numberText(n))]).toEqual([n, false]);
  });
});
