import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '../fixtures/generate/ca-mau.mjs';

/**
 * `npm run sample`: makes the sample province (Cà Mau, September 2024) unless it is there
 * already, and rolls it up. The exit status is the roll-up's.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'fixtures', 'ca-mau');
const submissions = join(sample, 'submissions');
/** Beside the folder, not in it: what lies in it is read as a submission. */
const markFile = join(sample, 'submissions.generated');

await makeSubmissions();
rollup(['--period', '2024-09', '--registry', 'fixtures/ca-mau/registry', '--out', 'out/2024-09']);

/** Makes the sheets anew when the generator or its registry has changed. */
async function makeSubmissions() {
  const version = generatorVersion();
  if (readMark() === `${version} ${countFiles()}`) return;
  console.error('Đang tạo số liệu mẫu tỉnh Cà Mau, tháng 9/2024 (dữ liệu giả định)…');
  rmSync(submissions, { recursive: true, force: true });
  const count = await generate(submissions);
  writeFileSync(markFile, `${version} ${count}\n`);
}

/** @param {string[]} options */
function rollup(options) {
  const args = ['bin/ccds.js', 'rollup', 'fixtures/ca-mau/submissions', ...options];
  console.error(`Đang tổng hợp: node ${args.join(' ')}`);
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 2;
}

/** A hash over the generator's own files and the registry that it reads. */
function generatorVersion() {
  const hash = createHash('sha256');
  for (const folder of [join(root, 'fixtures', 'generate'), join(sample, 'registry')]) {
    for (const file of listFiles(folder))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function readMark() {
  return existsSync(markFile) ? readFileSync(markFile, 'utf8').trim() : '';
}

function countFiles() {
  return existsSync(submissions) ? listFiles(submissions).length : 0;
}

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
