import { groupBy } from '../core/group-by.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { routesTo } from '../geography/routes.js';
import { ancestors, hamletsOf } from '../geography/tree.js';
import type { IsoDate, Node, Registry } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';
import type { Indicator } from '../indicators/types.js';
import { inMonth } from '../rollup/fact-months.js';
import type { Fact } from '../rollup/types.js';
import { type Move, placeOf } from './restate-place.js';
import type { Placed } from './restate-types.js';

/** An indicator of which the last value stands. */
export type Stock = Extract<Indicator, { kind: 'base' | 'cumulative' }>;

/** The last value of one hamlet at one unit. */
interface Held {
  readonly origin: string;
  readonly month: Month;
  readonly facts: readonly Fact[];
  readonly kind: 'whole' | 'part' | 'left';
  /** Set where it left its total blank and nothing else is known of it: what it counted since. */
  readonly isPending: boolean;
}

/** What a unit's own report takes the place of, of those that became part of it. */
interface Replaced {
  readonly known: number;
  readonly pending: number;
}

const NOTHING_REPLACED: Replaced = { known: 0, pending: 0 };

const sumOf = (facts: readonly Fact[]) => facts.reduce((sum, { value }) => sum + value!, 0);

/** Goes through the months of one indicator, with what each unit holds of each hamlet. */
export class StockScan {
  private readonly stock: Stock;
  private readonly mixed: ReadonlySet<Node>;
  private readonly registry: Registry;
  private readonly dates: ReadonlyMap<Month, IsoDate>;
  private readonly held = new Map<Node, Map<string, Held>>();
  private readonly out: Fact[] = [];
  private readonly emptied: Fact[] = [];
  /** Hamlets and months whose total was left blank. */
  private blanks: ReadonlySet<string> = new Set();

  constructor(
    stock: Stock,
    mixed: ReadonlySet<Node>,
    registry: Registry,
    dates: ReadonlyMap<Month, IsoDate>,
  ) {
    this.stock = stock;
    this.mixed = mixed;
    this.registry = registry;
    this.dates = dates;
  }

  run(placed: readonly Placed[]): readonly Fact[] {
    const byMonth = new Map<Month, Placed[]>();
    this.blanks = blanksIn(placed, this.stock);
    for (const one of placed) {
      if (one.fact.value !== null && this.speaksOf(one.fact)) {
        getOrMake(byMonth, one.fact.month, () => []).push(one);
      }
    }
    for (const month of [...byMonth.keys()].sort()) this.month(month, byMonth.get(month)!);
    return this.out;
  }

  /** Of `run` the facts by which nothing stands at a unit any more. */
  endings(placed: readonly Placed[]): readonly Fact[] {
    this.run(placed);
    return this.emptied;
  }

  private speaksOf({ indicator }: Fact): boolean {
    const { stock } = this;
    return indicator === stock.id || (stock.kind === 'cumulative' && indicator === stock.of);
  }

  private month(month: Month, placed: readonly Placed[]): void {
    const reported = new Map<string, Set<Node>>();
    for (const { origin, target } of placed) {
      getOrMake(reported, origin, () => new Set()).add(target!);
    }
    const replaced = new Map<string, Replaced>();
    const touched = this.drop(month, reported, replaced);
    for (const [target, ofTarget] of groupBy(placed, ({ target }) => target!)) {
      if (!this.mixed.has(target)) continue;
      for (const [origin, own] of groupBy(ofTarget, (one) => one.origin)) {
        const before = replaced.get(keyOf(target, origin)) ?? NOTHING_REPLACED;
        this.take(target, origin, month, own, before);
      }
      touched.set(target, null);
    }
    for (const [target, last] of touched) this.tell(target, month, last);
  }

  /** What later reports of merged units replace; a target that nothing is left of, with why. */
  private drop(
    month: Month,
    reported: ReadonlyMap<string, ReadonlySet<Node>>,
    replaced: Map<string, Replaced>,
  ): Map<Node, Fact | null> {
    const touched = new Map<Node, Fact | null>();
    for (const [target, ofTarget] of this.held) {
      for (const [origin, held] of ofTarget) {
        if (reported.get(origin)?.has(target)) continue;
        const by = this.replacing(held, target, month, reported);
        if (by === undefined) continue;
        const at = this.placeOfNext(target, reported.get(by)!);
        // There it runs up by itself, on top of what is held here.
        if (at === null) continue;
        ofTarget.delete(origin);
        if (!held.isPending) touched.set(target, held.facts[0]!);
        if (held.kind === 'left') continue;
        const key = keyOf(at, by);
        const { known, pending } = replaced.get(key) ?? NOTHING_REPLACED;
        const value = sumOf(held.facts);
        replaced.set(
          key,
          held.isPending ? { known, pending: pending + value } : { known: known + value, pending },
        );
      }
    }
    return touched;
  }

