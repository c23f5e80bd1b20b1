import { jsonText } from '../../core/json-text.js';
import { byCodePoint } from '../../core/order.js';
import type { Node } from '../../geography/types.js';
import type { Receipts } from '../../history/receipt.js';
import type { Summary } from '../../rollup/types.js';
import { type CsvCell, csv } from './csv.js';

const COLUMNS = [
  ...['period', 'deadline', 'level', 'unit_code', 'unit_name', 'parent_code', 'expected'],
  ...['received', 'partial', 'empty', 'missing', 'on_time', 'late', 'not_due'],
  ...['received_at', 'days_late', 'missing_forms'],
];

/** `status --format csv`: every unit by code; of a hamlet also when it came and what it lacks. */
export function receiptsCsv({ tree }: Pick<Summary, 'tree'>, receipts: Receipts): string {
  const units = [...tree.byCode].sort(([a], [b]) => byCodePoint(a, b));
  return csv(
    COLUMNS,
    units.map(([, node]) => row(node, receipts)),
  );
}

function row({ unit }: Node, receipts: Receipts): readonly CsvCell[] {
  const { expected, received, timeliness } = receipts.units.get(unit.code)!;
  const own = receipts.hamlets.get(unit.code);
  return [
    ...[receipts.month, receipts.deadline, unit.level, unit.code, unit.name, unit.parent],
    ...[expected, received.full + received.partial, received.partial, received.empty],
    ...[received.missing, timeliness.on_time, timeliness.late, timeliness.not_due],
    ...[own?.receivedAt ?? null, own?.daysLate ?? null, own?.missing.join(' ') ?? null],
  ];
}

/** `status --json`: the same as data. */
export function receiptsJson(
  { tree }: Pick<Summary, 'tree'>,
  receipts: Receipts,
  closed: readonly string[],
): string {
  const { month, deadline, today, forms, units, hamlets } = receipts;
  const lines = [...tree.byCode]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([code, { unit }]) => ({
      code,
      name: unit.name,
      level: unit.level,
      parent: unit.parent,
      ...units.get(code)!,
      ...(hamlets.has(code) && { receipt: hamlets.get(code) }),
    }));
  const isClosed = closed.includes(month);
  return jsonText({ period: month, deadline, today, closed: isClosed, forms, units: lines });
}
