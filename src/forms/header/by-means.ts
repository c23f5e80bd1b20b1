import { maskStray } from '../../core/finding.js';
import { memo } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import { CASTS, isBlank, isTold } from '../cast/index.js';
import { CASH, castPayment, namesMeans } from '../cast/payment.js';
import { cellText } from '../cells/cell-text.js';
import { type FieldValue, indexOf } from '../data-record.js';
import type { ColumnsReader } from '../records/record.js';
import type { SheetRow } from '../table-context.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys } from './header-text.js';
import { saysYes } from './heading-leaf.js';
import type { Recognition } from './recognise.js';

/** Columns of a list in which means of payment are ticked: `Mã QR | Chuyển khoản | Tiền mặt`. */
export interface ByMeans {
  readonly field: string;
  /** 0-based. */
  readonly columns: readonly { readonly column: number; readonly isCash: boolean }[];
}

const ONE_MEANS =
  '(?:(?:ma |quet ma |quet )?(?:qr|vietqr)(?: code| pay)?(?: thanh toan)?|quet ma|qrcode|(?:may )?pos|chuyen khoan|ck|(?:quet )?the|vi dien tu|(?:thanh toan )?khong (?:dung )?tien mat|ttkdtm)';
/** One, or several that one column counts together: `QR/POS`, `QR hoặc ví điện tử`. */
const MEANS = new RegExp(
  `^(?:(?:da|co|dung|su dung|dan|lap|lap dat|cai|dang ky) )*${ONE_MEANS}(?:(?: hoac)? ${ONE_MEANS})*$`,
);
const CASH_ALONE = /^(?:(?:chi|dung|thu|nhan|bang) )*tien mat$/;

/** How many of them a merchant of a list has: `Số lượng QR`. */
const HOW_MANY =
  /^(?:so|so luong|sl) (?:ma )?(?:qr|vietqr|qr code|(?:may )?pos)(?: da (?:cap|lap|dan))?$/;

/** `QR Agribank`, and not `QR chưa kích hoạt`. */
const OF_BANK = /^(?:ma )?(?:qr|vietqr) (?!.*\b(?:chua|khong|hong|loi|cu)\b)/;

function isOfBank(key: string): boolean {
  return OF_BANK.test(key) && namesMeans(key.replace(OF_BANK, ''));
}

const kindOf = memo((column: HeaderColumn): 'means' | 'cash' | null => {
  // `Không dùng tiền mặt` over `Có | Không`.
  const keys = headerKeys(column.texts.at(saysYes(column) ? -2 : -1)!);
  if (keys.some((key) => CASH_ALONE.test(key))) return 'cash';
  const isMeans = (key: string) => MEANS.test(key) || HOW_MANY.test(key) || isOfBank(key);
  return keys.some(isMeans) ? 'means' : null;
});

const COUNTED = /^(?:tong )?(?:so )?(?:ho kinh doanh|ho|hkd|co so|tieu thuong) /;

/** True for a tally's folded heading that counts those with one of the means: `Số hộ có POS`. */
export function countsMeans(key: string): boolean {
  const means = key.replace(COUNTED, '');
  return MEANS.test(means) && !/tien mat|ttkdtm/.test(means);
}

/** True for a column of those who take cash alone. */
export function isOfCash(column: HeaderColumn): boolean {
  return kindOf(column) === 'cash';
}

/** True for a column of a tally that counts those with one of the means. */
export function isOfMeans({ texts }: HeaderColumn): boolean {
  return headerKeys(texts.at(-1)!).some(countsMeans);
}

/**
 * The list with the column of its means of payment, where it has none, made of those in which they
 * are ticked. Of columns in which nothing stands nothing is known.
 * @param rows the first rows below the header
 */
export function withMeans(
  found: Recognition,
  columns: readonly HeaderColumn[],
  rows: () => readonly SheetRow[],
): Recognition {
  const { layout, fields, unknown } = found;
  const field = layout.layout === 'list' && layout.fields.find(({ payment }) => payment)?.id;
  if (!field || fields.has(field)) return found;
  const isBelow = ({ texts }: HeaderColumn) =>
    texts
      .slice(0, -1)
      .some((text) => headerKeys(text).some((key) => layout.headings.get(key) === field));
  const { left: from = 0, right: to = Number.POSITIVE_INFINITY } = found.range ?? {};
  const isFree = (one: HeaderColumn) =>
    unknown.some(({ column }) => column === one.column) || isBelow(one);
  const own = columns.filter(
    (one) => one.column >= from && one.column <= to && kindOf(one) !== null && isFree(one),
  );
  if (!own.some((one) => kindOf(one) === 'means') || !areTicked(own, rows())) return found;
  const isOwn = (column: number) => own.some((one) => one.column === column);
  // `Ví điện tử` below `Hình thức` is no bank: `Ngân hàng` beside it is.
  const left = [...fields].flatMap(([id, column]): [string, number][] => {
    const again = found.repeated.find(({ first }) => first === column);
    if (!isOwn(column)) return [[id, column]];
    return again === undefined ? [] : [[id, again.column.column]];
  });
  return {
    ...found,
    fields: new Map([...left, [field, own[0]!.column]]),
    repeated: found.repeated.filter(({ first }) => !isOwn(first)),
    unknown: unknown.filter(({ column }) => !isOwn(column)),
    byMeans: {
      field,
      columns: own.map((one) => ({ column: one.column, isCash: kindOf(one) === 'cash' })),
    },
  };
}

/**
 * How many columns of a list without one of its means of payment may be ticked for them; a single one
 * says little.
 */
export function meansAmong({ layout, fields, unknown }: Recognition): number {
  const field = layout.layout === 'list' && layout.fields.find(({ payment }) => payment)?.id;
  if (!field || fields.has(field)) return 0;
  const own = unknown.filter((one) => kindOf(one) !== null).length;
  return own > 1 ? own : 0;
}

function areTicked(columns: readonly HeaderColumn[], rows: readonly SheetRow[]): boolean {
  return columns.some(({ column }) =>
    rows.some(({ values }) => {
      const cell = values[column] ?? null;
      return !isBlank(cell) && (isHowMany(cell) || !isTold(CASTS.mark(cell)));
    }),
  );
}

/** Reads the means that are ticked: none, or cash alone, is cash; what is not clear is told, and blank. */
export function meansReader({ byMeans, layout }: Recognition): ColumnsReader | null {
  if (byMeans === undefined) return null;
  const { field, columns } = byMeans;
  const at = indexOf(layout, field)!;
  return (values, record, report) => {
    let said: FieldValue = CASH;
    for (const { column, isCash } of columns) {
      const cell = values[column] ?? null;
      const one = isBlank(cell) ? false : isTaken(cell);
      if (one === null) {
        const found = maskStray(cellText(cell));
        report('CCDS-R03', { field, found, expected: 'payment', suggestion: '' }, field, column);
        if (said === CASH) said = null;
      } else if (one && !isCash) said = cellText(cell);
    }
    record[at] = said;
    return true;
  };
}

/** So many of them. */
function isHowMany(cell: Value): boolean {
  return typeof cell === 'number' && Number.isInteger(cell) && cell > 0;
}

/** Ticked, or how many there are, or said in words (`VietQR`); null where it is neither that nor denied. */
function isTaken(cell: Value): boolean | null {
  if (isHowMany(cell)) return true;
  const mark = CASTS.mark(cell);
  if (typeof mark === 'boolean') return mark;
  const cast = castPayment(cell);
  if (isTold(cast) || cast === CASH) return cast === CASH ? false : null;
  return namesMeans(cellText(cell)) ? true : null;
}
