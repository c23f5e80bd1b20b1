import type { Finding } from '../../core/finding.js';
import { includes, type Period, parsePeriod } from '../../core/period.js';
import { type FindPeriods, type FoundPeriod, periodOf } from '../../core/period-text.js';
import type { SheetReport } from '../../forms/report.js';
import type { SheetContext } from '../../forms/sheet-reader.js';

/** What reading one sheet of a workbook came to. */
export interface SheetRead {
  readonly report: SheetReport;
  readonly findings: readonly Finding[];
}

/** What tells the periods of the workbook's sheets. */
interface Telling {
  readonly names: SheetContext['names'];
  readonly findPeriods: FindPeriods;
  readonly wanted: Period | null;
}

/**
 * The periods of those of a workbook's sheets that name another month than the file does (`T8` beside `T9` in
 * `BC T9.2024.xlsx`): they were kept in it, and the file's name is not theirs. None where no sheet
 * names the file's own.
 * @param sheets the names of all of them
 */
export function namedMonths(
  sheets: readonly string[],
  { names, findPeriods, wanted }: Telling,
): ReadonlyMap<number, Period> {
  const none = new Map<number, Period>();
  if (sheets.length < 2) return none;
  const ofFile = names.flatMap(({ text, from }) => statedIn(findPeriods(text, from)))[0];
  if (ofFile === undefined) return none;
  const asked = wanted === null ? null : Number(wanted.slice(0, 4));
  const whole = periodOf({ ...ofFile, year: ofFile.year ?? asked });
  if (whole === null) return none;
  const months = sheets.map((name) => {
    const said = statedIn(findPeriods(name, 'file'));
    return said.length === 1 ? nearest(said[0]!, whole) : null;
  });
  if (!months.some((month) => month !== null && agree(month, whole))) return none;
  return new Map(
    months.flatMap((month, i) => (month === null || agree(month, whole) ? [] : [[i, month]])),
  );
}

/**
 * The periods of sheets that were refused, as a line of them states another than the file (CCDS-P01), where
 * all their hamlets stand in another sheet that is of the file's. Where they do not, the line may as well
 * have been left as it was, which is asked about.
 * @param reads what all sheets came to
 */
export function refusedMonths(reads: readonly SheetRead[]): ReadonlyMap<number, Period> {
  const kept = new Map<number, Period>();
  if (reads.length < 2) return kept;
  for (const [i, read] of reads.entries()) {
    const own = refusedFor(read, reads);
    if (own !== null) kept.set(i, own);
  }
  return kept;
}

function statedIn(found: readonly FoundPeriod[]): readonly FoundPeriod[] {
  return found.filter(({ strength, aside }) => strength === 'stated' && aside === undefined);
}

/** `T12` in a file of January is the December before it. */
function nearest(said: FoundPeriod, whole: Period): Period | null {
  if (said.year !== null) return periodOf(said);
  const year = Number(whole.slice(0, 4));
  const here = periodOf({ ...said, year });
  return here !== null && here > whole ? periodOf({ ...said, year: year - 1 }) : here;
}

/** The period of a line that refused the sheet, as the file has another, where that has its hamlets. */
function refusedFor({ findings, report }: SheetRead, reads: readonly SheetRead[]): Period | null {
  const refusals = findings.filter(({ code }) => code === 'CCDS-P01').map(({ args }) => args);
  const [args] = refusals;
  if (args?.firstFrom !== 'line' || !/^(?:file|folder)$/.test(`${args.secondFrom}`)) return null;
  if (refusals.some(({ first, second }) => first !== args.first || second !== args.second))
    return null;
  const [own, other] = [parsePeriod(`${args.first}`), parsePeriod(`${args.second}`)];
  const refused = report.tables.filter(({ state }) => state === 'rejected');
  if (own === null || other === null || refused.length === 0) return null;
  const isCovered = refused.every(({ form, named = [] }) => {
    const there = hamletsOf(reads, form, other);
    return named.length > 0 && named.every((unit) => there.has(unit));
  });
  return isCovered ? own : null;
}

/** The hamlets that sheets have rows of in a form, in a period. */
function hamletsOf(reads: readonly SheetRead[], form: string, period: Period): ReadonlySet<string> {
  const tables = reads.flatMap(({ report }) => report.tables);
  const read = tables.filter(
    (table) => table.form === form && table.month !== null && includes(period, table.month),
  );
  return new Set(read.flatMap(({ parts }) => parts.map(({ unit }) => unit)));
}

function agree(a: Period, b: Period): boolean {
  return includes(a, b) || includes(b, a);
}
