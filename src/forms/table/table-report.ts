import { columnLetters } from '../../core/address.js';
import { memo } from '../../core/memo.js';
import type { Added } from '../header/added.js';
import type { Recognition } from '../header/recognise.js';
import type { Base } from '../places/base.js';
import type { TableReport } from '../report.js';
import type { TableContext } from '../table-context.js';

/** What a table's report says of the table itself, whatever its rows hold. */
export function aboutTable(
  found: Recognition,
  { base, weekOfAll: week = null }: Pick<TableContext, 'base' | 'weekOfAll'>,
): Pick<TableReport, 'form' | 'layout' | 'base' | 'week' | 'columns' | 'added'> {
  const { form, layout } = found.layout;
  const about = { form: form.id, layout, base: lowestCode(base), columns: lettersOf(found) };
  const own = week === null ? about : { ...about, week };
  return found.added === undefined ? own : { ...own, added: addedLetters(found.added) };
}

const addedLetters = memo((added: Added) =>
  Object.fromEntries([...added].map(([id, columns]) => [id, columns.map(columnLetters)])),
);

/** The letters of the fields' columns, by field. */
const lettersOf = memo(({ fields }: Recognition): TableReport['columns'] =>
  Object.fromEntries([...fields].map(([id, column]) => [id, columnLetters(column)])),
);

/** The lowest unit that the sheet as a whole names. */
function lowestCode({ nodes: { hamlet, commune, district, province } }: Base): string | null {
  return (hamlet ?? commune ?? district ?? province)?.unit.code ?? null;
}
