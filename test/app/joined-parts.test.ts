import fs, { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JoinedParts, thisEngine } from '../../src/app/joined-parts.js';

/** That the program's parts load as they stand, whatever lies beside them as compiled. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ccds-parts-'));
  part(
    'a.cjs',
    "const b = require('./b.cjs'); exports.told = () => [b.word, b.of(__filename)].join();",
  );
  part('b.cjs', "exports.word = 'one'; exports.of = require('node:path').basename;");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const part = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
const told = () => (new JoinedParts(folder).load('a.cjs') as { told: () => string }).told();

function compile(engine?: () => string): void {
  const parts = new JoinedParts(folder, engine);
  (parts.load('a.cjs') as { told: () => string }).told();
  parts.keepCompiled();
}

it('loads a part with those that it requires, each once', () => {
  expect(told()).toBe('one,a.cjs');
  const parts = new JoinedParts(folder);
  expect(parts.load('b.cjs')).toBe(parts.load('b.cjs'));
});

it('tells the same with what was compiled', () => {
  compile();
  expect(readFileSync(join(folder, 'a.cjs.compiled')).length).toBeGreaterThan(100);
  expect(told()).toBe('one,a.cjs');
});

it('takes what it has compiled, and nothing of another engine', () => {
  const other = () => 'v20.19.0 x64';
  const began = (engine?: () => string) => {
    const parts = new JoinedParts(folder, engine);
    parts.load('a.cjs');
    return parts.beganCompiled('a.cjs');
  };
  expect(began()).toBe(false);
  compile();
  expect(began()).toBe(true);
  expect(began(other)).toBe(false);
  compile(other);
  expect(began()).toBe(false);
  expect(told()).toBe('one,a.cjs');
});

it('tells the engine by its version where its program can not be looked at', () => {
  const whole = thisEngine();
  vi.spyOn(fs, 'statSync').mockImplementation(() => {
    throw Object.assign(new Error('no'), { code: 'EACCES' });
  });
  syncBuiltinESMExports();
  const told = thisEngine();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  expect(whole).toMatch(/ \d+ \d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(whole.startsWith(`${told} `)).toBe(true);
  expect(told).toContain(process.version);
});

it('runs a source that was changed since, though it has the same length', () => {
  compile();
  part('b.cjs', "exports.word = 'two'; exports.of = require('node:path').basename;");
  expect(told()).toBe('two,a.cjs');
});

it.each<[string, (kept: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['cut short', (kept) => kept.subarray(0, kept.length - 40)],
  ['overwritten', (kept) => Buffer.concat([kept.subarray(0, 90), kept.subarray(90).fill(7)])],
])('does without what was compiled where it is %s', (_, damaged) => {
  compile();
  for (const name of ['a.cjs.compiled', 'b.cjs.compiled']) {
    part(name, damaged(readFileSync(join(folder, name))));
  }
  expect(told()).toBe('one,a.cjs');
});

it('tells of a part that is not there', () => {
  expect(() => new JoinedParts(folder).load('c.cjs')).toThrow('c.cjs');
});
