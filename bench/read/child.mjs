// Reads files with one reader and prints time, processor time (both in milliseconds), peak
// memory and cells as JSON. A process of its own for each run: no reader inherits another's
// heap or warm code.
import { say } from '../job/child.mjs';
import { READERS } from './readers.mjs';

const [name, ...paths] = process.argv.slice(2);
const read = await READERS[name]();
const before = process.cpuUsage();
const start = performance.now();
let cells = 0;
for (const path of paths) cells += await read(path);
say(performance.now() - start, { cells }, before);
