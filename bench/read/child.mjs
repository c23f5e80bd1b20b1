// Reads files with one reader and prints time, peak memory and cells as JSON. A process of
// its own for each run: no reader inherits another's heap or warm code.
import { READERS } from './readers.mjs';

const [name, ...paths] = process.argv.slice(2);
const read = await READERS[name]();
const start = process.hrtime.bigint();
let cells = 0;
for (const path of paths) cells += await read(path);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;

const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ milliseconds, megabytes, cells }));
