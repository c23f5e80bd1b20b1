import { distance } from '../core/distance.js';
import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { clean } from '../core/text.js';
import { dateOf, type NumberKind, required, validityOf } from './cells.js';
import { checkUnits } from './check-units.js';
import { Log, type RegistryProblem } from './problems.js';
import {
  readBaselines,
  readChanges,
  readTargets,
  readTeams,
  warnUnlessKnown,
} from './reference-tables.js';
import {
  type RegistryTable,
  type RegistryTables,
  readTable,
  warnOfLostLetters,
  warnOfSpaces,
} from './tables.js';
import type { Registry, Unit } from './types.js';

/** The contract's levels, top first. The config can add to them. */
export const LEVELS: readonly string[] = ['province', 'district', 'commune', 'hamlet'];

export interface LoadOptions {
  /** Levels that a unit may have, top first. */
  readonly levels?: readonly string[];
  /** How the targets of each indicator are written; not known of those that are not in it. */
  readonly numbers?: ReadonlyMap<string, NumberKind>;
}

export interface Loaded {
  readonly registry: Registry;
  /** Any of them: the registry must not be worked with (exit 2). In the files' order. */
  readonly problems: readonly RegistryProblem[];
  /** Warnings CCDS-G01, CCDS-G02, CCDS-G03. */
  readonly findings: readonly Finding[];
}

const UNITS = ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'];
const KNOWN: readonly string[] = ['units', 'baselines', 'targets', 'changes', 'teams'];
/** Columns without which another table would be read as if it said nothing. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  decisions: ['file', 'sheet', 'cell', 'decision'],
  holidays: ['date'],
  contacts: ['unit'],
};

/**
 * Turns the registry's tables into a registry, with all that its self-checks say (contract,
 * Registry). Codes are text and keep their leading zeros; names are NFC with single spaces.
 */
export function loadRegistry(tables: RegistryTables, options: LoadOptions = {}): Loaded {
  const log = new Log();
  const named = byName(tables);
  const units = readUnits(named.get('units'), [...named.keys()], log);
  checkUnits(units, options.levels ?? LEVELS, log);
  const registry: Registry = {
    units,
    baselines: readBaselines(named.get('baselines'), units, log),
    targets: readTargets(named.get('targets'), units, options.numbers ?? new Map(), log),
    changes: readChanges(named.get('changes'), units, log),
    teams: readTeams(named.get('teams'), units, log),
    tables: otherTables(named, units, log),
  };
  return { registry, problems: inFileOrder(log.problems), findings: log.all() };
}

function byName(tables: RegistryTables): ReadonlyMap<string, RegistryTable> {
  return new Map(Object.entries(tables).map(([name, table]) => [clean(name).toLowerCase(), table]));
}

/** @param names of all tables that are there */
function readUnits(table: RegistryTable | undefined, names: readonly string[], log: Log): Unit[] {
  if (table === undefined) {
    log.problem({ file: 'units.csv', row: 0 }, 'no-units', firstFew(names));
    return [];
  }
  const before = log.problems.length;
  const rows = readTable(table, UNITS, log);
  if (rows.length === 0 && log.problems.length === before) {
    log.problem({ ...table, row: table.firstRow }, 'no-units', '');
  }
  warnOfSpaces(table, ['code', 'name', 'parent'], log);
  warnOfLostLetters(table, log);
  return rows.map((row) => ({
    code: required(row, 'code', log),
    name: required(row, 'name', log),
    level: required(row, 'level', log).toLowerCase(),
    parent: row.values.parent || null,
    ...validityOf(row, log),
    place: row.place,
  }));
}

function otherTables(
  named: ReadonlyMap<string, RegistryTable>,
  units: readonly Unit[],
  log: Log,
): Registry['tables'] {
  const others = [...named].filter(([name]) => !KNOWN.includes(name));
  for (const [name, table] of others) warnIfNearlyKnown(name, table, log);
  const tables = Object.fromEntries(
    others.map(([name, table]) => [name, readTable(table, NEEDED[name] ?? [], log)]),
  );
  for (const row of tables.holidays ?? []) dateOf(row, 'date', log);
  const codes = new Set(units.map(({ code }) => code));
  for (const { values, place } of tables.contacts ?? [])
    warnUnlessKnown(codes.has(values.unit ?? ''), values.unit ?? '', place, log);
  return tables;
}

/** CCDS-G14: `baseline.csv`, `units (1).csv`: nothing reads it, though it may be meant to be. */
function warnIfNearlyKnown(name: string, { file, sheet }: RegistryTable, log: Log): void {
  const known = [...KNOWN, ...Object.keys(NEEDED)];
  if (known.includes(name)) return;
  const near = known.find((one) => name.startsWith(one) || distance(name, one, 2) <= 2);
  const place = sheet === undefined ? { file } : { file, sheet };
  if (near !== undefined) log.findings.push(finding('CCDS-G14', place, { found: name, near }));
}

/** By table as read (units first), then by row. */
function inFileOrder(problems: readonly RegistryProblem[]): RegistryProblem[] {
  const key = ({ file, sheet }: RegistryProblem) => `${file}\n${sheet ?? ''}`;
  const order = [...new Set(problems.map(key))];
  return [...problems].sort(
    (a, b) => order.indexOf(key(a)) - order.indexOf(key(b)) || a.row - b.row,
  );
}
