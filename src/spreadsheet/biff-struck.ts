import { biffRecords, EOF, RECORD_HEADER } from './biff-records.js';

/** Of one sheet, by 0-based row, the columns of its cells that are struck through. */
export type StruckRows = ReadonlyMap<number, readonly number[]>;

/**
 * The cells of a BIFF5 or BIFF8 workbook whose font is struck through, by where their sheet
 * begins in the stream; null where no font is, as in nearly every workbook.
 */
export function biffStruck(stream: Buffer): ReadonlyMap<number, StruckRows> | null {
  const formats = struckFormats(stream);
  if (!formats.includes(true)) return null;
  const sheets = new Map<number, Map<number, number[]>>();
  let rows = new Map<number, number[]>();
  let depth = 0;
  for (const { id, at, length } of biffRecords(stream)) {
    if (id === BEGIN) {
      // A chart in a sheet is a stream in a stream.
      if (depth++ > 0) continue;
      rows = new Map();
      sheets.set(at - RECORD_HEADER, rows);
    } else if (id === EOF) {
      depth = Math.max(0, depth - 1);
    } else if (depth === 1 && length >= 6 && (CELLS.has(id) || id === SEVERAL)) {
      const row = stream.readUInt16LE(at);
      const first = stream.readUInt16LE(at + 2);
      const count = id === SEVERAL ? Math.floor((length - 6) / 6) : 1;
      for (let i = 0; i < count; i++) {
        if (formats[stream.readUInt16LE(at + 4 + 6 * i)] !== true) continue;
        const columns = rows.get(row) ?? [];
        columns.push(first + i);
        rows.set(row, columns);
      }
    }
  }
  return sheets;
}

/** Of each cell format whether its font is struck through: both stand before the sheets. */
function struckFormats(stream: Buffer): readonly boolean[] {
  const fonts: boolean[] = [];
  const formats: boolean[] = [];
  for (const { id, at, length } of biffRecords(stream)) {
    if (id === EOF) break;
    if (id === FONT && length >= 4) fonts.push((stream.readUInt16LE(at + 2) & STRIKE_OUT) !== 0);
    if (id !== FORMAT || length < 2) continue;
    const font = stream.readUInt16LE(at);
    // There is no font of number 4 (MS-XLS §2.5.129).
    formats.push(fonts[font > 4 ? font - 1 : font] === true);
  }
  return formats;
}

const BEGIN = 0x0809;
const FONT = 0x0031;
/** Of the flags of Font (MS-XLS §2.4.122). */
const STRIKE_OUT = 8;
const FORMAT = 0x00e0;
/** Formula, LabelSst, Number, Label, BoolErr, RString, RK: row, column, format. */
const CELLS: ReadonlySet<number> = new Set([
  0x0006, 0x00fd, 0x0203, 0x0204, 0x0205, 0x00d6, 0x027e,
]);
/** MulRk: row, first column, a format and a number for each, last column. */
const SEVERAL = 0x00bd;
