import { getOrMake } from '../core/memo.js';
import { biffRecords, EOF, sheetRecords } from './biff-records.js';

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
  for (const { id, at, length, sheet } of sheetRecords(stream)) {
    if (length < 6 || !(CELLS.has(id) || id === SEVERAL)) continue;
    const row = stream.readUInt16LE(at);
    const first = stream.readUInt16LE(at + 2);
    const count = id === SEVERAL ? Math.floor((length - 6) / 6) : 1;
    for (let i = 0; i < count; i++) {
      if (formats[stream.readUInt16LE(at + 4 + 6 * i)] !== true) continue;
      const rows = getOrMake(sheets, sheet, () => new Map<number, number[]>());
      getOrMake(rows, row, () => []).push(first + i);
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
