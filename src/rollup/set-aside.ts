import type { Finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { getOrMake } from '../core/memo.js';
import { sourcedFrom } from '../forms/measures.js';
import type { HeldPart, Reading } from './held.js';

/** Fields of which a finding speaks beside its own. */
const NAMED = ['part', 'whole', 'addends', 'total'] as const;

/**
 * A file's own findings without those that speak of a tally's figures which do not count, as
 * the file's list does: that they are told as set aside is enough.
 */
export function countedFindings(
  findings: readonly Finding[],
  parts: readonly HeldPart[],
  by: Reading,
): readonly Finding[] {
  const tables = tablesBeside(parts);
  if (tables.size === 0) return findings;
  return findings.filter((found) => {
    const held = tables.get(keyOf(found.place, found.form)) ?? [];
    return !held.some((one) => speaksOf(found, one, by));
  });
}

/** The parts of each sheet and form of which one stands beside its list. */
function tablesBeside(parts: readonly HeldPart[]): ReadonlyMap<string, readonly HeldPart[][]> {
  const tables = groupBy(parts, (held) => held.source);
  const beside = new Map<string, HeldPart[][]>();
  for (const own of tables.values()) {
    if (!own.some(({ listed }) => listed.size > 0)) continue;
    const [{ place, table }] = own;
    getOrMake(beside, keyOf(place, table.form), () => []).push(own);
  }
  return beside;
}

function keyOf({ file, sheet = '' }: Finding['place'], form = ''): string {
  return `${file}\u0000${sheet}\u0000${form}`;
}

/** True where the finding is of a figure of the table, and none that it is of counts. */
function speaksOf(found: Finding, table: readonly HeldPart[], by: Reading): boolean {
  const { row } = found.place;
  const { headerRow, endRow } = table[0]!.table;
  if (row === undefined || row <= headerRow || row > endRow || found.field === undefined)
    return false;
  // A subtotal, and what is told once for a column, is of all rows.
  const isOfAll = found.code === 'CCDS-S07' || found.args.cells !== undefined;
  const its = isOfAll ? table : table.filter(({ part }) => part.tally.some((t) => t.row === row));
  return its.length > 0 && its.every((held) => !counts(found, held, by));
}

function counts(found: Finding, held: HeldPart, by: Reading): boolean {
  if (held.listed.size === 0) return true;
  const gone = goneFields(held, by);
  const fields = [found.field!, ...NAMED.flatMap((name) => fieldsIn(found.args[name]))];
  return !fields.some((field) => gone.has(field));
}

function fieldsIn(named: string | number | undefined): readonly string[] {
  return typeof named === 'string' ? named.split(' + ') : [];
}

/** Fields of a tally that give nothing: no baseline, nor an indicator that the list lacks. */
function goneFields(
  { table, listed }: HeldPart,
  { formOf, indicators }: Reading,
): ReadonlySet<string> {
  const form = formOf(table.form);
  const given = sourcedFrom(form, indicators).flatMap(({ id, source: { tally } }) =>
    tally && !listed.has(id) ? [tally.field] : [],
  );
  const fields = form.tally!.fields.filter(({ id, baseline }) => !baseline && !given.includes(id));
  return new Set(fields.map(({ id }) => id));
}
