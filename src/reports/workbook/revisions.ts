import { cellAddress } from '../../core/address.js';
import { formatNumber } from '../../core/format.js';
import { byCodePoint } from '../../core/order.js';
import { periodName, periodsInSentence } from '../../core/period-words.js';
import type { Revision, RevisionCause } from '../../history/types.js';
import { byAll } from '../order.js';
import { safeText } from '../safe-text.js';
import { formatOf } from './columns.js';
import { lookup } from './lookup.js';
import { headRow, landscape, plainTitle } from './page.js';
import { type Edition, unitName } from './scope.js';
import { ranked, STYLES } from './styles.js';
import { heightFor, noteHeight } from './text-lines.js';
import type { CellValue, Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

/** A sheet with more is no help to read; the rest is in `revisions.csv`. */
const MOST_REVISIONS = 5000;
const FILES_SHOWN = 3;

const WIDTHS = [5, 15, 22, 11, 30, 12, 12, 12, 34, 30];
const AT = { published: 5, revised: 6, difference: 7, files: 8, cells: 9 };

/** `Số liệu công bố lại`: published figures that have changed, and what made them so. */
export function revisionsSheet(edition: Edition): Sheet | null {
  const found = ownRevisions(edition);
  if (found.length === 0) return null;
  const { labels: t } = edition;
  const sheet = newSheet(t.revisions);
  sheet.widths.push(...WIDTHS);
  const head = plainTitle(sheet, edition, WIDTHS.length, t.revisionsTitle);
  const shown = found.slice(0, MOST_REVISIONS);
  const note = noteOf(edition, found.length, shown.length);
  putOver(sheet, across(3, 0, WIDTHS.length - 1), note, STYLES.italicWrap);
  const room = WIDTHS.reduce((sum, width) => sum + width, 0);
  rowAt(sheet, 3).height = noteHeight(note, room);
  headRow(sheet, head, headings(edition));
  for (const [i, one] of shown.entries()) revisionRow(sheet, edition, head + 1 + i, i, one);
  const area = { top: 1, left: 0, bottom: head + shown.length, right: WIDTHS.length - 1 };
  sheet.filter = { ...area, top: head };
  sheet.frozen = { rows: head, columns: 0 };
  sheet.page = landscape(edition, { area, titleRows: [head, head] });
  return sheet;
}

/**
 * Those of the edition's units, the earliest month first, then as units stand in the tree.
 * The whole province's hold those of units that are no more.
 */
function ownRevisions(edition: Edition): readonly Revision[] {
  const { options, codes, isWhole, summary } = edition;
  const order = new Map([...codes].map((code, i) => [code, i]));
  const isOwn = (one: Revision) => codes.has(one.unit) && isOfToday(summary, one);
  const place = (one: Revision) => (isOwn(one) ? order.get(one.unit)! : order.size);
  const ids = new Map(summary.indicators.map(({ id }, i) => [id, i]));
  const all = options.revisions ?? NONE;
  return (isWhole ? [...all] : revisionsWith(all, codes).filter(isOwn)).sort(
    byAll<Revision>(
      (a, b) => byCodePoint(a.month, b.month),
      (a, b) => place(a) - place(b),
      (a, b) => byCodePoint(a.unit, b.unit),
      (a, b) => ids.get(a.indicator)! - ids.get(b.indicator)!,
    ),
  );
}

/** Whether the unit is the one that bears its code now. */
function isOfToday({ tree }: Edition['summary'], { unit, name }: Revision): boolean {
  return tree.byCode.get(unit)?.unit.name === name;
}

/** A unit that is no more has no commune to tell it by. */
function nameOf(edition: Edition, one: Revision): string {
  if (isOfToday(edition.summary, one)) return unitName(edition, one.unit);
  return one.name || one.unit;
}

const NONE: readonly Revision[] = [];
const revisionsWith = lookup<Revision>(({ unit }) => [unit]);

function noteOf({ labels: t, lang }: Edition, all: number, shown: number): string {
  if (all === shown) return t.revisionsNote;
  const [here, left] = [shown, all - shown].map((n) => formatNumber(n, lang));
  return t.revisionsNote + t.moreRevisions(here!, left!);
}

function headings({ labels: t }: Edition): readonly string[] {
  const figures = [t.published, t.revised, t.difference];
  return [
    ...[t.number, t.month, t.unit, t.level, t.measure],
    ...figures,
    ...[t.becauseOf, t.changedCells],
  ];
}

function revisionRow(sheet: Sheet, edition: Edition, row: number, i: number, one: Revision): void {
  const { labels: t, lang, summary } = edition;
  const indicator = summary.indicators.find(({ id }) => id === one.indicator)!;
  const name = nameOf(edition, one);
  const texts = [periodName(one.month, lang), name, t.level1[one.level] ?? one.level];
  put(sheet, row, 0, i + 1, STYLES.textCenter);
  for (const [n, text] of [...texts, indicator.label[lang]].entries())
    put(sheet, row, 1 + n, text, STYLES.text);
  const format = formatOf(indicator);
  const number = ranked('unit', { format, horizontal: 'right' });
  const change = ranked('unit', { format: `+${format};-${format};${format}`, horizontal: 'right' });
  put(sheet, row, AT.published, one.published, number);
  put(sheet, row, AT.revised, one.revised, number);
  put(sheet, row, AT.difference, difference(one, row), change);
  const [files, cells] = [causesText(edition, one), cellsText(edition, one)];
  put(sheet, row, AT.files, safeText(files), STYLES.small);
  put(sheet, row, AT.cells, safeText(cells), STYLES.small);
  rowAt(sheet, row).height = heightFor([
    [indicator.label[lang], WIDTHS[4]!],
    [name, WIDTHS[2]!],
    [files, WIDTHS[AT.files]!, STYLES.small],
    [cells, WIDTHS[AT.cells]!, STYLES.small],
  ]);
}

function difference({ published, revised }: Revision, row: number): CellValue {
  const [before, after] = [AT.published, AT.revised].map((column) => cellAddress(column, row));
  const formula = `IF(OR(${before}="",${after}=""),"",${after}-${before})`;
  return { formula, value: published === null || revised === null ? '' : revised - published };
}

/** The submissions; beside them, or without any, what else it is because of. */
function causesText({ labels: t, lang }: Edition, one: Revision): string {
  const { files, causes, decisions, earlier } = one;
  const rest = files.length - FILES_SHOWN;
  const more = rest > 0 ? [t.moreFiles(formatNumber(rest, lang))] : [];
  const monthsOf = (cause: RevisionCause) =>
    periodsInSentence(
      earlier.filter((at) => at.cause === cause).map(({ month }) => month),
      lang,
    );
  const said = causes.flatMap((cause) => {
    if (cause === 'submission') return [];
    if (cause === 'decision') return decisions.slice(0, FILES_SHOWN).map(t.becauseDecided);
    return [t.because[cause](monthsOf(cause))];
  });
  const left = decisions.length - FILES_SHOWN;
  const others = left > 0 ? [t.moreDecisions(formatNumber(left, lang))] : [];
  return [...files.slice(0, FILES_SHOWN), ...more, ...said, ...others].join('; ');
}

const CHANGE = /^\w+ (\S+) → (\S+) \((.+)\)$/;

/** `Ô TV!C9: 5 → 6`; `5 → –` of a column that the later file lacks; the sheets where no cell is known. */
function cellsText({ labels: t }: Edition, { sheets, cells }: Revision): string {
  const names = cells.some((cell) => cell.includes('!'))
    ? []
    : sheets.slice(0, FILES_SHOWN).map(t.sheetNamed);
  const said = cells.map((change) => {
    const [, before, after, cell] = CHANGE.exec(change) ?? [];
    return cell === undefined ? change.replace(/^\S+ /, '') : t.cellChanged(cell, before!, after!);
  });
  return [...names, ...said].join('; ');
}
