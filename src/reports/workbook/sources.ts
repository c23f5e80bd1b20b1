import { columnNumber } from '../../core/address.js';
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
import { type Fitted, heightFor, mergedWidth, noteHeight } from './text-lines.js';
import type { CellValue, Sheet, Style } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

/** Widths by column; of the month, where there are several. */
const WIDTH = {
  ...{ number: 5.5, hamlet: 14, commune: 14, code: 9.5, form: 24, file: 40, sheet: 15 },
  ...{ month: 13, layout: 10, rows: 6, rowNumbers: 11, columns: 33 },
} as const;
type Name = keyof typeof WIDTH;
const NAMES = Object.keys(WIDTH) as readonly Name[];
/** Runs of rows that are written out; of scattered rows the rest is counted. */
const MOST_RUNS = 40;

/**
 * `Nguồn số liệu`: for each hamlet, the files, sheets, rows and columns that its figures came from:
 * who has the workbook and the files alone gets from a figure to its cells.
 */
export function sourcesSheet(edition: Edition, fileRows: ReadonlyMap<string, number>): Sheet {
  const { labels: t, sources: lines } = edition;
  const sheet = newSheet(t.sources);
  const names = columnsOf(lines);
  const widths = names.map((name) => WIDTH[name]);
  sheet.widths.push(...widths);
  const first = plainTitle(sheet, edition, widths.length, t.sourcesTitle);
  if (names.includes('columns')) {
    const note = across(first - 1, 0, widths.length - 1);
    putOver(sheet, note, t.sourcesNote, STYLES.italicWrap);
    rowAt(sheet, first - 1).height = noteHeight(t.sourcesNote, mergedWidth(widths));
  }
  const heads = headings(edition);
  headRow(
    sheet,
    first,
    names.map((name) => heads[name]),
  );
  for (const [i, line] of lines.entries()) {
    sourceRow(sheet, first + 1 + i, cellsOf(edition, i, line), names);
    const row = fileRows.get(line.sheet.file);
    const location = `${sheetRef(t.files)}B${row}`;
    if (row !== undefined) sheet.links.push({ row: first + 1 + i, column: 0, to: { location } });
  }
  const area = { top: 1, left: 0, bottom: first + lines.length, right: widths.length - 1 };
  if (lines.length > 0) sheet.filter = { ...area, top: first };
  sheet.frozen = { rows: first, columns: 0 };
  sheet.page = landscape(edition, { area, titleRows: [first, first] });
  return sheet;
}

/**
 * All columns; without the month where it is the same everywhere, as the title says it, and without
 * what nothing is known of: of a package's files it is not known in which sheets and rows figures stand.
 */
function columnsOf(lines: readonly SourceLine[]): readonly Name[] {
  const months = new Set(lines.map(({ sheet }) => sheet.month));
  const known: Partial<Record<Name, boolean>> = {
    month: months.size > 1,
    sheet: lines.some(({ sheet }) => sheet.sheet !== ''),
    layout: lines.some(({ sheet }) => sheet.layout !== null),
  };
  const areRowsKnown = lines.some(({ counted }) => counted !== undefined);
  const ofRows: readonly Name[] = ['rows', 'rowNumbers', 'columns'];
  return NAMES.filter((name) => known[name] ?? (areRowsKnown || !ofRows.includes(name)));
}

function headings({ labels: t }: Edition): Readonly<Record<Name, string>> {
  const [hamlet, commune] = ['hamlet', 'commune'].map((level) => t.level1[level] ?? level);
  return {
    ...{ number: t.number, hamlet: hamlet!, commune: commune!, code: t.code, form: t.form },
    ...{ file: t.file, sheet: t.sheet, month: t.month, layout: t.layout, rows: t.rows },
    ...{ rowNumbers: t.rowNumbers, columns: t.columns },
  };
}

type Cells = Readonly<Record<Name, readonly [CellValue, Style]>>;

