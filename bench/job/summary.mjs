// From reading to roll-up, nothing written: summary.mjs SUBMISSIONS REGISTRY PERIOD THREADS
import { load } from '../lib/program.mjs';
import { say } from './child.mjs';

const { run } = await load('run');

const [submissions, registry, period, threads] = process.argv.slice(2);
const start = performance.now();
const { summary } = await run({
  inputs: [submissions],
  registry,
  period,
  lang: 'en',
  cwd: process.cwd(),
  threads: Number(threads),
});
say(performance.now() - start, totals(summary));

/** The roots' figures: what the other programs must come to as well. */
function totals({ tree, values }) {
  const all = {};
  for (const { unit } of tree.roots) {
    for (const [indicator, { value }] of values.get(unit.code)) {
      if (Number.isInteger(value)) all[indicator] = (all[indicator] ?? 0) + value;
    }
  }
  return all;
}
