import { limitError, MAX_CELL_FORMATS } from './limits.js';
import { builtInFormatKind, formatKind } from './number-formats.js';
import { partText } from './relationships.js';
import { XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/**
 * The `FormatKind` of each cell format of the styles part (ECMA-376 Part 1 §18.8.10), by
 * the index that cells name. One entry at least: cells without a style are of format 0.
 */
export function readFormats(zip: ZipParts, part: string | undefined): Uint8Array {
  const text = part === undefined ? null : partText(zip, part);
  if (text === null) return new Uint8Array(1);
  const custom = new Map<string, number>();
  const kinds: number[] = [];
  let inside = false;
  const xml = new XmlReader(text);
  while (xml.next()) {
    if (xml.name === 'cellXfs') {
      inside = !xml.closing && !xml.empty;
    } else if (xml.opens('numFmt')) {
      const id = xml.attribute('numFmtId');
      // Formats of pivot tables and conditional ones (`dxf`) come after the cells' own.
      if (id !== undefined && kinds.length === 0) {
        custom.set(id, formatKind(xml.attribute('formatCode') ?? ''));
      }
    } else if (inside && xml.opens('xf')) {
      if (kinds.length >= MAX_CELL_FORMATS) {
        throw limitError('cell-formats', MAX_CELL_FORMATS, { part: part! });
      }
      const id = xml.attribute('numFmtId') ?? '0';
      kinds.push(custom.get(id) ?? builtInFormatKind(Number(id)));
    }
  }
  return Uint8Array.from(kinds.length === 0 ? [0] : kinds);
}