function cellsOf(
  { labels: t, summary, lang }: Edition,
  i: number,
  { unit, sheet: source, counted }: SourceLine,
): Cells {
  const node = summary.tree.byCode.get(unit);
  const form = summary.forms.find((one) => one.id === source.form)?.label[lang];
  const layout = source.layout === null ? '' : (t.layouts[source.layout] ?? '');
  const runs = counted === undefined ? '' : rowsText(spanRuns(counted.spans), t.moreRows);
  const columns = counted === undefined ? '' : columnsText(summary, source, counted, lang);
  return {
    number: [i + 1, STYLES.linkCenter],
    hamlet: [node?.unit.name ?? unit, STYLES.small],
    commune: [node?.parent?.unit.name ?? '', STYLES.small],
    code: [unit, STYLES.textCenter],
    form: [form ?? source.form ?? '', STYLES.small],
    file: [safeText(source.file), STYLES.small],
    sheet: [safeText(source.sheet), STYLES.small],
    month: [source.month === null ? '' : periodName(source.month, lang), STYLES.textCenter],
    layout: [layout, STYLES.textCenter],
    rows: [counted?.count ?? null, COUNTS],
    rowNumbers: [runs, STYLES.small],
    columns: [columns, STYLES.small],
  };
}

function sourceRow(sheet: Sheet, row: number, cells: Cells, names: readonly Name[]): void {
  const texts: Fitted[] = [];
  for (const [column, name] of names.entries()) {
    const [value, style] = cells[name];
    put(sheet, row, column, value, style);
    if (typeof value === 'string' && style !== STYLES.textCenter)
      texts.push([value, WIDTH[name], style]);
  }
  rowAt(sheet, row).height = heightFor(texts);
}

const COUNTS = ranked('unit', { format: COUNT, horizontal: 'right' });

/** `11–18, 20`. */
function rowsText(runs: readonly string[], more: (n: number) => string): string {
  if (runs.length <= MOST_RUNS) return runs.join(', ');
  return `${runs.slice(0, MOST_RUNS).join(', ')} ${more(runs.length - MOST_RUNS)}`;
}

/**
 * `Giới tính: E; Đã tập huấn: H`: where the fields stand that figures are counted by; of those that
 * stand side by side in the form's own order the first and the last, `Số tổ … Tham gia Zalo OA: C–G`.
 */
function columnsText(
  { forms, indicators }: Edition['summary'],
  { form: id, layout }: SheetLine,
  { columns }: CountedRows,
  lang: Lang,
): string {
  if (id === null || layout === null) return '';
  const fields = forms.find((form) => form.id === id)?.[layout]?.fields ?? [];
  const used = fieldsCounted(id, indicators)[layout];
  const runs: Placed[][] = [];
  for (const { id: field, label } of fields) {
    const place = columns[field];
    if (place === undefined || !used.has(field)) continue;
    const last = runs.at(-1);
    const placed = { label: label[lang], place };
    if (last !== undefined && isNext(last.at(-1)!, placed)) last.push(placed);
    else runs.push([placed]);
  }
  return runs
    .flatMap((run) => (run.length < FEWEST_JOINED ? run.map(alone) : joined(run)))
    .join('; ');
}

/** A field and the letters of its columns. */
interface Placed {
  readonly label: string;
  readonly place: string;
}

/** Two fields are as short apart. */
const FEWEST_JOINED = 3;
const LETTERS = /^[A-Z]+$/;

function isNext({ place: before }: Placed, { place }: Placed): boolean {
  const areLetters = LETTERS.test(before) && LETTERS.test(place);
  return areLetters && columnNumber(place) === columnNumber(before) + 1;
}

const alone = ({ label, place }: Placed) => `${label}: ${place}`;

const joined = (run: readonly Placed[]) => {
  const [first, last] = [run[0]!, run.at(-1)!];
  return `${first.label} … ${last.label}: ${first.place}–${last.place}`;
};

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
