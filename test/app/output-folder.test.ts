import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { replaceFolder } from '../../src/app/output/folder.js';
import { checkTarget } from '../../src/app/output/target.js';
import { replaceVersion } from './helpers/replace-version.mjs';

const fault = { rename: null as null | ((from: string) => string | null) };
const { rename } = fs;

beforeAll(() => {
  fs.rename = async (from, to) => {
    const code = fault.rename?.(String(from));
    if (code) throw Object.assign(new Error(code), { code, syscall: 'rename' });
    return rename(from, to);
  };
  syncBuiltinESMExports();
});
afterAll(() => {
  fs.rename = rename;
  syncBuiltinESMExports();
});

let dir: string;
let target: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-output-')));
  target = join(dir, '2024-09');
  fault.rename = null;
});
afterEach(() => {
  chmodSync(dir, 0o755);
  rmSync(dir, { recursive: true, force: true });
});

const MARK = { 'data/datapackage.json': '{"generator":"ccds 0.1.0"}' };

function fill(folder: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Writes a result whose every file says `version`. */
const result = (version: string) => async (folder: string) =>
  fill(folder, { ...MARK, 'a.xlsx': version, 'huyen/b.xlsx': version });

const content = (name = 'a.xlsx') => readFileSync(join(target, name), 'utf8');
const FREE = { force: false };

/** Nothing lies beside the target. */
const expectTidy = () => expect(readdirSync(dir)).toEqual([target.slice(dir.length + 1)]);

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error) => ({ code: error.code, ...error.args }),
  );
}

describe('a result is replaced whole', () => {
  it('is made with its parents where there is none', async () => {
    target = join(dir, 'out');
    await replaceFolder(join(target, 'x/2024-09'), result('1'), FREE);
    expect(content('x/2024-09/huyen/b.xlsx')).toBe('1');
    expect(readdirSync(join(target, 'x'))).toEqual(['2024-09']);
  });

  it('replaces ccds’s own, and an empty folder', async () => {
    mkdirSync(target);
    fill(target, { '.DS_Store': '' });
    await replaceFolder(target, result('1'), FREE);
    fill(target, { 'stale.xlsx': '1' });
    await replaceFolder(target, result('2'), FREE);
    expect(content()).toBe('2');
    expect(existsSync(join(target, 'stale.xlsx'))).toBe(false);
    expectTidy();
  });

  it('takes for another run’s what moves away while it looks', async () => {
    await replaceFolder(target, result('1'), FREE);
    const isOwn = async (folder: string) => {
      await fs.rename(folder, `${folder}-moved`);
      return false;
    };
    expect(await failure(checkTarget(target, { ...FREE, isOwn }))).toBeNull();
  });

  it('replaces what is not its own with force alone', async () => {
    fill(target, { 'thu.docx': 'x', 'data/datapackage.json': '{"generator":"R"}' });
    expect(await failure(replaceFolder(target, result('1'), FREE))).toEqual({
      code: 'output-foreign',
      path: target,
    });
    expect(content('thu.docx')).toBe('x');
    await replaceFolder(target, result('1'), { force: true });
    expect(content()).toBe('1');
    expectTidy();
  });

  it('keeps a link to a folder a link', async () => {
    mkdirSync(join(dir, 'thật'));
    symlinkSync(join(dir, 'thật'), target);
    await replaceFolder(target, result('1'), FREE);
    expect(readFileSync(join(dir, 'thật/a.xlsx'), 'utf8')).toBe('1');
    expect(readdirSync(dir).sort()).toEqual(['2024-09', 'thật']);
  });
});

