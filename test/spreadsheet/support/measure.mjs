// Reads files to their ends in a process of their own, and prints as JSON how that went:
// what was thrown, after how many milliseconds, with how much memory at the peak.
import { openWorkbook } from '../../../dist/bundle/spreadsheet.js';

const [options, ...paths] = process.argv.slice(2);
const outcomes = [];
for (const path of paths) {
  const start = performance.now();
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
  const milliseconds = performance.now() - start;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  outcomes.push({ error, rows, milliseconds, megabytes });
}
process.stdout.write(JSON.stringify(outcomes));
