import { type Finding, finding } from '../core/finding.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import type { FileReport, SheetReport, TableReport } from '../forms/report.js';
import type { Form } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';
import { settleAcrossHamlets, settleHamletLists } from './duplicates.js';
import { listFacts, tallyFacts } from './facts.js';
import { groupParts, type HeldPart } from './held.js';
import { replaceEarlier } from './replace.js';
import { settleTallies } from './tallies.js';
import type { Fact } from './types.js';
import { versionOf } from './version.js';

/** One sheet's table in the run, or a sheet that has none (`table` null). */
export interface TableInRun {
  readonly file: FileReport;
  readonly sheet: SheetReport | null;
  readonly table: TableReport | null;
}

/** What all files together came to, before anything is added up. */
export interface Settled {
  readonly files: readonly FileReport[];
  /** Facts' `source` is an index in here. */
  readonly tables: readonly TableInRun[];
  readonly parts: readonly HeldPart[];
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  /** File → the file that it is an identical copy of. */
  readonly copies: ReadonlyMap<FileReport, FileReport>;
}

/**
 * Settles the files against each other (contract, Counting): identical copies are set
 * aside, later parts replace earlier ones, then duplicates are told. The order in which
 * files are handed in does not matter.
 */
export function settle(
  reports: readonly FileReport[],
  forms: readonly Form[],
  indicators: readonly Indicator[],
): Settled {
  const files = [...reports].sort((a, b) => byCodePoint(a.file, b.file));
  const findings: Finding[] = [];
  const emit = (found: Finding) => findings.push(found);
  const copies = identicalCopies(files, emit);
  const tables = files.flatMap(tablesOf);
  const parts = holdParts(tables, copies);
  const groups = [...groupParts(parts).values()];
  const formOf = new Map(forms.map((form) => [form.id, form]));
  const identityOf = (form: string) => formOf.get(form)?.list?.identity;
  replaceEarlier(groups, emit);
  const lists = settleHamletLists(groups, identityOf, emit);
  settleAcrossHamlets(lists, identityOf, emit);
  settleTallies(groups, emit);
  const dated = (held: HeldPart) => held.month !== null && !held.superseded;
  const facts = [
    ...lists
      .filter(({ parts: [first] }) => dated(first!))
      .flatMap((list) => listFacts(list, formOf.get(list.form)!, indicators)),
    ...parts
      .filter(dated)
      .flatMap((held) => tallyFacts(held, formOf.get(held.table.form)!, indicators)),
  ];
  const own = files.filter((file) => !copies.has(file)).flatMap((file) => file.findings);
  return { files, tables, parts, facts, findings: [...own, ...findings], copies };
}

function identicalCopies(
  files: readonly FileReport[],
  emit: (found: Finding) => void,
): Map<FileReport, FileReport> {
  const first = new Map<string, FileReport>();
  const copies = new Map<FileReport, FileReport>();
  const plainFirst = [...files].sort((a, b) => copyMark(a) - copyMark(b));
  for (const file of plainFirst) {
    const same = first.get(file.sha256);
    if (same === undefined || file.state === 'foreign') first.set(file.sha256, same ?? file);
    else {
      copies.set(file, same);
      emit(finding('CCDS-D06', { file: file.file }, { otherFile: same.file }));
    }
  }
  return copies;
}

/** `(1)` or `Copy` in a name: of two identical files, the other one stands. */
function copyMark({ file }: FileReport): number {
  return /\(\d+\)|copy|sao ch[eé]p/i.test(file) ? 1 : 0;
}

function tablesOf(file: FileReport): TableInRun[] {
  if (file.sheets.length === 0) return [{ file, sheet: null, table: null }];
  return file.sheets.flatMap((sheet): TableInRun[] =>
    sheet.tables.length === 0
      ? [{ file, sheet, table: null }]
      : sheet.tables.map((table) => ({ file, sheet, table })),
  );
}

function holdParts(
  tables: readonly TableInRun[],
  copies: ReadonlyMap<FileReport, FileReport>,
): HeldPart[] {
  const order = orderOf(new Set(tables.map(({ file }) => file)));
  return tables.flatMap(({ file, sheet, table }, source) => {
    if (table === null || table.state !== 'read' || copies.has(file)) return [];
    const place = sheet?.name ? { file: file.file, sheet: sheet.name } : { file: file.file };
    const { rank, supplement } = order.get(file)!;
    return table.parts.map(
      (part): HeldPart => ({
        part,
        table,
        month: table.month as Month | null,
        source,
        file,
        order: rank,
        supplement,
        place,
        superseded: false,
        dropped: new Set(),
      }),
    );
  });
}

/** Rank of each file: by version mark, then time saved, then name. */
function orderOf(
  files: ReadonlySet<FileReport>,
): Map<FileReport, { rank: number; supplement: boolean }> {
  const marked = [...files].map((file) => ({ file, version: versionOf(file.file) }));
  marked.sort(
    (a, b) =>
      a.version.rank - b.version.rank ||
      byCodePoint(a.file.savedAt, b.file.savedAt) ||
      byCodePoint(a.file.file, b.file.file),
  );
  return new Map(
    marked.map(({ file, version }, rank) => [file, { rank, supplement: version.supplement }]),
  );
}
