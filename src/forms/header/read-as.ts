import type { Added } from './added.js';
import { addSexes } from './added-sexes.js';
import { addWeeks } from './added-weeks.js';
import { type ByLevel, byLevelOf } from './by-level.js';
import { byMonths } from './by-months.js';
import { type BySex, bySexOf, takePair } from './by-sex.js';
import { fieldNamed, fieldOf, firstOf } from './column-field.js';
import type { CompiledLayout } from './compile.js';
import { datedAlike, datedColumns, ofSeveralPeriods, untilColumns } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import { HeaderDraft } from './header-draft.js';
import { headerKey } from './header-text.js';
import { leafOf, upperOf } from './heading-leaf.js';
import { saysTotal } from './heading-part.js';
import { withParts } from './parts-in-words.js';
import { periodColumn, ticksOfMonths } from './period-column.js';
import { settlePositionInTeam, settlePositions } from './positions.js';
import type { Recognition } from './recognise.js';
import { runningColumn } from './running-column.js';
import { settleAllMeans, settleMeans } from './settle-means.js';
import { isOfSoFar, settleSoFar } from './so-far.js';
import { type SplitDate, splitDateOf } from './split-date.js';
import { type SplitName, splitNameOf } from './split-name.js';
import { settleParts } from './under-groups.js';
import { isOfAdded, isOfAnotherTime, underSeveralMonths } from './under-heading.js';
import {
  headedInTime,
  isPlaceHeading,
  isSerialHeading,
  isWithHamlet,
  unitLevel,
} from './unit-columns.js';

/** What several columns of a header say together. */
interface Joined {
  readonly pair: BySex | null;
  readonly splitName: SplitName | null;
  readonly splitDate: SplitDate | null;
  readonly byLevel: ByLevel | null;
}

/** Reads a header block as one layout. Of one over several months it is that of the last. */
export function readAs(written: readonly HeaderColumn[], layout: CompiledLayout): Recognition {
  const months = byMonths(written, layout, (columns) => readColumns(columns, layout));
  return months === null ? readColumns(written, layout) : { ...months.at(-1)!.found, months };
}

function readColumns(written: readonly HeaderColumn[], layout: CompiledLayout): Recognition {
  const columns = withParts(written, layout);
  const draft = new HeaderDraft(columns, layout);
  const joined = joinedIn(columns, layout);
  for (const { field, first } of splitIn(joined)) draft.fields.set(field, first);
  const { pair, byLevel, splitName, splitDate } = joined;
  if (byLevel !== null) draft.fields.set(byLevel.field, byLevel.columns[0]);
  for (const column of columns) if (!isJoined(column, joined)) settleColumn(draft, column);
  const named = (one: HeaderColumn, all: readonly HeaderColumn[]) => fieldOf(one, all, layout);
  const added = new Map([...addSexes(draft, named), ...addWeeks(draft, named)]);
  const sums = settleSums(draft, added);
  const doubtful = [...settleRepeated(draft)];
  settleSoFar(draft);
  settleDated(draft);
  settleRunning(draft);
  settleDatedAlike(draft);
  const means = settleMeans(draft);
  const bySex = pair === null ? null : takePair(pair, draft.fields);
  if (bySex === null) draft.unknown.push(...columns.filter((column) => isOf(pair, column)));
  settleFormer(draft);
  settlePlace(draft);
  const { fields, headings, units, serial, unknown, repeated } = draft;
  const missing = layout.required.filter((id) => !fields.has(id));
  const isOfVisits = layout.layout === 'list' && layout.form.list?.identity?.visits !== undefined;
  const period = periodColumn(columns, unknown) ?? (isOfVisits ? ticksOfMonths(unknown) : null);
  const several = [
    doubtful,
    ofSeveralPeriods(unknown, layout, missing),
    qualifiedFor(missing, draft),
    elsewhere(missing, draft),
  ].find(({ length }) => length > 0);
  return {
    layout,
    fields,
    headings,
    units,
    serial,
    missing,
    unknown,
    repeated,
    score: fields.size,
    weight: weightOf(draft, joined, bySex, added),
    ...(draft.former.commune && { formerCommune: draft.former.commune.column }),
    ...(bySex && { bySex }),
    ...(splitName && { splitName }),
    ...(splitDate && { splitDate }),
    ...(byLevel && { byLevel }),
    ...(added.size > 0 && { added }),
    ...(sums.size > 0 && { sums }),
    ...(draft.ofWeeks.size > 0 && { ofWeeks: draft.ofWeeks }),
    ...(period && { period }),
    ...(several && { several }),
    ...(means.length > 0 && { means }),
  };
}

