import type { SheetText } from '../cells/sheet-text.js';
import type { CompiledLayout } from '../header/compile.js';
import type { SheetReport } from '../report.js';
import { goesOn } from '../rows/goes-on.js';
import type { SheetRow } from '../table-context.js';
import { nearestForm } from './nearest-form.js';

type WithoutForm = Pick<SheetReport, 'lost' | 'typed' | 'joined' | 'nearest' | 'goesOn'>;

/**
 * What is told of a sheet in which no form was found: why that may be, and what it may be.
 * @param rows the sheet's first
 */
export function withoutForm(
  rows: readonly SheetRow[],
  { lost, typed, joined }: SheetText,
  layouts: readonly CompiledLayout[],
): WithoutForm {
  const from = goesOn(rows);
  // Of rows that stand in one cell each nothing is a header.
  const nearest = joined === '' ? nearestForm(rows, layouts) : null;
  return {
    // Of their marks `?` is one.
    ...(typed !== '' ? { typed } : lost !== '' && { lost }),
    ...(joined !== '' && { joined }),
    ...(from !== null && { goesOn: from }),
    ...(nearest !== null && { nearest }),
  };
}
