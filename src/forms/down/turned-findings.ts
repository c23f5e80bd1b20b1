import { columnNumber, rowOf } from '../../core/address.js';
import type { Code } from '../../core/codes.js';
import type { Finding } from '../../core/finding.js';
import { rowRun } from '../../core/row-runs.js';
import type { Claim } from './claims.js';
import type { DownHeader } from './header.js';
import type { TurnedCells } from './turned-cells.js';

/** What a finding of a table that is read as if it were laid across is told by. */
interface Turned {
  readonly fields: Claim['fields'];
  readonly values: DownHeader['values'];
  readonly cells: TurnedCells;
}

/** Told of records, they are of all rows of the table. */
const OF_ALL_ROWS: ReadonlySet<Code> = new Set<Code>(['CCDS-S20', 'CCDS-S22', 'CCDS-S23']);

/**
 * The finding with its arguments in terms of the sheet. A total is held against records, and not
 * rows: `1–3` → `D7–F7`.
 */
export function inSheet(found: Finding, table: Turned): Finding {
  const { fields, values, cells } = table;
  if (OF_ALL_ROWS.has(found.code)) return ofAllRows(found, table);
  if (found.code === 'CCDS-R15') return ofStruckCells(found, table);
  const slot = fields.get(found.field ?? '');
  if (found.code !== 'CCDS-S07' || slot === undefined) return found;
  const last = values.length;
  const { line, ...args } = found.args;
  const records = String(line ?? args.rows).split('–');
  const within = records.map((record) => Math.min(Math.max(Number(record), 1), last));
  const places = within.map((record) => cells.cellOf(slot, record)).join('–');
  const where = line === undefined ? { places } : { cell: places };
  return { ...found, args: { ...args, rows: '', ...where } };
}

/** What is left out below a title are the rows of all records. */
function ofAllRows(found: Finding, { cells }: Turned): Finding {
  const { rows } = cells;
  const told = rowRun({ first: rows[0]!, last: rows.at(-1)! });
  const places = found.code === 'CCDS-S22' ? cells.struckPlaces() : '';
  const args = {
    ...found.args,
    count: rows.length,
    rows: told,
    ...(places !== '' && { places }),
  };
  return { ...found, args };
}

/** Of a record's cells, `A1, C1`, those of the sheet. */
function ofStruckCells(found: Finding, { cells: turned }: Turned): Finding {
  const name = 'part' in found.args ? 'part' : 'found';
  const cells = String(found.args[name]).split(', ');
  const own = cells.map((cell) => {
    const column = columnNumber(cell.replace(/\d+$/, ''));
    return turned.placeOf(column, rowOf(cell)).cell;
  });
  return { ...found, args: { ...found.args, [name]: own.join(', ') } };
}