/** The columns of a starred field that is missing, which say that others are counted: in parentheses, or until when. */
function qualifiedFor(
  missing: readonly string[],
  { columns, layout, unknown }: HeaderDraft,
): readonly HeaderColumn[] {
  if (missing.length === 0 || layout.layout !== 'tally') return [];
  const untilWhen = missing.flatMap((id) => untilColumns(id, unknown, layout));
  if (untilWhen.length > 0) return untilWhen;
  return unknown.filter((column) => {
    const field = column.text.includes('(') ? fieldNamed(column, columns, layout) : null;
    return field !== null && missing.includes(field);
  });
}

/**
 * The columns of a starred field that is missing below a heading of what is planned, or of another time
 * (`Kế hoạch năm 2024` over `Mức 1 | Mức 2`): the row below it is no header by itself. Of the names of rows
 * (`Chỉ tiêu` over `Số thành viên`) it says nothing.
 */
function elsewhere(
  [first]: readonly string[],
  { columns, layout, unknown, units }: HeaderDraft,
): readonly HeaderColumn[] {
  if (first === undefined || layout.layout !== 'tally') return [];
  const isOver = (one: HeaderColumn) => {
    const under = columns.filter((other) => upperOf(other) === upperOf(one)).length;
    // A title stands above all columns, and says by itself what becomes of them.
    return under < columns.length && (units.hamlet !== null || under > 1);
  };
  const isLeft = (one: HeaderColumn) =>
    unknown.includes(one) && (isOfAnotherTime(one) || isOfAdded(one));
  return columns.filter(
    (one) =>
      (isLeft(one) || isOfSoFar(one)) &&
      one.readings.some((key) => layout.headings.get(key) === first) &&
      isOver(one),
  );
}

function joinedIn(columns: readonly HeaderColumn[], layout: CompiledLayout): Joined {
  const isList = layout.layout === 'list';
  return {
    pair: bySexOf(columns, layout),
    splitName: isList ? splitNameOf(columns, layout) : null,
    splitDate: isList ? splitDateOf(columns, layout) : null,
    byLevel: byLevelOf(columns, layout),
  };
}

function splitIn({ splitName, splitDate }: Joined): readonly (SplitName | SplitDate)[] {
  return [splitName, splitDate].filter((one) => one !== null);
}

function isJoined(column: HeaderColumn, joined: Joined): boolean {
  if (isOf(joined.pair, column)) return true;
  if (splitIn(joined).some(({ first, last }) => first <= column.column && column.column <= last))
    return true;
  return joined.byLevel?.columns.includes(column.column) ?? false;
}

function isOf(pair: BySex | null, { column }: HeaderColumn): boolean {
  return pair !== null && (column === pair.male || column === pair.female);
}

/** A column alone: a unit's, the running number's or a field's. */
function settleColumn(draft: HeaderDraft, column: HeaderColumn): void {
  if (isSettledInTime(draft, column)) return;
  const { columns, layout, fields, units } = draft;
  const { readings } = column;
  const isOfHamlets = layout.layout === 'tally' && readings.some(isWithHamlet);
  const level = isOfHamlets ? 'hamlet' : firstOf(readings, unitLevel);
  const field = fieldOf(column, columns, layout);
  const isFields = field !== null && layout.headings.has(readings[0] ?? '');
  if (level !== null && units[level] === null && !isFields) units[level] = column.column;
  else if (draft.serial === null && isSerialHeading(leafOf(column))) draft.serial = column.column;
  else if (field === null) draft.unknown.push(column);
  else if (fields.has(field)) draft.repeated.push({ column, first: fields.get(field)! });
  else draft.give(field, column);
}

/** `Xã cũ`, `Ấp mới`: of two columns of one level that of today's is the rows' own. */
function isSettledInTime(draft: HeaderDraft, column: HeaderColumn): boolean {
  const { columns, units, former, unknown } = draft;
  const headed = headedInTime(headerKey(column.texts.at(-2) ?? ''), leafOf(column));
  if (headed === null || (headed.level !== 'hamlet' && headed.level !== 'commune')) return false;
  const { level, isFormer } = headed;
  if (!isFormer) {
    unknown.push(...columns.filter((one) => one.column === units[level]));
    units[level] = column.column;
  } else if (former[level] === undefined) former[level] = column;
  else unknown.push(column);
  return true;
}

