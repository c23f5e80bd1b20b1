import type { InspectedSheet, Inspection } from '../app/types.js';
import { clean } from '../core/text.js';
import type { Messages } from '../messages/types.js';
import type { Palette } from '../reports/palette.js';
import { safeText } from '../reports/safe-text.js';
import { toCsv, toLines } from './table.js';

/** What ccds sees in a file, for a person. */
export function inspectionText(found: Inspection, messages: Messages, palette: Palette): string {
  const { label } = messages;
  const facts: (readonly [string, string | undefined])[] = [
    [
      label.kind,
      [found.kind, found.encoding, delimiterName(found.delimiter)].filter(Boolean).join(', '),
    ],
    [label.size, `${found.bytes.toLocaleString(messages.lang)} B`],
  ];
  const head = facts.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  const damage = found.damage === undefined ? '' : `  ${found.damage[messages.lang]}\n`;
  return `${palette.bold(found.file)}\n${head}${damage}\n${sheetLines(found, messages)}`;
}

function delimiterName(delimiter: string | undefined): string | undefined {
  return delimiter === '\t' ? 'tab' : delimiter && `“${delimiter}”`;
}

function sheetLines(found: Inspection, messages: Messages): string {
  const { label } = messages;
  const heads = ['#', label.sheet, label.rows, label.columns, label.table];
  const rows = found.sheets.map((sheet, i) => [
    i + 1,
    clean(sheet.name) + (HIDDEN.has(sheet.state) ? ` (${label.hidden})` : ''),
    sheet.rows,
    sheet.columns,
    sheetText(sheet, messages),
  ]);
  return toLines([heads, ...rows]);
}

const HIDDEN: ReadonlySet<InspectedSheet['state']> = new Set(['hidden', 'veryHidden']);

/** What is in a sheet, or why nothing is taken from it. */
function sheetText({ state, isOwn, tables }: InspectedSheet, messages: Messages): string {
  if (state === 'unreadable') return messages.label.unreadable;
  if (isOwn) return messages.label.ownSheet;
  return tables.map((table) => tableText(table, messages)).join('; ');
}

function tableText(
  { label: form, layout, firstRow, lastRow }: InspectedSheet['tables'][number],
  messages: Messages,
): string {
  const { label, lang } = messages;
  const rows = `${label.tableRows} ${firstRow}–${lastRow}`;
  return `${form[lang]} (${messages.layout[layout]}), ${firstRow === 0 ? label.noRows : rows}`;
}

const HEADER = [
  ...['file', 'kind', 'sheet', 'state', 'rows', 'columns'],
  ...['form', 'layout', 'header_row', 'first_row', 'last_row'],
];

/** The same for a machine: a line for each table, or for a sheet that has none. */
export function inspectionCsv(found: Inspection): string {
  return toCsv([HEADER, ...found.sheets.flatMap((sheet) => sheetRows(found, sheet))]);
}

function sheetRows(found: Inspection, sheet: InspectedSheet) {
  const [file, name] = [found.file, sheet.name].map(safeText) as [string, string];
  const start = [file, found.kind, name, sheet.state, sheet.rows, sheet.columns];
  if (sheet.tables.length === 0) return [[...start, null, null, null, null, null]];
  return sheet.tables.map((t) => [
    ...start,
    ...[t.form, t.layout, t.headerRow, t.firstRow, t.lastRow],
  ]);
}
