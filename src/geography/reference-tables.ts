import { finding, type Place } from '../core/finding.js';
import { lastDay, monthsOf, type Period, parsePeriod } from '../core/period.js';
import { parseShare } from '../core/shares.js';
import { dateOf, type NumberKind, numberOf, required, validityOf } from './cells.js';
import { withOtherZeros } from './leading-zeros.js';
import type { Log } from './problems.js';
import { type RegistryTable, readTable, type TableRow, warnOfSpaces } from './tables.js';
import type { Baseline, Change, IsoDate, Target, TeamRow, Unit } from './types.js';
import {
  closes,
  dayBefore,
  FIRST_DAY,
  HAMLET,
  isValidOn,
  opens,
  rowsByCode,
  unitAsOf,
} from './validity.js';

type Units = readonly Unit[];

/** CCDS-G03: the table names a code that is no unit; `date`: on that day, but on others. */
export function warnOfUnknown(
  units: Units,
  found: string,
  place: Place,
  log: Log,
  date?: IsoDate,
): void {
  if (found === '') return;
  const near = date === undefined ? withOtherZeros(units, found) : undefined;
  const args = { found, ...(date !== undefined && { date }), ...(near !== undefined && { near }) };
  log.findings.push(finding('CCDS-G03', place, args));
}

/** CCDS-G03 for a code that is no unit as of its row's date; a blank or bad date is told by itself. */
function warnUnlessOn(units: Units, date: IsoDate, code: string, place: Place, log: Log): void {
  const isDated = date > FIRST_DAY;
  if (isDated && unitAsOf({ units }, code, date) === undefined)
    warnOfDay(units, date, code, place, log);
}

function warnOfDay(units: Units, date: IsoDate | null, code: string, place: Place, log: Log): void {
  const isOnOthers = date !== null && rowsByCode({ units }).has(code);
  warnOfUnknown(units, code, place, log, isOnOthers ? date : undefined);
}

/** A required date: a blank one is a problem too, and stands for the first day. */
function requiredDate(row: TableRow, column: string, log: Log): string {
  if (required(row, column, log) === '') return FIRST_DAY;
  return dateOf(row, column, log) ?? FIRST_DAY;
}

/** A required number: a blank one is a problem too, and stands for 0. */
function requiredNumber(row: TableRow, column: string, kind: NumberKind, log: Log): number {
  return required(row, column, log) === '' ? 0 : (numberOf(row, column, kind, log) ?? 0);
}

/** Later rows of the same key are problems: they can't both hold. */
function refuseTwice(rows: readonly TableRow[], columns: readonly string[], log: Log): void {
  const first = new Map<string, TableRow>();
  for (const row of rows) {
    const key = columns.map((column) => row.values[column]).join('\n');
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else log.problem(row.place, 'duplicate-row', `${before.place.row ?? ''}`);
  }
}

function read(table: RegistryTable, columns: readonly string[], codes: string[], log: Log) {
  warnOfSpaces(table, codes, log);
  return readTable(table, columns, log);
}

/** `baselines.csv`: `unit,baseline,from,value`. */
export function readBaselines(
  table: RegistryTable | undefined,
  units: Units,
  log: Log,
): readonly Baseline[] {
  if (table === undefined) return [];
  const rows = read(table, ['unit', 'baseline', 'from', 'value'], ['unit', 'baseline'], log);
  refuseTwice(rows, ['unit', 'baseline', 'from'], log);
  return rows.map((row) => {
    const unit = required(row, 'unit', log);
    const from = requiredDate(row, 'from', log);
    warnUnlessOn(units, from, unit, row.place, log);
    const baseline = required(row, 'baseline', log);
    const value = requiredNumber(row, 'value', 'count', log);
    return { unit, baseline, from, value, place: row.place };
  });
}

/**
 * `targets.csv`: `unit,indicator,period,value`. A target of a unit that is there for a part of the
 * period alone holds in the months that have it: only where there is none in any month nothing ever
 * reads the row.
 */
