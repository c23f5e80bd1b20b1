// A sheet of bad rows rolled up, in a process of its own; prints what it took and said, as JSON.
// argv: folder of the registry and the sheet, sheet, period.
import { join } from 'node:path';
import { peakMemory } from '../../../bench/lib/peak-memory.mjs';

const [folder, sheet, period] = process.argv.slice(2);
const dist = (path) => import(new URL(`../../../dist/${path}`, import.meta.url).href);
const { rollup } = await dist('app/rollup.js');
const { describer } = await dist('app/explain.js');
const { validationText } = await dist('reports/validation.js');

const { summary } = await rollup({
  inputs: [sheet],
  registry: join(folder, 'registry'),
  cwd: folder,
  period,
  out: join(folder, 'out'),
  force: false,
  lang: 'vi',
});
const shown = validationText(summary, describer(summary), { maxLines: 40 });
const [submission] = summary.submissions;
process.stdout.write(
  JSON.stringify({ submission, bytes: peakMemory(), lines: shown.split('\n').length }),
);
