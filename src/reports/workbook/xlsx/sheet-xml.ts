import { cellAddress, columnLetters } from '../../../core/address.js';
import { dataBarExtension, dataBarRules } from './data-bars.js';
import { isDrawnOn } from './drawing-xml.js';
import type { Cell, Link, Page, Row, Sheet, Style } from './model.js';
import { printable } from './number-format.js';
import { rangeText } from './sheet.js';
import type { Strings } from './strings.js';
import type { Styles } from './styles-xml.js';
import { validationsXml } from './validations.js';
import { attributes, escapeCellText, escapeXml, XML } from './xml.js';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
/** Excel adds this to a width in characters, for the cell's margins. */
const PADDING = 0.7109375;
/** Points that a row may be high, and characters of a footer with its codes: Excel's limits. */
const HIGHEST = 409;
const LONGEST_FOOTER = 255;
/** Links of a sheet: with more Excel drops them all. */
const MOST_LINKS = 65_530;
/**
 * Margins in inches: 20 mm above and below, and 30 mm at the side where an upright page is bound
 * (Nghị định 30/2020/NĐ-CP, phụ lục I, I.3).
 */
const UP_AND_DOWN = { top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 };
const MARGINS = {
  landscape: { left: 0.6, right: 0.6, ...UP_AND_DOWN },
  portrait: { left: 1.18, right: 0.6, ...UP_AND_DOWN },
} as const;

/** What a sheet needs of the rest of the package. */
export interface Context {
  readonly styles: Pick<Styles, 'id'>;
  readonly strings: Pick<Strings, 'place'>;
  /** Selected when the workbook is opened. */
  readonly selected: boolean;
  readonly number: number;
}

/** `sheetN.xml`, its elements in the order of the schema (ECMA-376 18.3.1.99). */
export function sheetXml(sheet: Sheet, context: Context): string {
  const rows = [...sheet.rows].sort(([a], [b]) => a - b);
  return [
    XML,
    `<worksheet ${NAMESPACES}>`,
    properties(sheet),
    views(sheet, context.selected),
    sheetFormat(rows),
    columns(sheet, context),
    '<sheetData>',
    ...rows.map(([number, row]) => rowXml(number, row, context)),
    '</sheetData>',
    sheet.isProtected ? PROTECTION : '',
    sheet.filter === undefined ? '' : `<autoFilter ref="${rangeText(sheet.filter)}"/>`,
    merges(sheet),
    dataBarRules(sheet, context.number),
    validationsXml(sheet.validations ?? []),
    links(sheet.links),
    page(sheet.page),
    isDrawnOn(sheet) ? `<drawing r:id="${DRAWING_ID}"/>` : '',
    dataBarExtension(sheet, context.number),
    '</worksheet>',
  ].join('');
}

/** Widths, heights, formats, sorting and rows stay free (ECMA-376 18.3.1.85). */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>';

/** Relationship of a sheet's drawing. */
export const DRAWING_ID = 'rIdDrawing';

/** Relationship of the file link at that place in the sheet's links. */
export function linkId(index: number): string {
  return `rIdLink${index + 1}`;
}

function properties(sheet: Sheet): string {
  const color = sheet.tabColor === undefined ? '' : `<tabColor rgb="FF${sheet.tabColor}"/>`;
  const fit = sheet.page.fitToWidth ? '<pageSetUpPr fitToPage="1"/>' : '';
  return `<sheetPr>${color}<outlinePr summaryBelow="0"/>${fit}</sheetPr>`;
}

function views(sheet: Sheet, isSelected: boolean): string {
  const selected = isSelected ? ' tabSelected="1"' : '';
  const open = `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">`;
  return `${open}${pane(sheet)}</sheetView></sheetViews>`;
}

function pane({ frozen }: Sheet): string {
  if (frozen === undefined) return '<selection activeCell="A1" sqref="A1"/>';
  const { rows, columns } = frozen;
  const active = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const cell = cellAddress(columns, rows + 1);
  const split = attributes({
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cell,
    activePane: active,
    state: 'frozen',
  });
  return `<pane${split}/><selection pane="${active}" activeCell="${cell}" sqref="${cell}"/>`;
}

