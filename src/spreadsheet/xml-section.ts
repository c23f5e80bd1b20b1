import { damagedError } from './limits.js';
import { XmlReader } from './xml.js';

/**
 * The tags inside the first element of that name. Fills, borders and conditional formats,
 * which are most of the part, are not looked at; nor are fonts where none is struck through.
 */
export function* section(text: string, name: string): Generator<XmlReader, void> {
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
  if (inside) throw damagedError('the XML ends early');
}
