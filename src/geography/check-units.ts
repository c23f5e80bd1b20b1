import { finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import { withOtherZeros } from './leading-zeros.js';
import { nameOf } from './names.js';
import type { Log } from './problems.js';
import type { Unit } from './types.js';
import { closes, dayAfter, dayBefore, FIRST_DAY, LAST_DAY, opens, rowsByCode } from './validity.js';

type Rows = ReadonlyMap<string, readonly Unit[]>;

const at = (unit: Unit) => unit.place ?? { file: 'units.csv' };

/**
 * Self-checks of the units (contract, Registry): unknown levels, a code that means two units on one
 * day, orphans, cycles, levels out of order; warnings for two of one name under one parent, and for
 * a level that is skipped. Rows that close before they open were told before, and are left out.
 */
export function checkUnits(units: readonly Unit[], levels: readonly string[], log: Log): void {
  const sound = units.filter((unit) => unit.code !== '' && opens(unit) <= closes(unit));
  const rows = rowsByCode({ units: sound });
  for (const unit of sound) checkLevel(unit, levels, log);
  for (const same of rows.values()) if (same.length > 1) checkOverlaps(same, log);
  for (const unit of sound) checkParent(unit, sound, rows, levels, log);
  warnOfNamesakes(sound, log);
  warnOfSkipped(sound, rows, levels, log);
}

function checkLevel(unit: Unit, levels: readonly string[], log: Log): void {
  if (unit.level !== '' && !levels.includes(unit.level)) {
    log.problem(at(unit), 'unknown-level', unit.level);
  }
}

function overlap(a: Unit, b: Unit): boolean {
  return opens(a) <= closes(b) && opens(b) <= closes(a);
}

function isSameRow(a: Unit, b: Unit): boolean {
  return (['name', 'level', 'parent', 'validFrom', 'validTo'] as const).every(
    (key) => a[key] === b[key],
  );
}

/** Each row against the rows of its code before it; the first clash of a row is told. */
function checkOverlaps(rows: readonly Unit[], log: Log): void {
  for (const [i, unit] of rows.entries()) {
    const other = rows.slice(0, i).find((before) => overlap(before, unit));
    if (other === undefined) continue;
    const row = `${at(other).row ?? ''}`;
    if (isSameRow(other, unit)) log.problem(at(unit), 'duplicate-row', row);
    else log.problem(at(unit), 'overlap', `${unit.code}: ${other.name} (${row})`);
  }
}

function checkParent(
  unit: Unit,
  units: readonly Unit[],
  rows: Rows,
  levels: readonly string[],
  log: Log,
): void {
  const depth = levels.indexOf(unit.level);
  if (unit.parent === null) {
    if (depth > 0) log.problem(at(unit), 'orphan', '');
    return;
  }
  const parents = (rows.get(unit.parent) ?? []).filter((parent) => overlap(parent, unit));
  const gap = firstGap(unit, parents);
  if (gap !== null) {
    const near = rows.has(unit.parent) ? undefined : withOtherZeros(units, unit.parent);
    const days = near === undefined ? gap : `≠ ${near}`;
    log.problem(at(unit), 'orphan', `${unit.parent} ${days}`.trim());
  }
  const wrong = parents.find((parent) => levels.indexOf(parent.level) >= depth);
  if (wrong !== undefined) checkRound(unit, wrong, rows, levels, log);
}

/** The first days of a unit's validity on which it has no parent, `from..to`; null if none. */
function firstGap(unit: Unit, parents: readonly Unit[]): string | null {
  if (parents.length === 0) return '';
  let day = opens(unit);
  for (const parent of [...parents].sort((a, b) => (opens(a) < opens(b) ? -1 : 1))) {
    if (opens(parent) > day) return span(day, dayBefore(opens(parent)));
    if (closes(parent) >= closes(unit)) return null;
    day = dayAfter(closes(parent));
  }
  return span(day, closes(unit));
}

function span(from: string, to: string): string {
  return `${from === FIRST_DAY ? '' : from}..${to === LAST_DAY ? '' : to}`;
}

/** Every cycle has an edge that does not lead up a level: from there it is followed round. */
function checkRound(
  unit: Unit,
  parent: Unit,
  rows: Rows,
  levels: readonly string[],
  log: Log,
): void {
  const path = [unit];
  let up: Unit | undefined = parent;
  while (up !== undefined && !path.includes(up)) {
    path.push(up);
    const above: Unit = up;
    up = rows.get(above.parent ?? '')?.find((next) => overlap(next, above) && overlap(next, unit));
  }
  if (up === unit) {
    log.problem(at(unit), 'cycle', [...path, unit].map((each) => each.code).join(' > '));
  } else if (levels.includes(unit.level) && levels.includes(parent.level)) {
    log.problem(at(unit), 'level-not-below', `${unit.level} < ${parent.level}`);
  }
}

/** CCDS-G01: real after mergers, but a sheet that names them can't tell them apart. */
function warnOfNamesakes(units: readonly Unit[], log: Log): void {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = `${unit.parent ?? ''}\n${unit.level}\n${nameOf(unit).whole}`;
    getOrMake(groups, key, () => []).push(unit);
  }
  for (const group of groups.values()) {
    const clash = group.filter((a) => group.some((b) => b.code !== a.code && overlap(a, b)));
    const last = clash.at(-1);
    if (last === undefined) continue;
    const codes = [...new Set(clash.map((unit) => unit.code))].sort().join(', ');
    log.findings.push(finding('CCDS-G01', at(last), { name: last.name, codes }));
  }
}

/**
 * CCDS-G16: units right below one that on some day has units of a level between them, as a hamlet
 * of a district with communes: tables by commune lack it. A district without any communes (an
 * island) has its hamlets right below. Told once for each such unit above.
 */
function warnOfSkipped(
  units: readonly Unit[],
  rows: Rows,
  levels: readonly string[],
  log: Log,
): void {
  const below = new Map<string, Unit[]>();
  for (const unit of units)
    if (unit.parent !== null) getOrMake(below, unit.parent, () => []).push(unit);
  const depth = ({ level }: Unit) => levels.indexOf(level);
  for (const [code, children] of below) {
    const deepest = children.reduce((most, unit) => Math.max(most, depth(unit)), 0);
    const between = children.filter((unit) => depth(unit) < deepest);
    if (between.length === 0) continue;
    const skipping = children.flatMap((unit) => {
      const beside = between.find((one) => depth(one) < depth(unit) && overlap(one, unit));
      return beside === undefined ? [] : [{ unit, beside }];
    });
    const [first] = skipping;
    if (first === undefined) continue;
    const { unit, beside } = first;
    const parent = rows.get(code)?.find((one) => overlap(one, unit))?.name ?? code;
    const count = skipping.length;
    const args = {
      name: unit.name,
      parent,
      others: beside.name,
      ...(count > 1 && { rows: count }),
    };
    log.findings.push(finding('CCDS-G16', at(unit), args, { unit: unit.code }));
  }
}
