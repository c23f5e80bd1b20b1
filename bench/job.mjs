// npm run bench -- job [--sizes district,province,ten] [--runs N] [--only NAME,…] [--write]
// The whole monthly job against what one would do otherwise: the same roll-up in pandas, and
// a loop over exceljs; and against the limit, inflating the same files. Phases apart.
// --write puts the tables into docs/speed.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputs, PERIOD, SIZES } from './job/generate.mjs';
import { differences } from './job/totals.mjs';
import { hasPython, interleaved, medianTime, mostMemory, once, PYTHON } from './lib/measure.mjs';
import { machine, publish, table } from './lib/report.mjs';

const script = (name) => fileURLToPath(new URL(`./job/${name}`, import.meta.url));

const WHOLE = 'ccds: the whole job';
const READING = 'ccds: reading to roll-up, 2 threads';
const INFLATE = 'inflating the files, 1 thread';

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: 'district,province' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const sections = [];
  for (const name of values.sizes.split(',')) sections.push(measured(name, values));
  const text = [`Machine: ${about}.`, ...sections].join('\n\n');
  publish({ page: 'speed.md', name: 'job', text, write: values.write });
}

function measured(name, { runs, only }) {
  process.stderr.write(`${name}\n`);
  const { submissions, registry } = inputs(name);
  const out = mkdtempSync(join(tmpdir(), 'bench-ccds-out-'));
  try {
    const all = contestants(name, submissions, registry, out);
    const wanted = all.filter(
      (one) => !only || only.split(',').some((part) => one.name.includes(part)),
    );
    // Once for nothing, so that none of them waits for the disk.
    once({ ...all[0], name: 'warming up' });
    const results = interleaved(wanted, Number(runs));
    const { provinces, hamlets } = SIZES[name];
    for (const line of differences(results, provinces * hamlets))
      process.stderr.write(`  DIFFERS: ${line}\n`);
    const tables = [`### ${SIZES[name].title}`, resultTable(results)];
    if (name === 'ten') return tables.join('\n\n');
    const args = [script('phases.mjs'), submissions, registry, PERIOD, join(out, 'phases')];
    return [...tables, phaseTable(once({ name: 'phases', args }))].join('\n\n');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Ten provinces are for ccds alone: the others would take the better part of an hour. */
function contestants(name, submissions, registry, out) {
  const summary = (threads) => [script('summary.mjs'), submissions, registry, PERIOD, threads];
  const ours = [
    { name: INFLATE, args: [script('inflate.mjs'), submissions] },
    { name: WHOLE, args: [script('ccds.mjs'), submissions, registry, PERIOD, join(out, 'ccds')] },
    { name: READING, args: summary('2') },
    { name: 'ccds: reading to roll-up, 1 thread', args: summary('1') },
  ];
  if (name === 'ten') return ours;
  const loop = {
    args: [script('exceljs-rollup.mjs'), submissions, registry, join(out, 'exceljs')],
  };
  const pandas = {
    program: PYTHON,
    args: [script('pandas_rollup.py'), submissions, registry, join(out, 'pandas')],
  };
  const few = name === 'district' ? {} : { runs: 1 };
  return [
    ...ours,
    { name: 'exceljs and a loop', ...loop, ...few },
    ...(hasPython('openpyxl', 'pandas')
      ? [{ name: 'openpyxl and pandas', ...pandas, ...few }]
      : []),
  ];
}

function resultTable(results) {
  const base = medianTime(results.get(WHOLE) ?? []);
  const limit = medianTime(results.get(INFLATE) ?? []);
  const rows = [...results].map(([name, runs]) => {
    const time = medianTime(runs);
    return [
      name,
      (time / base).toFixed(2),
      (time / limit).toFixed(1),
      `${(time / 1000).toFixed(1)} s`,
      `${mostMemory(runs)} MB`,
    ];
  });
  return table(['', 'times the whole job', 'times inflating', 'median', 'peak memory'], rows);
}

function phaseTable({ milliseconds, result }) {
  const rows = Object.entries(result).map(([phase, ms]) => [
    phase,
    `${((ms / milliseconds) * 100).toFixed(0)} %`,
    `${(ms / 1000).toFixed(1)} s`,
  ]);
  return table(['phase, on one thread', 'share', 'time'], rows);
}
