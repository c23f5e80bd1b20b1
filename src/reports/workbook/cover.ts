import { cellAddress } from '../../core/address.js';
import type { Indicator } from '../../indicators/types.js';
import {
  addRows,
  bySeverity,
  completeness,
  headline,
  SEVERITIES,
  STATUSES,
  valueAt,
} from '../figures.js';
import { provinceFile } from '../file-names.js';
import { formatNumber } from '../numbers.js';
import { periodName } from '../text-labels.js';
import { formatOf } from './columns.js';
import { figureAt, reference } from './figures.js';
import { headRow, landscape, letterhead, signatures, upper } from './page.js';
import type { TablePlan } from './plan.js';
import { attained } from './ranking.js';
import { type Edition, topOf } from './scope.js';
import { filesOf } from './sources-of.js';
import { COUNT, PERCENT, ranked, STYLES } from './styles.js';
import { targetOf } from './targets.js';
import type { CellValue, Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

const WIDTHS = [6, 42, 14, 15, 15, 13, 13, 13];
const COLUMNS = WIDTHS.length;
const NUMBER = ranked('unit', { format: COUNT, horizontal: 'right' });
const SHARE = ranked('unit', { format: PERCENT, horizontal: 'right' });

/** `Bìa`: the main results, who reported, what was not counted, and what else is here. */
export function coverSheet(
  edition: Edition,
  plans: readonly TablePlan[],
  others: readonly string[],
): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.cover);
  sheet.widths.push(...WIDTHS, 3, 34);
  let row = heading(sheet, edition) + 2;
  row = results(sheet, edition, plans, row) + 1;
  const breaks = [row];
  row = reports(sheet, edition, row + 1) + 2;
  row = received(sheet, edition, row) + 2;
  const last = signatures(sheet, edition, row, COLUMNS);
  contents(sheet, edition, others);
  sheet.page = landscape(edition, {
    area: { top: 1, left: 0, bottom: last, right: COLUMNS - 1 },
    breaks,
  });
  return sheet;
}

function heading(sheet: Sheet, edition: Edition): number {
  const { labels: t, root, summary, letterhead: head, lang } = edition;
  letterhead(sheet, edition, COLUMNS);
  if (head.form === 'state') putOver(sheet, across(3, 0, 2), head.number, STYLES.italicCenter);
  const lines = [t.coverTitle, t.coverSubtitle(upper(root.unit.name))];
  for (const [i, line] of lines.entries()) {
    putOver(sheet, across(5 + i, 0, COLUMNS - 1), line, STYLES.title);
    rowAt(sheet, 5 + i).height = 24;
  }
  const period = t.period(periodName(summary.period, lang));
  putOver(sheet, across(7, 0, COLUMNS - 1), period, STYLES.italicCenter);
  return 7;
}

function section(sheet: Sheet, row: number, text: string): void {
  putOver(sheet, across(row, 0, COLUMNS - 1), text, STYLES.section);
  rowAt(sheet, row).height = 22;
}

/** The main figures, live from the tables, beside what was planned. */
function results(sheet: Sheet, edition: Edition, plans: readonly TablePlan[], top: number): number {
  const { labels: t, summary } = edition;
  section(sheet, top, t.headline);
  const heads = [t.measure, t.unitShort, t.result, t.denominator, t.rate, t.target, t.attained];
  headRow(sheet, top + 1, [t.number, ...heads]);
  const shown = headline(summary.indicators).filter((one) => isHere(edition, one));
  for (const [i, indicator] of shown.entries())
    resultRow(sheet, edition, plans, indicator, top + 2 + i, i + 1);
  return top + 1 + shown.length;
}

/** A hamlet has no share of hamlets; everything else is shown, reported or not. */
function isHere({ root }: Edition, indicator: Indicator): boolean {
  return root.unit.level !== 'hamlet' || indicator.kind !== 'ratio';
}

function resultRow(
  sheet: Sheet,
  edition: Edition,
  plans: readonly TablePlan[],
  indicator: Indicator,
  row: number,
  number: number,
): void {
  const { summary, root, lang } = edition;
  const live = (key: string): CellValue => {
    const plan = plans.find((one) => one.columnOf.has(key));
    const column = plan?.columns.find((one) => one.key === key);
    return plan && column ? reference(summary, plan, root, column) : null;
  };
  const column = plans.flatMap((plan) => plan.columns).find((one) => one.key === indicator.id);
  const share = column?.figure.kind === 'ratio' ? column.figure : null;
  const measure = share ? unitOf(summary.indicators, share.numerator) : null;
  put(sheet, row, 0, number, STYLES.textCenter);
  put(sheet, row, 1, indicator.label[lang], STYLES.text);
  put(
    sheet,
    row,
    2,
    measure?.unit[lang] ?? indicator.unit[lang].replace('%', ''),
    STYLES.textCenter,
  );
  put(sheet, row, 3, live(share?.numerator ?? indicator.id), NUMBER);
  put(sheet, row, 4, share ? live(share.denominator) : null, NUMBER);
  put(sheet, row, 5, share ? live(indicator.id) : null, SHARE);
  const target = targetOf(summary, root, indicator);
  put(
    sheet,
    row,
    6,
    target,
    ranked('unit', { format: formatOf(indicator), horizontal: 'right' }),
  );
  const value = column
    ? figureAt(summary, root, column)
    : valueAt(summary, root.unit.code, indicator.id).value;
  put(
    sheet,
    row,
    7,
    attained(cellAddress(share ? 5 : 3, row), cellAddress(6, row), value, target),
    SHARE,
  );
  rowAt(sheet, row).height = 18;
}

