import { getOrMake } from '../../core/memo.js';
import { isMonth, type Month, monthsOf, type Period, parsePeriod } from '../../core/period.js';
import { ancestors } from '../../geography/tree.js';
import type { Tree } from '../../geography/types.js';
import { formsByCount } from '../../indicators/forms-by-count.js';
import type { Fact, SheetLine, SubmissionLine, UnitLine } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import type { BrokenPackage, Package } from './input.js';

/** A package that is not counted: nothing is known of its rows. */
export function brokenLine({ name, part, sha256 }: BrokenPackage): SubmissionLine {
  return {
    file: `${name}/${part}`,
    sha256,
    status: 'rejected',
    unit: null,
    form: null,
    period: null,
    receivedAt: '',
    rows: { read: 0, accepted: 0, rejected: 0, ignored: 0 },
  };
}

/** A submission of a package that was set aside. */
export function ignoredLine(
  line: SubmissionLine,
  status: SubmissionLine['status'] = 'ignored',
): SubmissionLine {
  const { read } = line.rows;
  return { ...line, status, rows: { read, accepted: 0, rejected: 0, ignored: read } };
}

/** How many of a line's figures count, and how many are counted from elsewhere. */
export interface LineFigures {
  counted: number;
  elsewhere: number;
  /** Of hamlets that the registry does not have. */
  unknown: number;
}

/**
 * A submission of a package of which figures are counted from elsewhere, or nowhere: all of them, and
 * its rows are none that count; or a part, and which rows those are a package does not tell.
 */
export function lineAfter(line: SubmissionLine, figures: LineFigures | undefined): SubmissionLine {
  const { counted, elsewhere, unknown } = figures ?? { counted: 0, elsewhere: 0, unknown: 0 };
  if (elsewhere + unknown === 0) return line;
  if (counted > 0) return { ...line, status: 'partial' };
  if (elsewhere > 0) return ignoredLine(line, 'superseded');
  const { accepted, rejected } = line.rows;
  return {
    ...line,
    status: 'rejected',
    rows: { ...line.rows, accepted: 0, rejected: rejected + accepted },
  };
}

/** Packages tell of files and forms, not of sheets: one for each. */
export function linesOf(submissions: readonly SubmissionLine[]): SheetLine[] {
  return submissions.map(({ file, form, period, status, rows }) => ({
    file,
    sheet: '',
    form,
    layout: null,
    status,
    rows,
    month: period !== null && isMonth(period) ? period : null,
  }));
}

/** What a package's lines tell of a hamlet's figure. */
export interface Origin {
  /** The line that it came from. */
  readonly source: number;
  /** The months of its period that it is of. */
  readonly months: readonly Month[];
}

/**
 * Where a hamlet's figure came from, as near as a package tells: the lines of the figure's form,
 * and of the hamlet or the units above it. Of these the nearest is the source, else the package's
 * first; the figure is of the months of all of them, else of the package's whole period.
 * @param first index of the package's first line in the run
 */
export function originFinder(
  { submissions, period }: Pick<Package, 'submissions' | 'period'>,
  first: number,
  { indicators, tree }: Pick<Config, 'indicators'> & { readonly tree: Tree },
): (fact: Fact) => Origin {
  const formOf = formsByCount(indicators);
  const lines = new Map<string, number[]>();
  submissions.forEach(({ unit, form, status }, i) => {
    const counts = status === 'accepted' || status === 'partial';
    if (counts && unit !== null) getOrMake(lines, `${form} ${unit}`, () => []).push(i);
  });
  const origins = new Map<string, Origin>();
  const find = (form: string | undefined, unit: string): Origin => {
    const node = tree.byCode.get(unit);
    const above = node === undefined ? [] : ancestors(node).map((up) => up.unit.code);
    const own = [unit, ...above].flatMap((code) => lines.get(`${form} ${code}`) ?? []);
    const stated = new Set(own.flatMap((i) => statedMonths(submissions[i]!, period)));
    const whole = monthsOf(period);
    const months = stated.size === 0 ? whole : whole.filter((month) => stated.has(month));
    return { source: first + (own[0] ?? 0), months };
  };
  return ({ unit, indicator }) => {
    const form = formOf.get(indicator);
    return getOrMake(origins, `${form} ${unit}`, () => find(form, unit));
  };
}

/** Months that a line's periods (`2024-07 2024-08`) are made of; all where it states none. */
function statedMonths({ period }: SubmissionLine, whole: Period): readonly Month[] {
  const periods = (period ?? '').split(' ').flatMap((text) => parsePeriod(text) ?? []);
  return (periods.length === 0 ? [whole] : periods).flatMap(monthsOf);
}

/** Rows by the lowest unit that covers a submission: packages do not tell them by hamlet. */
export function unitLines(submissions: readonly SubmissionLine[]): UnitLine[] {
  return submissions.map(({ unit, rows: { accepted, rejected, ignored } }) => ({
    unit,
    accepted,
    rejected,
    ignored,
  }));
}
