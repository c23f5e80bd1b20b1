import { byCodePoint } from '../../core/order.js';
import type { Node } from '../../geography/types.js';
import { HAMLET } from '../../geography/validity.js';
import { isOfHamlets } from '../../indicators/numerator.js';
import type { Indicator } from '../../indicators/types.js';
import type { Summary } from '../../rollup/types.js';
import { wholeText } from './csv.js';
import { type RowOf, tablePieces, VALUES } from './tables.js';

/** `values.csv`: every unit and indicator, by unit code, then as indicators are declared. */
export function valuesCsv(summary: Summary): string {
  return wholeText(valuesPieces(summary));
}

/** `values.csv`, in pieces. */
export function valuesPieces(summary: Summary): Iterable<string> {
  return tablePieces(VALUES, rows(summary));
}

function* rows(summary: Summary): Generator<RowOf<typeof VALUES>> {
  for (const code of [...summary.tree.byCode.keys()].sort(byCodePoint)) {
    const node = summary.tree.byCode.get(code)!;
    for (const indicator of summary.indicators) {
      if (node.unit.level !== HAMLET || !isOfHamlets(indicator))
        yield row(summary, node, indicator);
    }
  }
}

function row(summary: Summary, node: Node, indicator: Indicator): RowOf<typeof VALUES> {
  const found = summary.values.get(node.unit.code)?.get(indicator.id);
  return [
    summary.period,
    node.unit.level,
    node.unit.code,
    node.unit.name,
    node.unit.parent,
    indicator.id,
    found?.value ?? null,
    found?.numerator ?? null,
    found?.denominator ?? null,
    found?.reported ?? 0,
    found?.expected ?? 0,
  ];
}
