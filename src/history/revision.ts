import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { hamletsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import type { Summary, Values } from '../rollup/types.js';
import type { Revision } from './types.js';

/** Names of the submissions in which a month's inputs now differ from when it was closed. */
export interface ChangedInputs {
  /** New, or of another content. */
  readonly come: ReadonlySet<string>;
  readonly gone: readonly string[];
}

/** Every figure of a closed month that is now another, with the submissions that made it so. */
export function revisions(
  month: Month,
  published: Values,
  now: Summary,
  inputs: ChangedInputs,
): Revision[] {
  const causes = causesByHamlet(now, inputs);
  const units = [...new Set([...published.keys(), ...now.values.keys()])].sort(byCodePoint);
  return units.flatMap((unit) =>
    now.indicators.flatMap(({ id }): Revision[] => {
      const before = published.get(unit)?.get(id)?.value ?? null;
      const after = now.values.get(unit)?.get(id)?.value ?? null;
      if (before === after || isHamletRatio(now, unit, id)) return [];
      const node = now.tree.byCode.get(unit);
      const { name = '', level = '' } = node?.unit ?? {};
      const why = whyOf(node, causes, inputs);
      return [
        { month, unit, name, level, indicator: id, published: before, revised: after, ...why },
      ];
    }),
  );
}

/** A hamlet is published with neither a number of hamlets nor a share of them. */
function isHamletRatio({ tree, indicators }: Summary, unit: string, id: string): boolean {
  if (tree.byCode.get(unit)?.unit.level !== 'hamlet') return false;
  const one = indicators.find((indicator) => indicator.id === id)!;
  return one.kind === 'hamlets' || (one.kind === 'ratio' && 'hamletsWith' in one.numerator);
}

interface Cause {
  readonly files: Set<string>;
  readonly sheets: Set<string>;
  readonly cells: string[];
}

function causesByHamlet(now: Summary, { come }: ChangedInputs): ReadonlyMap<string, Cause> {
  const causes = new Map<string, Cause>();
  const of = (unit: string) => {
    const make = () => ({ files: new Set<string>(), sheets: new Set<string>(), cells: [] });
    return getOrMake(causes, unit, make);
  };
  for (const { unit, source } of now.facts) {
    const sheet = now.sheets[source];
    if (sheet === undefined || !come.has(sheet.file)) continue;
    of(unit).files.add(sheet.file);
    if (sheet.sheet !== '') of(unit).sheets.add(sheet.sheet);
  }
  for (const { unit, otherFile, changes } of now.replaced ?? [])
    if (changes !== '' && come.has(otherFile)) of(unit).cells.push(changes);
  return causes;
}

function whyOf(
  node: Node | undefined,
  causes: ReadonlyMap<string, Cause>,
  { gone }: ChangedInputs,
): Pick<Revision, 'files' | 'sheets' | 'cells'> {
  const below = (node ? hamletsOf(node) : []).flatMap(({ unit }) => causes.get(unit.code) ?? []);
  const all = (of: 'files' | 'sheets') =>
    [...new Set(below.flatMap((cause) => [...cause[of]]))].sort(byCodePoint);
  const files = all('files');
  const cells = node?.unit.level === 'hamlet' ? below.flatMap((cause) => cause.cells) : [];
  const sheets = all('sheets');
  return { files: files.length > 0 ? files : gone, sheets, cells: cells.join('; ') };
}
