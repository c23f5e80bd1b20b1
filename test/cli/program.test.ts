import { spawn, spawnSync } from 'node:child_process';
import { openSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { CALLED, OPTIONS_CALLED } from '../../src/cli/meant.js';
import { runIn } from './helpers/run-in.js';

const BIN = fileURLToPath(new URL('../../bin/ccds.js', import.meta.url));
const LOADED = new URL('./helpers/loaded.mjs', import.meta.url).href;

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real program, in a process of its own. */
function program(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    cwd: tmpdir(),
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

/** Runs the same in this process. */
async function ccds(...args: string[]): Promise<Run> {
  return runIn(tmpdir(), ...args);
}

describe('help', () => {
  it.each([
    '--help',
    '--lang en --help',
    'rollup --help',
    'validate --lang=en -h',
    'help inspect',
    'explain --help',
  ])('ccds %s', async (line) => {
    expect(await ccds(...line.split(' '))).toMatchSnapshot();
  });

  it('has no English in Vietnamese', async () => {
    for (const args of [[], ['rollup'], ['validate'], ['inspect'], ['explain']]) {
      const { stdout } = await ccds(...args, '--help');
      expect(stdout).not.toMatch(/\b(usage|options|commands|arguments|display|default|choices)\b/i);
    }
  });

  it('is what a call without a command gets, as an error', async () => {
    const run = program();
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe((await ccds('--help')).stdout);
  });

  it('gives the version', () => {
    expect(program('--version')).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^ccds \d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });
});

describe('wrong calls', () => {
  it.each([
    'rolup x',
    '--lang en valdate',
    'help inspct',
    'rolup --help',
    'bao-cao/ --period 2024-09',
    'rollup x --perid 2024-09',
    'rollup x -x',
    "rollup x --it's",
    'rollup',
    'rollup x --period',
    'inspect a b',
    'inspect',
    'units --lang en',
    "validate x --format x'ml",
    'validate x --json --format csv',
    'rollup x --period 2024-09 --period 2024-10',
    '--lang vi validate x --lang en',
    'validate x --max-warnings 1 --max-warnings 1',
    '--lang fr --help',
    'explain CCDS-R2',
    'explain CCDS-Z1',
  ])('ccds %s', async (line) => {
    expect(await ccds(...line.split(' '))).toMatchSnapshot();
  });
});

it.each([
  ['reopen', 'close --reopen'],
  ['check', 'validate'],
  ['Kiểm-tra', 'validate'],
  ['report', 'rollup'],
  ['tong-hop', 'rollup'],
  ['summary', 'rollup'],
  ['import', 'units import'],
  ['help vi', '--lang vi --help'],
  ['help reopen', 'close --reopen'],
  ['T9/tan-an.xlsx', 'rollup'],
  ['/?', '--help'],
  ['ROLLUP', 'rollup'],
])('ccds %s is answered with ccds %s', async (line, meant) => {
  const run = await ccds(...line.split(' '));
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toContain(`Có phải “ccds ${meant}” không?`);
});

it.each([
  ['rollup x --thang 2024-09', '--period'],
  ['rollup x -o y', '--out'],
  ['validate x --english', '--lang en'],
  ['-v', '--version'],
  ['-help', '--help'],
  ['rollup x --PERIOD 2024-09', '--period'],
  ['rollup x –period 2024-09', '--period'],
  ['close —reopen', '--reopen'],
  ['close 2024-09 --format json', '--json'],
])('the option of ccds %s is answered with %s', async (line, meant) => {
  const { stderr } = await ccds(...line.split(' '));
  expect(stderr).toContain(`Có phải “${meant}” không?`);
});

it('an option that the command does not take is not answered with', async () => {
  expect((await ccds('explain', '--thang')).stderr).not.toContain('--period');
});

it('no word is meant for two commands or options, and none is a command itself', () => {
  const wordsOf = (by: typeof CALLED) => Object.values(by).flatMap((line) => line.split(' '));
  for (const words of [wordsOf(CALLED), wordsOf(OPTIONS_CALLED)])
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  const words = wordsOf(CALLED);
  expect(words.filter((word) => COMMANDS.some(({ name }) => name === word))).toEqual([]);
});

describe('explain', () => {
  it('knows a code, however it is typed', async () => {
    const run = program('explain', 'CCDS-F08');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^CCDS-F08 {2}lỗi {2}/);
    expect(await ccds('explain', 'f08')).toEqual(run);
  });

  it('lists a family, and all', async () => {
    const csv = await ccds('explain', 'CCDS-D*', '--format', 'csv');
    const family = csv.stdout.trim().split('\n');
    expect(family[0]).toBe('code,severity,title,why,fix');
    expect(family.slice(1).every((line) => line.startsWith('CCDS-D'))).toBe(true);
    expect(JSON.parse((await ccds('explain', '--json')).stdout).length).toBeGreaterThan(50);
  });
});

describe('the process', () => {
  it.skipIf(process.platform === 'win32')('ends quietly when its reader goes', async () => {
    const child = spawn(process.execPath, [BIN, 'explain', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.skipIf(process.platform !== 'linux')('says when the disk behind > is full', () => {
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, [BIN, 'explain', '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    expect(run).toMatchObject({ status: 2 });
    expect(run.stderr).toMatch(/^ccds: .*ổ đĩa đã đầy.*\n$/);
  });

  it('says what is missing in one sentence, without a stack', async () => {
    const options = ['--registry', 'ca-mau', '--period', '2024-09'];
    for (const args of [['inspect'], ['validate', ...options], ['rollup', ...options]]) {
      const run = await ccds(...args, 'khong-co');
      if (args.length === 1) expect(program(...args, 'khong-co')).toEqual(run);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toMatch(/^ccds: [^\n]*“khong-co”[^\n]*\n$/);
    }
  });

  it.each(['libreoffice.xls', 'libreoffice.ods', 'libreoffice.xlsx'])(
    'reads %s as it is installed, joined and compiled ahead',
    async (name) => {
      const file = fileURLToPath(new URL(`../../fixtures/spreadsheet/${name}`, import.meta.url));
      const run = program('inspect', file);
      expect(run).toEqual(await ccds('inspect', file));
      expect(run).toMatchObject({ status: 0, stderr: '' });
    },
  );

  it('begins with what was compiled when it was built', () => {
    const folder = new URL('../../dist/bundle/', import.meta.url);
    const core = readdirSync(folder).find((name) => /^core-.*\.cjs$/.test(name));
    const begin = `import { beganCompiled, load } from '${new URL('load.js', folder)}';
      load('rollup.cjs');
      console.log(beganCompiled('rollup.cjs'), beganCompiled('${core}'));`;
    const args = ['--input-type=module', '--eval', begin];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(run.stdout).toBe('true true\n');
  });

  it('loads little for help and usage errors, so that they come at once', () => {
    for (const args of [['--help'], ['rollup', '--help'], ['rolup']]) {
      const run = spawnSync(process.execPath, ['--import', LOADED, BIN, ...args], {
        encoding: 'utf8',
      });
      const loaded = run.stderr.split('\n').filter((line) => line.startsWith('loaded '));
      const urls = loaded.map((line) => line.slice('loaded '.length));
      expect(urls.filter((url) => url.endsWith('/main.cjs'))).toHaveLength(1);
      expect(urls.length).toBeLessThan(30);
      expect(urls.filter((url) => url.includes('node_modules'))).toEqual([]);
      // The parts that read, count and write have some megabytes.
      const bytes = urls.map((url) => statSync(fileURLToPath(url)).size);
      expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(100_000);
    }
  });
});
