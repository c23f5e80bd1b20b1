import { type Finding, finding } from '../core/finding.js';
import type { Period } from '../core/period.js';
import type { SheetReport } from '../forms/report.js';
import { type SheetContext, SheetReader } from '../forms/sheet-reader.js';
import type { DatedNames } from '../geography/dated-names.js';
import { ROW_CHECKS } from '../rules/checks/index.js';
import { resolveSeverity } from '../rules/index.js';
import { type Sheet, SpreadsheetError } from '../spreadsheet/index.js';
import { bugOf } from './bugs.js';
import type { InputFile } from './collect.js';
import type { Config } from './config.js';
import { decidedSheet } from './decided-sheet.js';
import { decisionsAt, type PlacedDecision } from './decisions.js';
import type { MonthMap } from './maps.js';
import { isOfSystem } from './system-error.js';

/** What reading a file needs to know; the same for every file of a run. */
export interface ReadingContext {
  readonly config: Config;
  readonly wanted: Period | null;
  /** What was settled by telephone. */
  readonly decisions?: readonly PlacedDecision[];
  readonly mapOf: (month: Parameters<SheetContext['mapOf']>[0]) => MonthMap;
  readonly datedNames: DatedNames;
}

/** A sheet of which only the rows are counted. */
export async function passedBy(sheet: Sheet): Promise<SheetReport> {
  return { name: sheet.name, state: 'no-form', rows: await lastRow(sheet), width: 0, tables: [] };
}

async function lastRow(sheet: Sheet): Promise<number> {
  let rows = 0;
  await sheet.read((row) => {
    if (row.values.some((value) => value !== null)) rows = row.number;
  });
  return rows;
}

/** Reads one sheet into its tables; what is to be told of it goes to `findings`. */
export async function readSheet(
  file: InputFile,
  sheet: Sheet,
  names: SheetContext['names'],
  { config, wanted, mapOf, datedNames, decisions = [] }: ReadingContext,
  findings: Finding[],
): Promise<SheetReport> {
  const place = sheet.name === '' ? { file: file.name } : { file: file.name, sheet: sheet.name };
  if (sheet.state !== 'visible') return hiddenSheet(sheet, place, findings);
  const own: Finding[] = [];
  const decided = decidedSheet(decisionsAt(decisions, place));
  try {
    const reader = new SheetReader({
      file: file.name,
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
      merges: await sheet.merges(),
      mapOf: (month) => {
        const { matcher, lastDay } = mapOf(month);
        return { ...matcher, lastDay };
      },
      emit: (found) => own.push(found),
    });
    const { ragged } = await sheet.read((row) =>
      reader.push(decided === null ? row : decided.corrected(row)),
    );
    const report = reader.end();
    if (ragged !== undefined && report.tables.length > 0)
      own.push(finding('CCDS-S08', { ...place, row: ragged.first }, ragged));
    if (decided?.setAside !== true) for (const found of own) findings.push(found);
    findings.push(...(decided?.end(report) ?? []));
    return report;
  } catch (error) {
    const isKnown = error instanceof SpreadsheetError;
    if (!isKnown && isOfSystem(error)) throw error;
    const args = isKnown ? { reason: error.reason } : { reason: 'bug', bug: bugOf(error) };
    findings.push(finding('CCDS-S10', place, args));
    return { name: sheet.name, state: 'unreadable', rows: 0, width: 0, tables: [] };
  }
}

async function hiddenSheet(
  sheet: Sheet,
  place: { file: string },
  findings: Finding[],
): Promise<SheetReport> {
  const rows = await lastRow(sheet);
  findings.push(finding('CCDS-S03', place, { rows }));
  return { name: sheet.name, state: 'hidden', rows, width: 0, tables: [] };
}
