import { readFileSync } from 'node:fs';
import { type Loaded, type LoadOptions, loadRegistry } from '../../src/geography/load.js';
import type { RegistryTables } from '../../src/geography/tables.js';
import type { Registry } from '../../src/geography/types.js';

const HEADERS: Record<string, string> = {
  units: 'code,name,level,parent,valid_from,valid_to',
  baselines: 'unit,baseline,from,value',
  targets: 'unit,indicator,period,value',
  changes: 'effective,from,to,share',
  teams: 'team,unit,serves,valid_from,valid_to',
  holidays: 'date,name',
  contacts: 'unit,name,phone',
};

/** Tables from lines of plain CSV without their headers. */
export function tablesOf(lines: Readonly<Record<string, readonly string[]>>): RegistryTables {
  const table = ([name, rows]: [string, readonly string[]]) => {
    const all = [HEADERS[name] ?? '', ...rows].map(cellsOf);
    return [name, { file: `${name}.csv`, rows: all, firstRow: 1 }];
  };
  return Object.fromEntries(Object.entries(lines).map(table));
}

/** A name with a comma in it stands in quotes. */
function cellsOf(line: string): string[] {
  return line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, ''));
}

/** Loads tables given as lines of CSV; see `tablesOf`. */
export function load(
  lines: Readonly<Record<string, readonly string[]>>,
  options: LoadOptions = {},
): Loaded {
  return loadRegistry(tablesOf(lines), options);
}

/** Loads tables that must be consistent. */
export function registryOf(lines: Readonly<Record<string, readonly string[]>>): Registry {
  const { registry, problems } = load(lines);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return registry;
}

const BUNDLED = new URL('../../src/geography/registries/ca-mau/', import.meta.url);

/** The bundled registry's lines, by table, to which a test may add hamlets. */
export function bundledLines(): Record<string, string[]> {
  const read = (name: string) =>
    readFileSync(new URL(`${name}.csv`, BUNDLED), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
  return { units: read('units'), baselines: read('baselines'), changes: read('changes') };
}
