import type { Code } from '../../core/codes.js';
import { type Finding, finding, type Place } from '../../core/finding.js';
import { growSlowlyOnceLarge } from '../../core/heap.js';
import type { Period } from '../../core/period.js';
import { type SheetContext, SheetReader } from '../../forms/sheet-reader.js';
import { type CommunesMeant, readAsMeant } from '../../geography/communes-meant.js';
import type { DatedNames } from '../../geography/dated-names.js';
import { type FormerNames, readAsFormer } from '../../geography/former-communes.js';
import { ROW_CHECKS } from '../../rules/checks/index.js';
import { resolveSeverity } from '../../rules/index.js';
import { type Sheet, SpreadsheetError } from '../../spreadsheet/index.js';
import { decidedSheet } from '../decisions/decided-sheet.js';
import { decisionsAt, type PlacedDecision } from '../decisions/decisions.js';
import type { InputFile } from '../inputs/collect.js';
import { isOfSystem } from '../system/error.js';
import { bugOf } from './bugs.js';
import type { ReadingConfig } from './file-reader.js';
import { HiddenValues } from './hidden-values.js';
import type { SheetRead } from './kept-sheets.js';
import type { MonthMap } from './maps.js';
import { raggedRows } from './ragged-rows.js';
import { SaidPlaces } from './said-places.js';

/** What reading a file needs to know; the same for every file of a run. */
export interface ReadingContext {
  readonly config: ReadingConfig;
  readonly wanted: Period | null;
  /** What was settled by telephone. */
  readonly decisions?: readonly PlacedDecision[];
  readonly mapOf: (month: Parameters<SheetContext['mapOf']>[0]) => MonthMap;
  readonly datedNames: DatedNames;
}

/** A sheet of which only the rows are counted. */
export async function passedBy(sheet: Sheet): Promise<SheetRead> {
  const rows = (await lastRow(sheet)) ?? 0;
  const report = { name: sheet.name, state: 'no-form', rows, width: 0, tables: [] } as const;
  return { report, findings: [] };
}

/** Undefined where the sheet is damaged, which is no matter where nothing is taken from it. */
async function lastRow(sheet: Sheet): Promise<number | undefined> {
  let rows = 0;
  try {
    await sheet.read((row) => {
      if (row.values.some((value) => value !== null)) rows = Math.max(rows, row.number);
    });
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    return undefined;
  }
  return rows;
}

/**
 * Reads one sheet into its tables.
 * @param period its own, where the file's name tells another and is not asked
 */
export async function readSheet(
  file: InputFile,
  sheet: Sheet,
  names: SheetContext['names'],
  context: ReadingContext,
  period: Period | null = null,
): Promise<SheetRead> {
  const place = sheet.name === '' ? { file: file.name } : { file: file.name, sheet: sheet.name };
  if (sheet.state !== 'visible') return hiddenSheet(sheet, place);
  try {
    const read = (shown: Shown) => attempt(place, sheet, names, context, { period, ...shown });
    const plain = await read({});
    const former = plain.former();
    const meant = isAsked(plain) ? plain.meant() : null;
    const first = (former ?? meant) ? await read({ former, meant }) : plain;
    const again = mayBeSigned(first) ? await read({ signed: first.signed, former, meant }) : first;
    return acceptedIn(again) > acceptedIn(first) ? again : first;
  } catch (error) {
    const isKnown = error instanceof SpreadsheetError;
    if (!isKnown && isOfSystem(error)) throw error;
    const args = isKnown ? { reason: error.reason } : { reason: 'bug', bug: bugOf(error) };
    const report = {
      name: sheet.name,
      state: 'unreadable',
      rows: 0,
      width: 0,
      tables: [],
    } as const;
    return { report, findings: [finding('CCDS-S10', place, args)] };
  }
}

/** What one reading of a sheet came to. */
interface Attempt extends SheetRead {
  readonly signed: NonNullable<SheetContext['signed']>;
  /** Communes that are named as today's and, by all that the sheet says, are old ones of those names. */
  readonly former: () => FormerNames | null;
  /** Communes of one name that are meant, by all the hamlets that the sheet names below it. */
  readonly meant: () => CommunesMeant | null;
}

