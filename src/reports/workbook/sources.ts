import { periodName } from '../../core/period-words.js';
import { safeText } from '../safe-text.js';
import { headRow, landscape, plainTitle } from './page.js';
import type { Edition } from './scope.js';
import type { SourceLine } from './sources-of.js';
import { STYLES } from './styles.js';
import { heightFor } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { newSheet, put, rowAt, sheetRef } from './xlsx/sheet.js';

const WIDTHS = [6, 21, 24, 11, 23, 33, 18, 15, 10];

/** `Nguồn số liệu`: for each hamlet, the files and sheets that its figures came from. */
export function sourcesSheet(edition: Edition, fileRows: ReadonlyMap<string, number>): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.sources);
  sheet.widths.push(...WIDTHS);
  const first = plainTitle(sheet, edition, WIDTHS.length, t.sourcesTitle);
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
  return [t.number, hamlet!, commune!, t.code, t.form, t.file, t.sheet, t.month, t.layout];
}

function sourceRow(
  sheet: Sheet,
  { labels: t, summary, lang }: Edition,
  row: number,
  i: number,
  { unit, sheet: source }: SourceLine,
): void {
  const node = summary.tree.byCode.get(unit);
  const name = node?.unit.name ?? unit;
  const above = node?.parent?.unit.name ?? '';
  const form = summary.forms.find((one) => one.id === source.form)?.label[lang];
  put(sheet, row, 0, i + 1, STYLES.linkCenter);
  put(sheet, row, 1, name, STYLES.text);
  put(sheet, row, 2, above, STYLES.text);
  put(sheet, row, 3, unit, STYLES.textCenter);
  put(sheet, row, 4, form ?? source.form ?? '', STYLES.small);
  put(sheet, row, 5, safeText(source.file), STYLES.small);
  put(sheet, row, 6, safeText(source.sheet), STYLES.small);
  put(
    sheet,
    row,
    7,
    source.month === null ? '' : periodName(source.month, lang),
    STYLES.textCenter,
  );
  put(
    sheet,
    row,
    8,
    source.layout === null ? '' : (t.layouts[source.layout] ?? ''),
    STYLES.textCenter,
  );
  rowAt(sheet, row).height = heightFor([
    [name, WIDTHS[1]!, STYLES.text],
    [above, WIDTHS[2]!, STYLES.text],
    [form ?? '', WIDTHS[4]!, STYLES.small],
    [source.file, WIDTHS[5]!, STYLES.small],
    [source.sheet, WIDTHS[6]!, STYLES.small],
  ]);
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
