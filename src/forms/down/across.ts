import { cellText } from '../cells/cell-text.js';
import type { CompiledLayout } from '../header/compile.js';
import { type Block, HEADER_ROWS } from '../header/header-search.js';
import type { SheetRow } from '../table-context.js';
import { talliesOf } from './find.js';
import { labelColumn } from './header.js';
import { parted } from './labels.js';
import { meaningsOf } from './meanings.js';
import { isBare } from './words.js';

/** A list has a row a person, whatever its header looks like. */
export function mayBeDownwards({ found }: Block): boolean {
  return found.layout.layout === 'tally';
}

/**
 * True where what could be a tally's header across is none: numbers stand in it, below the
 * heading of a column of names; or (`Nội dung | Trong kỳ | Lũy kế`) the rows below are named as
 * its columns would be, so that the counts are each row's own and not a hamlet's.
 */
export function isDownwards(
  block: Block,
  passed: readonly SheetRow[],
  window: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): boolean {
  const hasNumbers = block.rows.some(({ values }) => values.some((one) => typeof one === 'number'));
  if (hasNumbers && passed.some((row) => labelColumn(row) !== null)) return true;
  return namesRows(block, [...passed.slice(1 - HEADER_ROWS), ...window], layouts);
}

function namesRows(
  { found, rows: [top] }: Block,
  around: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): boolean {
  const isNear = ({ number }: SheetRow) => Math.abs(number - top!.number) < HEADER_ROWS;
  const head = around.find((row) => isNear(row) && labelColumn(row) !== null);
  const label = head === undefined ? null : labelColumn(head);
  const { hamlet } = found.units;
  if (head === undefined || label === null || (hamlet !== null && hamlet !== label)) return false;
  return around.some(({ number, values }) => {
    const { text } = parted(cellText(values[label]));
    const isNamed = number > head.number && text !== '' && !isBare(text);
    return isNamed && meaningsOf(text, talliesOf(layouts)).length > 0;
  });
}
