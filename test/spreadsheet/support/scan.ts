import type { SheetContext } from '../../../src/spreadsheet/cell-value.js';
import { RowSink } from '../../../src/spreadsheet/row-sink.js';
import { SharedStrings } from '../../../src/spreadsheet/shared-strings.js';
import { SheetScanner } from '../../../src/spreadsheet/sheet-scanner.js';
import { plain } from './read.js';
import { escapeXml } from './xlsx-writer.mjs';

/** What lies past the end of a piece must not be looked at: here it would be taken for content. */
const TRAP = Buffer.from('9999</v></c></row>');

/** The rows of a worksheet part that comes in pieces: number, hidden, values. */
export function scan(pieces: readonly Buffer[], strings: readonly string[]): unknown[] {
  const items = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  const context: SheetContext = {
    part: 'sheet',
    strings: new SharedStrings(Buffer.from(`<sst>${items.join('')}</sst>`), 'strings'),
    formats: Uint8Array.of(0, 1),
    struck: null,
    epoch: 1900,
    recalculates: false,
    maxCells: 1000,
  };
  const rows: unknown[] = [];
  const sink = new RowSink(({ number, values, hidden }) => {
    rows.push([number, hidden, ...values.map(plain)]);
  });
  const scanner = new SheetScanner(context, sink);
  let left = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = Buffer.concat([left, piece, TRAP]);
    const end = bytes.length - TRAP.length;
    left = Buffer.from(bytes.subarray(scanner.scan(bytes, end), end));
  }
  scanner.finish();
  return rows;
}
