import { distance } from '../core/distance.js';

/** Tables of which the loading makes something of its own. */
export const LOADED: readonly string[] = ['units', 'baselines', 'targets', 'changes', 'teams'];

/** Columns without which another table would be read as if it said nothing. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  decisions: ['file', 'sheet', 'cell', 'decision'],
  holidays: ['date'],
  contacts: ['unit'],
};

const TABLES: readonly string[] = [...LOADED, ...Object.keys(NEEDED)];

/** True for the name of a table that ccds reads, in lower case. */
export function isTable(name: string): boolean {
  return TABLES.includes(name);
}

/** The table that a name, in lower case, is or may be meant for: `baseline.xlsx`, `units (1)`. */
export function tableNear(name: string): string | undefined {
  const stem = name.replace(/\.\w+$/, '');
  return TABLES.find((one) => stem.startsWith(one) || distance(stem, one, 2) <= 2);
}
