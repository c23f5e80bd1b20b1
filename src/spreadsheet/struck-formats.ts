import { XmlReader } from './xml.js';
import { section } from './xml-section.js';

/**
 * Which cell formats of the styles part have a font that is struck through (ECMA-376 Part 1
 * §18.4.10), 1 for each; null where none has, as in nearly every workbook.
 */
export function struckFormats(text: string): Uint8Array | null {
  if (!text.includes('strike')) return null;
  const fonts: boolean[] = [];
  for (const xml of section(text, 'fonts')) {
    if (xml.opens('font')) fonts.push(false);
    else if (xml.opens('strike')) fonts[fonts.length - 1] = isOn(xml);
  }
  if (!fonts.includes(true)) return null;
  const struck: number[] = [];
  for (const xml of section(text, 'cellXfs')) {
    if (xml.opens('xf')) struck.push(fonts[Number(xml.attribute('fontId') ?? 0)] ? 1 : 0);
  }
  return struck.includes(1) ? Uint8Array.from(struck) : null;
}

/** `<strike/>`, or one that is not switched off. */
function isOn(xml: XmlReader): boolean {
  return !OFF.has(xml.attribute('val') ?? '');
}

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off']);

/**
 * Of a string item's XML: true where all its runs are struck through, false where one is
 * not, null where no run says how it is set: then the cell does.
 */
export function struckRuns(item: string): boolean | null {
  if (!item.includes('rPr')) return null;
  let struck = true;
  let said = false;
  let run: boolean | null = null;
  const xml = new XmlReader(item);
  while (xml.next()) {
    if (xml.opens('r')) run = null;
    else if (xml.opens('rPr')) run = false;
    else if (xml.opens('strike')) run = isOn(xml);
    else if (xml.opens('t') && xml.textAfter().trim() !== '' && !xml.empty) {
      said ||= run !== null;
      struck &&= run === true;
    }
  }
  return said ? struck : null;
}
