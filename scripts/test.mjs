// `npm test`: everything that CI checks. Each step counts as one test beside vitest's own;
// the last line is `N passed, N failed`, and how many were skipped, if any were.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const total = { passed: 0, failed: 0, skipped: 0 };

/** What needs the build, or nothing of the other steps. */
const checks = [
  ['types', 'node_modules/typescript/bin/tsc', '-p', 'test/tsconfig.json', '--noEmit'],
  ['lint and format', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['docs are fresh', 'scripts/docs.mjs', '--check'],
];

tell('build', await run('scripts/build.mjs', []));
const running = checks.map(([name, script, ...args]) => [name, start(script, args)]);
await vitest();
for (const [name, ended] of running) {
  const { status, said } = await ended;
  process.stdout.write(said);
  tell(name, status);
}
// A machine that has all the programs that tests compare with allows no skip.
if (process.env.CCDS_NO_SKIP === '1' && total.skipped > 0) {
  console.log(`FAIL  ${total.skipped} skipped, where CCDS_NO_SKIP allows none`);
  total.failed += total.skipped;
  total.skipped = 0;
}
const skips = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skips}`);
process.exitCode = total.failed === 0 ? 0 : 1;

function tell(name, status) {
  const passed = status === 0;
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}`);
}

function run(script, args) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  // The first step has built what the tests run.
  const env = { ...process.env, CCDS_BUILT: '1' };
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio, env });
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

/** Runs beside the tests; what it says is kept until they have ended. */
function start(script, args) {
  const child = spawn(process.execPath, [script, ...args], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, said }));
  });
}

async function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'ccds-test-'));
  const output = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const args = ['run', '--config', 'test/vitest.config.ts', ...reporters];
  const status = await run('node_modules/vitest/vitest.mjs', args);
  count(existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null, status);
  rmSync(folder, { recursive: true, force: true });
}

function count(report, status) {
  const failed = report ? report.numFailedTests + brokenFiles(report) : 0;
  total.passed += report?.numPassedTests ?? 0;
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  // An error outside of any test counts as one.
  total.failed += failed === 0 && status !== 0 ? 1 : failed;
}

/** Files that failed before their first test ran. */
function brokenFiles(report) {
  return report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
}
