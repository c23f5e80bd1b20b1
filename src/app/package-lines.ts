import { getOrMake } from '../core/memo.js';
import { isMonth } from '../core/period.js';
import { sourcedFrom } from '../forms/measures.js';
import { ancestors } from '../geography/tree.js';
import type { Tree } from '../geography/types.js';
import type { Fact, SheetLine, SubmissionLine, UnitLine } from '../rollup/types.js';
import type { Config } from './config.js';
import type { BrokenPackage } from './package-input.js';

/** A package that is not counted: nothing is known of its rows. */
export function brokenLine({ name, part, sha256 }: BrokenPackage): SubmissionLine {
  return {
    file: `${name}/${part}`,
    sha256,
    status: 'rejected',
    ...{ unit: null, form: null, period: null, receivedAt: '' },
    rows: { read: 0, accepted: 0, rejected: 0, ignored: 0 },
  };
}

/** A submission of a package that was set aside. */
export function ignoredLine(line: SubmissionLine): SubmissionLine {
  const { read } = line.rows;
  return { ...line, status: 'ignored', rows: { read, accepted: 0, rejected: 0, ignored: read } };
}

/** Packages tell of files and forms, not of sheets: one for each. */
export function linesOf(submissions: readonly SubmissionLine[]): SheetLine[] {
  return submissions.map(({ file, form, period, status, rows }) => ({
    ...{ file, sheet: '', form, layout: null, status, rows },
    month: period !== null && isMonth(period) ? period : null,
  }));
}

/**
 * The line that a hamlet's figure came from, as near as a package tells: of the figure's
 * form, and of the hamlet or the nearest unit above it; else the package's first.
 * @param first index of the package's first line in the run
 */
export function sourceFinder(
  submissions: readonly SubmissionLine[],
  first: number,
  { forms, indicators, tree }: Pick<Config, 'forms' | 'indicators'> & { readonly tree: Tree },
): (fact: Fact) => number {
  const formOf = new Map(
    forms.flatMap((form) => sourcedFrom(form, indicators).map(({ id }) => [id, form.id])),
  );
  const lines = new Map<string, number>();
  submissions.forEach(({ unit, form, status }, i) => {
    const counts = status === 'accepted' || status === 'partial';
    if (counts && unit !== null) getOrMake(lines, `${form} ${unit}`, () => first + i);
  });
  return ({ unit, indicator }) => {
    const node = tree.byCode.get(unit);
    const above = node === undefined ? [] : ancestors(node).map((up) => up.unit.code);
    const found = [unit, ...above].map((code) => lines.get(`${formOf.get(indicator)} ${code}`));
    return found.find((line) => line !== undefined) ?? first;
  };
}

/** Rows by the lowest unit that covers a submission: packages do not tell them by hamlet. */
export function unitLines(submissions: readonly SubmissionLine[]): UnitLine[] {
  return submissions.map(({ unit, rows: { accepted, rejected, ignored } }) => ({
    ...{ unit, accepted, rejected, ignored },
  }));
}
