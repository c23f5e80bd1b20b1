import { cellAddress } from '../../core/address.js';
import { findPeriods } from '../../core/period-text.js';
import { foldAccents } from '../../core/text.js';
import { holdsPlans, isTitle, titlesUncounted } from '../cells/uncounted-text.js';
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
  const { sheet, names } = context;
  const isPlace = (name: string) => INITIALS.test(name) && isOfPlaceWithThem(lines, names);
  const own = lines.uncounted ?? (isPlace(sheet) ? null : titleOfSheet(sheet, top));
  if (own !== null || lines.above.some(({ text }) => isTitle(text))) return own;
  const file = fileName(context).replaceAll('_', ' ');
  if (titlesUncounted(file) && !isPlace(file)) return titleIn(file, top);
  const folder = names.find(({ from }) => from === 'folder')?.text.replaceAll('_', ' ') ?? '';
  return holdsPlans(folder) && !isPlace(folder) ? titleIn(folder, top) : null;
}

/** `KH`: a plan, or a commune called by its initials. */
const INITIALS = /(?<!\p{L})kh(?!\p{L})/iu;
const WITH_INITIALS = /(?<!\p{L})(?!ke hoach)k\p{L}+ h\p{L}+/iu;

function isOfPlaceWithThem({ above }: SheetLines, names: SheetContext['names']): boolean {
  return [...above, ...names].some(({ text }) => WITH_INITIALS.test(foldAccents(text)));
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
