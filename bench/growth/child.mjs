// A whole job on one thread: child.mjs FOLDER OUT
import { join } from 'node:path';
import { say } from '../job/child.mjs';
import { load } from '../lib/program.mjs';

const [folder, out] = process.argv.slice(2);
const { rollup } = await load('rollup');
const start = performance.now();
const { summary } = await rollup({
  inputs: [join(folder, 'submissions')],
  registry: join(folder, 'registry'),
  period: '2024-09',
  out,
  force: true,
  lang: 'vi',
  cwd: process.cwd(),
  threads: 1,
});
say(performance.now() - start, { findings: summary.findings.length });
