import { type Finding, finding, type Place } from '../../core/finding.js';
import { firstFew } from '../../core/first-few.js';
import { getOrMake } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import { includes, type Month, monthsOf, type Period } from '../../core/period.js';
import type { BaselineValues } from '../../geography/baselines.js';
import type { Tree } from '../../geography/types.js';
import { formsByCount } from '../../indicators/forms-by-count.js';
import type { Accounting } from '../../rollup/accounting.js';
import { monthsOfFact } from '../../rollup/fact-months.js';
import type { Fact, SheetLine, SubmissionLine, UnitLine } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import type { HamletsKnown } from './hamlets-known.js';
import type { BrokenPackage, Package } from './input.js';
import {
  brokenLine,
  ignoredLine,
  type LineFigures,
  lineAfter,
  linesOf,
  type Origin,
  originFinder,
  unitLines,
} from './lines.js';
import { lastMonthOf } from './tables.js';

/** What packages add to a run. */
export interface Merged {
  readonly facts: readonly Fact[];
  readonly stated: BaselineValues;
  readonly findings: readonly Finding[];
  readonly sheets: readonly SheetLine[];
  readonly submissions: readonly SubmissionLine[];
  readonly units: readonly UnitLine[];
}

const NOTHING: Merged = {
  facts: [],
  stated: new Map(),
  findings: [],
  sheets: [],
  submissions: [],
  units: [],
};

/** What the run goes by, and what it has of its own beside packages. */
export interface Around extends Pick<Config, 'indicators'> {
  readonly wanted: Period | null;
  readonly tree: Tree;
  readonly facts: readonly Fact[];
  /** The file of each of its sheets; the packages' lines come after them. */
  readonly files: readonly string[];
}

/**
 * Adds packages up. Their hamlets' figures are partial sums, so that values, shares and what
 * was reported come out as if all sheets had been read at once, but for one thing: who
 * stands in two packages is counted in both, as no keys cross (CCDS-D11). A hamlet's form
 * counts once: from the run's own sheets, else from the package of the longest period, and of these
 * from the one that came last (CCDS-D12). A copy of a package is set aside (CCDS-D06).
 */
export function mergePackages(all: readonly (Package | BrokenPackage)[], around: Around): Merged {
  if (all.length === 0) return NOTHING;
  const { wanted, files } = around;
  const taken = takenFrom(around);
  const stated = new Map<string, Map<string, number>>();
  const facts: Fact[] = [];
  const findings: Finding[] = [];
  const submissions: SubmissionLine[] = [];
  const first = new Map<string, string>();
  for (const one of inOrder(all)) {
    const original = first.get(one.sha256);
    if ('reason' in one) {
      const line = brokenLine(one);
      findings.push(finding('CCDS-F11', { file: line.file }, { reason: one.reason }));
      submissions.push(line);
    } else if (wanted !== null && !includes(wanted, one.period)) {
      const args = { stated: one.period, wanted };
      findings.push(finding('CCDS-P02', { file: one.name }, args, ofHome(one)));
      for (const line of one.submissions) submissions.push(ignoredLine(atHome(line, one)));
    } else if (original !== undefined) {
      const args = { otherFile: original };
      findings.push(finding('CCDS-D06', { file: one.name }, args, ofHome(one)));
      for (const line of one.submissions)
        submissions.push(ignoredLine(atHome(line, one), 'duplicate'));
    } else {
      first.set(one.sha256, one.name);
      const originOf = originFinder(one, files.length + submissions.length, around);
      const own = one.figures.facts.map((fact) =>
        placed(fact, originOf(fact), lastMonthOf(one.period)),
      );
      const { kept, lines } = counted(one, own, taken, findings);
      for (const fact of kept) facts.push(fact);
      const at = files.length + submissions.length;
      one.submissions.forEach((line, i) => {
        submissions.push(lineAfter(atHome(line, one), lines.get(at + i)));
      });
      for (const found of toldOf(one)) findings.push(found);
      for (const found of one.findings) findings.push(foundAtHome(found, one));
      state(stated, one.figures.baselines);
    }
  }
  const sheets = linesOf(submissions);
  return { facts, stated, findings, submissions, sheets, units: unitLines(submissions) };
}

/** A file whose unit nobody knows came from the package's own, and concerns that one. */
function atHome(line: SubmissionLine, { home }: Package): SubmissionLine {
  return line.unit === null ? { ...line, unit: home } : line;
}

/** What a package tells of no file, and of no unit that is known here, concerns the package's own. */
function foundAtHome(found: Finding, one: Package): Finding {
  const { unit, place } = found;
  if (place.file !== one.name) return found;
  const isKnown = unit !== undefined && !one.hamlets.strangers.some(({ code }) => code === unit);
  return isKnown ? found : { ...found, ...ofHome(one) };
}

/** The unit of what is told of a package as a whole. */
function ofHome({ home }: Pick<Package, 'home'>): { readonly unit?: string } {
  return home === null ? {} : { unit: home };
}

/**
 * Of packages that hold the same hamlets the first counts: that of the longest period, as a month's
 * can't be taken out of it, then the one with the report that came last, else by name. Those that
 * can't be read come last.
 */
