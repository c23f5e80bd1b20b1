import type { LooksOfRows } from './biff-looks.js';
import { XmlReader } from './xml.js';

/**
 * The cells of a SpreadsheetML workbook (Excel 2003) whose style is struck through, by sheet in
 * their order; null where no style is, as in nearly every workbook.
 */
export function xmlStruck(text: string): readonly LooksOfRows[] | null {
  if (!text.includes('StrikeThrough')) return null;
  const styles = new Set<string>();
  const sheets: Map<number, number[]>[] = [];
  const xml = new XmlReader(text);
  let [style, ofRow, row, column] = ['', '', -1, -1];
  while (xml.next()) {
    if (xml.closing) continue;
    if (xml.name === 'Style') {
      style = xml.attribute('ID') ?? '';
      if (styles.has(xml.attribute('Parent') ?? '')) styles.add(style);
    } else if (xml.name === 'Font') {
      const said = xml.attribute('StrikeThrough');
      if (said === '1') styles.add(style);
      else if (said === '0') styles.delete(style);
    } else if (xml.name === 'Worksheet') {
      if (styles.size === 0) return null;
      sheets.push(new Map());
      row = -1;
    } else if (xml.name === 'Row') {
      row = indexOf(xml, row + 1);
      row += xml.empty ? spanOf(xml, 'Span') : 0;
      ofRow = xml.attribute('StyleID') ?? '';
      column = -1;
    } else if (xml.name === 'Cell') {
      column = indexOf(xml, column + 1);
      if (styles.has(xml.attribute('StyleID') ?? ofRow)) add(sheets.at(-1), row, column);
      column += spanOf(xml, 'MergeAcross');
    }
  }
  return sheets.map((rows) => new Map([...rows].map(([at, struck]) => [at, { struck }])));
}

/** Where a row or cell says that it stands, 0-based; else the next place. */
function indexOf(xml: XmlReader, next: number): number {
  const index = Number(xml.attribute('Index') ?? 0);
  return index > 0 ? index - 1 : next;
}

function spanOf(xml: XmlReader, name: string): number {
  return Math.max(0, Number(xml.attribute(name) ?? 0) || 0);
}

function add(rows: Map<number, number[]> | undefined, row: number, column: number): void {
  const columns = rows?.get(row);
  if (columns === undefined) rows?.set(row, [column]);
  else columns.push(column);
}
