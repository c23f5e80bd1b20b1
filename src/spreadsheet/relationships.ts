import { damagedError, MAX_SMALL_PART_BYTES } from './limits.js';
import { utf8Part, XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/** One relationship of a part (OPC, ECMA-376 Part 2 §6.5). */
export interface Relationship {
  readonly id: string;
  /** Last word of the type: `worksheet`, `sharedStrings`. Strict and transitional differ before it. */
  readonly type: string;
  /** Name of the part that it leads to. */
  readonly target: string;
}

/** Text of a small part, or null where there is none. */
export function partText(zip: ZipParts, name: string): string | null {
  const bytes = zip.read(name, MAX_SMALL_PART_BYTES);
  return bytes === null ? null : utf8Part(bytes, name).toString();
}

/**
 * Relationships of a part; those of the package for ''. External ones (another workbook, a
 * web page) are left out: nothing outside of the file is ever followed. None where there is no such
 * part; @throws SpreadsheetError `damaged` where they are not all there.
 */
export function readRelationships(zip: ZipParts, part: string): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const text = partText(zip, name) ?? '';
  const xml = new XmlReader(text);
  const relationships: Relationship[] = [];
  let whole = text === '';
  while (xml.next()) {
    whole ||= xml.name === 'Relationships' && (xml.closing || xml.empty);
    if (!xml.opens('Relationship')) continue;
    if (xml.attribute('TargetMode')?.toLowerCase() === 'external') continue;
    const type = xml.attribute('Type') ?? '';
    relationships.push({
      id: xml.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(folder, xml.attribute('Target') ?? ''),
    });
  }
  if (!whole) throw damagedError('the XML ends early', { part: name });
  return relationships;
}

/** `../styles.xml` seen from `xl/worksheets/` is `xl/styles.xml`. */
export function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const whole = path.startsWith('/') ? path.slice(1) : folder + path;
  if (!/\.\/|\/\/|%/.test(whole)) return whole;
  const segments: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(decodeSegment(segment));
  }
  return segments.join('/');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
