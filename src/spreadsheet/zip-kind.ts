import { damagedError, MAX_SMALL_PART_BYTES } from './limits.js';
import { partText, type Relationship, readRelationships } from './relationships.js';
import { encrypted, unsupported } from './sniff.js';
import { orWithout, type UnreadParts } from './unread.js';
import { XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/** A spreadsheet in a zip: of Office (with the relationships of the package), or OpenDocument. */
export type ZipKind =
  | {
      readonly kind: 'xlsx';
      readonly relationships: readonly Relationship[];
      readonly unread: UnreadParts;
    }
  | { readonly kind: 'ods' };

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** Tells what a zip is by its parts. Throws for all that is no spreadsheet. */
export function zipKind(zip: ZipParts): ZipKind {
  const unread: UnreadParts = new Set();
  const relationships = orWithout('relationships', unread, () => readRelationships(zip, ''), NONE);
  const main = relationships.find(({ type }) => type === 'officeDocument')?.target;
  if (main !== undefined) {
    refuseOtherDocuments(zip, main);
    return { kind: 'xlsx', relationships, unread };
  }
  if (zip.has('xl/workbook.xml')) return { kind: 'xlsx', relationships: USUAL, unread };
  if (zip.has('mimetype') || zip.has('content.xml')) return openDocumentKind(zip);
  const names = [...zip.names];
  if (names.some((name) => name.endsWith('.iwa') || name === 'index.zip'))
    throw unsupported('iwork');
  if (names.some((name) => name.startsWith('xl/')))
    throw damagedError('the workbook part is missing');
  throw unsupported('zip');
}

const NONE = (): Relationship[] => [];

/** Where the parts are in a package that does not say. */
const USUAL: readonly Relationship[] = [
  { id: '', type: 'officeDocument', target: 'xl/workbook.xml' },
  { id: '', type: 'core-properties', target: 'docProps/core.xml' },
  { id: '', type: 'custom-properties', target: 'docProps/custom.xml' },
];

/** By the root element: a part's name says nothing, and its type is often wrong. */
function refuseOtherDocuments(zip: ZipParts, part: string): void {
  if (part.toLowerCase().endsWith('.bin')) throw unsupported('xlsb');
  if (!zip.has(part)) throw damagedError('the workbook part is missing', { part });
  if (/^xl\//i.test(part)) return;
  if (/^word\//i.test(part)) throw unsupported('docx');
  if (/^ppt\//i.test(part)) throw unsupported('pptx');
  const xml = new XmlReader(partText(zip, part) ?? '');
  const root = xml.next() ? xml.name : '';
  if (root === 'document') throw unsupported('docx');
  if (root === 'presentation') throw unsupported('pptx');
  if (root !== 'workbook') throw unsupported('zip');
}

function openDocumentKind(zip: ZipParts): ZipKind {
  const type = zip.read('mimetype', MAX_SMALL_PART_BYTES)?.toString().trim();
  if (type !== undefined && !type.startsWith(OPEN_DOCUMENT)) throw unsupported('zip');
  const document = (type ?? `${OPEN_DOCUMENT}spreadsheet`).slice(OPEN_DOCUMENT.length);
  if (document.startsWith('text')) throw unsupported('odt');
  if (document.startsWith('presentation')) throw unsupported('odp');
  if (!document.startsWith('spreadsheet')) throw unsupported('opendocument');
  // ODF 1.3 Part 2 §4.16: the manifest names the encryption of each part that has one.
  if (partText(zip, 'META-INF/manifest.xml')?.includes('encryption-data')) throw encrypted();
  return { kind: 'ods' };
}
