// Runs programs in child processes, in turn and several times over, so that a busy moment
// of the machine falls on all; what counts is the ratio of the medians.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const PYTHON = '/usr/bin/python3';

/**
 * `cpu`: milliseconds of processor time, all threads; steadier than the clock on a busy machine.
 * @typedef {{milliseconds: number, cpu: number, megabytes: number, result?: unknown}} Run
 */
/** @typedef {{name: string, program?: string, args: string[], runs?: number}} Contestant */

/** True where Debian's Python has these modules. @param {string[]} modules */
export function hasPython(...modules) {
  if (!existsSync(PYTHON)) return false;
  return spawnSync(PYTHON, ['-c', `import ${modules.join(', ')}`]).status === 0;
}

/**
 * Each contestant once, then each again.
 * @param {readonly Contestant[]} contestants `runs`: no more than so many of this one
 * @param {number} runs
 * @returns {Map<string, Run[]>}
 */
export function interleaved(contestants, runs) {
  const results = new Map(contestants.map(({ name }) => [name, /** @type {Run[]} */ ([])]));
  for (let i = 0; i < runs; i++) {
    for (const one of contestants) {
      if (i < (one.runs ?? runs)) results.get(one.name)?.push(once(one));
    }
  }
  return results;
}

/** The last line that a contestant prints says what it measured of itself. @param {Contestant} contestant @returns {Run} */
export function once({ name, program = process.execPath, args }) {
  process.stderr.write(`  ${name} …`);
  const output = execFileSync(program, args, { maxBuffer: 2 ** 28 }).toString();
  const run = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
  process.stderr.write(` ${Math.round(run.milliseconds)} ms, ${run.megabytes} MB\n`);
  return run;
}

/** @param {readonly number[]} list */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {readonly Run[]} runs */
export function medianTime(runs) {
  return median(runs.map(({ milliseconds }) => milliseconds));
}

/** @param {readonly Run[]} runs */
export function medianCpu(runs) {
  return median(runs.map(({ cpu }) => cpu));
}

/** @param {readonly Run[]} runs */
export function mostMemory(runs) {
  return Math.max(...runs.map(({ megabytes }) => megabytes));
}
