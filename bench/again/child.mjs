// One file of the month is replaced by its other version, then all is run again with the
// cache: child.mjs MONTH PERIOD OUT. Without OUT only from reading to roll-up.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../job/child.mjs';
import { load } from '../lib/program.mjs';

const { rollup } = await load('rollup');
const { run } = await load('run');

const [month, period, out] = process.argv.slice(2);
const versions = ['first.xlsx', 'second.xlsx'].map((name) => readFileSync(join(month, name)));
const changed = readFileSync(join(month, 'changed.txt'), 'utf8');
const other = versions.find((bytes) => !bytes.equals(readFileSync(changed)));
writeFileSync(changed, other);

const options = {
  inputs: [join(month, 'submissions')],
  registry: join(month, 'registry'),
  cache: join(month, 'cache'),
  period,
  lang: 'vi',
  cwd: process.cwd(),
};
const start = performance.now();
if (out === undefined) await run(options);
else await rollup({ ...options, out, force: true });
say(performance.now() - start);