function unitOf(indicators: readonly Indicator[], key: string): Indicator | undefined {
  const id = key.startsWith('having:') ? 'hamlets' : key;
  return indicators.find((one) => one.id === id);
}

/** How many hamlets have reported each form. */
function reports(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t, summary, lang } = edition;
  section(sheet, top, t.completenessPart);
  const heads = [t.form, '', t.hamletsReported, t.hamletsAll, t.rate, t.hamletsMissing, t.detail];
  headRow(sheet, top + 1, [t.number, ...heads]);
  sheet.merges.push(across(top + 1, 1, 2));
  const { expected, reported, byForm } = completeness(summary, edition.root);
  const lines = [
    [t.anyForm, reported] as const,
    ...summary.forms.map((form) => [form.label[lang], byForm.get(form.id) ?? 0] as const),
  ];
  for (const [i, [label, count]] of lines.entries()) {
    const row = top + 2 + i;
    put(sheet, row, 0, i + 1, STYLES.textCenter);
    putOver(sheet, across(row, 1, 2), label, STYLES.text);
    put(sheet, row, 3, count, NUMBER);
    put(sheet, row, 4, expected, NUMBER);
    const share = `IF(N(${cellAddress(4, row)})=0,"",${cellAddress(3, row)}/${cellAddress(4, row)})`;
    put(sheet, row, 5, { formula: share, value: expected === 0 ? '' : count / expected }, SHARE);
    const missing = `${cellAddress(4, row)}-${cellAddress(3, row)}`;
    put(sheet, row, 6, { formula: missing, value: expected - count }, NUMBER);
    put(sheet, row, 7, t.see, STYLES.link);
    sheet.links.push({ row, column: 7, to: { location: `${sheetRef(t.completeness)}A1` } });
    rowAt(sheet, row).height = 17;
  }
  return top + 1 + lines.length;
}

/** Files and rows: what was taken, what was not, and why to look further. */
function received(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t } = edition;
  section(sheet, top, t.notCounted);
  headRow(sheet, top + 1, [t.number, t.measure, '', t.quantity, t.detail, '', '', '']);
  sheet.merges.push(across(top + 1, 1, 2), across(top + 1, 4, 7));
  const rows = addRows([...filesOf(edition).values()].flat().map((line) => line.rows));
  const lines: readonly (readonly [string, number, string, string])[] = [
    [t.filesReceived, filesOf(edition).size, statusText(edition), t.files],
    [t.rowsRead, rows.read, '', t.certificate],
    [t.rowsAccepted, rows.accepted, '', t.certificate],
    [t.rowsRejected, rows.rejected, findingText(edition), t.findings],
    [t.rowsIgnored, rows.ignored, '', t.certificate],
  ];
  for (const [i, [label, count, detail, target]] of lines.entries()) {
    const row = top + 2 + i;
    put(sheet, row, 0, i + 1, STYLES.textCenter);
    putOver(sheet, across(row, 1, 2), label, STYLES.text);
    put(sheet, row, 3, count, NUMBER);
    putOver(sheet, across(row, 4, 7), detail === '' ? t.see : detail, STYLES.link);
    sheet.links.push({ row, column: 4, to: { location: `${sheetRef(target)}A1` } });
    rowAt(sheet, row).height = label.length > 55 || detail.length > 60 ? 32 : 17;
  }
  return top + 1 + lines.length;
}

function statusText(edition: Edition): string {
  const { labels: t, lang } = edition;
  const counts = new Map<string, number>();
  for (const lines of filesOf(edition).values()) {
    const best = STATUSES.find((status) => lines.some((line) => line.status === status))!;
    counts.set(t.statuses[best], (counts.get(t.statuses[best]) ?? 0) + 1);
  }
  return [...counts].map(([name, n]) => `${name}: ${formatNumber(n, lang)}`).join('; ');
}

function findingText(edition: Edition): string {
  const { labels: t, lang, summary, codes, root } = edition;
  const files = filesOf(edition);
  const own = summary.findings.filter(({ unit, place }) =>
    unit === undefined ? root.parent === null || files.has(place.file) : codes.has(unit),
  );
  const counts = bySeverity(own);
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${t.severities[severity]}: ${formatNumber(counts[severity], lang)}`)
    .join('; ');
}

/** Beside the page, for the screen: every sheet, and the province's own workbook. */
function contents(sheet: Sheet, edition: Edition, others: readonly string[]): void {
  const { labels: t, root, summary } = edition;
  const column = COLUMNS + 1;
  put(sheet, 1, column, t.contents, STYLES.section);
  for (const [i, name] of others.entries()) {
    put(sheet, 2 + i, column, name, STYLES.plainLink);
    sheet.links.push({ row: 2 + i, column, to: { location: `${sheetRef(name)}A1` } });
  }
  const end = 3 + others.length;
  put(sheet, end, column, t.printed, STYLES.italic);
  if (root.parent === null) return;
  put(sheet, end + 1, column, t.wholeBook, STYLES.plainLink);
  const file = `../${provinceFile(topOf(root), summary.period)}`;
  sheet.links.push({ row: end + 1, column, to: { file } });
}
