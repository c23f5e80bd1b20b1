import { cellAddress } from '../../core/address.js';
import { SEVERITY_ORDER } from '../../core/finding.js';
import { formatNumber } from '../../core/format.js';
import { sumOfRows } from '../../rollup/row-counts.js';
import { STATUSES } from '../../rollup/types.js';
import { bySeverity, completeness, filesByStatus } from '../figures.js';
import { TEXT_LABELS } from '../text-labels.js';
import { NUMBER, rowHeight, SHARE, section, widthsIn } from './cover-parts.js';
import { ownFindings } from './findings.js';
import { headRow } from './page.js';
import type { Edition } from './scope.js';
import { ranked, STYLES } from './styles.js';
import { linesOf, linkColumn, mergedWidth } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { across, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

/** Width of what is counted. */
const labelWidth = ({ lang }: Edition) => mergedWidth(widthsIn(lang).slice(1, 3));

/** How many hamlets have reported each form. */
export function reports(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t, summary, lang } = edition;
  section(sheet, top, t.completenessPart);
  const heads = [t.form, '', t.reported, t.hamletsAll, t.rate, t.hamletsMissing, ''];
  headRow(sheet, top + 1, [t.number, ...heads]);
  sheet.merges.push(across(top + 1, 1, 2), across(top + 1, 6, 7));
  const { expected, reported, byForm } = completeness(summary, edition.root);
  const lines = [
    [t.anyForm, reported] as const,
    ...summary.forms.map((form) => [form.label[lang], byForm.get(form.id) ?? 0] as const),
  ];
  for (const [i, [label, count]] of lines.entries()) {
    const row = top + 2 + i;
    linkedLabel(sheet, edition, row, { number: i + 1, label, to: t.completeness });
    put(sheet, row, 3, expected === 0 ? null : count, NUMBER);
    put(sheet, row, 4, expected, NUMBER);
    const share = `IF(N(${cellAddress(4, row)})=0,"",${cellAddress(3, row)}/${cellAddress(4, row)})`;
    put(sheet, row, 5, { formula: share, value: expected === 0 ? '' : count / expected }, SHARE);
    const missing = `${cellAddress(4, row)}-${cellAddress(3, row)}`;
    const left = expected === 0 ? null : { formula: missing, value: expected - count };
    putOver(sheet, across(row, 6, 7), left, NUMBER);
    rowAt(sheet, row).height = rowHeight(linesOf(label, labelWidth(edition)));
  }
  return top + 1 + lines.length;
}

const DETAIL = ranked('unit', { wrap: true, horizontal: 'center' });

/** Files and rows: what was taken, what was not, and why to look further. */
export function received(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t } = edition;
  section(sheet, top, t.notCounted);
  headRow(sheet, top + 1, [t.number, t.measure, '', t.quantity, t.detail, '', '', '']);
  sheet.merges.push(across(top + 1, 1, 2), across(top + 1, 4, 7));
  const rows = sumOfRows([...edition.files.values()].flat().map((line) => line.rows));
  const lines: readonly (readonly [string, number, string, string])[] = [
    [t.filesReceived, edition.files.size, statusText(edition), t.files],
    [t.rowsRead, rows.read, '', t.certificate],
    [t.rowsAccepted, rows.accepted, '', t.certificate],
    [t.rowsRejected, rows.rejected, '', t.findings],
    [t.rowsIgnored, rows.ignored, '', t.certificate],
    [t.found, ownFindings(edition).length, findingText(edition), t.findings],
  ];
  for (const [i, [label, count, detail, target]] of lines.entries()) {
    const row = top + 2 + i;
    linkedLabel(sheet, edition, row, { number: i + 1, label, to: target });
    put(sheet, row, 3, count, NUMBER);
    putOver(sheet, across(row, 4, 7), detail, DETAIL);
    const room = mergedWidth(widthsIn(edition.lang).slice(4));
    const lines = Math.max(linesOf(label, labelWidth(edition)), linesOf(detail, room));
    rowAt(sheet, row).height = rowHeight(lines);
  }
  return top + 1 + lines.length;
}

/** The number and the name of what is counted, with a link to the sheet that tells more. */
function linkedLabel(
  sheet: Sheet,
  edition: Edition,
  row: number,
  { number, label, to }: { readonly number: number; readonly label: string; readonly to: string },
): void {
  const column = linkColumn(label, labelWidth(edition));
  put(sheet, row, 0, number, column === 0 ? STYLES.linkCenter : STYLES.textCenter);
  putOver(sheet, across(row, 1, 2), label, column === 1 ? STYLES.link : STYLES.text);
  sheet.links.push({ row, column, to: { location: `${sheetRef(to)}A1` } });
}

function statusText(edition: Edition): string {
  const { labels: t, lang } = edition;
  const counts = filesByStatus({ submissions: [...edition.files.values()].flat() });
  return STATUSES.filter((status) => counts.has(status))
    .map((status) => `${t.statuses[status]}: ${formatNumber(counts.get(status)!, lang)}`)
    .join('; ');
}

function findingText(edition: Edition): string {
  const { lang } = edition;
  const said = TEXT_LABELS[lang].severities;
  const counts = bySeverity(ownFindings(edition));
  return SEVERITY_ORDER.filter((severity) => counts[severity] > 0)
    .map((severity) => said[severity](formatNumber(counts[severity], lang)))
    .join('; ');
}