export function readTargets(
  table: RegistryTable | undefined,
  units: Units,
  numbers: ReadonlyMap<string, NumberKind>,
  log: Log,
): readonly Target[] {
  if (table === undefined) return [];
  const rows = read(table, ['unit', 'indicator', 'period', 'value'], ['unit', 'indicator'], log);
  refuseTwice(rows, ['unit', 'indicator', 'period'], log);
  return rows.flatMap((row) => {
    const unit = required(row, 'unit', log);
    const period = required(row, 'period', log);
    const parsed = parsePeriod(period);
    if (parsed === null && period !== '') log.problem(row.place, 'bad-period', period);
    if (parsed !== null && !isThereIn(units, unit, parsed))
      warnOfDay(units, lastDay(parsed), unit, row.place, log);
    const indicator = required(row, 'indicator', log);
    const value = requiredNumber(row, 'value', numbers.get(indicator) ?? 'unknown', log);
    return parsed === null ? [] : [{ unit, indicator, period: parsed, value, place: row.place }];
  });
}

/** True where some month of a period has the unit on its map, which is that of its last day. */
function isThereIn(units: Units, code: string, period: Period): boolean {
  return monthsOf(period).some((month) => unitAsOf({ units }, code, lastDay(month)) !== undefined);
}

/** `changes.csv`: `effective,from,to,share`; `from` as of the day before, `to` as of that day. */
export function readChanges(
  table: RegistryTable | undefined,
  units: Units,
  log: Log,
): readonly Change[] {
  if (table === undefined) return [];
  const rows = read(table, ['effective', 'from', 'to', 'share'], ['from', 'to'], log);
  refuseTwice(rows, ['effective', 'from', 'to'], log);
  checkShares(rows, log);
  return rows.map((row) => {
    const effective = requiredDate(row, 'effective', log);
    const from = required(row, 'from', log);
    const to = required(row, 'to', log);
    warnUnlessOn(units, dayBefore(effective), from, row.place, log);
    warnUnlessOn(units, effective, to, row.place, log);
    return { effective, from, to, share: shareOf(row, log), place: row.place };
  });
}

function shareOf(row: TableRow, log: Log): number | null {
  const share = numberOf(row, 'share', 'share', log);
  if (share !== null && share > 1) log.problem(row.place, 'bad-share', `${share}`);
  return share;
}

/** Shares of one unit's rows of one day add up to 1 at most, but for rounding. */
function checkShares(rows: readonly TableRow[], log: Log): void {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.values.effective}\n${row.values.from}`;
    const share = parseShare(row.values.share ?? '') ?? 0;
    const sum = (sums.get(key) ?? 0) + (share <= 1 ? share : 0);
    sums.set(key, sum);
    if (sum > 1.0005) log.problem(row.place, 'bad-share', sum.toFixed(4));
  }
}

/** `teams.csv`: `team,unit,serves,valid_from,valid_to`; `;` between the hamlets' codes. */
export function readTeams(
  table: RegistryTable | undefined,
  units: Units,
  log: Log,
): readonly TeamRow[] {
  if (table === undefined) return [];
  const columns = ['team', 'unit', 'serves', 'valid_from', 'valid_to'];
  const rows = read(table, columns, ['team', 'unit'], log);
  refuseTwice(rows, columns, log);
  return rows.map((row) => {
    const validity = validityOf(row, log);
    const unit = required(row, 'unit', log);
    const serves = (row.values.serves ?? '').split(';').map((code) => code.trim());
    const team = {
      team: required(row, 'team', log),
      unit,
      serves: serves.filter((code) => code !== ''),
      ...validity,
      place: row.place,
    };
    for (const code of new Set([unit, ...team.serves])) {
      const day = team.validFrom ?? team.validTo;
      if (!isKnownDuring(units, code, team)) warnOfDay(units, day, code, row.place, log);
      else if (team.serves.includes(code)) warnUnlessHamlet(units, code, row.place, log);
    }
    return team;
  });
}

/** CCDS-G03: teams serve hamlets, and what serves a commune is counted nowhere. */
function warnUnlessHamlet(units: Units, code: string, place: Place, log: Log): void {
  const known = rowsByCode({ units }).get(code) ?? [];
  if (known.length === 0 || known.some(({ level }) => level === HAMLET)) return;
  log.findings.push(finding('CCDS-G03', place, { found: code, name: known[0]!.name }));
}

/** A dated row's code is read on its first day; on its last where that is open. */
function isKnownDuring(units: Units, code: string, row: Pick<Unit, 'validFrom' | 'validTo'>) {
  const known = rowsByCode({ units }).get(code) ?? [];
  if (row.validFrom !== null) return known.some((unit) => isValidOn(unit, opens(row)));
  return known.some((unit) => opens(unit) <= closes(row));
}