describe('what is the user’s is never removed', () => {
  it.each(['', 'nop', 'nop/xa'])('a target that holds an input (%j)', async (place) => {
    const input = join(dir, 'nop/xa/a.xlsx');
    fill(dir, { 'nop/xa/a.xlsx': 'x' });
    const found = await failure(
      replaceFolder(join(dir, place), result('1'), { force: true, protect: [input] }),
    );
    expect(found).toMatchObject({ code: 'output-holds', holds: input });
    expect(readFileSync(input, 'utf8')).toBe('x');
  });

  it('the current folder, home and the root', async () => {
    const options = { force: true, protect: [dir] };
    for (const path of [dir, dirname(dir), process.env.HOME!, '/']) {
      expect(await failure(checkTarget(path, options))).toMatchObject({ code: 'output-holds' });
    }
    await checkTarget(join(dir, 'out'), options);
  });
});

it.each(['the old result', 'the new one'])(
  'waits for a virus scanner to look at %s',
  async (held) => {
    await replaceFolder(target, result('1'), FREE);
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    const isHeld = (path: string) =>
      held === 'the new one' ? path.includes('.ccds-new-') : path === target;
    let looks = 3;
    fault.rename = (from) => (isHeld(from) && looks-- > 0 ? 'EPERM' : null);
    await replaceFolder(target, result('2'), FREE);
    vi.restoreAllMocks();
    expect(looks).toBe(-1);
    expect(content()).toBe('2');
    expectTidy();
  },
);

describe('a failure leaves the old result as it was', () => {
  beforeEach(async () => replaceFolder(target, result('1'), FREE));
  afterEach(() => {
    expect(content()).toBe('1');
    expectTidy();
  });

  it('in the writer', async () => {
    const bug = new Error('bug');
    const writer = async (folder: string) => {
      fill(folder, { 'a.xlsx': '2' });
      throw bug;
    };
    await expect(replaceFolder(target, writer, FREE)).rejects.toBe(bug);
  });

  it('on Ctrl-C', async () => {
    const signal = AbortSignal.abort();
    expect(await failure(replaceFolder(target, result('2'), { force: false, signal }))).toEqual({
      code: 'interrupted',
    });
  });

  it('over a full disk', async () => {
    const writer = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    };
    expect(await failure(replaceFolder(target, writer, FREE))).toEqual({
      code: 'output-unwritable',
      path: target,
      detail: 'ENOSPC',
    });
  });

  it.each([
    ['EBUSY', 'linux'],
    ['EBUSY', 'win32'],
    ['EPERM', 'win32'],
  ])('over a workbook open in Excel (%s, %s)', async (code, platform) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform as NodeJS.Platform);
    fault.rename = (from) => (from === target ? code : null);
    const found = await failure(replaceFolder(target, result('2'), FREE));
    vi.restoreAllMocks();
    expect(found).toEqual({ code: 'output-busy', path: target });
  });

  it('over a folder that may not be changed: on Linux, EPERM is no program that has it open', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    fault.rename = (from) => (from === target ? 'EPERM' : null);
    const found = await failure(replaceFolder(target, result('2'), FREE));
    vi.restoreAllMocks();
    expect(found).toEqual({ code: 'output-unwritable', path: target, detail: 'EPERM' });
  });

  it('when the new one can’t take its place', async () => {
    fault.rename = (from) => (from.includes('.ccds-new-') ? 'EIO' : null);
    expect(await failure(replaceFolder(target, result('2'), FREE))).toMatchObject({
      code: 'output-unwritable',
      detail: 'EIO',
    });
    fault.rename = null;
    await checkTarget(target, FREE);
  });
});

