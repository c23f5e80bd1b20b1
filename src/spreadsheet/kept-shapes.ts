import { RowSink } from './row-sink.js';
import { SharedStrings } from './shared-strings.js';
import { SheetScanner } from './sheet-scanner.js';
import { CalendarDate, Percentage } from './types.js';
import { XmlReader } from './xml.js';

/**
 * One object of each class that the scanners work with, never used. V8 throws compiled
 * code away when a garbage collection finds no object left of a shape that it was compiled
 * for, and between two workbooks there is none: over many small files the scanner would be
 * compiled again and again, for a tenth of the whole time.
 */
const strings = new SharedStrings(Buffer.from('<si><t>a</t></si>'), '');
export const KEPT_SHAPES: readonly object[] = [
  new SheetScanner(
    {
      part: '',
      strings,
      formats: new Uint8Array(1),
      struck: null,
      epoch: 1900,
      maxCells: 1,
      dates: [],
    },
    new RowSink(() => {}),
  ),
  new XmlReader(''),
  new CalendarDate(1900, 1, 1, 0, 1),
  new Percentage(0.5),
];