/** What an earlier reading of the sheet has shown. */
interface Shown {
  readonly signed?: Attempt['signed'];
  readonly former?: FormerNames | null;
  readonly meant?: CommunesMeant | null;
  /** Of the workbook's sheets together: the one's own period. */
  readonly period?: Period | null;
}

/** Rows could not be placed by what stands above them, and who signs below may say where they are from. */
function mayBeSigned({ findings, signed }: Attempt): boolean {
  return signed.length > 0 && findings.some(({ code }) => UNPLACED.has(code));
}

/** Rows may be of several units. */
function isAsked({ findings }: Attempt): boolean {
  return findings.some(({ code }) => code === 'CCDS-U02');
}

const UNPLACED: ReadonlySet<Code> = new Set<Code>(['CCDS-U02', 'CCDS-U06']);

function acceptedIn({ report }: Attempt): number {
  const parts = report.tables.flatMap((table) => table.parts);
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}

/** One sheet alone may have a million findings: how much memory is in use is asked once in so many. */
const FINDINGS_BETWEEN_LOOKS = 8192;

async function attempt(
  place: Place,
  sheet: Sheet,
  names: SheetContext['names'],
  { config, wanted, mapOf, datedNames, decisions = [] }: ReadingContext,
  { signed = [], former = null, meant = null, period = null }: Shown,
): Promise<Attempt> {
  const own: Finding[] = [];
  const said = new SaidPlaces();
  const decided = decidedSheet(decisionsAt(decisions, place));
  const merges = await sheet.merges();
  const hidden = new HiddenValues(merges);
  const reader = new SheetReader({
    file: place.file,
    sheet: sheet.name,
    layouts: config.layouts,
    indicators: config.indicators,
    checks: ROW_CHECKS,
    wanted,
    calendar: config.calendar,
    cutoff: config.cutoff,
    severityOf: (code) => resolveSeverity(code, config.severities),
    ...(decided ?? {}),
    datedNames,
    names,
    signed,
    ...(period !== null && { period }),
    merges,
    mapOf: (month) => {
      const { matcher, lastDay } = mapOf(month);
      said.enter(matcher);
      const ofToday = meant === null ? matcher.match : readAsMeant(matcher.match, meant);
      const match = former === null ? ofToday : readAsFormer(ofToday, former);
      return { ...matcher, match, lastDay };
    },
    onPlace: (named) => said.add(named),
    emit: (found) => {
      if (own.push(found) % FINDINGS_BETWEEN_LOOKS === 0) growSlowlyOnceLarge();
    },
  });
  const {
    widths = [],
    held,
    unclosed,
  } = await sheet.read((row) => {
    const shown = hidden.without(row);
    return reader.push(decided === null ? shown : decided.corrected(shown));
  });
  const report = reader.end();
  const covered = hidden.in(report.tables);
  if (covered !== null) {
    const { cell, row, count, places } = covered;
    own.push(finding('CCDS-S30', { ...place, cell, row }, { count, places }));
  }
  const ragged = raggedRows(report.tables, widths);
  if (ragged !== null) own.push(finding('CCDS-S08', { ...place, row: ragged.first }, ragged));
  if (held !== undefined && report.tables.length > 0)
    own.push(finding('CCDS-S26', { ...place, row: held.first }, held));
  if (unclosed !== undefined && report.tables.length > 0)
    own.push(finding('CCDS-S27', { ...place, row: unclosed.first }, unclosed));
  const told = decided?.setAside === true ? [] : own;
  return {
    report,
    findings: decided === null ? told : [...told, ...decided.end(report)],
    signed: reader.signed,
    former: () => said.former(),
    meant: () => said.meant(),
  };
}

async function hiddenSheet(sheet: Sheet, place: { file: string }): Promise<SheetRead> {
  const rows = await lastRow(sheet);
  const hidden = finding('CCDS-S03', place, rows === undefined ? {} : { rows });
  const report = { name: sheet.name, state: 'hidden', width: 0, tables: [] } as const;
  return { report: { ...report, rows: rows ?? 0 }, findings: [hidden] };
}
