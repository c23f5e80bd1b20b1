import { cellAddress } from '../../core/address.js';
import { findPeriods } from '../../core/period-text.js';
import { isTitle, titlesUncounted } from '../cells/uncounted-text.js';
import type { Recognition } from '../header/recognise.js';
import { type Title, titleOfSheet } from '../rows/uncounted.js';
import type { SheetContext } from '../sheet-context.js';
import { isRunning, isRunningName, tellsAll, tellsPeriod } from './of-new.js';
import type { SheetLines } from './sheet-lines.js';

/**
 * What says, above a table, as its sheet's name, or as its file's where nothing above it is a title,
 * that its rows are not the period's.
 */
export function titleAbove(lines: SheetLines, context: SheetContext, top: number): Title | null {
  const own = lines.uncounted ?? titleOfSheet(context.sheet, top);
  if (own !== null || lines.above.some(({ text }) => isTitle(text))) return own;
  const file = fileName(context).replaceAll('_', ' ');
  return titlesUncounted(file) ? titleIn(file, top) : null;
}

function fileName({ names }: SheetContext): string {
  return names.find(({ from }) => from === 'file')?.text ?? '';
}

/**
 * What says above tables that they count other than their forms do: stocks by what is new, flows by
 * a running total. Not where a heading says which it is, or a running total has a column of its own.
 * @param texts those of their header
 */
export function countsAbove(
  lines: SheetLines,
  context: SheetContext,
  top: number,
  texts: readonly string[],
): (head: Recognition) => Title | null {
  const { ofNew } = lines;
  const stocks = ofNew !== null && texts.some(tellsAll) ? null : ofNew;
  const flows = runningAbove(lines, context, top, texts);
  return (head) => (head.layout.flows.size === 0 ? stocks : flows(head));
}

/** What says so of flows alone. @param texts those of the headings */
export function runningAbove(
  lines: SheetLines,
  context: SheetContext,
  top: number,
  texts: readonly string[],
): (head: Recognition) => Title | null {
  const said = lines.running ?? runningName(lines, context, top);
  if (said === null || texts.some(tellsPeriod)) return () => null;
  return ({ layout, fields }) =>
    [...layout.runningOf.values()].some((id) => fields.has(id)) ? null : said;
}

/** The sheet's name, else the file's where nothing in the sheet states a period. */
function runningName(lines: SheetLines, context: SheetContext, top: number): Title | null {
  const { sheet, cutoff } = context;
  if (isRunning(sheet)) return titleIn(sheet, top);
  const file = fileName(context);
  if (!isRunningName(file, cutoff) || tellsPeriod(sheet)) return null;
  return findPeriods(sheet, 'file', cutoff).length > 0 || lines.periods(cutoff).length > 0
    ? null
    : titleIn(file, top);
}

function titleIn(sheet: string, top: number): Title {
  return { text: sheet, row: top, cell: cellAddress(0, top) };
}
