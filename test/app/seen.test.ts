import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLookedInto, marksOf } from '../../src/app/cache/looked-into.js';
import { type Content, contentOf, newRoom } from '../../src/app/cache/place.js';
import { keepSeen, markOf, readSeen, type Seen } from '../../src/app/cache/seen.js';
import { loadConfig } from '../../src/app/config/config.js';
import { collectInputs, type InputFile } from '../../src/app/inputs/collect.js';
import { readAll } from '../../src/app/read-all.js';
import { readRegistry } from '../../src/app/registry.js';
import type { ClosedMonth } from '../../src/app/workspace/closed.js';
import { contentsOf } from '../../src/app/workspace/months.js';
import type { Period } from '../../src/core/period.js';
import { zip } from '../helpers/zip.js';
import { put, REGISTRY } from '../year/province.js';

const FILES = 130;
/** Long after anything here was written. */
const LATER = Date.now() + 3_600_000;
const LIST = 'files.seen';

let root: string;
let cache: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ccds-seen-'));
  cache = join(root, 'cache');
  mkdirSync(join(root, 'bao-cao'));
  put(join(root, 'registry'), REGISTRY, '2024-09-01');
  for (let i = 0; i < FILES; i++) writeFileSync(pathOf(i), sheet(i, 5));
  vi.useFakeTimers({ toFake: ['Date'], now: LATER });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true, force: true });
});

const pathOf = (i: number) => join(root, 'bao-cao', `bao-cao-${i}.csv`);
const sheet = (i: number, households: number) =>
  `Kỳ báo cáo: tháng 9/2024\nẤp,Số hộ được hỗ trợ\nẤp ${i},${households}\n`;
const collected = async () => (await collectInputs(['bao-cao'], root)).files;
const markedAt = (files: readonly InputFile[], now = Date.now()) =>
  new Map(files.flatMap((file) => (markOf(file, now) ? [[markOf(file, now)!, file]] : [])));

/** What is seen of all files now. */
async function seenNow(files: ReadonlyMap<string, InputFile>): Promise<Seen> {
  const contents = [...files].map(
    async ([mark, file]) => [mark, (await contentOf(file, newRoom()))!] as const,
  );
  return new Map(await Promise.all(contents));
}

/** Reads the list, and tells which files were looked into for it. */
async function read(files: ReadonlyMap<string, InputFile>, spoilt: readonly string[] = []) {
  const looked: string[] = [];
  const { seen } = await readSeen(cache, files, async (file) => {
    looked.push(file.name);
    const content = await contentOf(file, newRoom());
    return spoilt.includes(file.name) ? { ...content!, secret: Buffer.alloc(32) } : content;
  });
  return { seen, looked };
}

describe('the list of files seen', () => {
  it('tells the contents of all files to whoever has four of them', async () => {
    const files = markedAt(await collected());
    const kept = await seenNow(files);
    await keepSeen(cache, kept);
    const { seen, looked } = await read(files);
    expect(seen).toEqual(kept);
    expect(new Set(looked).size).toBe(4);
  });

  it('opens while one group of its witnesses is as it was, and not without', async () => {
    const files = markedAt(await collected());
    const kept = await seenNow(files);
    await keepSeen(cache, kept);
    const gone: string[] = [];
    for (let group = 0; group < 4; group++) {
      const { seen, looked } = await read(files, gone);
      expect(seen).toEqual(kept);
      gone.push(looked.at(-1)!);
    }
    expect((await read(files, gone)).seen.size).toBe(0);
    const others = new Map([...files].filter(([, { name }]) => !gone.includes(name)));
    expect((await read(others)).seen.size).toBe(0);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['cut in its head', (bytes) => bytes.subarray(0, 100)],
    ['empty', () => Buffer.alloc(0)],
    ['longer', (bytes) => Buffer.concat([bytes, bytes])],
    ['spoilt', (bytes) => Buffer.from(bytes).fill(7, bytes.length - 100)],
  ])('is nothing where it is %s', async (_, spoil) => {
    const files = markedAt(await collected());
    await keepSeen(cache, await seenNow(files));
    writeFileSync(join(cache, LIST), spoil(readFileSync(join(cache, LIST))));
    expect((await read(files)).seen.size).toBe(0);
  });

  it('holds no secret and no name in the clear', async () => {
    const files = markedAt(await collected());
    const kept = await seenNow(files);
    await keepSeen(cache, kept);
    const bytes = readFileSync(join(cache, LIST));
    expect(bytes.includes('bao-cao')).toBe(false);
    for (const { secret, sha256 } of kept.values()) {
      expect(bytes.includes(Buffer.from(secret))).toBe(false);
      expect(bytes.includes(Buffer.from(sha256, 'hex'))).toBe(false);
    }
  });

  it('marks no file that might still change within the same tick of the clock', async () => {
    const files = await collected();
    const changed = Math.max(...files.map(({ stamp }) => stamp!.ctimeMs));
    expect(markedAt(files, changed + 9_000).size).toBe(0);
    expect(markedAt(files, changed + 11_000).size).toBe(FILES);
  });
});

