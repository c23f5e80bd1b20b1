// What the contestants share: how they tell what they measured.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @param {number} milliseconds @param {unknown} [result] */
export function say(milliseconds, result) {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const megabytes = Math.round(maxRSS / 1024);
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  process.stdout.write(`\n${JSON.stringify({ milliseconds, cpu, megabytes, result })}\n`);
}

/** All workbooks below a folder, by name. @param {string} folder */
export function workbooks(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .map((name) => join(folder, name));
}
