import { damagedError } from './limits.js';
import { partText, type Relationship } from './relationships.js';
import { orWithout, type UnreadParts } from './unread.js';
import { XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

export interface DocumentProperties {
  readonly modified: Date | undefined;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * The modified and the custom properties of an OPC package (ECMA-376 Part 2 §8, Part 1
 * §22.3), given the relationships of the package. What is damaged of them is left out, and noted.
 */
export function documentProperties(
  zip: ZipParts,
  relationships: readonly Relationship[],
  unread: UnreadParts,
): DocumentProperties {
  const of = <T>(part: string, without: T, read: (text: string) => T): T =>
    orWithout(
      'properties',
      unread,
      () => read(wholeText(zip, part)),
      () => without,
    );
  let modified: Date | undefined;
  let properties: Record<string, string> = {};
  for (const { type, target } of relationships) {
    if (type === 'core-properties' || type === 'coreProperties') {
      modified = of(target, undefined, modifiedOf);
    } else if (type === 'custom-properties' || type === 'customProperties') {
      properties = of(target, {}, customOf);
    }
  }
  return { modified, properties };
}

function wholeText(zip: ZipParts, part: string): string {
  const text = (partText(zip, part) ?? '').trimEnd();
  if (text !== '' && !text.endsWith('>')) throw damagedError('the XML ends early', { part });
  return text;
}

function modifiedOf(text: string): Date | undefined {
  const xml = new XmlReader(text);
  while (xml.next()) {
    if (!xml.opens('modified')) continue;
    const date = new Date(xml.textAfter().trim());
    if (!Number.isNaN(date.getTime())) return date;
  }
  return undefined;
}

/** Each `<property name="…">` with the text of the one element inside of it. */
function customOf(text: string): Record<string, string> {
  const properties: [string, string][] = [];
  let name: string | undefined;
  const xml = new XmlReader(text);
  while (xml.next()) {
    if (xml.name === 'property') {
      name = xml.closing ? undefined : xml.attribute('name');
    } else if (name !== undefined && !xml.closing) {
      properties.push([name, xml.empty ? '' : xml.textAfter()]);
      name = undefined;
    }
  }
  // Not by assignment: a property may be called __proto__.
  return Object.fromEntries(properties);
}
