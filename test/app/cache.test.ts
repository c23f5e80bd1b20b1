import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describer } from '../../src/app/explain.js';
import { readInputs, rollUp } from '../../src/app/run.js';
import { findingsCsv, submissionsCsv, valuesCsv } from '../../src/reports/data/index.js';
import { COMMUNES, put, REGISTRY, reportsOf, sheetsOf } from '../year/province.js';

let root: string;
let cache: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ccds-cache-'));
  cache = join(root, 'cache');
  const reports = reportsOf(3, new Map());
  put(join(root, 'registry'), REGISTRY, '2024-09-01');
  for (const commune of COMMUNES)
    put(join(root, 'bao-cao'), sheetsOf('2024-09', commune, reports), '2024-09-16');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const options = (period = '2024-09') => ({
  inputs: ['bao-cao'],
  registry: 'registry',
  period,
  cwd: root,
  lang: 'vi' as const,
  threads: 1,
});

/** Everything that a run says. */
async function said(extra: { cache?: string; period?: string } = {}): Promise<string> {
  const { summary } = rollUp(await readInputs({ ...options(extra.period), ...extra }), {});
  return valuesCsv(summary) + findingsCsv(summary, describer(summary)) + submissionsCsv(summary);
}

function entries(): string[] {
  return (
    readdirSync(cache, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('the cache', () => {
  it('never changes a result, and keeps one entry a file', async () => {
    const plain = await said();
    expect(await said({ cache })).toBe(plain);
    const kept = entries();
    expect(kept.length).toBe(readdirSync(join(root, 'bao-cao')).length);
    const before = kept.map((path) => readFileSync(path));
    expect(await said({ cache })).toBe(plain);
    expect(entries()).toEqual(kept);
    expect(entries().map((path) => readFileSync(path))).toEqual(before);
  });

  it('reads a file anew that changed, was renamed or saved again, and no other', async () => {
    await said({ cache });
    const [first, second] = readdirSync(join(root, 'bao-cao')).sort();
    const path = join(root, 'bao-cao', first!);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/,5$/m, ',6'));
    utimesSync(join(root, 'bao-cao', second!), new Date(0), new Date(0));
    const before = entries().length;
    expect(await said({ cache })).toBe(await said());
    expect(entries().length).toBe(before + 2);
  });

  it('tells another period, config or registry apart', async () => {
    await said({ cache });
    const count = entries().length;
    expect(await said({ cache, period: '2024-10' })).toBe(await said({ period: '2024-10' }));
    expect(entries().length).toBe(2 * count);
    writeFileSync(join(root, 'ccds.config.json'), '{"severities":{"CCDS-R04":"error"}}');
    expect(await said({ cache })).toBe(await said());
    expect(entries().length).toBe(3 * count);
  });

  it('can be deleted, spoilt or unwritable at any time', async () => {
    const plain = await said({ cache });
    for (const [i, path] of entries().entries()) {
      const bytes = readFileSync(path);
      if (i % 3 === 0) writeFileSync(path, bytes.subarray(0, bytes.length / 2));
      if (i % 3 === 1) writeFileSync(path, Buffer.from(bytes).fill(7, 40, 50));
    }
    expect(await said({ cache })).toBe(plain);
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file where the folder should be');
    expect(await said({ cache })).toBe(plain);
  });

  it('holds nothing of the sheets in the clear', async () => {
    await said({ cache });
    const all = Buffer.concat(entries().map((path) => readFileSync(path)));
    const names = Buffer.from(entries().join('\n'));
    for (const text of ['Nguyễn', 'Văn', '091010', 'households', 'xa-101', 'CCDS-', '10102']) {
      expect(all.includes(text)).toBe(false);
      expect(all.includes(Buffer.from(text, 'utf16le'))).toBe(false);
      expect(names.includes(text)).toBe(false);
    }
    const number = Buffer.alloc(8);
    number.writeDoubleLE(910102001);
    expect(all.includes(number)).toBe(false);
  });
});