/** Old hamlets' names place the rows where no column has today's. */
function settleFormer({ units, former: { hamlet }, unknown }: HeaderDraft): void {
  if (hamlet === undefined) return;
  if (units.hamlet === null) units.hamlet = hamlet.column;
  else unknown.push(hamlet);
}

/**
 * Of columns of one field the one that is meant.
 * @returns those of which nobody can tell it
 */
function settleRepeated(draft: HeaderDraft): readonly HeaderColumn[] {
  const { layout, fields } = draft;
  const isTally = layout.layout === 'tally';
  const positions = isTally ? settlePositions(draft) : [];
  if (isTally) settleAllMeans(draft);
  if (isTally) settleParts(draft);
  else settlePositionInTeam(draft);
  const apart = underSeveralMonths(draft);
  for (const [id, column] of fields) if (apart[0]?.column === column) fields.delete(id);
  draft.unknown.push(...apart.slice(0, 1));
  return [...apart, ...positions];
}

/** A starred field's heading may say which month it is of. */
function settleDated(draft: HeaderDraft): void {
  const { layout, fields, unknown } = draft;
  for (const id of layout.required) {
    const open = unknown.filter((one) => !isOfSoFar(one));
    const [dated, ...more] = fields.has(id) ? [] : datedColumns(id, open, layout);
    if (dated !== undefined && more.length === 0) draft.give(id, dated);
  }
}

/** `Nữ tháng 9` beside `Số thành viên tháng 9`: what is of the month of a starred field. */
function settleDatedAlike(draft: HeaderDraft): void {
  const { layout, fields, columns, unknown } = draft;
  if (layout.layout !== 'tally') return;
  const starred = layout.required.flatMap((id): [string, HeaderColumn][] => {
    const own = columns.find(({ column }) => column === fields.get(id));
    return own === undefined ? [] : [[id, own]];
  });
  const running = new Set(layout.runningOf.values());
  for (const id of layout.byId.keys()) {
    if (fields.has(id) || running.has(id)) continue;
    const alike = new Set(starred.flatMap((one) => datedAlike(id, unknown, layout, one)));
    const [own, ...more] = alike;
    if (own !== undefined && more.length === 0) draft.give(id, own);
  }
}

/**
 * `Tổng số` beside `Số thành viên (Nam) | Số thành viên (Nữ)`, which add up by themselves: what they are held
 * against.
 */
function settleSums(draft: HeaderDraft, added: Added): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [field, columns] of added) {
    const beside = [Math.min(...columns) - 1, Math.max(...columns) + 1];
    const isTotal = (one: HeaderColumn) =>
      beside.includes(one.column) && one.texts.length === 1 && saysTotal(leafOf(one));
    const at = draft.unknown.findIndex(isTotal);
    if (at >= 0) sums.set(field, draft.unknown.splice(at, 1)[0]!.column);
  }
  return sums;
}

function settleRunning(draft: HeaderDraft): void {
  const { layout, fields } = draft;
  for (const [flow, running] of layout.runningOf) {
    if (fields.has(running)) continue;
    const own = runningColumn(running, fields.get(flow), draft);
    if (own !== null) draft.give(running, own);
  }
}

/** A tally's column of hamlets by another word, or the one behind the running number. */
function settlePlace({ columns, layout, fields, units, serial, unknown }: HeaderDraft): void {
  if (layout.layout !== 'tally' || units.hamlet !== null) return;
  const place = unknown.findIndex(({ readings }) => readings.some(isPlaceHeading));
  if (place >= 0) units.hamlet = unknown.splice(place, 1)[0]!.column;
  else if (serial !== null) units.hamlet = unheadedPlace(columns, serial, fields);
}

/** Of a tally the column behind the running number, where nothing heads it. */
function unheadedPlace(
  columns: readonly HeaderColumn[],
  serial: number,
  fields: ReadonlyMap<string, number>,
): number | null {
  const isHeaded = columns.some(({ column }) => column === serial + 1);
  return isHeaded || Math.min(...fields.values()) < serial + 2 ? null : serial + 1;
}

/** How many columns have a meaning. */
function weightOf(
  { fields, units, serial }: HeaderDraft,
  joined: Joined,
  bySex: BySex | null,
  added: Added,
): number {
  const pair = bySex === null ? [] : [bySex.male, bySex.female];
  const used = new Set([...fields.values(), ...pair, ...[...added.values()].flat()]);
  const more = splitIn(joined).reduce((sum, { first, last }) => sum + last - first, 0);
  const places = Object.values(units).filter((column) => column !== null).length;
  return used.size + more + (joined.byLevel === null ? 0 : 1) + places + (serial === null ? 0 : 1);
}
