import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../fixtures/generate/ca-mau.mjs';
import { runIn } from './cli/helpers/run-in.js';
import { type Line, type Result, result } from './helpers/province.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FIXTURES = join(ROOT, 'fixtures');
/** Samples too large to be kept: what makes their submissions. */
const GENERATORS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'ca-mau': generate,
};

interface Expected {
  readonly about: string;
  readonly period: string;
  readonly inputs: readonly string[];
  readonly registry: string;
  readonly config?: string;
  readonly exit: number;
  readonly values: readonly Readonly<Record<string, string | number | null>>[];
  readonly submissions?: Readonly<Record<string, string>>;
  readonly findings?: Readonly<Record<string, number>>;
}

const samples = readdirSync(FIXTURES).filter((name) =>
  existsSync(join(FIXTURES, name, 'expected.json')),
);

it('there are samples', () => expect(samples.length).toBeGreaterThan(4));

describe.each(samples)('fixtures/%s', (name) => {
  const folder = join(FIXTURES, name);
  const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  let dir: string;
  let r: Result;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), `ccds-${name}-`));
    r = await run(name, expected, dir);
  }, 240_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('ends with the status expected', () => {
    expect({ status: r.status, stderr: r.stderr }).toEqual({ status: expected.exit, stderr: '' });
    expect(expected.exit === 1).toBe(r.findings.some(({ severity }) => severity === 'error'));
  });

  it.each(expected.values.map((value) => [value.unit, value.indicator, value] as const))(
    '%s %s',
    (unit, indicator, { unit: _u, indicator: _i, ...columns }) => {
      const row = r.row(String(unit), String(indicator));
      for (const [column, value] of Object.entries(columns)) {
        const found = row[column] === '' ? null : Number(row[column]);
        expect({ [column]: found }).toEqual({ [column]: value });
      }
    },
  );

  it('files fare as expected', () => {
    for (const [file, status] of Object.entries(expected.submissions ?? {})) {
      const statuses = r.submissions.filter((line) => line.file === file).map((l) => l.status);
      expect({ file, statuses: [...new Set(statuses)] }).toEqual({ file, statuses: [status] });
    }
  });

  it('has the findings that are counted', () => {
    for (const [code, count] of Object.entries(expected.findings ?? {}))
      expect({ [code]: r.found(code).length }).toEqual({ [code]: count });
  });

  it('rows read = accepted + rejected + ignored', () => {
    expect(r.submissions.length).toBeGreaterThan(0);
    for (const line of r.submissions) {
      const [read, accepted, rejected, ignored] = rowsOf(line);
      expect({ ...line, sum: accepted! + rejected! + ignored! }).toMatchObject({ sum: read });
      expect(Math.min(accepted!, rejected!, ignored!)).toBeGreaterThanOrEqual(0);
    }
  });

  it('every rejected row is listed with its cell and its reason', () => {
    const errors = r.findings.filter(({ severity }) => severity === 'error');
    for (const { file, cell, row, message } of errors) {
      expect(message).not.toBe('');
      if (row !== '')
        expect({ file, cell }).toEqual({ file, cell: expect.stringMatching(/^[A-Z]+\d+$/) });
    }
    for (const file of new Set(r.submissions.map((line) => line.file!))) {
      const lines = r.submissions.filter((line) => line.file === file);
      const rejected = (of: readonly Line[]) =>
        of.reduce((sum, line) => sum + Number(line.rows_rejected), 0);
      const listed = new Set(
        errors.filter((one) => one.file === file).map(({ sheet, row }) => `${sheet} ${row}`),
      ).size;
      // A sheet that is refused as a whole is listed once, at its header.
      const refused = lines.filter(({ status }) => status === 'rejected');
      const least = rejected(lines.filter((line) => !refused.includes(line)));
      expect({ file, listed: listed >= least + Math.min(1, refused.length) }).toEqual({
        file,
        listed: true,
      });
      if (refused.length === 0) expect({ file, listed }).toEqual({ file, listed: least });
    }
  });

  it('every level’s sums agree', () => {
    const additive = r.values.filter(({ numerator, denominator, indicator }) => {
      return numerator === '' && denominator === '' && indicator !== 'hamlets';
    });
    const ratios = new Set(
      r.values
        .filter(({ numerator, denominator }) => numerator !== '' || denominator !== '')
        .map((v) => v.indicator),
    );
    const sums = new Map<string, number[]>();
    for (const { parent_code, indicator, value, reported, expected: all } of additive) {
      if (parent_code === '' || ratios.has(indicator)) continue;
      const key = `${parent_code} ${indicator}`;
      const sum = sums.get(key) ?? [0, 0, 0];
      sums.set(key, [sum[0]! + Number(value), sum[1]! + Number(reported), sum[2]! + Number(all)]);
    }
    expect(sums.size).toBeGreaterThan(0);
    const own = [...sums.keys()].map((key) => {
      const [unit, indicator] = key.split(' ');
      const { value, reported, expected } = r.row(unit!, indicator!);
      const numbers = [value, reported, expected].map(Number);
      return { key, sums: numbers, blank: value === '' };
    });
    const added = [...sums].map(([key, all]) => ({ key, sums: all, blank: all[1] === 0 }));
    expect(own).toEqual(added);
  });

  it('a ratio is its numerator over its denominator', () => {
    for (const { value, numerator, denominator } of r.values) {
      if (numerator === '' || denominator === '' || denominator === '0') continue;
      expect(Number(value)).toBe(Number(numerator) / Number(denominator));
    }
  });

  it('the data package fits its files', () => {
    const { resources } = JSON.parse(readFileSync(join(r.out, 'data/datapackage.json'), 'utf8'));
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(join(r.out, 'data', path));
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect({ path, bytes, hash }).toEqual({
        path,
        bytes: content.length,
        hash: `sha256:${sha256}`,
      });
    }
  });
});

function rowsOf(line: Line): number[] {
  const { rows_read, rows_accepted, rows_rejected, rows_ignored } = line;
  return [rows_read, rows_accepted, rows_rejected, rows_ignored].map(Number);
}

/** The program, in a folder of its own: the large sample by the real one, the others in this process. */
async function run(name: string, expected: Expected, dir: string): Promise<Result> {
  const folder = join(FIXTURES, name);
  const generate = GENERATORS[name];
  await generate?.(join(dir, 'submissions'));
  const inputs = expected.inputs.map((input) => resolve(generate ? dir : folder, input));
  const args = ['--period', expected.period, '--registry', resolve(folder, expected.registry)];
  const config =
    expected.config === undefined ? [] : ['--config', resolve(folder, expected.config)];
  const call = ['rollup', ...inputs, ...args, ...config, '--out', 'kq'];
  return result(join(dir, 'kq'), await (generate ? program(call, dir) : inThisProcess(call, dir)));
}

function program(call: readonly string[], cwd: string) {
  const bin = join(ROOT, 'bin/ccds.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...call], {
    cwd,
    encoding: 'utf8',
  });
  return { status: status ?? -1, stdout, stderr };
}

async function inThisProcess(call: readonly string[], dir: string) {
  return runIn(dir, ...call);
}
