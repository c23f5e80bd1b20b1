import { includes, type Period } from '../../core/period.js';
import { type FoundPeriod, periodOf } from '../../core/period-text.js';

/** A period as stated somewhere: in a line or heading of the sheet, its file's or folder's name. */
export interface PeriodStatement {
  readonly found: FoundPeriod;
  /** Meant instead where the sheet is of it: `đến 20/8/2024` is told of August as well. */
  readonly or?: Period;
  readonly from: 'column' | 'line' | 'file' | 'folder' | 'sheet';
  readonly cell?: string;
  /** The line says nothing else: `Năm 2024` below `THÁNG 9`. */
  readonly alone?: boolean;
  /** A title ends with it that says what was counted: `BÁO CÁO KẾT QUẢ NĂM 2024`. */
  readonly ofResults?: boolean;
}

/** A statement, and the period that it is taken for. */
export interface Dated {
  readonly period: Period;
  readonly statement: PeriodStatement;
}

/** What is of a plan or a founding goes, where a period of the sheet's own is stated. */
export function withoutAsides(statements: readonly PeriodStatement[]): readonly PeriodStatement[] {
  const isOwn = ({ found, from }: PeriodStatement) =>
    found.aside === undefined && from !== 'sheet' && /^(?:stated|odd)$/.test(found.strength);
  return statements.some(isOwn)
    ? statements.filter(({ found }) => found.aside === undefined)
    : statements;
}

/** From the nearest to the farthest. */
const NEARNESS: readonly PeriodStatement['from'][] = ['column', 'line', 'file', 'folder', 'sheet'];

/** What is no period, unless one is stated as near to the table, or nearer. */
export function oddStatement(statements: readonly PeriodStatement[]): PeriodStatement | null {
  for (const from of NEARNESS) {
    const here = statements.filter((one) => one.from === from);
    if (here.some(({ found }) => found.strength === 'stated')) return null;
    const odd = here.find(({ found }) => found.strength === 'odd');
    if (odd !== undefined) return odd;
  }
  return null;
}

/**
 * Plain statements; where there are none, an `until` date or the sheet's name. A sheet may
 * bear any name (contract, Forms), so its own is asked only where nothing else speaks.
 */
export function datedStatements(
  statements: readonly PeriodStatement[],
  wanted: Period | null,
): Dated[] {
  const others = statements.filter(({ from }) => from !== 'sheet');
  const years = namedYears(others);
  const plain = others.filter(({ found }) => found.strength === 'stated');
  const until = surest(others.filter(({ found }) => found.strength === 'until'));
  const named = statements.filter(
    ({ found, from }) => from === 'sheet' && found.strength === 'stated' && isInYears(found, years),
  );
  const rest = [...years, ...(until.length > 0 ? until : named)];
  const used =
    plain.length > 0
      ? [...plain, ...years]
      : rest.length > 0
        ? rest
        : otherYears(statements, wanted);
  const year = yearOf(used, statements, wanted);
  return used.flatMap((statement) => {
    const { found } = statement;
    const period = periodOf(found.year === null ? { ...found, year } : found);
    return period === null ? [] : [{ period, statement }];
  });
}

/** Days of figures, not of a running total, with their year; where there are none, all. */
function surest(until: readonly PeriodStatement[]): readonly PeriodStatement[] {
  const sure = until.filter(({ found }) => found.year !== null && found.running === undefined);
  return sure.length > 0 ? sure : until;
}

/** Years in the names of a file and its folders. */
export function namedYears(statements: readonly PeriodStatement[]): readonly PeriodStatement[] {
  const names = statements.filter(({ from }) => from === 'file' || from === 'folder');
  return names.filter(({ found }) => found.strength === 'year');
}

/** `Năm 2023` alone says too little to count a sheet by, but of 2024 it is not. */
function otherYears(
  statements: readonly PeriodStatement[],
  wanted: Period | null,
): readonly PeriodStatement[] {
  const years = statements.filter(({ found, alone }) => alone && found.strength === 'year');
  const isOther = ({ found }: PeriodStatement) => found.year !== Number(wanted?.slice(0, 4));
  return wanted !== null && years.every(isOther) ? years : [];
}

function isInYears(found: FoundPeriod, years: readonly PeriodStatement[]): boolean {
  return found.year === null || years.every((one) => one.found.year === found.year);
}

/** What may be of two months is of the one that the other statements name. */
export function asMeant(dated: readonly Dated[]): readonly Dated[] {
  const sure = dated.filter(({ statement }) => statement.or === undefined);
  const fits = (one: Period) => sure.every(({ period }) => agree(one, period));
  return dated.map((one) => {
    const { or } = one.statement;
    return or !== undefined && !fits(one.period) && fits(or) ? { ...one, period: or } : one;
  });
}

/** The year of a month that names none: of the other statements, else the one asked for. */
export function yearOf(
  used: readonly PeriodStatement[],
  all: readonly PeriodStatement[],
  wanted: Period | null,
): number | null {
  const first = (list: readonly PeriodStatement[]) =>
    list.find(({ found }) => found.year !== null)?.found.year ?? null;
  const asked = wanted === null ? null : Number(wanted.slice(0, 4));
  return first(used) ?? first(all.filter(({ alone }) => alone)) ?? asked ?? first(all);
}

/** True where one of two periods is the other's, or a part of it. */
export function agree(a: Period, b: Period): boolean {
  return includes(a, b) || includes(b, a);
}
