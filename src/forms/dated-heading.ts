import { cellAddress } from '../core/address.js';
import { memo, memoText } from '../core/memo.js';
import type { FoundPeriod } from '../core/period-text.js';
import { fold, foldAccents } from '../core/text.js';
import type { CompiledLayout } from './compile.js';
import { isBlank } from './filled.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys, withoutStars } from './header-text.js';
import type { Recognition } from './recognise.js';
import type { PeriodStatement } from './stated-period.js';
import type { SheetRow } from './table-context.js';

/** `Số thành viên tháng 9/2024`: a heading, and the period behind it. */
interface DatedHeading {
  readonly keys: readonly string[];
  readonly period: FoundPeriod;
}

const MONTH = '(?:thang|thg|th?)[ .]?(\\d{1,2})(?:[ /.,-]*(?:nam )?(20\\d\\d)|[/.-](2\\d))?';
const DAY = '(?:\\d{1,2}[/.-])?(\\d{1,2})[/.-](20\\d\\d)';
const LED = '(?:(?:trong|cua|tinh|den|het|ngay|ky) )*';
const DATED = new RegExp(`^(.*?[a-z)])[ ,:(-]+(${LED}(?:${MONTH}|${DAY}))\\)?$`);

const datedHeading = memoText((text: string): DatedHeading | null => {
  const found = DATED.exec(withoutStars(foldAccents(fold(text))).trim());
  if (found === null) return null;
  const [, head = '', tail = '', m1, y1, y2, m2, y3] = found;
  const month = Number(m1 ?? m2);
  if (month < 1 || month > 12) return null;
  const year = y1 ?? y3 ?? (y2 && `20${y2}`);
  const part = String(month).padStart(2, '0');
  const period = {
    year: year ? Number(year) : null,
    part,
    strength: 'stated',
    text: tail,
  } as const;
  return { keys: headerKeys(head), period };
});

/** Ways to read the heading without the period that it ends with, whole or its lower rows. */
const datedKeys = memo(({ texts, readings }: HeaderColumn): readonly string[] =>
  readings.length === 0
    ? []
    : texts.flatMap((_, i) => datedHeading(texts.slice(i).join(' '))?.keys ?? []),
);

/** True for a heading with a month or day behind it. */
export function isDated(column: HeaderColumn): boolean {
  return datedKeys(column).length > 0;
}

/** The columns that are headed as a field with a period behind it. */
export function datedColumns(
  field: string,
  columns: readonly HeaderColumn[],
  { headings }: CompiledLayout,
): readonly HeaderColumn[] {
  return columns.filter((one) => datedKeys(one).some((key) => headings.get(key) === field));
}

/**
 * Columns of several periods, of which only people know which one is meant: of a field that is
 * missing, or headed with a star. None where there are no two of one field.
 */
export function ofSeveralPeriods(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
  missing: readonly string[],
): readonly HeaderColumn[] {
  const dated = columns.filter(isDated);
  if (dated.length < 2 || missing.length === 0) return [];
  const ofField = (id: string) => {
    const own = datedColumns(id, dated, layout);
    return missing.includes(id) ? own : own.filter(({ text }) => text !== withoutStars(text));
  };
  return [...layout.byId.keys()].map(ofField).find(({ length }) => length > 1) ?? [];
}

/**
 * The periods that the headings of starred columns state, which must be the sheet's.
 * @param rows the header's; a period ends a heading, so it stands in the last that says anything
 */
export function headingPeriods(
  tables: readonly Recognition[],
  columns: readonly HeaderColumn[],
  rows: readonly SheetRow[],
): readonly PeriodStatement[] {
  const starred = tables.flatMap(({ fields, layout }) =>
    layout.required.flatMap((id) => fields.get(id) ?? []),
  );
  return columns.flatMap(({ column, texts }): PeriodStatement[] => {
    const dated = starred.includes(column) ? datedHeading(texts.join(' ')) : null;
    if (dated === null) return [];
    const at = rows.findLast(({ values }) => !isBlank(values[column])) ?? rows.at(-1)!;
    return [{ found: dated.period, from: 'column', cell: cellAddress(column, at.number) }];
  });
}
