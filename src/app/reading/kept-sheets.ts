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
 * The sheets of other months that are kept in a workbook whose name is of one, and their periods:
 * the file's name is not theirs. Sheets are told apart by their names (`T8` beside `T9` in
 * `BC T9.2024.xlsx`), or by the lines of one whose hamlets all stand in another that is of the file's month;
 * where they do not, the line may as well have been left as it was, which is asked about (CCDS-P01).
 */
export function keptSheets(
  reads: readonly SheetRead[],
  telling: Telling,
): ReadonlyMap<number, Period> {
  const kept = new Map<number, Period>();
  if (reads.length < 2) return kept;
  const named = namedMonths(reads, telling);
  for (const [i, read] of reads.entries()) {
    const own = named.get(i) ?? refusedFor(read, reads);
    if (own !== null) kept.set(i, own);
  }
  return kept;
}

/** Months of sheets by their names, where the file's own is another sheet's. */
function namedMonths(
  reads: readonly SheetRead[],
  { names, findPeriods, wanted }: Telling,
): ReadonlyMap<number, Period> {
  const none = new Map<number, Period>();
  const ofFile = names.flatMap(({ text, from }) => statedIn(findPeriods(text, from)))[0];
  if (ofFile === undefined) return none;
  const asked = wanted === null ? null : Number(wanted.slice(0, 4));
  const whole = periodOf({ ...ofFile, year: ofFile.year ?? asked });
  if (whole === null) return none;
  const months = reads.map(({ report }) => {
    const said = statedIn(findPeriods(report.name, 'file'));
    return said.length === 1 ? nearest(said[0]!, whole) : null;
  });
  if (!months.some((month) => month !== null && agree(month, whole))) return none;
  const others = months.map((month) => (month === null || agree(month, whole) ? null : month));
  return new Map([...others.entries()].flatMap(([i, month]) => (month ? [[i, month]] : [])));
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
