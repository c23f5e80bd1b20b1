// Reads files to their ends in a process of their own, and prints as JSON how that went:
// what was thrown, after how many milliseconds of processor time (all threads: other programs
// may take the clock's), with how much memory at the peak.
import { peakMemory } from '../../../bench/lib/peak-memory.mjs';
import { openWorkbook } from '../../../dist/bundle/spreadsheet.js';

const [options, ...paths] = process.argv.slice(2);
const outcomes = [];
for (const path of paths) {
  const start = process.cpuUsage();
  let rows = 0;
  let error = null;
  try {
    const workbook = await openWorkbook(path, JSON.parse(options));
    workbook.modified;
    for (const sheet of workbook.sheets) {
      await sheet.merges();
      await sheet.read(() => {
        rows++;
      });
    }
  } catch (thrown) {
    const { name, reason, message, details } = thrown;
    error = { name, reason, message, ...details };
  }
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const megabytes = peakMemory() / 2 ** 20;
  outcomes.push({ error, rows, milliseconds, megabytes });
}
process.stdout.write(JSON.stringify(outcomes));
