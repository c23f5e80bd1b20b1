// npm run bench -- start [--runs N] [--write]
// What it costs to begin: help and a usage error against bare Node, which starts in no time.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './lib/measure.mjs';
import { machine, publish, table } from './lib/report.mjs';

const BIN = fileURLToPath(new URL('../bin/ccds.js', import.meta.url));
const CALLS = [
  ['node -e 0', ['-e', '0']],
  ['ccds --help', [BIN, '--help']],
  ['ccds --version', [BIN, '--version']],
  ['ccds rollup bao-cao --nope', [BIN, 'rollup', 'bao-cao', '--nope']],
  ['ccds explain CCDS-R02', [BIN, 'explain', 'CCDS-R02']],
];

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '21' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const times = CALLS.map(() => /** @type {number[]} */ ([]));
  for (let i = 0; i < Number(values.runs); i++) {
    for (const [c, [, call]] of CALLS.entries()) times[c]?.push(timed(call));
  }
  const [base = Number.NaN] = times.map(median);
  const rows = CALLS.map(([name], c) => {
    const time = median(times[c] ?? []);
    return [name, (time / base).toFixed(2), `${time.toFixed(0)} ms`];
  });
  const text = `Machine: ${about}.\n\n${table(['', 'times bare Node', 'median'], rows)}`;
  publish({ page: 'speed.md', name: 'start', text, write: values.write });
}

function timed(call) {
  const start = performance.now();
  spawnSync(process.execPath, call);
  return performance.now() - start;
}