/** What is read of files through the cache. */
async function reportsOf(files: readonly InputFile[], options: { lookInside?: boolean } = {}) {
  const config = await loadConfig(undefined, root);
  const { registry } = await readRegistry('registry', root, config);
  const job = { config, registry, wanted: '2024-09' as Period };
  const { reports } = await readAll(files, job, { threads: 1, cache, ...options });
  return reports;
}

describe('the cache with its list', () => {
  it('tells a file that has changed by its time alone, though its size and date are the same', async () => {
    const before = await reportsOf(await collected());
    const { mtime } = statSync(pathOf(7));
    writeFileSync(pathOf(7), sheet(7, 6));
    utimesSync(pathOf(7), mtime, mtime);
    const files = await collected();
    const after = await reportsOf(files);
    const plain = await reportsOf(files, { lookInside: true });
    expect(after).toStrictEqual(plain);
    expect(after.filter((report, i) => report.sha256 !== before[i]!.sha256).length).toBe(1);
  });

  it('looks inside where it is asked to, whatever the file system says', async () => {
    const before = await collected();
    await reportsOf(before);
    writeFileSync(pathOf(7), sheet(7, 6));
    const after = await collected();
    // A file system without the time of the last change, and a program that sets the date back.
    const disguised = after.map((file, i) => ({ ...file, ...stampOf(before[i]!) }));
    const changed = disguised.findIndex(({ path }) => path === pathOf(7));
    const known = await reportsOf(disguised);
    const looked = await reportsOf(disguised, { lookInside: true });
    const truth: Content = (await contentOf(after[changed]!, newRoom()))!;
    expect(looked[changed]!.sha256).toBe(truth.sha256);
    expect(known[changed]!.sha256).not.toBe(truth.sha256);
  });

  it('leaves what was noted of a month where a run reads one of its files', async () => {
    const files = await collected();
    await reportsOf(files);
    const [own] = readdirSync(cache);
    const list = readFileSync(join(cache, own!, LIST));
    await reportsOf(files.slice(0, 1));
    await reportsOf(files.slice(0, 65));
    expect(readFileSync(join(cache, own!, LIST))).toEqual(list);
  });

  it('knows the members of an archive by the archive', async () => {
    const names = Array.from({ length: FILES }, (_, i) => `bao-cao-${i}.csv`);
    rmSync(join(root, 'bao-cao'), { recursive: true });
    mkdirSync(join(root, 'bao-cao'));
    const sent = (households: number) =>
      zip(names.map((name, i) => ({ name, content: sheet(i, i === 7 ? households : 5) })));
    writeFileSync(join(root, 'bao-cao/gui.zip'), sent(5));
    const before = await reportsOf(await collected());
    writeFileSync(join(root, 'bao-cao/gui.zip'), sent(6));
    const after = await reportsOf(await collected());
    expect(after.filter(({ sha256 }, i) => sha256 !== before[i]!.sha256).length).toBe(1);
  });
});

const stampOf = ({ stamp, mtime, size }: InputFile) => ({ stamp: stamp!, mtime, size });

describe('the files of a closed month', () => {
  const month = '2024-09';
  const contentsNow = async (lookInside = false) => {
    const closed = { month, inputs: [] } as Partial<ClosedMonth> as ClosedMonth;
    const { contents } = await contentsOf(closed, await collected(), { cache, lookInside });
    return new Map([...contents].map(([name, hash]) => [name, hash.slice(0, 6)]));
  };
  /** As if all had another content when they were last looked into. */
  const keepOthers = async () => {
    const marks = marksOf(await collected()).map((mark): [string, string] => [
      mark!,
      'beef'.repeat(16),
    ]);
    await keepLookedInto(cache, month, new Map(marks));
  };
  const others = async () =>
    [...(await contentsNow())].flatMap(([name, hash]) => (hash === 'beefbe' ? [name] : []));

  it('are known by their marks, and looked into where they bear another or the list is not whole', async () => {
    const before = await contentsNow();
    expect(before.size).toBe(FILES);
    expect(await contentsNow()).toEqual(before);
    await keepOthers();
    expect(await others()).toHaveLength(FILES);
    writeFileSync(pathOf(7), sheet(7, 6));
    utimesSync(pathOf(9), 1, 1);
    const known = await others();
    expect([
      known.length,
      known.includes('bao-cao-7.csv'),
      known.includes('bao-cao-9.csv'),
    ]).toEqual([FILES - 2, false, false]);
    await keepOthers();
    const list = join(cache, `closed-${month}.seen`);
    const bytes = readFileSync(list);
    bytes[100]! ^= 1;
    writeFileSync(list, bytes);
    expect(await others()).toEqual([]);
  });

  it('are all looked into where a month is closed, and the list is put right', async () => {
    const before = await contentsNow();
    await keepOthers();
    expect(await contentsNow(true)).toEqual(before);
    expect(await contentsNow()).toEqual(before);
  });
});