function sheetFormat(rows: readonly (readonly [number, Row])[]): string {
  const deepest = rows.reduce((most, [, row]) => Math.max(most, row.level ?? 0), 0);
  return `<sheetFormatPr defaultRowHeight="15"${attributes({ outlineLevelRow: deepest || undefined })}/>`;
}

function columns({ widths, columnStyles = [] }: Sheet, { styles }: Context): string {
  const items = widths.flatMap((width, i) =>
    width === undefined
      ? []
      : [
          `<col min="${i + 1}" max="${i + 1}" width="${width + PADDING}" customWidth="1"${attributes({ style: styles.id(columnStyles[i]) || undefined })}/>`,
        ],
  );
  return items.length === 0 ? '' : `<cols>${items.join('')}</cols>`;
}

function rowXml(number: number, row: Row, context: Context): string {
  const cells = inOrder(row.cells);
  const ht = attributes({
    ht: row.height === undefined ? undefined : Math.min(row.height, HIGHEST),
    customHeight: row.height === undefined ? undefined : 1,
    outlineLevel: row.level || undefined,
  });
  return `<row r="${number}"${ht}>${cells.map((cell) => cellXml(number, cell, context)).join('')}</row>`;
}

/** Cells are mostly written from left to right. */
function inOrder(cells: readonly Cell[]): readonly Cell[] {
  const isInOrder = cells.every(({ column }, i) => i === 0 || cells[i - 1]!.column < column);
  return isInOrder ? cells : [...cells].sort((a, b) => a.column - b.column);
}

function cellXml(number: number, { column, value, style }: Cell, context: Context): string {
  const id = context.styles.id(style);
  const open = `<c r="${columnLetters(column)}${number}"${id === 0 ? '' : ` s="${id}"`}`;
  if (value === null) return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${stored(value, style)}</v></c>`;
  if (typeof value === 'string') return `${open} t="s"><v>${context.strings.place(value)}</v></c>`;
  const formula = `<f>${escapeXml(value.formula)}</f>`;
  return typeof value.value === 'number'
    ? `${open}>${formula}<v>${stored(value.value, style)}</v></c>`
    : `${open} t="str">${formula}<v>${escapeCellText(value.value)}</v></c>`;
}

function stored(value: number, style: Style | undefined): number {
  return style?.format?.endsWith('%') ? printable(value) : value;
}

function merges({ merges: ranges }: Sheet): string {
  if (ranges.length === 0) return '';
  const items = ranges.map((range) => `<mergeCell ref="${rangeText(range)}"/>`);
  return `<mergeCells count="${items.length}">${items.join('')}</mergeCells>`;
}

function links(all: readonly Link[]): string {
  if (all.length === 0) return '';
  return `<hyperlinks>${all.slice(0, MOST_LINKS).map(linkXml).join('')}</hyperlinks>`;
}

function linkXml({ row, column, to, tip }: Link, index: number): string {
  const target = 'location' in to ? { location: to.location } : { 'r:id': linkId(index) };
  return `<hyperlink${attributes({ ref: cellAddress(column, row), ...target, tooltip: tip })}/>`;
}

function page(setup: Page): string {
  const orientation = setup.landscape ? 'landscape' : 'portrait';
  const paper = attributes({
    paperSize: 9,
    fitToHeight: setup.fitToWidth ? (setup.pagesHigh ?? 0) : undefined,
    orientation,
  });
  return [
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins${attributes(MARGINS[orientation])}/>`,
    `<pageSetup${paper}/>`,
    footer(setup),
    breaks(setup.breaks ?? []),
  ].join('');
}

function footer({ footer: texts }: Page): string {
  if (texts === undefined) return '';
  // The size comes before the font: a figure right behind it would be taken for part of it.
  const left = '&L&9&"Times New Roman,Italic"';
  const right = `&R&9&"Times New Roman,Regular"${texts.right}`;
  const text = left + shortened(texts.left, LONGEST_FOOTER - left.length - right.length) + right;
  return `<headerFooter><oddFooter>${escapeXml(text)}</oddFooter></headerFooter>`;
}

/** The text, cut off where it is too long, but not within `&&`. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1).replace(/&+$/, (run) => '&'.repeat(run.length & ~1));
  return `${kept.trimEnd()}…`;
}

function breaks(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const items = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  const count = `count="${items.length}" manualBreakCount="${items.length}"`;
  return `<rowBreaks ${count}>${items.join('')}</rowBreaks>`;
}
