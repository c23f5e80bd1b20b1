import { monthOfHeading } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKey } from './header-text.js';
import { leafOf } from './heading-leaf.js';
import { partOf } from './heading-part.js';
import type { Recognition } from './recognise.js';

/** A heading that says itself that its counts are the period's. */
const OF_PERIOD = /\b(?:trong|cua) (?:ky|thang|quy)\b|\b(?:ky|thang) (?:nay|bao cao)\b/;

/** True where what stands above a column's own heading says that its counts are all so far: `Lũy kế`, `9 tháng đầu năm`. */
export function isOfSoFar(column: HeaderColumn): boolean {
  const upper = column.texts.slice(0, -1);
  const at = upper.findLastIndex((text) => RUNNING.test(partOf(headerKey(text)) ?? ''));
  if (at < 0 || OF_PERIOD.test(leafOf(column))) return false;
  return !upper.slice(at + 1).some((text) => monthOfHeading(text) !== null);
}

const RUNNING = /^(?:running|since)$/;

/** A flow's only column below such a heading is no count of the period: `Lũy kế` over `Số hộ được hỗ trợ`. */
export function settleSoFar(draft: HeaderDraft): void {
  const { layout, fields, columns } = draft;
  if (layout.layout !== 'tally') return;
  for (const id of layout.flows) {
    const at = fields.get(id);
    const own = at === undefined ? undefined : columns.find(({ column }) => column === at);
    if (own !== undefined && isOfSoFar(own)) draft.choose(id, undefined);
  }
}

const YEAR =
  /^(?:(?:ket qua|thuc hien|so lieu) )*(?:(?:ca|trong) )?nam (?:(?:19|20)\d\d|nay)$|^(?:ca|trong) nam$/;

/**
 * The heading that says that the period's own counts of a tally are those of a whole year: `Năm 2024` over
 * `Số hộ được hỗ trợ`. Null where a heading between, or their own, says that they are the month's.
 */
export function yearOver(
  { layout, fields }: Pick<Recognition, 'layout' | 'fields'>,
  columns: readonly HeaderColumn[],
): HeaderColumn | null {
  if (layout.layout !== 'tally') return null;
  for (const id of layout.required) {
    const at = layout.flows.has(id) ? fields.get(id) : undefined;
    const own = columns.find(({ column }) => column === at);
    if (own !== undefined && isOfYear(own)) return own;
  }
  return null;
}

function isOfYear({ texts }: HeaderColumn): boolean {
  const at = texts.slice(0, -1).findLastIndex((text) => YEAR.test(headerKey(text)));
  if (at < 0) return false;
  return !texts
    .slice(at + 1)
    .some((text) => monthOfHeading(text) !== null || OF_PERIOD.test(headerKey(text)));
}
