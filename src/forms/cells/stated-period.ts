import type { Coded } from '../../core/codes.js';
import {
  comparePeriods,
  includes,
  isMonth,
  type Month,
  monthsOf,
  type Period,
} from '../../core/period.js';
import { type FoundPeriod, periodOf } from '../../core/period-text.js';
import {
  agree,
  asMeant,
  type Dated,
  datedStatements,
  namedYears,
  oddStatement,
  type PeriodStatement,
  withoutAsides,
  yearOf,
} from './dated-statements.js';

export type { PeriodStatement } from './dated-statements.js';

/** What is to be told of the period that a sheet is taken for, or a row. */
export type PeriodProblem = Coded<'CCDS-P01' | 'CCDS-P02' | 'CCDS-P03' | 'CCDS-P04'> & {
  readonly cell?: string;
};

type ProblemOf<C extends PeriodProblem['code']> = Extract<PeriodProblem, { code: C }>;

export type PeriodVerdict = {
  /** Month that the sheet counts for; null where it is not known. */
  readonly month: Month | null;
  /** The period as stated, for people and `submissions.csv`. */
  readonly stated: Period | null;
} & (
  | { readonly state: 'read'; readonly problem: ProblemOf<'CCDS-P03'> | null }
  | { readonly state: 'rejected'; readonly problem: ProblemOf<'CCDS-P01' | 'CCDS-P04'> }
  | { readonly state: 'other-period'; readonly problem: ProblemOf<'CCDS-P02'> }
);

/** A verdict of another period than the run's. */
export type OtherPeriod = Extract<PeriodVerdict, { state: 'other-period' }>;

/** True where rows that state periods of their own are asked first: nothing here is of the run's. */
export function isLeftToRows({ state, problem }: PeriodVerdict): boolean {
  const isUnstated = problem?.code === 'CCDS-P04' && problem.args.stated === '';
  return state === 'other-period' || isUnstated;
}

/** That of a sheet some of whose rows are of the run's period. */
export function ofRows(wanted: Period): PeriodVerdict {
  return { month: monthsOf(wanted).at(-1)!, stated: wanted, state: 'read', problem: null };
}

/**
 * Which month a sheet is of (contract, Periods): of another month than the one asked for,
 * it is set aside; stating none, it takes a single month asked for; contradicting itself,
 * it is rejected. A quarter's sheet counts in its last month, in runs over the quarter. What
 * is no month, quarter, half or year (`9 tháng đầu năm`) can't be counted in any.
 */
export function settlePeriod(
  statements: readonly PeriodStatement[],
  wanted: Period | null,
): PeriodVerdict {
  const own = withoutAsides(statements);
  const dated = asMeant(datedStatements(own, wanted));
  const odd = oddStatement(own);
  if (odd !== null)
    return unfit(odd, dated, yearOf([odd, ...namedYears(own)], own, wanted), wanted);
  for (const [i, first] of dated.entries()) {
    const second = dated.slice(i + 1).find((other) => !agree(first.period, other.period));
    if (second !== undefined) return contradiction(first, second);
  }
  const finest = dated.reduce<Dated | null>((best, next) => finer(best, next), null);
  return finest === null ? unstated(wanted) : held(finest, wanted);
}

/**
 * What a table of the period's own counts alone makes of the last day of a running total, where
 * nothing else says what it is of: its counts are that total's, which is of no month.
 */
export function asRunning(statements: readonly PeriodStatement[]): readonly PeriodStatement[] {
  if (statements.some(({ found }) => found.strength === 'stated')) return statements;
  return statements.map((one) =>
    one.found.running === undefined ? one : { ...one, found: { ...one.found, strength: 'odd' } },
  );
}

/**
 * What a table of stocks makes of the months that a running total sums (`Lũy kế 9 tháng năm 2024`),
 * where no period is stated as near: a stock at their end is that of the last of them.
 */
export function asOfItsEnd(statements: readonly PeriodStatement[]): readonly PeriodStatement[] {
  const odd = oddStatement(withoutAsides(statements));
  if (odd?.found.running === undefined) return statements;
  const found = { ...odd.found, strength: 'stated' } as const;
  return statements.map((one) => (one === odd ? { ...one, found } : one));
}

