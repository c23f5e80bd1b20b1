import { damagedError, limitError, MAX_CELL_FORMATS } from './limits.js';
import {
  builtInFormatKind,
  type FormatKind,
  formatKind,
  NUMBER,
  UNKNOWN,
} from './number-formats.js';
import { partText } from './relationships.js';
import { struckFormats } from './struck-formats.js';
import { XmlReader } from './xml.js';
import { section } from './xml-section.js';
import type { ZipParts } from './zip-parts.js';

/** What the cell formats of a workbook say, by the index that cells name. */
export interface CellFormats {
  /** Their `FormatKind`. One entry at least: cells without a style are of format 0. */
  readonly formats: Uint8Array;
  /** 1 for each that is struck through; null where none is. */
  readonly struck: Uint8Array | null;
}

/** As many as any cell names: of none is known what it is, but for the first, which is of no kind. */
export function unknownFormats(): CellFormats {
  return { formats: new Uint8Array(MAX_CELL_FORMATS).fill(UNKNOWN, 1), struck: null };
}

/**
 * The cell formats of the styles part (ECMA-376 Part 1 §18.8.10).
 * @throws SpreadsheetError `damaged` where they are not all there: a date would be read as a number
 */
export function readFormats(zip: ZipParts, part: string | undefined): CellFormats {
  if (part === undefined) return { formats: new Uint8Array(1), struck: null };
  const text = partText(zip, part);
  if (text === null) throw damagedError('a part is missing', { part });
  // A document type can only stand before the first tag.
  new XmlReader(text).next();
  const custom = new Map<string, FormatKind>();
  for (const xml of section(text, 'numFmts')) {
    if (!xml.opens('numFmt')) continue;
    custom.set(xml.attribute('numFmtId') ?? '', formatKind(xml.attribute('formatCode') ?? ''));
  }
  const kinds: FormatKind[] = [];
  for (const xml of section(text, 'cellXfs')) {
    if (!xml.opens('xf')) continue;
    if (kinds.length >= MAX_CELL_FORMATS) {
      throw limitError('cell-formats', MAX_CELL_FORMATS, { part });
    }
    const id = xml.attribute('numFmtId') ?? '0';
    kinds.push(custom.get(id) ?? builtInFormatKind(Number(id)));
  }
  if (kinds.length === 0 && !ENDS.test(text)) throw damagedError('the XML ends early', { part });
  const formats = Uint8Array.from(kinds.length === 0 ? [NUMBER] : kinds);
  return { formats, struck: struckFormats(text) };
}

const ENDS = /<\/?(?:[\w.-]+:)?styleSheet(?:\s[^<>]*\/|\s*\/?)>\s*$/;
