import type { XmlReader } from './xml.js';

/** Elements that hold tables, cells or text which are none of the sheets'. */
export const ASIDE: ReadonlySet<string> = new Set([
  'annotation',
  'dde-link',
  'shapes',
  'tracked-changes',
]);

/** Goes to the end of the element that the reader has just opened. */
export function skipElement(xml: XmlReader): void {
  if (xml.empty) return;
  const { name } = xml;
  let depth = 1;
  while (depth > 0 && xml.next()) {
    if (xml.name === name && !xml.empty) depth += xml.closing ? -1 : 1;
  }
}

/** A repetition or a span; what is no positive whole number counts as one. */
export function count(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
