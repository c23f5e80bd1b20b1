import { columnLetters } from '../../core/address.js';
import type { OfMonth } from '../header/by-months.js';
import { headingPeriods } from '../header/dated-heading.js';
import type { Block } from '../header/header-search.js';
import type { Recognition } from '../header/recognise.js';
import { type Setting, settingOf } from '../lines/setting.js';
import type { SheetContext } from '../sheet-context.js';
import { headingCell, type Tell } from '../sheet-findings.js';
import { areMonthsKnown, isRead, monthsTaken, setApart } from './months-apart.js';
import { type Headed, headsOf, Opening } from './opening.js';

/** A month of the header, with what it makes of the columns that are of it. */
interface Month extends OfMonth {
  readonly setting: Setting;
}

const SILENT: Tell = () => {};

/**
 * What a header opens: of one over several months a table for each of them that the run counts, the
 * last of them with the tables of no month. Columns of the others are told (CCDS-P02).
 */
export function openings(context: SheetContext, tell: Tell, headed: Headed): readonly Opening[] {
  const months = monthsOf(headed.block);
  if (months.length === 0) return [new Opening(context, tell, headed)];
  const apart = setApart(
    months.map((one): Month => ({ ...one, setting: settingIn(one, context, headed) })),
  );
  const taken = areMonthsKnown(apart) ? latestOfEach(monthsTaken(apart)) : apart.slice(-1);
  const own = taken.find(isRead);
  if (own !== undefined) {
    const wanted = context.wanted ?? own.setting.verdict.stated ?? own.said;
    const others = apart.filter((one) => !taken.includes(one));
    if (others.length > 0) tellAside(tell, others, wanted, headed);
  }
  const ofRows = taken.length > 1 ? tellingOnce(context) : context;
  return taken.map((one, i) => {
    const isLast = i === taken.length - 1;
    const block = ofMonth(one, headed.block, isLast);
    return new Opening(ofRows, isLast ? tell : SILENT, { ...headed, block });
  });
}

/**
 * `Đến 31/8 | Đến 14/9`: what there is on two days of one month of reporting; the later one tells what
 * there is at its end.
 */
function latestOfEach<T extends Month>(months: readonly T[]): readonly T[] {
  const isOfFlow = ({ found: { layout } }: T) => layout.required.some((id) => layout.flows.has(id));
  if (months.some(isOfFlow)) return months;
  const isLater = (one: T, other: T) => {
    const [own, its] = [one.setting.verdict.month, other.setting.verdict.month];
    return own !== null && own === its && one.month > other.month;
  };
  return months.filter((one) => !months.some((other) => isLater(other, one)));
}

/** What a row says that is of no month's column is the same in each month's table, and told once. */
function tellingOnce(context: SheetContext): SheetContext {
  const told = new Set<string>();
  return {
    ...context,
    emit(found) {
      const key = JSON.stringify(found);
      if (told.has(key)) return;
      told.add(key);
      context.emit(found);
    },
  };
}

/** The months of a header that is of several, as the first table that has columns of each has them. */
function monthsOf(block: Block): readonly OfMonth[] {
  const all = headsOf(block).flatMap(({ months }) => months ?? []);
  return all.filter(({ month }, i) => all.findIndex((one) => one.month === month) === i);
}

function settingIn({ found }: OfMonth, context: SheetContext, { block, lines }: Headed): Setting {
  const stated = headingPeriods([found], block.columns, block.rows, context);
  return settingOf(context, lines, found, stated);
}

/** CCDS-P02 at the first column of those of other months. */
function tellAside(tell: Tell, others: readonly Month[], wanted: string, headed: Headed): void {
  const at = { columns: headed.block.columns, top: headed.top };
  const columns = others.flatMap((one) => one.columns.map(({ column }) => column));
  const first = Math.min(...columns);
  const stated = others.map(({ said }) => said).join(', ');
  const letters = columns.toSorted((a, b) => a - b).map(columnLetters);
  const args = { stated, wanted, column: letters.join(', ') };
  tell('CCDS-P02', at.top, args, headingCell(first, at));
}

/** The header without what is of other months: tables of no month stand with the last that is read. */
function ofMonth({ month }: OfMonth, block: Block, isLast: boolean): Block {
  const all = headsOf(block);
  const ofOthers = new Set(
    all.flatMap(({ months = [] }) =>
      months.flatMap((one) => (one.month === month ? [] : one.columns)),
    ),
  );
  const heads = all.flatMap((head) => {
    if (head.months === undefined) return isLast ? [head] : [];
    return head.months.filter((one) => one.month === month).map(({ found }) => found);
  });
  const own = heads.map((head): Recognition => {
    return { ...head, unknown: head.unknown.filter((one) => !ofOthers.has(one)) };
  });
  const [found, ...companions] = own as [Recognition, ...Recognition[]];
  return { ...block, found, companions };
}