/**
 * What a tally of the period's own counts makes of the year that its title ends with (`BÁO CÁO KẾT QUẢ
 * NĂM 2024`), where nothing states a part of one: its counts are that year's.
 */
export function asOfItsYear(statements: readonly PeriodStatement[]): readonly PeriodStatement[] {
  if (statements.some(({ found }) => found.strength !== 'year')) return statements;
  return statements.map((one) =>
    one.ofResults ? { ...one, found: { ...one.found, strength: 'stated' } } : one,
  );
}

/** True where statements of the sheet's own say nothing else than that it is of a period. */
export function isOfPeriod(statements: readonly PeriodStatement[], period: Period): boolean {
  const stated = withoutAsides(statements).filter(({ found }) => found.strength === 'stated');
  return stated.every(({ found }) => {
    const own = periodOf({ ...found, year: found.year ?? Number(period.slice(0, 4)) });
    return own !== null && agree(own, period);
  });
}

/** The statement of a sheet whose period is known. */
export function ofSheet(period: Period): PeriodStatement {
  const found = {
    year: Number(period.slice(0, 4)),
    part: period.slice(5),
    strength: 'stated',
    text: period,
  } as const;
  return { found, from: 'file' };
}

function finer(best: Dated | null, next: Dated): Dated {
  return best === null || monthsOf(next.period).length < monthsOf(best.period).length ? next : best;
}

function contradiction(first: Dated, second: Dated): PeriodVerdict {
  const args = {
    first: first.period,
    firstFrom: first.statement.from,
    second: second.period,
    secondFrom: second.statement.from,
  };
  const cell = first.statement.cell ?? second.statement.cell;
  return refused({ code: 'CCDS-P01', args, ...(cell !== undefined && { cell }) });
}

/** A stretch that is over before the period begins is another's; else it has to be mended. */
function unfit(
  statement: PeriodStatement,
  dated: readonly Dated[],
  year: number | null,
  wanted: Period | null,
): PeriodVerdict {
  const { found, from, cell } = statement;
  const stated = found.text;
  const at = cell !== undefined && { cell };
  const other = dated.find(({ statement: { found } }) => found.strength === 'stated');
  if (other !== undefined && other.statement.from !== 'sheet') {
    const second = { second: other.period, secondFrom: other.statement.from };
    return refused({
      code: 'CCDS-P01',
      args: { first: stated, firstFrom: from, ...second },
      ...at,
    });
  }
  const last = periodOf({ ...found, year: found.year ?? year });
  if (wanted === null || last === null || comparePeriods(last, monthsOf(wanted)[0]!) >= 0)
    return refused({ code: 'CCDS-P04', args: { stated, wanted: '' }, ...at });
  const problem = { code: 'CCDS-P02' as const, args: { stated, wanted }, ...at };
  return { month: last as Month, stated: null, state: 'other-period', problem };
}

function refused(problem: ProblemOf<'CCDS-P01' | 'CCDS-P04'>): PeriodVerdict {
  return { month: null, stated: null, state: 'rejected', problem };
}

function unstated(wanted: Period | null): PeriodVerdict {
  if (wanted === null) return { month: null, stated: null, state: 'read', problem: null };
  if (!isMonth(wanted)) return refused({ code: 'CCDS-P04', args: { stated: '', wanted } });
  return {
    month: wanted,
    stated: wanted,
    state: 'read',
    problem: { code: 'CCDS-P03', args: { wanted } },
  };
}

function held({ period, statement }: Dated, wanted: Period | null): PeriodVerdict {
  const month = monthsOf(period).at(-1)!;
  if (wanted === null || includes(wanted, period))
    return { month, stated: period, state: 'read', problem: null };
  if (includes(period, wanted) && statement.found.strength === 'year') return unstated(wanted);
  const problem = {
    code: 'CCDS-P02' as const,
    args: { stated: period, wanted },
    ...(statement.cell !== undefined && { cell: statement.cell }),
  };
  return { month, stated: period, state: 'other-period', problem };
}

/** True of what states a period by itself, and not beside something else. */
export function statesPeriod(found: readonly FoundPeriod[]): boolean {
  return found.some(
    ({ strength, aside }) => aside === undefined && (strength === 'stated' || strength === 'odd'),
  );
}
