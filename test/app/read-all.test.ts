import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { files } from '../../fixtures/generate/ca-mau/files.mjs';
import { province } from '../../fixtures/generate/ca-mau.mjs';
import type { RollupOptions } from '../../src/app/types.js';
import { districtRegistry } from './helpers/districts.js';

/** Workers are compiled scripts: these tests run what was built. */
const built = (name: string) =>
  import(fileURLToPath(new URL(`../../dist/app/${name}.js`, import.meta.url)));
const { rollup } = (await built('rollup')) as typeof import('../../src/app/rollup.js');
const { readAll } = (await built('read-all')) as typeof import('../../src/app/read-all.js');
const { loadsOf } = (await built(
  'reading/read-pool',
)) as typeof import('../../src/app/reading/read-pool.js');
const { loadConfig } = (await built(
  'config/config',
)) as typeof import('../../src/app/config/config.js');
const { readRegistry } = (await built('registry')) as typeof import('../../src/app/registry.js');
const { collectInputs } = (await built(
  'inputs/collect',
)) as typeof import('../../src/app/inputs/collect.js');

const DISTRICT = 'Huyện Năm Căn';

let dir: string;
beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-read-all-')));
  districtRegistry(join(dir, 'registry'), [DISTRICT]);
  const offices = province().filter(({ district }) => district.name === DISTRICT);
  for await (const { path, body, saved } of files(offices)) {
    const target = join(dir, 'sheets', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, body);
    utimesSync(target, new Date(saved), new Date(saved));
  }
  writeFileSync(join(dir, 'sheets', 'damaged.xlsx'), 'PK\u0003\u0004, and no more');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const inputs = () => [join(dir, 'sheets')];

async function rolled(out: string, more: Partial<RollupOptions>) {
  const period = '2024-09';
  const options = {
    inputs: inputs(),
    registry: join(dir, 'registry'),
    period,
    out: join(dir, out),
    force: false,
  };
  return rollup({ ...options, lang: 'vi', cwd: dir, ...more });
}

async function jobOf() {
  const config = await loadConfig(undefined, dir);
  const { registry } = await readRegistry('registry', dir);
  return { config, registry, wanted: '2024-09' as const };
}

describe('reading on several threads', () => {
  it('gives the same bytes as on one', async () => {
    await rolled('one', { threads: 1 });
    await rolled('two', { threads: 2 });
    const all = readdirSync(join(dir, 'one'), { recursive: true, withFileTypes: true });
    const names = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const other = name.replace(join(dir, 'one'), join(dir, 'two'));
      expect([name, readFileSync(other).equals(readFileSync(name))]).toEqual([name, true]);
    }
  });

  it('gives the same from the cache, of which another thread reads what is missing', async () => {
    const found = (await collectInputs(inputs(), dir)).files.slice(0, 10);
    const [job, cache] = [await jobOf(), join(dir, 'cache')];
    const read = async (more: object) => (await readAll(found, job, { ...more })).reports;
    const plain = await read({ threads: 1 });
    await readAll(found.slice(3), job, { threads: 2, cache });
    expect(await read({ threads: 2, cache })).toEqual(plain);
    expect(await read({ threads: 2, cache })).toEqual(plain);
  });

  it('tells each file once as it is done, up to all', async () => {
    const told: number[] = [];
    const { files: found } = await collectInputs(inputs(), dir);
    await readAll(found, await jobOf(), { threads: 2, onProgress: ({ done }) => told.push(done) });
    expect(told).toEqual(Array.from({ length: found.length + 1 }, (_, i) => i));
  });

  it('stops soon when it is interrupted, and leaves nothing behind', async () => {
    const warnings: Error[] = [];
    process.on('warning', (warning) => warnings.push(warning));
    const controller = new AbortController();
    const stop = ({ phase, done }: { phase: string; done: number }) => {
      if (phase === 'reading' && done === 2) controller.abort();
    };
    const call = rolled('stopped', { threads: 2, signal: controller.signal, onProgress: stop });
    await expect(call).rejects.toMatchObject({ name: 'EnvironmentError', code: 'interrupted' });
    expect(readdirSync(dir).filter((name) => /stopped|\.ccds/.test(name))).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('does not begin when it was interrupted before', async () => {
    const { files: found } = await collectInputs(inputs(), dir);
    for (const threads of [1, 2]) {
      const call = readAll(found, await jobOf(), { threads, signal: AbortSignal.abort() });
      await expect(call).rejects.toMatchObject({ code: 'interrupted' });
    }
  });

  it('tells a bug in a worker of the sheet that it was met on', async () => {
    const { files: found } = await collectInputs(inputs(), dir);
    const job = await jobOf();
    const broken = { ...job, config: { ...job.config, layouts: null as never } };
    const { reports } = await readAll(found, broken, { threads: 2 });
    const told = reports.flatMap(({ findings }) => findings.map(({ code, args }) => [code, args]));
    const bug = { reason: 'bug', bug: expect.stringMatching(/^TypeError, \w/) };
    expect(told).toContainEqual(['CCDS-S10', bug]);
    expect(reports.every(({ state }) => state !== 'read')).toBe(true);
  });
});

it('a thread is handed small files several at once, large ones first and alone', () => {
  const sizes = [100, 5_000_000, 300, 600_000, ...Array.from({ length: 40 }, () => 200)];
  const loads = loadsOf(sizes.map((size) => ({ size })));
  expect(loads.slice(0, 2)).toEqual([[1], [3]]);
  expect(loads.flat().sort((a, b) => a - b)).toEqual([...sizes.keys()]);
  expect(loads.length).toBeLessThanOrEqual(9);
});