  /**
   * Where what takes a hamlet's place stands: on an earlier map what it was merged into is at the
   * unit above. Null where nothing goes on from what is held.
   */
  private placeOfNext(target: Node, next: ReadonlySet<Node>): Node | null {
    if (this.stock.kind === 'base' || next.has(target)) return target;
    const above = ancestors(target).find((node) => next.has(node));
    if (above === undefined) return target;
    return this.mixed.has(above) ? above : null;
  }

  /** The unit that took a hamlet over and reports itself: its figure holds the hamlet's. */
  private replacing(
    held: Held,
    target: Node,
    month: Month,
    reported: ReadonlyMap<string, ReadonlySet<Node>>,
  ): string | undefined {
    const move = {
      registry: this.registry,
      from: this.dates.get(held.month)!,
      to: this.dates.get(month)!,
    };
    const place = placeOf(move, held.origin);
    if (place === null) return undefined;
    const couldBe = (node: Node) =>
      node.unit.level === HAMLET ? [node] : hamletsOf(node).filter((one) => isNew(one, move));
    const at =
      place.kind === 'whole'
        ? [place.at]
        : place.kind === 'shared'
          ? place.parts.map((part) => part.at)
          : place.among;
    return at
      .flatMap((node) => couldBe(node).map(({ unit }) => unit.code))
      .find((code) => {
        const targets = reported.get(code);
        return targets !== undefined && (held.kind !== 'part' || targets.has(target));
      });
  }

  private take(
    target: Node,
    origin: string,
    month: Month,
    own: readonly Placed[],
    replaced: Replaced,
  ): void {
    const ofTarget = getOrMake(this.held, target, () => new Map<string, Held>());
    const stated = own.filter(({ fact }) => fact.indicator === this.stock.id);
    const last = ofTarget.get(origin);
    const isFirst = (last === undefined || last.isPending) && replaced.known === 0;
    // As in a month of its own: without one before, a total that was left blank is not known.
    const isPending = stated.length === 0 && isFirst && this.blanks.has(keyOfMonth(origin, month));
    const lasting = last === undefined || last.isPending !== isFirst ? 0 : sumOf(last.facts);
    const before = (isFirst ? replaced.pending : replaced.known) + lasting;
    const facts = stated.length > 0 ? stated.map(({ fact }) => fact) : this.runUp(own, before);
    const [first] = own;
    const kind = first!.left !== null ? 'left' : first!.isPart ? 'part' : 'whole';
    ofTarget.set(origin, { origin, month, facts, kind, isPending });
  }

  /** The total so far and the month's own, where the sheet states no total. */
  private runUp(own: readonly Placed[], before: number): readonly Fact[] {
    const flows = own.map(({ fact }) => fact);
    const value = before + sumOf(flows);
    return [{ ...flows[0]!, indicator: this.stock.id, value, isRunUp: true }];
  }

  private tell(target: Node, month: Month, last: Fact | null): void {
    const held = [...(this.held.get(target)?.values() ?? [])].filter((one) => !one.isPending);
    for (const { facts } of held) for (const fact of facts) this.out.push(inMonth(fact, month));
    if (held.length > 0 || last === null) return;
    const nothing = { ...inMonth(last, month), value: 0 };
    this.out.push(nothing);
    this.emptied.push(nothing);
  }
}

/** True for a hamlet that nothing says what it was before. */
function isNew({ unit }: Node, { registry, from, to }: Move): boolean {
  return routesTo(registry, unit, to, from).length === 0;
}

/** A blank where there was something to be filled in. */
function blanksIn(placed: readonly Placed[], { id }: Stock): ReadonlySet<string> {
  return new Set(
    placed.flatMap(({ fact, origin }) =>
      fact.indicator === id && fact.value === null ? [keyOfMonth(origin, fact.month)] : [],
    ),
  );
}

function keyOfMonth(origin: string, month: Month): string {
  return `${origin}\n${month}`;
}

function keyOf(target: Node, origin: string): string {
  return `${target.unit.code}\n${origin}`;
}
