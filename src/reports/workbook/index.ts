import { periodName } from '../../core/period-words.js';
import type { Scope } from '../../rollup/types.js';
import { OUTPUT_MARK } from '../own-sheets.js';
import { certificateSheet } from './certificate.js';
import { chartsSheet } from './charts.js';
import { comparisonSheets } from './comparison.js';
import { completenessSheet } from './completeness.js';
import { contents, coverSheet } from './cover.js';
import { fileRowsOf, filesSheet } from './files.js';
import { findingsSheet } from './findings.js';
import type { WorkbookOptions } from './options.js';
import { planTables, signedTables, type TablePlan } from './plan.js';
import { planRanking, rankingSheet } from './ranking.js';
import { revisionsSheet } from './revisions.js';
import { type Edition, editionOf } from './scope.js';
import { repeatedSigning } from './signatures.js';
import { sourceCells, sourcesSheet } from './sources.js';
import { FONT } from './styles.js';
import { tableSheet } from './table.js';
import { timelinessSheet } from './timeliness.js';
import { trendSheet } from './trend.js';
import { writeBook } from './xlsx/index.js';
import type { Book, Sheet } from './xlsx/model.js';

export type { Letterhead, WorkbookOptions } from './options.js';

/** The summary workbook of one unit and all below it: a province, a district or a commune. */
export async function summaryWorkbook(scope: Scope, options: WorkbookOptions): Promise<Uint8Array> {
  const edition = editionOf(scope, options);
  const plans = planTables(edition);
  return writeBook(book(edition, plans, sheetsOf(edition, plans)));
}

/** The sheets in order: what is printed and signed, then what stands behind it. */
function sheetsOf(edition: Edition, plans: readonly TablePlan[]): readonly Sheet[] {
  const cover = coverSheet(edition, plans);
  const signing = repeatedSigning(edition, cover.signatureRow);
  const links = { sources: sourceCells(edition), signing };
  const ranked = edition.levels.filter((level) => level !== 'hamlet');
  const blocks = ranked.map((level) => planRanking(edition, plans, level));
  const firstPlans = plans.filter((plan) => plan.level === edition.levels[0]);
  const sheets = [
    ...plans.map((plan) => tableSheet(edition, plan, links)),
    ...comparisonSheets(edition, plans),
    ...blocks.map((some) => rankingSheet(edition, some)),
    chartsSheet(edition, firstPlans, blocks[0] ?? []),
    trendSheet(edition, plans),
    revisionsSheet(edition),
    completenessSheet(edition),
    timelinessSheet(edition),
    findingsSheet(edition),
    certificateSheet(edition, plans, signing),
    sourcesSheet(edition, fileRowsOf(edition)),
    filesSheet(edition),
  ].filter((sheet) => sheet !== null);
  const names = sheets.map((sheet) => sheet.name);
  contents(cover, edition, plans, names);
  return [cover.sheet, ...sheets];
}

function book(edition: Edition, plans: readonly TablePlan[], sheets: readonly Sheet[]): Book {
  const { labels: t, root, place, summary, lang, letterhead } = edition;
  const name = `${place} – ${periodName(summary.period, lang)}`;
  const isTogether = edition.options.printTogether ?? true;
  return {
    sheets,
    selected: isTogether ? 1 + signedTables(edition, plans).length : 1,
    font: FONT,
    ...(lang === 'vi' && { locale: lang }),
    properties: {
      title: `${t.coverTitle} ${t.coverSubtitle(place)}`,
      subject: name,
      author: letterhead.agency,
      created: `${edition.date}T00:00:00Z`,
    },
    marks: { [OUTPUT_MARK]: 'summary', 'ccds-period': summary.period, 'ccds-unit': root.unit.code },
  };
}