describe('places that can’t be written', () => {
  it('a target or a parent that is a file', async () => {
    fill(dir, { tep: 'x' });
    for (const path of ['tep', 'tep/2024-09', 'tep/x/y']) {
      expect(await failure(checkTarget(join(dir, path), { force: true }))).toMatchObject({
        code: 'output-unwritable',
        detail: 'ENOTDIR',
      });
    }
    expect(readFileSync(join(dir, 'tep'), 'utf8')).toBe('x');
  });

  it.skipIf(process.platform !== 'linux')('one that says nothing of why', () => {
    const cli = fileURLToPath(new URL('../../bin/ccds.js', import.meta.url));
    const registry = ['--registry', 'ca-mau', '--period', '2024-09'];
    for (const call of [
      ['init', '/proc/x'],
      ['template', ...registry, '--out', '/proc/x/y'],
      ['units', 'suggest', dir, ...registry, '--out', '/proc/x/y.csv'],
      ['validate', dir, ...registry, '--decisions', '/proc/x/y.csv'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...call, '--lang', 'en'], {
        cwd: dir,
        encoding: 'utf8',
        timeout: 20_000,
        killSignal: 'SIGKILL',
      });
      expect({ call, status, lines: stderr.trim().split('\n').length, stderr }).toMatchObject({
        status: 2,
        lines: 1,
        stderr: expect.stringContaining(
          'could not be written: the system does not allow a folder there',
        ),
      });
    }
  });

  it('a folder of someone else', () => {
    chmodSync(dir, 0o555);
    const script = `import { checkTarget } from '${process.cwd()}/dist/app/output/target.js';
      await checkTarget('${target}', { force: false }).catch((e) => console.log(e.code, e.args.detail));`;
    const root = process.getuid?.() === 0 ? { uid: 65534, gid: 65534, cwd: '/' } : {};
    const args = ['--input-type=module', '-e', script];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', ...root });
    expect(run.stdout + run.stderr).toBe('output-unwritable EACCES\n');
  });
});

describe('runs that are killed', () => {
  const script = fileURLToPath(new URL('./helpers/replace.mjs', import.meta.url));
  const files = ['a.xlsx', 'huyen/b.xlsx', 'huyen/c.xlsx', 'data/values.csv'];

  /** The one version that all files are of. */
  function version(): string {
    const versions = new Set(files.map((name) => content(name)));
    expect(versions.size).toBe(1);
    const [only] = versions;
    expect(only!.length % 1000).toBe(0);
    return only!.slice(0, only!.length / 1000);
  }

  const steps = ['mkdir:1', 'mkdir:2', 'mkdir:3', 'rename:1', 'rename:2', 'rename:3', 'rm:1'];
  const moments = steps.flatMap((step) => [`${step}:before`, `${step}:after`]);

  it.each(moments)('at %s: the next run finds the old or the new, whole', async (moment) => {
    await replaceVersion(target, '1');
    const run = spawnSync(process.execPath, [script, target, '2', moment]);
    expect(run.signal).toBe('SIGKILL');
    await checkTarget(target, FREE);
    expect(['1', '2']).toContain(version());
    expectTidy();
  });

  it('at any moment', async () => {
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [script, target, `${round * 1000 + 1}`]);
      const done = ended(child);
      await new Promise((ready) => child.stdout.once('data', ready));
      await sleep(Math.random() * 25);
      child.kill('SIGKILL');
      await done;
      await checkTarget(target, FREE);
      expect(Number(version())).toBeGreaterThan(round * 1000);
      expectTidy();
    }
  });

  it('puts back a result of another target beside it, and leaves a live run alone', async () => {
    fill(dir, { '.ccds-old-999999-00000000-00000000-2024-08/a.xlsx': '8' });
    fill(dir, { [`.ccds-new-${process.ppid}-00000000-00000000-2024-07/a.xlsx`]: '7' });
    await replaceFolder(target, result('9'), FREE);
    expect(readFileSync(join(dir, '2024-08/a.xlsx'), 'utf8')).toBe('8');
    expect(readdirSync(dir).sort()).toEqual([
      `.ccds-new-${process.ppid}-00000000-00000000-2024-07`,
      '2024-08',
      '2024-09',
    ]);
  });

  it('two at once leave one of both, whole', async () => {
    const children = [1, 2, 3].map((i) =>
      spawn(process.execPath, [script, target, `${i}`, 'never'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
    expect(['1', '2', '3']).toContain(version());
    expectTidy();
  });
});

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}
