import { damagedError, limitError, MAX_CELL_FORMATS } from './limits.js';
import { builtInFormatKind, type FormatKind, formatKind, NUMBER } from './number-formats.js';
import { partText } from './relationships.js';
import { XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/**
 * The `FormatKind` of each cell format of the styles part (ECMA-376 Part 1 §18.8.10), by
 * the index that cells name. One entry at least: cells without a style are of format 0.
 */
export function readFormats(zip: ZipParts, part: string | undefined): Uint8Array {
  if (part === undefined) return new Uint8Array(1);
  const text = partText(zip, part);
  // Without its formats a date would be read as a number, and nobody told.
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
  return Uint8Array.from(kinds.length === 0 ? [NUMBER] : kinds);
}

/**
 * The tags inside the first element of that name. Fonts, fills, borders and conditional
 * formats, which are most of the part, are not looked at.
 */
function* section(text: string, name: string): Generator<XmlReader, void> {
  const mention = text.indexOf(name);
  if (mention < 0) return;
  const xml = new XmlReader(text, text.lastIndexOf('<', mention));
  let inside = false;
  while (xml.next()) {
    if (xml.name === name) {
      inside = !xml.closing && !xml.empty;
      if (!inside) return;
    } else if (inside) {
      yield xml;
    }
  }
}
