// npm run bench -- again [--runs N] [--write]
// A month of which one file was sent anew: what the cache saves, against reading all of it
// and against what writing alone takes. --write puts the table into docs/speed.md.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ExcelJS from 'exceljs';
import { workbooks } from './job/child.mjs';
import { inputs, PERIOD } from './job/generate.mjs';
import { interleaved, medianTime, once } from './lib/measure.mjs';
import { machine, publish, table } from './lib/report.mjs';

const CHILD = fileURLToPath(new URL('./again/child.mjs', import.meta.url));
const COLD = fileURLToPath(new URL('./job/summary.mjs', import.meta.url));

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const month = mkdtempSync(join(tmpdir(), 'bench-ccds-again-'));
  try {
    const files = await prepare(month);
    const text = `Machine: ${about}.\n\n${measured(month, files, Number(values.runs))}`;
    publish({ page: 'speed.md', name: 'again', text, write: values.write });
  } finally {
    rmSync(month, { recursive: true, force: true });
  }
}

/** The province's month, and two versions of one of its files. Returns how many files. */
async function prepare(month) {
  const { submissions, registry } = inputs('province');
  cpSync(submissions, join(month, 'submissions'), { recursive: true });
  cpSync(registry, join(month, 'registry'), { recursive: true });
  const files = workbooks(join(month, 'submissions'));
  const changed = files[Math.floor(files.length / 2)];
  writeFileSync(join(month, 'changed.txt'), changed);
  writeFileSync(join(month, 'first.xlsx'), readFileSync(changed));
  writeFileSync(join(month, 'second.xlsx'), await corrected(changed));
  return files.length;
}

/** The same workbook with its last row gone, as another program saves it. */
async function corrected(path) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  sheet.spliceRows(sheet.rowCount, 1);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function measured(month, files, runs) {
  const out = join(month, 'out');
  const [cold, again, whole] = ['reading to roll-up', `one of ${files} changed`, 'and written'];
  const summary = [COLD, join(month, 'submissions'), join(month, 'registry'), PERIOD, '2'];
  once({ name: 'filling the cache', args: [CHILD, month, PERIOD] });
  const results = interleaved(
    [
      { name: cold, args: summary },
      { name: again, args: [CHILD, month, PERIOD] },
      { name: whole, args: [CHILD, month, PERIOD, out] },
    ],
    runs,
  );
  const time = (name) => medianTime(results.get(name) ?? []);
  const writing = time(whole) - time(again);
  const row = (name, ms, ratio) => [name, `${(ms / 1000).toFixed(1)} s`, ratio];
  return table(
    ['', 'median', ''],
    [
      row('reading to roll-up, every file', time(cold), ''),
      row(
        `reading to roll-up again, ${again}`,
        time(again),
        `${(time(cold) / time(again)).toFixed(1)} times faster`,
      ),
      row('writing alone', writing, ''),
      row(
        'the whole run again',
        time(whole),
        `${(time(whole) / writing).toFixed(2)} times what writing takes`,
      ),
    ],
  );
}
