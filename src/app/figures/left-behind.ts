import type { Finding } from '../../core/finding.js';
import { totalsLeftBehind } from '../../history/left-behind.js';
import type { Running } from '../../rollup/fold.js';
import type { HeldPart } from '../../rollup/held.js';
import { type Before, earlierOf, presentMap, runningOf } from './before.js';
import { lastDayOf, type OnMap, onMap, type ToMap, todayOn } from './on-map.js';

type Given = ToMap & { readonly running: Running };

/**
 * CCDS-M05 of a period's figures. Running totals run up on their months' own maps, so on an
 * earlier map they lack what was left behind by splits since as well. There it is told of the
 * unit that lacks it on that map.
 */
export function leftBehind(
  given: Given,
  map: OnMap,
  before: Before,
  parts: readonly HeldPart[],
): readonly Finding[] {
  const { asOf, registry, config, months, period } = given;
  const own = lastDayOf(period, config);
  if (asOf === null || asOf >= own) return toldOn(given, map, before);
  const today = todayOn(registry, config, own);
  const present = presentMap(registry, config, own);
  const running = runningOf(before, { months, parts }, present, config, today);
  const onOwn = { ...given, asOf: null, running };
  return toldOn(onOwn, onMap(onOwn), before).map((found) => on(map, found));
}

function toldOn(given: Given, map: OnMap, before: Before): readonly Finding[] {
  const { asOf, registry, config, months, period, running } = given;
  const present = presentMap(registry, config, asOf ?? lastDayOf(period, config));
  const unallocated = map.restatement?.unallocated ?? [];
  const own = { facts: map.facts, months, unallocated };
  return totalsLeftBehind(earlierOf(before, months, config), running, present, own);
}

/** A finding of the unit that the map has, which its sentence names too. */
function on({ relocate, tree }: OnMap, told: Finding): Finding {
  const found = relocate(told);
  const node = tree.byCode.get(found.unit ?? '');
  return node === undefined ? found : { ...found, args: { ...found.args, parent: node.unit.name } };
}
