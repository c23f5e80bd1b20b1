import { parseCount } from '../../core/numbers.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import { type HeaderColumn, readingsOf } from './header-columns.js';
import { readAs } from './read-as.js';
import type { Recognition } from './recognise.js';

/** As counts are written, grouped or not; what is no count of these is refused where it is read. */
const FIGURES = /^\d[\d. ]*$/;

/** A tally's heading that stands alone, with its count below. */
interface LoneColumn {
  readonly found: Recognition;
  readonly columns: readonly HeaderColumn[];
}

/**
 * The tally that a hamlet's sheet holds in a single column: one starred heading and nothing beside
 * it, and right below nothing but its count, in words or not. Null where the rows are anything else.
 */
export function loneColumn(
  [row, below]: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): LoneColumn | null {
  if (row === undefined || below?.number !== row.number + 1) return null;
  const column = onlyFilled(row);
  const text = row.values[column];
  if (typeof text !== 'string' || column !== onlyFilled(below)) return null;
  if (!meansNumber(cellText(below.values[column]))) return null;
  const columns = [{ column, texts: [text], text, readings: readingsOf([text]), row: 0 }];
  const [found, ...others] = layouts
    .filter(({ layout }) => layout === 'tally')
    .map((layout) => readAs(columns, layout))
    .filter(({ layout, fields }) => layout.required.some((id) => fields.has(id)));
  return found === undefined || others.length > 0 ? null : { found, columns };
}

/** `12`, `5 người`, also `năm`, which is asked about; no other text. */
function meansNumber(text: string): boolean {
  if (FIGURES.test(text)) return true;
  const reading = parseCount(text);
  return 'bad' in reading ? reading.suggestion !== undefined : reading.value !== null;
}

/** The only column with a value; -1 where there are several, or none. */
function onlyFilled({ values }: SheetRow): number {
  const first = values.findIndex((value) => !isBlank(value));
  return values.findLastIndex((value) => !isBlank(value)) === first ? first : -1;
}
