import {
  damagedError,
  IN_MEMORY_PART_BYTES,
  type Limits,
  limitError,
  MAX_LEGACY_FILE_BYTES,
  MAX_SHEETS,
} from './limits.js';
import { OdsStruck } from './ods-struck.js';
import { readOdsHiddenColumns, readOdsMerges, readOdsRows } from './ods-table.js';
import { ASIDE, skipElement } from './ods-xml.js';
import type { Source } from './source.js';
import type { Sheet, Workbook } from './types.js';
import { orWithout, type UnreadParts } from './unread.js';
import { utf8Part, XmlReader } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/**
 * Opens a spreadsheet of OpenDocument (ODF 1.3): the zip, or the flat XML. A reader of our
 * own, because SheetJS does not tell hidden sheets and rows, turns truth values into
 * numbers and unpacks without checksums. One part holds all sheets, so it is held whole.
 */
export function openOds(source: Source, zip: ZipParts, limits: Limits): Workbook {
  const part = (name: string): string | null => {
    const bytes = zip.read(name, IN_MEMORY_PART_BYTES);
    return bytes === null ? null : utf8Part(bytes, name).toString();
  };
  const content = part('content.xml');
  if (content === null) throw damagedError('a part is missing', { part: 'content.xml' });
  const unread: UnreadParts = new Set();
  const looks = orWithout(
    'formats',
    unread,
    () => part('styles.xml') ?? '',
    () => '',
  );
  const styles = orWithout(
    'formats',
    unread,
    () => OdsStruck.in([looks, content]),
    () => null,
  );
  const about = orWithout(
    'properties',
    unread,
    () => readMeta(part('meta.xml') ?? ''),
    () => NOTHING,
  );
  source.close();
  return { ...workbook(content, styles, limits), ...about, unread };
}

/**
 * Opens the flat XML, which is held whole.
 * @throws SpreadsheetError `limit`, `damaged`
 */
export function openFlatOds(source: Source, limits: Limits): Workbook {
  if (source.size > MAX_LEGACY_FILE_BYTES) {
    throw limitError('legacy-file-bytes', MAX_LEGACY_FILE_BYTES, { kind: 'ods' });
  }
  const content = utf8Part(source.read(0, source.size), 'content').toString();
  source.close();
  return { ...workbook(content, OdsStruck.in([content]), limits), ...readMeta(content) };
}

const NOTHING: ReturnType<typeof readMeta> = { properties: {} };

function workbook(content: string, styles: OdsStruck | null, limits: Limits): Workbook {
  return {
    kind: 'ods',
    properties: {},
    sheets: findTables(content).map(({ name, state, start }): Sheet => {
      return {
        name,
        state,
        merges: async () => readOdsMerges(new XmlReader(content, start)),
        hiddenColumns: async () => readOdsHiddenColumns(new XmlReader(content, start)),
        read: async (onRow) => {
          readOdsRows(new XmlReader(content, start), limits.maxCells, styles, onRow);
          return {};
        },
      };
    }),
    close: async () => {},
  };
}

interface Table {
  readonly name: string;
  readonly state: Sheet['state'];
  /** Where its content begins in the XML. */
  readonly start: number;
}

/** The tables of the document; a table in a cell of another is that one's. */
function findTables(content: string): Table[] {
  const xml = new XmlReader(content);
  const hidden = new Set<string>();
  const tables: Table[] = [];
  let style = '';
  let complete = false;
  while (xml.next()) {
    if (xml.opens('style')) style = xml.attribute('name') ?? '';
    if (xml.opens('table-properties') && xml.attribute('display') === 'false') hidden.add(style);
    if (xml.name === 'spreadsheet' && (xml.closing || xml.empty)) complete = true;
    if (ASIDE.has(xml.name) && !xml.closing) skipElement(xml);
    if (!xml.opens('table') || xml.empty) continue;
    if (tables.length >= MAX_SHEETS) throw limitError('sheets', MAX_SHEETS);
    tables.push({
      name: xml.attribute('name') ?? '',
      state: hidden.has(xml.attribute('style-name') ?? '') ? 'hidden' : 'visible',
      start: xml.end,
    });
    skipElement(xml);
  }
  if (!complete) throw damagedError('the XML ends early', { part: 'content.xml' });
  return tables;
}

/** ODF 1.3 Part 3 §4.3: `dc:date` is when it was last saved. */
function readMeta(meta: string): Pick<Workbook, 'modified' | 'properties'> {
  const xml = new XmlReader(meta);
  const properties: [string, string][] = [];
  let modified: Date | undefined;
  while (xml.next() && xml.name !== 'body') {
    if (xml.opens('user-defined')) properties.push([xml.attribute('name') ?? '', xml.textAfter()]);
    if (xml.opens('date') && modified === undefined) modified = utcDate(xml.textAfter().trim());
  }
  return { modified, properties: Object.fromEntries(properties) };
}

/** Without a time zone it is taken for UTC: the same everywhere. */
function utcDate(text: string): Date | undefined {
  const date = new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
