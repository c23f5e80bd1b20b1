import type { FileReport, Part, TableReport } from './report.js';

/** The report with each of its parts put through `change`, in their order. */
export function withParts(
  report: FileReport,
  change: (part: Part, table: TableReport) => Part,
): FileReport {
  const sheets = report.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({
      ...table,
      parts: table.parts.map((part) => change(part, table)),
    })),
  }));
  return { ...report, sheets };
}

/** All parts of a report, in their order. */
export function partsOf({ sheets }: FileReport): readonly Part[] {
  return sheets.flatMap(({ tables }) => tables.flatMap(({ parts }) => parts));
}
