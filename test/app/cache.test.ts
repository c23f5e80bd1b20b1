import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/app/config/config.js';
import { describer } from '../../src/app/explain.js';
import { collectInputs } from '../../src/app/inputs/collect.js';
import { readAll } from '../../src/app/read-all.js';
import type { Submission } from '../../src/app/reading/read-submission.js';
import { readRegistry } from '../../src/app/registry.js';
import { readInputs, rollUp } from '../../src/app/run.js';
import { findingsPieces, submissionsCsv, valuesCsv } from '../../src/reports/data/index.js';
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
  const findings = [...findingsPieces(summary, describer(summary))].join('');
  return valuesCsv(summary) + findings + submissionsCsv(summary);
}

function packs(): string[] {
  return (
    readdirSync(cache, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** How many readings are kept: each pack begins with their number. */
function count(): number {
  return packs().reduce((sum, path) => sum + readFileSync(path).readUInt32LE(0), 0);
}

const fixture = (path: string) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));

/** What reads many files, most of them faulty: without a cache, or from one. */
async function readerOf(fixtures: string) {
  const config = await loadConfig(undefined, root);
  const { registry } = await readRegistry(fixture('ca-mau/registry'), root);
  const { files } = await collectInputs([fixtures], root);
  const job = { config, registry, wanted: null };
  return async (from?: string): Promise<readonly Submission[]> =>
    (await readAll(files, job, { threads: 1, ...(from && { cache: from }) })).reports;
}

describe('the cache', () => {
  it.each(['rules', 'broken', 'intake'])(
    'gives what was read of %s to the last field',
    async (of) => {
      const readAgain = await readerOf(fixture(of));
      const read = await readAgain();
      expect(await readAgain(cache)).toStrictEqual(read);
      const kept = await readAgain(cache);
      expect(kept).toStrictEqual(read);
      expect(count()).toBeGreaterThan(10);
    },
  );

  it('never changes a result, and keeps one entry a file', async () => {
    const plain = await said();
    expect(await said({ cache })).toBe(plain);
    const kept = packs();
    expect(kept.length).toBe(1);
    expect(count()).toBe(readdirSync(join(root, 'bao-cao')).length);
    const before = kept.map((path) => readFileSync(path));
    expect(await said({ cache })).toBe(plain);
    expect(packs()).toEqual(kept);
    expect(packs().map((path) => readFileSync(path))).toEqual(before);
  });

  it('reads a file anew that changed, was renamed or saved again, and no other', async () => {
    await said({ cache });
    const [first, second] = readdirSync(join(root, 'bao-cao')).sort();
    const path = join(root, 'bao-cao', first!);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/,5$/m, ',6'));
    utimesSync(join(root, 'bao-cao', second!), new Date(0), new Date(0));
    const before = count();
    expect(await said({ cache })).toBe(await said());
    expect(count()).toBe(before + 2);
  });

  it('tells another period, config or registry apart', async () => {
    await said({ cache });
    const before = count();
    expect(await said({ cache, period: '2024-10' })).toBe(await said({ period: '2024-10' }));
    expect(count()).toBe(2 * before);
    writeFileSync(join(root, 'ccds.config.json'), '{"severities":{"CCDS-R04":"error"}}');
    expect(await said({ cache })).toBe(await said());
    expect(count()).toBe(3 * before);
  });

  it('reads no file anew for what reading does not go by', async () => {
    await said({ cache });
    const before = count();
    const config = { deadline: { workingDays: 7 } };
    writeFileSync(join(root, 'ccds.config.json'), JSON.stringify(config));
    writeFileSync(join(root, 'registry/contacts.csv'), 'unit,name,phone\n');
    writeFileSync(join(root, 'registry/holidays.csv'), 'date,name\n2024-09-16,Nghỉ\n');
    expect(await said({ cache })).toBe(await said());
    expect(count()).toBe(before);
  });

  it('reads anew of all files the one on which something was decided', async () => {
    await said({ cache });
    const before = count();
    const [first] = readdirSync(join(root, 'bao-cao')).sort();
    const decided = `file,sheet,cell,decision,value,reason,by,date\n${first},,,drop,,Sai,An,2024-09-17\n`;
    writeFileSync(join(root, 'registry/decisions.csv'), decided);
    const plain = await said();
    expect(plain).toContain('CCDS-K01');
    expect(await said({ cache })).toBe(plain);
    expect(count()).toBe(before + 1);
  });

  it('serves a folder that was moved', async () => {
    await said({ cache });
    const before = count();
    const moved = `${root}-moved`;
    renameSync(root, moved);
    [root, cache] = [moved, join(moved, 'cache')];
    expect(await said({ cache })).toBe(await said());
    expect(count()).toBe(before);
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
    ['spoilt in a name', (bytes: Buffer) => Buffer.from(bytes).fill(7, 10, 20)],
    ['spoilt in a length', (bytes: Buffer) => Buffer.from(bytes).fill(1, 36, 40)],
    ['spoilt in a reading', (bytes: Buffer) => Buffer.from(bytes).fill(7, bytes.length - 200)],
  ])('can be %s, and is whole again after a run', async (_, spoil) => {
    const plain = await said({ cache });
    const before = count();
    for (const path of packs()) writeFileSync(path, spoil(readFileSync(path)));
    expect(await said({ cache })).toBe(plain);
    expect(count()).toBeGreaterThanOrEqual(before);
    const kept = packs();
    expect(await said({ cache })).toBe(plain);
    expect(packs()).toEqual(kept);
  });

  it('can be deleted, or unwritable, at any time', async () => {
    const plain = await said({ cache });
    rmSync(cache, { recursive: true });
    expect(await said({ cache })).toBe(plain);
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file where the folder should be');
    expect(await said({ cache })).toBe(plain);
  });

  it('puts what many runs have added together', async () => {
    await said({ cache });
    const before = count();
    const [first] = readdirSync(join(root, 'bao-cao')).sort();
    for (let i = 1; i <= 20; i++) {
      utimesSync(join(root, 'bao-cao', first!), new Date(i), new Date(i));
      await said({ cache });
    }
    expect(count()).toBe(before + 20);
    expect(packs().length).toBeLessThanOrEqual(17);
    const kept = packs();
    expect(await said({ cache })).toBe(await said());
    expect(packs()).toEqual(kept);
  });

  it('holds nothing of the sheets in the clear', async () => {
    await said({ cache });
    const all = Buffer.concat(packs().map((path) => readFileSync(path)));
    const names = Buffer.from(packs().join('\n'));
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
