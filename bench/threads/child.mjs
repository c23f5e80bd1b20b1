// Reads so many of the district's files on so many threads, to the roll-up:
// child.mjs FOLDER REGISTRY FILES THREADS
import { say, workbooks } from '../job/child.mjs';
import { load } from '../lib/program.mjs';

const [folder, registry, count, threads] = process.argv.slice(2);
const inputs = workbooks(folder).slice(0, Number(count));
const options = { inputs, registry, period: '2024-09', lang: 'en', cwd: folder };
const { run } = await load('run');
const start = performance.now();
await run({ ...options, threads: Number(threads) });
say(performance.now() - start);
