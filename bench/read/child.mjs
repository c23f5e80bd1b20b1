// Reads files with one reader and prints time, processor time (both in milliseconds), peak
// memory and cells as JSON. A process of its own for each run: no reader inherits another's
// heap or warm code.
import { READERS } from './readers.mjs';

const [name, ...paths] = process.argv.slice(2);
const read = await READERS[name]();
const before = process.cpuUsage();
const start = process.hrtime.bigint();
let cells = 0;
for (const path of paths) cells += await read(path);
const time = Number(process.hrtime.bigint() - start) / 1e6;
const { user, system } = process.cpuUsage(before);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ time, processor: (user + system) / 1000, megabytes, cells }));
