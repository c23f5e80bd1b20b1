import type { Lang } from '../../core/lang.js';
import { periodName } from '../../core/period-words.js';
import { spanRuns } from '../../core/row-runs.js';
import { fieldsCounted } from '../../indicators/fields-counted.js';
import type { CountedRows, SheetLine } from '../../rollup/types.js';
import { safeText } from '../safe-text.js';
import { headRow, landscape, plainTitle } from './page.js';
import type { Edition } from './scope.js';
import type { SourceLine } from './sources-of.js';
import { COUNT, ranked, STYLES } from './styles.js';
import { heightFor, mergedWidth, noteHeight } from './text-lines.js';
import type { CellValue, Sheet, Style } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

const WIDTHS = [5, 16, 18, 10, 18, 27, 13, 12, 9, 6, 17, 25];
/** Runs of rows that are written out; of scattered rows the rest is counted. */
const MOST_RUNS = 40;

/**
 * `Nguồn số liệu`: for each hamlet, the files, sheets, rows and columns that its figures came from:
 * who has the workbook and the files alone gets from a figure to its cells.
 */
export function sourcesSheet(edition: Edition, fileRows: ReadonlyMap<string, number>): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.sources);
  sheet.widths.push(...WIDTHS);
  const first = plainTitle(sheet, edition, WIDTHS.length, t.sourcesTitle);
  const note = across(first - 1, 0, WIDTHS.length - 1);
  putOver(sheet, note, t.sourcesNote, STYLES.italicWrap);
  rowAt(sheet, first - 1).height = noteHeight(t.sourcesNote, mergedWidth(WIDTHS));
  headRow(sheet, first, headings(edition));
  const lines = edition.sources;
  for (const [i, line] of lines.entries()) {
    sourceRow(sheet, edition, first + 1 + i, i, line);
    const row = fileRows.get(line.sheet.file);
    const location = `${sheetRef(t.files)}B${row}`;
    if (row !== undefined) sheet.links.push({ row: first + 1 + i, column: 0, to: { location } });
  }
  const area = { top: 1, left: 0, bottom: first + lines.length, right: WIDTHS.length - 1 };
  if (lines.length > 0) sheet.filter = { ...area, top: first };
  sheet.frozen = { rows: first, columns: 0 };
  sheet.page = landscape(edition, { area, titleRows: [first, first] });
  return sheet;
}

function headings({ labels: t }: Edition): readonly string[] {
  const [hamlet, commune] = ['hamlet', 'commune'].map((level) => t.level1[level] ?? level);
  const place = [t.file, t.sheet, t.month, t.layout, t.rows, t.rowNumbers, t.columns];
  return [t.number, hamlet!, commune!, t.code, t.form, ...place];
}

function sourceRow(
  sheet: Sheet,
  { labels: t, summary, lang }: Edition,
  row: number,
  i: number,
  { unit, sheet: source, counted }: SourceLine,
): void {
  const node = summary.tree.byCode.get(unit);
  const name = node?.unit.name ?? unit;
  const above = node?.parent?.unit.name ?? '';
  const form = summary.forms.find((one) => one.id === source.form)?.label[lang];
  const runs = counted === undefined ? '' : rowsText(spanRuns(counted.spans), t.moreRows);
  const columns = counted === undefined ? '' : columnsText(summary, source, counted, lang);
  const cells: readonly (readonly [CellValue, Style])[] = [
    [i + 1, STYLES.linkCenter],
    [name, STYLES.text],
    [above, STYLES.text],
    [unit, STYLES.textCenter],
    [form ?? source.form ?? '', STYLES.small],
    [safeText(source.file), STYLES.small],
    [safeText(source.sheet), STYLES.small],
    [source.month === null ? '' : periodName(source.month, lang), STYLES.textCenter],
    [source.layout === null ? '' : (t.layouts[source.layout] ?? ''), STYLES.textCenter],
    [counted?.count ?? null, COUNTS],
    [runs, STYLES.small],
    [columns, STYLES.small],
  ];
  for (const [column, [value, style]] of cells.entries()) put(sheet, row, column, value, style);
  rowAt(sheet, row).height = heightFor(
    cells.flatMap(([text, style], n) =>
      typeof text === 'string' && style !== STYLES.textCenter
        ? [[text, WIDTHS[n]!, style] as const]
        : [],
    ),
  );
}

const COUNTS = ranked('unit', { format: COUNT, horizontal: 'right' });

/** `11–18, 20`. */
function rowsText(runs: readonly string[], more: (n: number) => string): string {
  if (runs.length <= MOST_RUNS) return runs.join(', ');
  return `${runs.slice(0, MOST_RUNS).join(', ')} ${more(runs.length - MOST_RUNS)}`;
}

/** `Giới tính: E; Đã tập huấn: H`: where the fields stand that figures are counted by. */
function columnsText(
  { forms, indicators }: Edition['summary'],
  { form: id, layout }: SheetLine,
  { columns }: CountedRows,
  lang: Lang,
): string {
  if (id === null || layout === null) return '';
  const fields = forms.find((form) => form.id === id)?.[layout]?.fields ?? [];
  const used = fieldsCounted(id, indicators)[layout];
  return fields
    .filter((field) => used.has(field.id) && columns[field.id] !== undefined)
    .map((field) => `${field.label[lang]}: ${columns[field.id]}`)
    .join('; ');
}

/** Where a unit's first source stands: its own, or that of its first hamlet with any. */
export function sourceCells(edition: Edition): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const first = 5;
  for (const [i, { unit }] of edition.sources.entries()) {
    const cell = `${sheetRef(edition.labels.sources)}B${first + i}`;
    let node = edition.summary.tree.byCode.get(unit) ?? null;
    for (; node !== null; node = node.parent)
      if (!cells.has(node.unit.code)) cells.set(node.unit.code, cell);
  }
  return cells;
}
