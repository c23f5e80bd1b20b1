// npm run bench -- threads [--runs N] [--write]
// From how many files on a second thread pays: starting workers costs more than a few files.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputs } from './job/generate.mjs';
import { interleaved, medianTime } from './lib/measure.mjs';
import { machine, publish, table } from './lib/report.mjs';

const CHILD = fileURLToPath(new URL('./threads/child.mjs', import.meta.url));
const COUNTS = [2, 5, 10, 20, 40, 80];

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '5' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const { submissions, registry } = inputs('district');
  const name = (count, threads) => `${count} files, ${threads} threads`;
  const contestants = COUNTS.flatMap((count) =>
    [1, 2].map((threads) => ({
      name: name(count, threads),
      args: [CHILD, submissions, registry, String(count), String(threads)],
    })),
  );
  const results = interleaved(contestants, Number(values.runs));
  const time = (count, threads) => medianTime(results.get(name(count, threads)) ?? []);
  const rows = COUNTS.map((count) => {
    const [one, two] = [time(count, 1), time(count, 2)];
    return [count, `${one.toFixed(0)} ms`, `${two.toFixed(0)} ms`, (two / one).toFixed(2)];
  });
  const head = ['files of 75 kB', 'one thread', 'two threads', 'ratio'];
  const text = `Machine: ${about}.\n\n${table(head, rows)}`;
  publish({ page: 'speed.md', name: 'threads', text, write: values.write });
}
