import { isOn } from './rich-text.js';
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
