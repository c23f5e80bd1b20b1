import { damagedError } from './limits.js';
import { XmlReader } from './xml.js';
import { trimXmlSpace, unescapeUnits, xmlText } from './xml-text.js';

const CDATA = '<![CDATA[';

/**
 * Text of a string item (`<si>`, `<is>`), given the XML inside of it: its runs joined, the
 * phonetic ones (`<rPh>`, how a Japanese reader would say it) left out.
 */
export function richText(xml: string): string {
  let text = '';
  let phonetic = false;
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.name === 'rPh') phonetic = !reader.closing && !reader.empty;
    if (!reader.opens('t') || reader.empty || phonetic) continue;
    const raw = characterData(xml, reader.end);
    text += reader.attribute('space') === 'preserve' ? raw : trimXmlSpace(raw);
  }
  return unescapeUnits(text);
}

/** Character data from `start` up to the next tag, CDATA included and comments left out. */
export function characterData(xml: string, start: number): string {
  let text = '';
  let at = start;
  for (;;) {
    const next = xml.indexOf('<', at);
    if (next < 0) return text + xmlText(xml.slice(at));
    text += xmlText(xml.slice(at, next));
    if (xml.startsWith(CDATA, next)) {
      at = endOf(xml, ']]>', next + CDATA.length);
      text += xml.slice(next + CDATA.length, at - 3).replace(/\r\n?/g, '\n');
    } else if (xml.startsWith('<!--', next)) {
      at = endOf(xml, '-->', next + 4);
    } else {
      return text;
    }
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw damagedError('the XML ends early');
  return end + mark.length;
}
