// The whole job as a user runs it: `ccds rollup`, from the start of Node to the last file.
// ccds.mjs SUBMISSIONS REGISTRY PERIOD OUT
import { existsSync, rmSync } from 'node:fs';
import { say } from './child.mjs';

const [submissions, registry, period, out] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
const args = ['--period', period, '--registry', registry, '--out', out, '--quiet'];
process.argv = [process.argv[0], 'ccds', 'rollup', submissions, ...args];
const { main } = await import('../../dist/bundle/main.js');
const status = await main(process);
if (!existsSync(`${out}/data/values.csv`)) throw new Error(`ccds ended with ${status}`);
say(performance.now());
