import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBytes } from '../../src/app/cache/bytes.js';
import { writePack } from '../../src/app/cache/pack.js';
import { type CacheSearch, type Kept, searchHere } from '../../src/app/cache/search.js';
import { ThreadSearch } from '../../src/app/cache/thread.js';
import { collectInputs, type InputFile } from '../../src/app/inputs/collect.js';
import { cacheOf } from '../../src/app/read-all.js';
import { zip } from './helpers/zip.js';

const RUN = new URL('../../dist/app/run.js', import.meta.url).href;

let root: string;
let files: readonly InputFile[];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ccds-search-'));
  mkdirSync(join(root, 'in'));
  for (let i = 0; i < 150; i++) writeFileSync(join(root, `in/ap-${i}.csv`), `Ấp ${i},5\n`);
  writeFileSync(join(root, 'in/xa.zip'), zip([{ name: 'ap.csv', content: 'một' }]));
  writeFileSync(join(root, 'in/anh.png'), 'png');
  ({ files } = await collectInputs(['in'], root));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const piecesOf = (index: number) => ({
  head: JSON.stringify(`what was read of file ${index}`),
  numbers: [new ArrayBuffer(index % 3), new ArrayBuffer(8)] as const,
});

/** A folder that has what was read of every third file that is kept; the names of those in vain. */
async function packed(name: string): Promise<readonly number[]> {
  const places = await searchHere(files).places();
  const some = [...places.keys()].filter((index) => places[index] !== null && index % 3 === 0);
  const entries = some.map((index) => {
    const { name: entry, secret } = places[index]!;
    return [entry, toBytes(piecesOf(index), index === 9 ? Buffer.alloc(32) : secret)] as const;
  });
  // Two packs, of which the second has one entry more than once.
  await writePack(join(root, name), entries.slice(0, 20));
  await writePack(join(root, name), entries.slice(19));
  return some;
}

async function allOf(search: CacheSearch): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (let some = await search.next(); some !== null; some = await search.next()) all.push(...some);
  return all.sort((a, b) => a.index - b.index);
}

describe.each([
  ['on this thread', searchHere],
  [
    'on another',
    (...given: ConstructorParameters<typeof ThreadSearch>) => new ThreadSearch(...given),
  ],
] as const)('a search of the cache %s', (_, begin) => {
  it('finds what is kept, and tells what is not', async () => {
    const some = await packed(`packs ${_}`);
    const search = begin(files);
    expect(await search.lookIn(join(root, `packs ${_}`))).toEqual(
      [...files.keys()].filter((index) => !some.includes(index)),
    );
    const opened = some.filter((index) => index !== 9);
    expect(await allOf(search)).toEqual(
      opened.map((index) => ({ index, pieces: piecesOf(index) })),
    );
    expect(await search.next()).toBeNull();
    const kept = (await search.places()).map((place) => place !== null);
    expect(kept).toEqual(files.map(({ finding }) => finding === undefined));
    search.end();
  });

  it('finds nothing in a folder that is not there', async () => {
    const search = begin(files);
    expect(await search.lookIn(join(root, 'nowhere'))).toEqual([...files.keys()]);
    expect(await allOf(search)).toEqual([]);
    search.end();
  });

  it('ends when the run is interrupted', async () => {
    const controller = new AbortController();
    const search = begin(files, controller.signal);
    controller.abort();
    const interrupted = { name: 'EnvironmentError', code: 'interrupted' };
    await expect(search.places()).rejects.toMatchObject(interrupted);
    await expect(search.lookIn(root)).rejects.toMatchObject(interrupted);
    search.end();
    await expect(begin(files, AbortSignal.abort()).places()).rejects.toMatchObject(interrupted);
  });
});

it('leaves no thread behind where the run ends before it', () => {
  const call = `import(${JSON.stringify(RUN)}).then(({ run }) => run(${JSON.stringify({
    ...{ inputs: ['in'], registry: 'nowhere', cache: 'cache', cwd: root, lang: 'vi' },
  })})).catch(({ code }) => console.log(code))`;
  const { stdout, status } = spawnSync(process.execPath, ['-e', call], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect([stdout, status]).toEqual(['registry-missing\n', 0]);
});

it('takes a thread for many files alone', async () => {
  const of = (some: readonly InputFile[]) => {
    const cache = cacheOf(some, { cache: join(root, 'cache') });
    cache?.search.end();
    return cache?.search instanceof ThreadSearch;
  };
  expect([of(files), of(files.slice(0, 20))]).toEqual([true, false]);
  expect(cacheOf(files, {})).toBeNull();
});
