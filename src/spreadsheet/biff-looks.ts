import { getOrMake } from '../core/memo.js';
import { biffRecords, EOF, sheetRecords } from './biff-records.js';
import { type BiffRuns, biffRuns } from './biff-runs.js';
import { lookOf, type TextLook, type TextRun } from './text-runs.js';
import type { RowLook } from './types.js';

/** Of one sheet, by 0-based row, what there is to be said of its cells. */
export type LooksOfRows = ReadonlyMap<number, RowLook>;

/** How a font sets what is written in it. */
export type FontSetting = Pick<TextRun, 'raised'> & { readonly struck: boolean };

/**
 * The cells of a BIFF5 or BIFF8 workbook whose font is struck through, and those whose text is in
 * part, or raised (BIFF8), by where their sheet begins in the stream; null where no font is so, as in
 * nearly every workbook.
 */
export function biffLooks(stream: Buffer): ReadonlyMap<number, LooksOfRows> | null {
  const { fonts, formats } = settingsIn(stream);
  if (!fonts.some(({ struck, raised }) => struck || raised !== 0)) return null;
  const texts = biffRuns(stream, (font) => fontAt(fonts, font));
  const isStruck = (format: number) => fontAt(fonts, formats[format])?.struck === true;
  const sheets = new Map<number, Map<number, Look>>();
  for (const { id, at, length, sheet } of sheetRecords(stream)) {
    if (length < 6 || !(CELLS.has(id) || id === SEVERAL)) continue;
    const row = stream.readUInt16LE(at);
    const first = stream.readUInt16LE(at + 2);
    const count = id === SEVERAL ? Math.floor((length - 6) / 6) : 1;
    for (let i = 0; i < count; i++) {
      const own = isStruck(stream.readUInt16LE(at + 4 + 6 * i));
      const text = id === SHARED && length >= 10 ? stream.readUInt32LE(at + 6) : null;
      const { isStruck: is, meant } = lookBy(texts, text, own);
      if (!is && meant === null) continue;
      const rows = getOrMake(sheets, sheet, () => new Map<number, Look>());
      const look = getOrMake(rows, row, (): Look => ({}));
      if (is) look.struck = [...(look.struck ?? []), first + i];
      if (meant !== null) look.meant = [...(look.meant ?? []), { column: first + i, ...meant }];
    }
  }
  return sheets;
}

type Look = { -readonly [K in keyof RowLook]: RowLook[K] };

function lookBy(texts: BiffRuns, text: number | null, own: boolean): TextLook {
  const runs = text === null ? undefined : texts.get(text);
  return runs === undefined ? { isStruck: own, meant: null } : lookOf(runs, own);
}

/** There is no font of number 4 (MS-XLS §2.5.129). */
function fontAt<T>(fonts: readonly T[], number: number | undefined): T | undefined {
  return number === undefined ? undefined : fonts[number > 4 ? number - 1 : number];
}

/** The fonts, and the number of each cell format's: both stand before the sheets. */
function settingsIn(stream: Buffer): { fonts: readonly FontSetting[]; formats: readonly number[] } {
  const fonts: FontSetting[] = [];
  const formats: number[] = [];
  for (const { id, at, length } of biffRecords(stream)) {
    if (id === EOF) break;
    if (id === FONT && length >= 4) {
      const script = length >= 10 ? stream.readUInt16LE(at + 8) : 0;
      const struck = (stream.readUInt16LE(at + 2) & STRIKE_OUT) !== 0;
      fonts.push({ struck, raised: script === 1 ? 1 : script === 2 ? -1 : 0 });
    }
    if (id === FORMAT && length >= 2) formats.push(stream.readUInt16LE(at));
  }
  return { fonts, formats };
}

const FONT = 0x0031;
/** Of the flags of Font (MS-XLS §2.4.122). */
const STRIKE_OUT = 8;
const FORMAT = 0x00e0;
/** LabelSst: row, column, format, number of the text. */
const SHARED = 0x00fd;
/** Formula, LabelSst, Number, Label, BoolErr, RString, RK: row, column, format. */
const CELLS: ReadonlySet<number> = new Set([
  0x0006, 0x00fd, 0x0203, 0x0204, 0x0205, 0x00d6, 0x027e,
]);
/** MulRk: row, first column, a format and a number for each, last column. */
const SEVERAL = 0x00bd;
