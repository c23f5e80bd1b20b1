// npm run bench -- read [--huge] [--runs N] [--only READER,…]
// Our reader against others over the same generated files. Runs are interleaved, so that
// a busy moment of the machine falls on all; what counts is the ratio of the medians.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { files } from './read/generate.mjs';
import { READERS } from './read/readers.mjs';

const here = (file) => new URL(`./read/${file}`, import.meta.url).pathname;
const PYTHON = '/usr/bin/python3';

const SETS = [
  ['small', '300 small workbooks of 4 sheets'],
  ['big', 'one sheet of 100,000 × 8'],
  ['huge', 'one sheet of 800,000 × 8'],
];

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      huge: { type: 'boolean', default: false },
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  });
  const paths = files({ huge: values.huge });
  const wanted = values.only?.split(',');
  const readers = available().filter((name) => !wanted || wanted.includes(name));
  for (const [set, title] of SETS) {
    if (paths[set].length > 0) print(title, measure(readers, paths[set], Number(values.runs)));
  }
}

/** openpyxl takes part where a Python has it. */
function available() {
  const python = existsSync(PYTHON) && spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
  return [...Object.keys(READERS), ...(python ? ['openpyxl'] : [])];
}

function measure(readers, paths, runs) {
  const results = new Map(readers.map((name) => [name, []]));
  for (let i = 0; i < runs; i++) {
    for (const name of readers) results.get(name).push(once(name, paths));
  }
  return results;
}

function once(name, paths) {
  const [program, script] =
    name === 'openpyxl'
      ? [PYTHON, here('with_openpyxl.py')]
      : [process.execPath, here('child.mjs')];
  try {
    const output = execFileSync(program, [script, name, ...paths], { maxBuffer: 2 ** 24 });
    return JSON.parse(output.toString());
  } catch {
    return { time: Number.NaN, processor: Number.NaN, megabytes: Number.NaN, cells: Number.NaN };
  }
}

/** Ratios of medians, against ours; processor time tells more where the machine is busy. */
function print(title, results) {
  const medianOf = (name, key) => median((results.get(name) ?? []).map((result) => result[key]));
  const ratio = (name, key) => (medianOf(name, key) / medianOf('ours', key)).toFixed(2);
  const lines = [...results].map(([name, list]) => {
    const memory = Math.max(...list.map((result) => result.megabytes));
    const time = Math.round(medianOf(name, 'time'));
    return `| ${name} | ${ratio(name, 'time')} | ${ratio(name, 'processor')} | ${time} ms | ${memory} MB | ${list[0].cells} |`;
  });
  const head =
    '| reader | time | processor time | median | peak memory | cells |\n|---|---|---|---|---|---|';
  process.stdout.write(`\n### ${title}\n\n${head}\n${lines.join('\n')}\n`);
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
