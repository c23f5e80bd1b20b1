import { levelSums } from './certificate-levels.js';
import { WIDTHS } from './certificate-parts.js';
import { fileRows, unitRows } from './certificate-rows.js';
import { landscape, plainTitle } from './page.js';
import { pageBreaks } from './paging.js';
import type { TablePlan } from './plan.js';
import type { Edition } from './scope.js';
import { type Signing, signatures } from './signatures.js';
import type { Sheet } from './xlsx/model.js';
import { newSheet } from './xlsx/sheet.js';

/** Rows of a part that stay with its heading, and with the signatures. */
const ROWS_KEPT = 4;

/** `Đối chiếu số liệu`: that nothing was lost and nothing counted twice. */
export function certificateSheet(
  edition: Edition,
  plans: readonly TablePlan[],
  signing: Signing,
): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.certificate);
  sheet.widths.push(...WIDTHS);
  const first = plainTitle(sheet, edition, WIDTHS.length, t.certificateTitle) - 1;
  const second = levelSums(sheet, edition, plans, first) + 2;
  const third = unitRows(sheet, edition, second) + 1;
  const end = fileRows(sheet, edition, third) + 2;
  const last = signatures(sheet, edition, end, WIDTHS.length, signing);
  const area = { top: 1, left: 0, bottom: last, right: WIDTHS.length - 1 };
  const kept = [second, third].map((row) => [row, row + ROWS_KEPT] as const);
  const titleRows = [second + 1, second + 1] as const;
  const blocks = [...kept, [end - ROWS_KEPT, last] as const];
  const breaks = pageBreaks(sheet, area, blocks, titleRows);
  sheet.page = landscape(edition, { area, titleRows, breaks });
  return sheet;
}
