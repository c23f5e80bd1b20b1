// Reads so many of the district's files on so many threads: child.mjs FOLDER REGISTRY FILES THREADS
import { collectInputs } from '../../dist/app/collect.js';
import { loadConfig } from '../../dist/app/config.js';
import { readAll } from '../../dist/app/read-all.js';
import { readRegistry } from '../../dist/app/registry.js';
import { say } from '../job/child.mjs';

const [folder, registryPath, count, threads] = process.argv.slice(2);
const config = await loadConfig(undefined, folder);
const { registry } = await readRegistry(registryPath, folder);
const { files } = await collectInputs([folder], folder);
const job = { config, registry, wanted: '2024-09' };
const start = performance.now();
await readAll(files.slice(0, Number(count)), job, { threads: Number(threads) });
say(performance.now() - start);
