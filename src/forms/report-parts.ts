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

/** All tables of a report, in their order. */
export function tablesOf({ sheets }: FileReport): readonly TableReport[] {
  return sheets.flatMap(({ tables }) => tables);
}

/** All parts of a report, in their order. */
export function partsOf(report: FileReport): readonly Part[] {
  return tablesOf(report).flatMap(({ parts }) => parts);
}
