import { growSlowlyOnceLarge } from '../../core/heap.js';
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
import { upper } from './page.js';
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
  return writeBook(book(edition, planTables(edition)));
}

/** The sheets behind the cover in order: what is printed and signed, then what stands behind it. */
function* sheetsOf(
  edition: Edition,
  plans: readonly TablePlan[],
  signing: ReturnType<typeof repeatedSigning>,
): Generator<Sheet | null> {
  const links = { sources: sourceCells(edition), signing };
  const ranked = edition.levels.filter((level) => level !== 'hamlet');
  const blocks = ranked.map((level) => planRanking(edition, plans, level));
  const firstPlans = plans.filter((plan) => plan.level === edition.levels[0]);
  for (const plan of plans) yield tableSheet(edition, plan, links);
  yield* comparisonSheets(edition, plans);
  for (const some of blocks) yield rankingSheet(edition, some);
  yield chartsSheet(edition, firstPlans, blocks[0] ?? []);
  yield trendSheet(edition, plans);
  yield revisionsSheet(edition);
  yield completenessSheet(edition);
  yield timelinessSheet(edition);
  yield findingsSheet(edition);
  yield certificateSheet(edition, plans, signing);
  yield sourcesSheet(edition, fileRowsOf(edition));
  yield filesSheet(edition);
}

/** Those that there is something for. */
function* present(sheets: Iterable<Sheet | null>): Generator<Sheet> {
  for (const sheet of sheets) {
    growSlowlyOnceLarge();
    if (sheet !== null) yield sheet;
  }
}

function book(edition: Edition, plans: readonly TablePlan[]): Book {
  const cover = coverSheet(edition, plans);
  const signing = repeatedSigning(edition, cover.signatureRow);
  const { labels: t, root, place, summary, lang, letterhead } = edition;
  const name = `${place} – ${periodName(summary.period, lang)}`;
  const isTogether = edition.options.printTogether ?? true;
  return {
    sheets: present(sheetsOf(edition, plans, signing)),
    cover: (others) => {
      contents(cover, edition, plans, others);
      return cover.sheet;
    },
    selected: isTogether ? 1 + signedTables(edition, plans).length : 1,
    font: FONT,
    ...(lang === 'vi' && { locale: lang }),
    properties: {
      title: `${t.coverTitle} ${t.coverSubtitle(upper(place)).join(' ')}`,
      subject: name,
      author: letterhead.agency,
      created: `${edition.date}T00:00:00Z`,
    },
    marks: { [OUTPUT_MARK]: 'summary', 'ccds-period': summary.period, 'ccds-unit': root.unit.code },
  };
}
