// npm run bench -- read [--huge] [--runs N] [--only READER,…] [--write]
// Our reader against others over the same generated files. What counts is the ratio of the
// medians; --write puts the tables into docs/spreadsheet.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  hasPython,
  interleaved,
  medianCpu,
  medianTime,
  mostMemory,
  PYTHON,
} from './lib/measure.mjs';
import { machine, publish, table } from './lib/report.mjs';
import { files } from './read/generate.mjs';
import { READERS } from './read/readers.mjs';

const CHILD = fileURLToPath(new URL('./read/child.mjs', import.meta.url));
const OPENPYXL = fileURLToPath(new URL('./read/with_openpyxl.py', import.meta.url));

const SETS = [
  ['small', '300 small workbooks of 4 sheets'],
  ['big', 'One sheet of 100,000 × 8'],
  ['huge', 'One sheet of 800,000 × 8'],
];
const OURS = 'ours';
const LIMIT = 'inflate only';

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      huge: { type: 'boolean', default: false },
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const paths = files({ huge: values.huge });
  const wanted = values.only?.split(',');
  const readers = available().filter((name) => !wanted || wanted.includes(name));
  const tables = SETS.filter(([set]) => paths[set].length > 0).map(([set, title]) => {
    // On the longest sheet the others take minutes.
    const most = (name) => (set === 'huge' && name !== OURS && name !== LIMIT ? { runs: 1 } : {});
    const contestants = readers.map((name) => ({ ...contestant(name, paths[set]), ...most(name) }));
    return `**${title}**\n\n${compared(interleaved(contestants, Number(values.runs)))}`;
  });
  const text = `Machine: ${about}.\n\n${tables.join('\n\n')}`;
  publish({ page: 'spreadsheet.md', name: 'read', text, write: values.write });
}

/** openpyxl takes part where a Python has it. */
function available() {
  return [...Object.keys(READERS), ...(hasPython('openpyxl') ? ['openpyxl'] : [])];
}

function contestant(name, paths) {
  return name === 'openpyxl'
    ? { name, program: PYTHON, args: [OPENPYXL, ...paths] }
    : { name, args: [CHILD, name, ...paths] };
}

/** Against ours, and against inflating; a reader that skips something shows by its cells. */
function compared(results) {
  const time = (name) => medianTime(results.get(name) ?? []);
  const cpu = (name) => medianCpu(results.get(name) ?? []);
  const rows = [...results].map(([name, runs]) => [
    name,
    (time(name) / time(OURS)).toFixed(2),
    (cpu(name) / cpu(OURS)).toFixed(2),
    (time(name) / time(LIMIT)).toFixed(1),
    `${Math.round(time(name))} ms`,
    `${mostMemory(runs)} MB`,
    runs[0]?.result.cells ?? '',
  ]);
  const head = ['reader', 'times ours', 'processor time', 'times inflating'];
  return table([...head, 'median', 'peak memory', 'cells'], rows);
}
