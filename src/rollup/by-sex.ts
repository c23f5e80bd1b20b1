import { finding } from '../core/finding.js';
import type { TallyRow } from '../forms/report.js';
import { hasCount } from '../forms/tally-count.js';
import { byTable, hamletsIn, standIn } from './alike-parts.js';
import { countedRows, type Emit, type HeldPart, placeOfPart, type Reading } from './held.js';

/** True of a tally that has a row of men and one of women: together they are the hamlet's. */
export function isBySex({ part: { tally }, aside }: HeldPart): boolean {
  const [a, b] = tally.filter((_, index) => !aside.has(index));
  const isPair = tally.length - aside.size === 2;
  return isPair && a!.sex !== undefined && b!.sex !== undefined && a!.sex !== b!.sex;
}

/** The index of the row of both, beside one of men and one of women; -1 where there is none. */
export function wholeBeside({ part: { tally } }: HeldPart): number {
  const sexes = new Set(tally.map(({ sex }) => sex));
  return tally.length === 3 && sexes.size === 3 ? tally.findIndex((row) => !row.sex) : -1;
}

/** True where the rows of men and of women make the row of both. */
export function makesWhole({ part: { tally } }: HeldPart, whole: number): boolean {
  const parts = tally.filter((_, index) => index !== whole);
  const sum = (field: string) => parts.reduce((all, { values }) => all + (values[field] ?? 0), 0);
  return Object.entries(tally[whole]!.values).every(
    ([field, value]) => value === null || isSame(parts, field, value) || sum(field) === value,
  );
}

/** What is said of the hamlet itself, such as its teams, stands in each row again. */
function isSame(parts: readonly TallyRow[], field: string, value: number): boolean {
  return parts.every(({ values }) => (values[field] ?? null) === null || values[field] === value);
}

/** Leaves a row of both that states no count to the rows of men and of women beside it. */
export function leaveBlankWhole(held: HeldPart, { formOf }: Reading): void {
  const whole = wholeBeside(held);
  if (whole >= 0 && !hasCount(formOf(held.table.form), held.part.tally[whole]!))
    held.aside.add(whole);
}

/** CCDS-D20: rows of men and of women, or of teams, that were added up, once for a file and form. */
export function tellAddedRows(added: readonly HeldPart[], of: 'rows' | 'teams', emit: Emit): void {
  for (const parts of byTable(added)) {
    const { args, unit } = hamletsIn(parts);
    const { rows, places } = standIn(parts.flatMap(countedRows));
    const where = { rows: '', [of]: rows, ...(places !== '' && { places }) };
    emit(finding('CCDS-D20', placeOfPart(parts[0]), { ...args, ...where }, unit));
  }
}
