// What the contestants share: how they tell what they measured.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { peakMemory } from '../lib/peak-memory.mjs';

/**
 * @param {number} milliseconds @param {unknown} [result]
 * @param {NodeJS.CpuUsage} [since] where the process's start is not to be counted
 */
export function say(milliseconds, result, since = { user: 0, system: 0 }) {
  const megabytes = Math.round(peakMemory() / 2 ** 20);
  const { user, system } = process.cpuUsage(since);
  const cpu = (user + system) / 1000;
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
