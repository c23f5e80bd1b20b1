import { damagedError } from './limits.js';
import type { TextRun } from './text-runs.js';
import { XmlReader } from './xml.js';
import { trimXmlSpace, unescapeUnits, xmlText } from './xml-text.js';

const CDATA = '<![CDATA[';

/**
 * Text of a string item (`<si>`, `<is>`), given the XML inside of it: its runs joined, the
 * phonetic ones (`<rPh>`, how a Japanese reader would say it) left out.
 */
export function richText(xml: string): string {
  let text = '';
  readTexts(xml, (piece) => {
    text += piece;
  });
  return unescapeUnits(text);
}

/** Hands out the texts of a string item, and what other tags it opens. */
function readTexts(
  xml: string,
  onText: (text: string) => void,
  onTag?: (reader: XmlReader) => void,
): void {
  let phonetic = false;
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.name === 'rPh') phonetic = !reader.closing && !reader.empty;
    if (reader.closing || phonetic) continue;
    if (reader.name !== 't') onTag?.(reader);
    else if (!reader.empty) {
      const raw = characterData(xml, reader.end);
      onText(reader.attribute('space') === 'preserve' ? raw : trimXmlSpace(raw));
    }
  }
}

/**
 * The runs of a string item (ECMA-376 Part 1 §18.4.4), given the XML inside of it; null where none
 * says how it is set: then the cell's format does.
 */
export function textRuns(xml: string): readonly TextRun[] | null {
  if (!xml.includes('rPr')) return null;
  const runs: TextRun[] = [];
  let struck: boolean | null = null;
  let raised: TextRun['raised'] = 0;
  const onText = (text: string) => runs.push({ text: unescapeUnits(text), struck, raised });
  readTexts(xml, onText, (tag) => {
    if (tag.name === 'r' || tag.name === 'rPr') {
      struck = tag.name === 'r' ? null : false;
      raised = 0;
    } else if (tag.name === 'strike') struck = isOn(tag);
    else if (tag.name === 'vertAlign') raised = RAISED.get(tag.attribute('val') ?? '') ?? 0;
  });
  return runs;
}

const RAISED: ReadonlyMap<string, TextRun['raised']> = new Map([
  ['superscript', 1],
  ['subscript', -1],
]);

/** Whether runs of a string item may be struck through, raised or lowered: a quick look. */
export function mayBeSetApart(xml: string): boolean {
  return SETS_APART.test(xml);
}

const SETS_APART = /<(?:[\w.-]+:)?strike|su(?:per|b)script/;

/** `<strike/>`, or one that is not switched off. */
export function isOn(xml: XmlReader): boolean {
  return !OFF.has(xml.attribute('val') ?? '');
}

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off']);

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
