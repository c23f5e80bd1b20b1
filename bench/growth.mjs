// npm run bench -- growth [--only AXIS,…] [--runs N] [--write]
// What a whole job costs in processor time against rows, files, units and findings. Linear:
// twice as many take twice as long. --write puts the table into docs/speed.md and the plot beside it.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AXES } from './growth/axes.mjs';
import { plot } from './growth/plot.mjs';
import { interleaved, medianCpu, mostMemory } from './lib/measure.mjs';
import { machine, publish, table } from './lib/report.mjs';

const CHILD = fileURLToPath(new URL('./growth/child.mjs', import.meta.url));
const PLOT = fileURLToPath(new URL('../docs/growth.svg', import.meta.url));

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const axes = AXES.filter(({ name }) => !values.only || values.only.split(',').includes(name));
  const panels = axes.map((axis) => ({ ...axis, points: measured(axis, Number(values.runs)) }));
  const rows = panels.flatMap(({ title, points }) => points.map((_, i) => line(title, points, i)));
  const head = ['', 'how many', 'processor time', 'for twice as many', 'peak memory'];
  const text = `Machine: ${about}.\n\n${table(head, rows)}`;
  publish({ page: 'speed.md', name: 'growth', text, write: values.write });
  if (values.write) writeFileSync(PLOT, plot(panels));
}

function measured({ name, sizes, make }, runs) {
  process.stderr.write(`${name}\n`);
  const out = mkdtempSync(join(tmpdir(), 'bench-ccds-out-'));
  const contestants = sizes.map((n) => {
    const folder = join(tmpdir(), 'bench-ccds', 'growth-1', `${name}-${n}`);
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      make(n, folder);
    }
    return { name: String(n), args: [CHILD, folder, join(out, String(n))] };
  });
  const results = interleaved(contestants, runs);
  rmSync(out, { recursive: true, force: true });
  return [...results].map(([n, all]) => ({
    n: Number(n),
    cpu: medianCpu(all),
    megabytes: mostMemory(all),
  }));
}

function line(title, points, i) {
  const { n, cpu, megabytes } = points[i];
  const before = points[i - 1];
  const growth = before ? `× ${(cpu / before.cpu).toFixed(2)}` : '';
  const time = `${(cpu / 1000).toFixed(2)} s`;
  return [i === 0 ? title : '', n.toLocaleString('en'), time, growth, `${megabytes} MB`];
}
