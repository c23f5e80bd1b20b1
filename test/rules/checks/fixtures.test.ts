import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.js';
import { codes, isCode } from '../../../src/rules/index.js';

/**
 * A folder dropped into `fixtures/rules` is a test: `CODE/triggers` makes the finding, and
 * `CODE/passes`, just on the other side, does not. Each has the INPUT in `in/`, what its
 * `registry/` has otherwise than `default/`, and maybe an earlier result in `previous/`.
 * `CODE/run.json` says what else the run needs.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURES = join(ROOT, 'fixtures/rules');

interface RunFile {
  /** Default `2024-09`. */
  readonly period?: string;
  /** What the config says. */
  readonly config?: object;
  /** Arguments of a roll-up, where it is not `validate` that tells. */
  readonly args?: readonly string[];
  /** Links to be made: path in the code's folder → target. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Rules that speak of packages, of a workspace or of the registry alone: the tests that do so. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'CCDS-F11': 'test/app/package-input.test.ts',
  'CCDS-C04': 'test/app/workspace.test.ts',
  'CCDS-D11': 'test/app/package-input.test.ts',
  'CCDS-D12': 'test/app/package-input.test.ts',
  'CCDS-G04': 'test/geography/review.test.ts',
  'CCDS-G05': 'test/geography/review.test.ts',
  'CCDS-G06': 'test/geography/review.test.ts',
  'CCDS-G07': 'test/geography/review.test.ts',
  'CCDS-G08': 'test/geography/review.test.ts',
  'CCDS-G09': 'test/geography/review.test.ts',
  'CCDS-G10': 'test/geography/review.test.ts',
};

const folders = readdirSync(FIXTURES).filter((name) => name !== 'default');
let dir = '';
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Codes that a case's run finds. */
async function codesFound(code: string, kind: string): Promise<string[]> {
  dir = mkdtempSync(join(tmpdir(), 'ccds-rule-'));
  const own = join(FIXTURES, code, kind);
  const file = join(FIXTURES, code, 'run.json');
  const run: RunFile = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  cpSync(join(FIXTURES, 'default/registry'), join(dir, 'registry'), { recursive: true });
  cpSync(own, dir, { recursive: true });
  for (const [link, target] of Object.entries(run.links ?? {})) {
    if (!link.startsWith(`${kind}/`)) continue;
    const path = join(dir, link.slice(kind.length + 1));
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
  if (run.config) writeFileSync(join(dir, 'ccds.config.json'), JSON.stringify(run.config));
  const previous = existsSync(join(dir, 'previous')) ? ['--previous', 'previous'] : [];
  const period = ['--period', run.period ?? '2024-09'];
  const flags = ['--registry', 'registry', ...period, ...previous];
  if (run.args !== undefined) return codesOfRollup([...flags, ...run.args]);
  const said = await call(['validate', 'in', ...flags, '--json']);
  expect(said.stderr).toBe('');
  return JSON.parse(said.stdout).findings.map((found: { code: string }) => found.code);
}

async function codesOfRollup(flags: readonly string[]): Promise<string[]> {
  await call(['rollup', 'in', ...flags, '--out', 'out']);
  const lines = readFileSync(join(dir, 'out/data/findings.csv'), 'utf8').split('\n').slice(1);
  return lines.map((line) => line.slice(0, line.indexOf(',')));
}

async function call(args: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const output = (of: 'stdout' | 'stderr') => ({
    on: () => {},
    write(text: string, done: () => void) {
      said[of] += text;
      done();
      return true;
    },
  });
  await main({
    argv: ['node', 'ccds', ...args],
    env: {},
    cwd: () => dir,
    on: () => {},
    off: () => {},
    stdout: output('stdout'),
    stderr: output('stderr'),
  });
  return said;
}

it.each(codes)('%s has a fixture', (code) => {
  const elsewhere = ELSEWHERE[code];
  if (elsewhere === undefined) expect(folders).toContain(code);
  else expect(readFileSync(join(ROOT, elsewhere), 'utf8')).toContain(code);
});

describe.each(folders)('fixtures/rules/%s', (code) => {
  it('is named after a rule', () => expect(isCode(code)).toBe(true));

  it('triggers it', async () => {
    expect(await codesFound(code, 'triggers')).toContain(code);
  });

  it('passes just on the other side', async () => {
    expect(await codesFound(code, 'passes')).not.toContain(code);
  });
});
