import type { Finding } from '../../core/finding.js';
import { SEVERITY_ORDER } from '../../core/finding.js';
import { firstFew } from '../../core/first-few.js';
import { formatNumber } from '../../core/format.js';
import type { Lang } from '../../core/lang.js';
import { memo } from '../../core/memo.js';
import type { Summary } from '../../rollup/types.js';
import { byPlace } from '../data/findings.js';
import { byAll } from '../order.js';
import { safeText } from '../safe-text.js';
import { cellOrRow } from '../text-labels.js';
import { type Told, timesTold, toldOfSheets, toldOnce, withRows } from '../told-once.js';
import { fileKey, lookup } from './lookup.js';
import type { WorkbookOptions } from './options.js';
import { headRow, landscape, plainTitle } from './page.js';
import { type Edition, unitName } from './scope.js';
import { STYLES } from './styles.js';
import { heightOf, linesOf } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

/** A sheet with more is no help to read and slow to open; the rest is in `findings.csv`. */
export const MOST_FINDINGS = 5000;

/** Column of the unit; the texts stand after it. */
const UNIT = 3;
const WIDTHS = [5, 9, 10.5, 17, 27, 13, 7, 31, 34];

/** `Lỗi và cảnh báo`: what goes straight back to the communes, worst first. */
export function findingsSheet(edition: Edition): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.findings);
  sheet.widths.push(...WIDTHS);
  const first = plainTitle(sheet, edition, WIDTHS.length, t.findingsTitle);
  const found = findingsOf(edition);
  const shown = found.slice(0, MOST_FINDINGS);
  const note = noteOf(edition, shown.length, timesInAll(found.slice(MOST_FINDINGS)));
  if (note !== null) putOver(sheet, across(3, 0, WIDTHS.length - 1), note, STYLES.warning);
  headRow(sheet, first, headings(edition));
  if (isOfProvince(edition)) wordsKnown(edition.options).clear();
  for (const [i, finding] of shown.entries()) findingRow(sheet, edition, first + 1 + i, i, finding);
  const last = first + shown.length;
  if (shown.length > 0)
    sheet.filter = { top: first, left: 0, bottom: last, right: WIDTHS.length - 1 };
  sheet.frozen = { rows: first, columns: 0 };
  sheet.page = landscape(edition, {
    area: { top: 1, left: 0, bottom: last, right: WIDTHS.length - 1 },
    titleRows: [first, first],
  });
  return sheet;
}

function noteOf({ labels: t, lang }: Edition, shown: number, left: number): string | null {
  if (shown === 0) return t.noFindings;
  if (left === 0) return null;
  return t.moreFindings(formatNumber(shown, lang), formatNumber(left, lang));
}

function timesInAll(found: readonly Told[]): number {
  return found.reduce((times, one) => times + timesTold(one), 0);
}

function headings({ labels: t }: Edition): readonly string[] {
  return [t.number, t.severity, t.ruleCode, t.unit, t.file, t.sheet, t.cell, t.message, t.fix];
}

/** Findings of the edition's units and files, worst first, then by unit and place. */
function findingsOf(edition: Edition): readonly Told[] {
  const own = ownFindings(edition);
  const order = new Map([...edition.codes].map((code, i) => [code, i]));
  const place = ({ unit }: Finding) => (unit === undefined ? -1 : (order.get(unit) ?? -1));
  const worstFirst = byAll<Finding>(
    (a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity),
    (a, b) => place(a) - place(b),
    byPlace,
  );
  return toldOfSheets(toldOnce([...own].sort(worstFirst)));
}

function findingRow(sheet: Sheet, edition: Edition, row: number, i: number, finding: Told) {
  const { labels: t } = edition;
  const { texts, lines } = wordsOf(edition, finding);
  const name = safeText(unitName(edition, finding.unit ?? ''));
  put(sheet, row, 0, i + 1, STYLES.textCenterTop);
  put(sheet, row, 1, t.severities[finding.severity], STYLES.textCenterTop);
  put(sheet, row, 2, finding.code, STYLES.textCenterTop);
  put(sheet, row, UNIT, name, STYLES.textTop);
  for (const [n, text] of texts.entries()) put(sheet, row, UNIT + 1 + n, text, STYLES.textTop);
  const most = Math.max(lines, linesIn(UNIT, name));
  rowAt(sheet, row).height = heightOf(most, STYLES.textTop.size);
}

/** A finding's place, what it says and how it is mended, and the lines that they take. */
interface Words {
  readonly texts: readonly string[];
  readonly lines: number;
}

/**
 * A finding stands in the workbook of the province and of a unit below: it is worded once. Known are
 * those that the province's own shows, until the next province's is made: a nation has a million.
 */
function wordsOf(edition: Edition, finding: Told): Words {
  const known = wordsKnown(edition.options);
  const words = known.get(finding) ?? inWords(finding, edition.options, edition.lang);
  if (isOfProvince(edition)) known.set(finding, words);
  return words;
}

const wordsKnown = memo((_: WorkbookOptions) => new Map<Told, Words>());

function isOfProvince({ root }: Edition): boolean {
  return root.parent === null;
}

function inWords(finding: Told, { describe }: WorkbookOptions, lang: Lang): Words {
  const { message, fix } = describe(finding, lang);
  const { places = [finding.place] } = finding;
  const sheets = firstFew(places.map(({ sheet = '' }) => sheet));
  const cells = firstFew([...new Set(places.map((place) => cellOrRow(place, lang)))]);
  const said = withRows(message, finding, lang);
  const texts = [finding.place.file, sheets, cells, said, fix].map(safeText);
  return { texts, lines: Math.max(...texts.map((text, n) => linesIn(UNIT + 1 + n, text))) };
}

function linesIn(column: number, text: string): number {
  return linesOf(text, WIDTHS[column]!, STYLES.textTop);
}

/**
 * Findings of the edition's units and files; all there are for a whole province. Of several provinces
 * each tells what is of none of them, so that it is told at all. Asked for by several sheets.
 */
export const ownFindings = memo((edition: Edition): readonly Finding[] => {
  const { summary, isWhole, codes, files } = edition;
  if (isWhole) return summary.findings;
  const keys = [...codes, ...[...files.keys()].map(fileKey)];
  if (isOfProvince(edition)) keys.push(OF_NONE);
  return finderIn(summary)(summary.findings, keys);
});

/** The key of what no province's units and files have. */
const OF_NONE = '\u0000\u0000';

type Finder = ReturnType<typeof lookup<Finding>>;

/** Made once for all workbooks of a run, each of which has the summary in its own words. */
function finderIn(summary: Summary): Finder {
  const made = finders(summary.findings);
  made.finder ??= finderOf(summary);
  return made.finder;
}

const finders = memo((_: Summary['findings']): { finder: Finder | null } => ({ finder: null }));

function finderOf({ tree, submissions, sheets, facts }: Summary): Finder {
  const files = new Set<string>();
  for (const { file, unit } of submissions)
    if (unit !== null && tree.byCode.has(unit)) files.add(file);
  for (const { source } of facts) if (sheets[source] !== undefined) files.add(sheets[source].file);
  return lookup<Finding>(({ unit, place: { file } }) => {
    if (unit !== undefined && tree.byCode.has(unit)) return [unit];
    return [files.has(file) ? fileKey(file) : OF_NONE];
  });
}
