import { fold } from '../../core/text.js';
import { countsMeans, isOfMeans } from './by-means.js';
import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { leafBelow, leafOf, upperOf } from './heading-leaf.js';
import { saysTotal } from './heading-part.js';
import type { Recognition } from './recognise.js';

/**
 * Columns of a tally that are no field's, and yet may well be a part, or the running total, of one.
 * @param layouts of all forms: `QR` beside members and households may be the merchants'
 * @returns field by column
 */
export function doubtfulParts(
  found: Recognition,
  columns: readonly HeaderColumn[],
  layouts: readonly CompiledLayout[],
): ReadonlyMap<number, string> {
  if (found.layout.layout !== 'tally' || found.unknown.length === 0) return NONE;
  return new Map([
    ...meansOfOthers(found, layouts),
    ...otherMeans(found),
    ...totalsBeside(found, columns),
  ]);
}

const NONE: ReadonlyMap<number, string> = new Map();

/** It says itself that it is a part. */
const WITHIN = /trong (?:đó|số)|(?<!\p{L})(?:bao )?gồm(?!\p{L})/u;

/** `QR` in a table of other forms, which have nothing of the kind. */
function meansOfOthers(
  { layout: own, unknown }: Recognition,
  layouts: readonly CompiledLayout[],
): [number, string][] {
  const theirs = layouts.find(
    ({ layout, fields }) => layout === 'tally' && fields.some(({ means }) => means),
  );
  const field = theirs?.fields.find(({ means }) => means)?.id;
  if (field === undefined || own === theirs) return [];
  return ofField(field, unknown, (one) => isOfMeans(one) && BY_CODE.test(leafOf(one)));
}

const BY_CODE = /\b(?:qr|vietqr|pos)\b/;

/** `Số hộ có POS` beside `Số hộ có QR`. */
function otherMeans({ layout, fields, headings, unknown }: Recognition): [number, string][] {
  const field = layout.fields.find(({ id, means }) => means && fields.has(id))?.id;
  // `Số hộ không dùng tiền mặt` has them all.
  if (field === undefined || !countsMeans(headings.get(field)!)) return [];
  return ofField(field, unknown, (one) => !WITHIN.test(fold(one.text)) && isOfMeans(one));
}

/** `Tổng cộng` beside `Tháng trước | Tháng này`, where nothing else states the running total. */
function totalsBeside(
  { layout, fields, unknown }: Recognition,
  columns: readonly HeaderColumn[],
): [number, string][] {
  return layout.required.flatMap((id) => {
    const running = layout.runningOf.get(id);
    const own = columns.find(({ column }) => column === fields.get(id));
    if (running === undefined || fields.has(running) || !own || leafBelow(own) === '') return [];
    return ofField(
      running,
      unknown,
      (one) => upperOf(one) === upperOf(own) && saysTotal(leafOf(one)),
    );
  });
}

function ofField(
  field: string,
  unknown: readonly HeaderColumn[],
  isIts: (column: HeaderColumn) => boolean,
): [number, string][] {
  return unknown.filter(isIts).map(({ column }) => [column, field]);
}
