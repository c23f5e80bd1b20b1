import { readFormats, unknownFormats } from './cell-formats.js';
import { type DocumentProperties, documentProperties } from './document-properties.js';
import { damagedError, isDamage, type Limits, limitError, MAX_SHEETS } from './limits.js';
import { partText, type Relationship, readRelationships } from './relationships.js';
import { SharedStrings } from './shared-strings.js';
import type { Source } from './source.js';
import type { Sheet, Workbook } from './types.js';
import { orWithout } from './unread.js';
import { brokenSheet, type WorkbookParts, xlsxSheet } from './xlsx-sheet.js';
import { utf8Part, XmlReader } from './xml.js';
import type { ZipKind } from './zip-kind.js';
import type { ZipParts } from './zip-parts.js';

/**
 * Opens a workbook of ECMA-376 (`.xlsx`, `.xlsm`, templates), strict or transitional. Parts
 * are found by relationship, whatever they are called. No cell is read yet.
 */
export function openXlsx(
  source: Source,
  zip: ZipParts,
  { relationships: packageRelationships, unread }: Extract<ZipKind, { kind: 'xlsx' }>,
  limits: Limits,
): Workbook {
  const part = targetOf(packageRelationships, 'officeDocument')!;
  const relationships = readRelationships(zip, part);
  const contents = readWorkbookPart(zip, part, relationships);
  let strings: SharedStrings | undefined;
  let about: DocumentProperties | undefined;
  const properties = () => {
    about ??= documentProperties(zip, packageRelationships, unread);
    return about;
  };
  const parts: WorkbookParts = {
    zip,
    limits,
    epoch: contents.date1904 ? 1904 : 1900,
    recalculates: contents.recalculates,
    ...orWithout(
      'formats',
      unread,
      () => readFormats(zip, targetOf(relationships, 'styles')),
      unknownFormats,
    ),
    strings() {
      strings ??= openStrings(zip, targetOf(relationships, 'sharedStrings'), limits);
      return strings;
    },
  };
  const sheets: Sheet[] = contents.sheets.map((sheet) =>
    sheet.problem === undefined ? xlsxSheet(parts, sheet) : brokenSheet(sheet, sheet.problem),
  );
  return {
    kind: 'xlsx',
    // On demand: two parts more to inflate, for those alone who ask.
    get modified() {
      return properties().modified;
    },
    get properties() {
      return properties().properties;
    },
    unread,
    sheets,
    close: async () => source.close(),
  };
}

export interface SheetEntry {
  readonly name: string;
  readonly state: Sheet['state'];
  readonly part: string;
  /** Why it can't be read; the other sheets can. */
  readonly problem?: string;
}

interface WorkbookPart {
  readonly date1904: boolean;
  /** `fullCalcOnLoad`: no program has computed the formulas since the file was written. */
  readonly recalculates: boolean;
  readonly sheets: readonly SheetEntry[];
}

function readWorkbookPart(
  zip: ZipParts,
  part: string,
  relationships: readonly Relationship[],
): WorkbookPart {
  const text = partText(zip, part);
  if (text === null) throw damagedError('a part is missing', { part });
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  const seen = new Set<string>();
  let date1904 = false;
  let recalculates = false;
  let whole = false;
  let count = 0;
  const xml = new XmlReader(text);
  while (xml.next()) {
    whole ||= ENDS.has(xml.name) && (xml.closing || xml.empty);
    if (xml.opens('workbookPr')) date1904 = isTrue(xml.attribute('date1904'));
    if (xml.opens('calcPr')) recalculates = isTrue(xml.attribute('fullCalcOnLoad'));
    if (!xml.opens('sheet')) continue;
    if (++count > MAX_SHEETS) throw limitError('sheets', MAX_SHEETS);
    const name = xml.attribute('name') ?? '';
    const id = xml.attribute('id');
    // So Excel writes the module sheets of its version 5.
    if (id === '') continue;
    const target = byId.get(id ?? '');
    // Chart sheets, dialog sheets and macro sheets have no cells of interest.
    if (target !== undefined && target.type !== 'worksheet') continue;
    const state = sheetState(xml.attribute('state'));
    const problem = problemOf(target?.target, zip, seen);
    sheets.push({ name, state, part: target?.target ?? '', ...(problem && { problem }) });
  }
  if (!whole) throw damagedError('the XML ends early', { part });
  return { date1904, recalculates, sheets };
}

/** Behind the end of one of these no sheet is named. */
const ENDS: ReadonlySet<string> = new Set(['sheets', 'workbook']);

function problemOf(part: string | undefined, zip: ZipParts, seen: Set<string>): string | undefined {
  if (part === undefined || !zip.has(part)) return 'the part of a sheet is missing';
  if (seen.has(part)) return 'two sheets share a part';
  seen.add(part);
  return undefined;
}

function sheetState(state: string | undefined): Sheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function targetOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((relationship) => relationship.type === type)?.target;
}

function openStrings(zip: ZipParts, part: string | undefined, limits: Limits): SharedStrings {
  if (part === undefined || !zip.has(part)) {
    return new SharedStrings(Buffer.alloc(0), '');
  }
  const max = limits.maxSharedStringBytes;
  if (zip.size(part) > max) throw limitError('shared-string-bytes', max, { part });
  try {
    return new SharedStrings(utf8Part(zip.read(part, max)!, part), part);
  } catch (error) {
    if (!isDamage(error)) throw error;
    // It is no matter to sheets whose cells hold all of their texts themselves.
    return new SharedStrings(Buffer.alloc(0), part, error);
  }
}
