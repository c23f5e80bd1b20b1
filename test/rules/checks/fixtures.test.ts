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
import { codes, isCode } from '../../../src/rules/index.js';
import { call, DATA_ALONE } from '../../cli/helpers/run-in.js';

/**
 * A folder dropped into `fixtures/rules` is a test: `CODE/triggers` makes the finding, and
 * `CODE/passes`, just on the other side, does not. Each has the INPUT in `in/`, what its
 * `registry/` has otherwise than `default/`, and maybe an earlier result in `previous/`.
 * `CODE/run.json` (or a side's own) says what else the run needs; its commands run in a copy.
 */
const FIXTURES = fileURLToPath(new URL('../../../fixtures/rules', import.meta.url));

interface RunFile {
  /** Default `2024-09`. */
  readonly period?: string;
  /** What the config says. */
  readonly config?: object;
  /** Arguments of a roll-up, where it is not `validate` that tells. */
  readonly args?: readonly string[];
  /** Links to be made: path in the code's folder → target. */
  readonly links?: Readonly<Record<string, string>>;
  /** Commands that run first, to make packages or close months; then `later/` is laid over. */
  readonly before?: readonly (readonly string[])[];
  /** The command that tells, with `--json`, where it is neither `validate` nor a roll-up of `in/`. */
  readonly command?: readonly string[];
}

const folders = readdirSync(FIXTURES).filter((name) => name !== 'default');
let dir = '';
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Codes that a case's run finds. */
async function codesFound(code: string, kind: string): Promise<string[]> {
  dir = mkdtempSync(join(tmpdir(), 'ccds-rule-'));
  const own = join(FIXTURES, code, kind);
  const file = [own, join(FIXTURES, code)].map((at) => join(at, 'run.json')).find(existsSync);
  const run: RunFile = file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
  layOut(own, kind, run);
  for (const words of run.before ?? [])
    expect(await call(dir, words, DATA_ALONE)).toMatchObject({ status: 0 });
  if (existsSync(join(dir, 'later'))) cpSync(join(dir, 'later'), dir, { recursive: true });
  if (run.command?.[0] === 'rollup') return codesOfRollup(run.command);
  if (run.command !== undefined) return codesOf(run.command);
  const previous = existsSync(join(dir, 'previous')) ? ['--previous', 'previous'] : [];
  const period = ['--period', run.period ?? '2024-09'];
  const flags = ['--registry', 'registry', ...period, ...previous];
  if (run.args !== undefined) return codesOfRollup(['rollup', 'in', ...flags, ...run.args]);
  return codesOf(['validate', 'in', ...flags]);
}

/** The case's own folder, over the default registry, with its config and its links. */
function layOut(own: string, kind: string, run: RunFile): void {
  cpSync(join(FIXTURES, 'default/registry'), join(dir, 'registry'), { recursive: true });
  cpSync(own, dir, { recursive: true });
  for (const [link, target] of Object.entries(run.links ?? {})) {
    if (!link.startsWith(`${kind}/`)) continue;
    const path = join(dir, link.slice(kind.length + 1));
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
  if (run.config) writeFileSync(join(dir, 'ccds.config.json'), JSON.stringify(run.config));
}

/** Codes in the JSON of a command: a validation's findings, or remarks about the registry. */
async function codesOf(words: readonly string[]): Promise<string[]> {
  const said = await call(dir, [...words, '--json']);
  expect(said.stderr).toBe('');
  const { findings, remarks } = JSON.parse(said.stdout);
  return (findings ?? remarks).map((found: { code: string }) => found.code);
}

async function codesOfRollup(words: readonly string[]): Promise<string[]> {
  expect((await call(dir, [...words, '--out', 'out'], DATA_ALONE)).status).not.toBe(2);
  const lines = readFileSync(join(dir, 'out/data/findings.csv'), 'utf8').split('\n').slice(1);
  return lines.map((line) => line.slice(0, line.indexOf(',')));
}

it.each(codes)('%s has a fixture', (code) => expect(folders).toContain(code));

describe.each(folders)('fixtures/rules/%s', (code) => {
  it('is named after a rule', () => expect(isCode(code)).toBe(true));

  it('triggers it', async () => {
    expect(await codesFound(code, 'triggers')).toContain(code);
  });

  it('passes just on the other side', async () => {
    expect(await codesFound(code, 'passes')).not.toContain(code);
  });
});
