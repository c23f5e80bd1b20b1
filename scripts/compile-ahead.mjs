// Runs the program on a district's month, and keeps in dist/bundle/ what the engine has compiled
// of it by then; src/app/load.ts takes it from there. Started by scripts/build.mjs.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { generate } from '../fixtures/generate/ca-mau.mjs';

const DISTRICT = 'Năm Căn';
const PERIOD = '2024-09';

const folder = mkdtempSync(join(tmpdir(), 'ccds-compile-ahead-'));
// What was used once would be thrown away again before the end.
setFlagsFromString('--no-flush-bytecode');
try {
  const { keepCompiled, load } = await import('../dist/bundle/load.js');
  const { main } = load('main.cjs');
  for await (const args of commands()) {
    const status = await main(processIn(folder, args));
    if (status === 2) throw new Error(`ccds ${args.join(' ')} ended with 2`);
  }
  // What is kept names the settings that it holds for: also that of a heap that had grown large.
  setFlagsFromString('--flush-bytecode');
  setFlagsFromString('--heap-growing-percent=0');
  keepCompiled();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A month's work: most of what any command needs. */
async function* commands() {
  yield ['init', '--registry', 'ca-mau', '--period', PERIOD];
  await generate(join(folder, 'made'), (district) => district.includes(DISTRICT));
  yield ['validate', 'made'];
  move();
  yield ['rollup', '--period', PERIOD];
  const [changed] = files(join(folder, 'submissions')).filter((path) => path.endsWith('.xlsx'));
  rmSync(changed);
  yield ['rollup', '--period', PERIOD, '--force'];
  yield ['status', '--period', PERIOD];
}

function move() {
  const target = join(folder, 'submissions', PERIOD);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(folder, 'submissions'), { recursive: true });
  renameSync(join(folder, 'made', PERIOD), target);
}

function files(under) {
  return readdirSync(under, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A process whose output nobody reads. */
function processIn(cwd, args) {
  const output = {
    on() {},
    write(_text, done) {
      done();
      return true;
    },
  };
  return {
    argv: ['node', 'ccds', ...args],
    env: {},
    cwd: () => cwd,
    on() {},
    off() {},
    stdout: output,
    stderr: output,
  };
}
