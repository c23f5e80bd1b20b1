import { sumOfRows } from '../../rollup/row-counts.js';
import type { SubmissionLine } from '../../rollup/types.js';
import { statusOfFile } from '../figures.js';
import { safeText } from '../safe-text.js';
import { headRow, landscape, plainTitle } from './page.js';
import { type Edition, unitName } from './scope.js';
import { COUNT, ranked, STYLES } from './styles.js';
import { heightFor } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { newSheet, put, rowAt } from './xlsx/sheet.js';

const WIDTHS = [5, 40, 19, 33, 14, 7.5, 7.5, 7.5, 7.5, 27];
/** Row of the first file. */
const FIRST = 5;

/** `Tệp nguồn`: every file received, what became of it, and its hash. */
export function filesSheet(edition: Edition): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.files);
  sheet.widths.push(...WIDTHS);
  const head = plainTitle(sheet, edition, WIDTHS.length, t.filesTitle);
  headRow(sheet, head, headings(edition));
  const files = [...edition.files];
  for (const [i, [file, lines]] of files.entries()) fileRow(sheet, edition, i, file, lines);
  const area = { top: 1, left: 0, bottom: head + files.length, right: WIDTHS.length - 1 };
  if (files.length > 0) sheet.filter = { ...area, top: head };
  sheet.frozen = { rows: head, columns: 0 };
  sheet.page = landscape(edition, { area, titleRows: [head, head] });
  return sheet;
}

/** Row of each file on its sheet. */
export function fileRowsOf(edition: Edition): ReadonlyMap<string, number> {
  return new Map([...edition.files.keys()].map((file, i) => [file, FIRST + i]));
}

function headings({ labels: t }: Edition): readonly string[] {
  const rows = [t.read, t.accepted, t.rejected, t.ignored];
  return [t.number, t.file, t.unit, t.form, t.status, ...rows, t.sha256];
}

function fileRow(
  sheet: Sheet,
  edition: Edition,
  i: number,
  file: string,
  lines: readonly SubmissionLine[],
): void {
  const { labels: t, summary, lang } = edition;
  const row = FIRST + i;
  const names = unique(
    lines.map(({ unit }) => (summary.tree.byCode.has(unit ?? '') ? unitName(edition, unit!) : '')),
  );
  const forms = unique(
    lines.map(
      ({ form }) => summary.forms.find((one) => one.id === form)?.label[lang] ?? form ?? '',
    ),
  );
  const status = t.statuses[statusOfFile(lines.map((line) => line.status))];
  put(sheet, row, 0, i + 1, STYLES.textCenter);
  const texts = [file, names, forms, status].map((text) => safeText(text));
  for (const [n, text] of texts.entries()) put(sheet, row, 1 + n, text, STYLES.small);
  const rows = sumOfRows(lines.map((line) => line.rows));
  const counts = [rows.read, rows.accepted, rows.rejected, rows.ignored];
  for (const [n, count] of counts.entries()) put(sheet, row, 5 + n, count, COUNTS);
  put(sheet, row, 9, lines[0]!.sha256, STYLES.hash);
  rowAt(sheet, row).height = heightFor([
    ...texts.map((text, n) => [text, WIDTHS[1 + n]!, STYLES.small] as const),
    [lines[0]!.sha256, WIDTHS[9]!, STYLES.hash],
  ]);
}

const COUNTS = ranked('unit', { format: COUNT, horizontal: 'right' });

function unique(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('; ');
}
