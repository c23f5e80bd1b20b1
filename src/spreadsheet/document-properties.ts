import { partText, readRelationships } from './relationships.js';
import { XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

interface DocumentProperties {
  readonly modified?: Date;
  readonly properties: Readonly<Record<string, string>>;
}

/** The modified and the custom properties of an OPC package (ECMA-376 Part 2 §8, Part 1 §22.3). */
export function documentProperties(zip: ZipParts): DocumentProperties {
  let modified: Date | undefined;
  let properties: Record<string, string> = {};
  for (const { type, target } of readRelationships(zip, '')) {
    if (type === 'core-properties' || type === 'coreProperties') {
      modified = modifiedOf(partText(zip, target) ?? '');
    } else if (type === 'custom-properties' || type === 'customProperties') {
      properties = customOf(partText(zip, target) ?? '');
    }
  }
  return modified === undefined ? { properties } : { modified, properties };
}

function modifiedOf(xml: string): Date | undefined {
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (!reader.opens('modified')) continue;
    const date = new Date(reader.textAfter().trim());
    if (!Number.isNaN(date.getTime())) return date;
  }
  return undefined;
}

/** Each `<property name="…">` with the text of the one element inside of it. */
function customOf(xml: string): Record<string, string> {
  const properties: [string, string][] = [];
  let name: string | undefined;
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.name === 'property') {
      name = reader.closing ? undefined : reader.attribute('name');
    } else if (name !== undefined && !reader.closing) {
      properties.push([name, reader.empty ? '' : reader.textAfter()]);
      name = undefined;
    }
  }
  return Object.fromEntries(properties);
}
