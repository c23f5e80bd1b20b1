import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { clean } from '../core/text.js';
import { dateOf, type NumberKind, required, validityOf } from './cells.js';
import { checkUnits } from './check-units.js';
import { withIsoDates } from './iso-dates.js';
import { Log, type RegistryProblem } from './problems.js';
import {
  readBaselines,
  readChanges,
  readTargets,
  readTeams,
  warnOfUnknown,
} from './reference-tables.js';
import { isTable, LOADED, NEEDED, tableNear } from './table-names.js';
import {
  type RegistryTable,
  type RegistryTables,
  readTable,
  type TableRow,
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
  /** What is doubtful in the tables; of units that are not known nothing where no unit could be read. */
  readonly findings: readonly Finding[];
}

const UNITS = ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'];

/**
 * Turns the registry's tables into a registry, with all that its self-checks say (contract,
 * Registry). Codes are text and keep their leading zeros; names are NFC with single spaces.
 */
export function loadRegistry(tables: RegistryTables, options: LoadOptions = {}): Loaded {
  const log = new Log();
  const named = withIsoDates(byName(tables, log), log);
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
  const findings = log.all().filter(({ code }) => units.length > 0 || code !== 'CCDS-G03');
  return { registry, problems: inFileOrder(log.problems), findings };
}

/**
 * By name, without the ending of a file's. Two files of one table, `Units.csv` and `units.CSV`, are
 * a problem.
 */
function byName(tables: RegistryTables, log: Log): ReadonlyMap<string, RegistryTable> {
  const named = new Map<string, RegistryTable>();
  for (const [key, table] of Object.entries(tables)) {
    const name = clean(key.replace(/\.csv$/i, '')).toLowerCase();
    const first = named.get(name);
    if (first !== undefined) log.problem({ ...table, row: 0 }, 'two-tables', first.file);
    named.set(name, table);
  }
  return named;
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
    code: codeOf(row, log),
    name: required(row, 'name', log),
    level: required(row, 'level', log).toLowerCase(),
    parent: row.values.parent || null,
    ...validityOf(row, log),
    place: row.place,
  }));
}

/** A code that a program took for a number (`3,2E+07`, `32001001.0`) has lost digits, or answers to nobody. */
const NUMBER = /^\d+(?:[.,]\d+)?E\+?\d+$|^\d+[.,]0+$/i;

function codeOf(row: TableRow, log: Log): string {
  const code = required(row, 'code', log);
  if (NUMBER.test(code)) log.problem(row.place, 'bad-code', code);
  return code;
}

function otherTables(
  named: ReadonlyMap<string, RegistryTable>,
  units: readonly Unit[],
  log: Log,
): Registry['tables'] {
  const others = [...named].filter(([name]) => !LOADED.includes(name));
  for (const [name, table] of others) warnIfNearlyKnown(name, table, log);
  const tables = Object.fromEntries(
    others.map(([name, table]) => [name, readTable(table, NEEDED[name] ?? [], log)]),
  );
  for (const row of tables.holidays ?? []) dateOf(row, 'date', log);
  const codes = new Set(units.map(({ code }) => code));
  for (const { values, place } of tables.contacts ?? [])
    if (!codes.has(values.unit ?? '')) warnOfUnknown(units, values.unit ?? '', place, log);
  return tables;
}

/** CCDS-G14: `baseline.csv`, `units (1).csv`: nothing reads it, though it may be meant to be. */
function warnIfNearlyKnown(name: string, { file, sheet }: RegistryTable, log: Log): void {
  const near = isTable(name) ? undefined : tableNear(name);
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
