import { numberText } from '../core/format.js';
import { widthOnScreen } from '../core/on-screen.js';

type Field = string | number | boolean | null;

/**
 * CSV (RFC 4180, but `\n`), of few rows or of one batch of many. Rows are filled up to the
 * width. Not by csv-stringify, which takes a hundred times as long for a blank field.
 */
export function toCsv(rows: readonly (readonly Field[])[], width = 1): string {
  const line = (row: readonly Field[]) =>
    `${row.map(csvField).join(',')}${','.repeat(Math.max(0, width - Math.max(1, row.length)))}\n`;
  return rows.map(line).join('');
}

const plainField = (field: number | boolean) =>
  typeof field === 'number' ? numberText(field) : field ? 'TRUE' : 'FALSE';

function csvField(field: Field): string {
  if (typeof field !== 'string') return field === null ? '' : plainField(field);
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/**
 * Columns as wide as their widest field; numbers stand at the right.
 * @param runsOver whether a row's last text may run over the columns behind it, as on a sheet
 */
export function toLines(rows: readonly (readonly (string | number)[])[], runsOver = false): string {
  const width: number[] = [];
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const row of rows) {
    const end = runsOver ? lastText(row, columns) : -1;
    row.forEach((field, i) => {
      width[i] = Math.max(width[i] ?? 0, i === end ? 0 : widthOnScreen(String(field)));
    });
  }
  const lines = rows.map((row) => row.map((field, i) => padded(field, width[i]!)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** The place of a row's last field where that is a text with columns behind it; else -1. */
export function lastText(row: readonly unknown[], columns: number): number {
  const last = row.findLastIndex((field) => field !== '' && field !== null && field !== undefined);
  return typeof row[last] === 'string' && last < columns - 1 ? last : -1;
}

function padded(field: string | number, width: number): string {
  const space = ' '.repeat(Math.max(0, width - widthOnScreen(String(field))));
  return typeof field === 'number' ? space + field : field + space;
}