function inOrder(all: readonly (Package | BrokenPackage)[]): readonly (Package | BrokenPackage)[] {
  const keyed = all.map((one) => {
    if ('reason' in one) return { one, months: 0, last: '' };
    const last = one.submissions.reduce((a, { receivedAt: b }) => (a < b ? b : a), '');
    return { one, months: monthsOf(one.period).length, last };
  });
  return keyed
    .sort(
      (a, b) =>
        b.months - a.months || byCodePoint(b.last, a.last) || byCodePoint(a.one.name, b.one.name),
    )
    .map(({ one }) => one);
}

/**
 * A figure of a period counts in its last month, and may be of several; one that is given back to a
 * unit that was split is of its own month.
 */
function placed(fact: Fact, { source, months }: Origin, last: Month): Fact {
  if (fact.month !== last) return { ...fact, source };
  const isPlain = months.length === 1 && months[0] === fact.month;
  return { ...fact, source, ...(!isPlain && { months }) };
}

/** The accounts of a run's own sheets, then those of its packages. */
export function withPackages(own: Accounting, merged: Merged): Accounting {
  return {
    sheets: [...own.sheets, ...merged.sheets],
    submissions: [...own.submissions, ...merged.submissions],
    units: [...own.units, ...merged.units],
  };
}

/** Baselines that sheets state, then those that packages know. */
export function bothStated(own: BaselineValues, merged: BaselineValues): BaselineValues {
  if (merged.size === 0) return own;
  const both = new Map<string, Map<string, number>>();
  for (const baselines of [own, merged]) state(both, baselines);
  return both;
}

/** Where a hamlet's form of a month has been counted from already. */
interface Taken {
  find(fact: Fact): string | undefined;
  add(fact: Fact, file: string): void;
}

function takenFrom({ indicators, facts, files }: Around): Taken {
  const formOf = formsByCount(indicators);
  const from = new Map<string, string>();
  const key = ({ unit, indicator }: Fact, month: Month) =>
    `${unit}\n${formOf.get(indicator)}\n${month}`;
  const taken: Taken = {
    find: (fact) =>
      monthsOfFact(fact)
        .map((month) => from.get(key(fact, month)))
        .find((file) => file !== undefined),
    add: (fact, file) => {
      for (const month of monthsOfFact(fact)) from.set(key(fact, month), file);
    },
  };
  for (const fact of facts) if (fact.value !== null) taken.add(fact, files[fact.source] ?? '');
  return taken;
}

/**
 * The package's facts without those that are counted from elsewhere (CCDS-D12 for each place), and
 * how many of each line's are which.
 */
function counted(one: Package, facts: readonly Fact[], taken: Taken, findings: Finding[]) {
  const { name, hamlets } = one;
  const strangers = new Set(hamlets.strangers.map(({ code }) => code));
  const elsewhere = new Map<string, Set<string>>();
  const lines = new Map<number, LineFigures>();
  const kept = facts.filter((fact) => {
    if (isNoReport(fact)) return true;
    const isUnknown = strangers.has(fact.unit);
    const file = isUnknown ? undefined : taken.find(fact);
    if (file !== undefined) elsewhere.set(file, (elsewhere.get(file) ?? new Set()).add(fact.unit));
    const line = getOrMake(lines, fact.source, () => ({ counted: 0, elsewhere: 0, unknown: 0 }));
    line[isUnknown ? 'unknown' : file === undefined ? 'counted' : 'elsewhere'] += 1;
    return !isUnknown && file === undefined;
  });
  for (const [otherFile, units] of [...elsewhere].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const args = { otherFile, units: firstFew([...units].sort()), count: units.size };
    findings.push(finding('CCDS-D12', { file: name }, args, ofHome(one)));
  }
  for (const fact of kept) if (!isNoReport(fact)) taken.add(fact, name);
  return { kept, lines };
}

/** A blank of what a unit may hold a part of, though it has reported nothing itself. */
function isNoReport({ isUntold, value }: Fact): boolean {
  return isUntold === true && value === null;
}

function toldOf({ name, submissions, unknown, hamlets, home }: Package): Finding[] {
  const unit = ofHome({ home });
  const files = new Set(submissions.map(({ file }) => file)).size;
  const values = { file: `${name}/values.csv` };
  return [
    ...hamlets.strangers.map((one) =>
      finding(
        'CCDS-U01',
        values,
        { name: `${one.code} ${one.name}`, parent: '', suggestions: '' },
        unit,
      ),
    ),
    ...renamedTold(hamlets.renamed, values).map((one) => ({ ...one, ...unit })),
    finding('CCDS-D11', { file: name }, { files }, unit),
    ...unknown.map((header) => finding('CCDS-S05', values, { header }, unit)),
  ];
}

/** CCDS-U05 once: the codes that registry and package give to hamlets of different names. */
function renamedTold(renamed: HamletsKnown['renamed'], place: Place): Finding[] {
  if (renamed.length === 0) return [];
  const args = {
    first: firstFew(renamed.map((one) => one.registry)),
    firstFrom: 'registry',
    second: firstFew(renamed.map((one) => one.package)),
    secondFrom: 'package',
  };
  return [finding('CCDS-U05', place, args)];
}

/** Baselines that packages know serve where the registry has none; the first to state one. */
function state(stated: Map<string, Map<string, number>>, baselines: BaselineValues): void {
  for (const [unit, values] of baselines) {
    const own = stated.get(unit) ?? new Map<string, number>();
    for (const [baseline, value] of values) if (!own.has(baseline)) own.set(baseline, value);
    stated.set(unit, own);
  }
}
