import { getOrMake } from '../../core/memo.js';
import type { Indicator } from '../../indicators/types.js';
import { holdsNumber } from '../cells/filled.js';
import type { CompiledLayout } from '../header/compile.js';
import { headerKey } from '../header/header-text.js';
import { saysWhole } from '../header/heading-part.js';
import { sourcedFrom } from '../measures.js';
import { claimHalves, meaningsOfHalf } from './halves.js';
import type { DownHeader, Heading } from './header.js';
import type { Label } from './labels.js';
import { layoutNamed, type Meaning, meaningsBelow, meaningsOf } from './meanings.js';
import { areRelated, isPart } from './within.js';
import { countsAll, isBare, isSince, namesNothing } from './words.js';

/** Where a field's count stands: beside a row's name, or in the column of running totals. */
export interface Slot {
  readonly label: Label;
  readonly running: boolean;
  /** The row has a count of the period beside it, which is not all that there are. */
  readonly ofPeriod?: true;
  /** As in `Meaning`. */
  readonly isAll?: boolean;
  /** The heading by which the field is known, folded. */
  readonly heading: string;
  /** Rows whose counts are added to this one's. */
  readonly more?: readonly Label[];
}

/** The fields of one tally, each with its place. */
export interface Claim {
  readonly layout: CompiledLayout;
  readonly fields: ReadonlyMap<string, Slot>;
}

/** What the rows below a header mean. */
export interface Claims {
  readonly all: readonly Claim[];
  /** Rows named as another one is. */
  readonly repeated: readonly { readonly label: Label; readonly first: Label }[];
}

/** Gives each row to the field of a tally that it names; what is doubtful is nobody's. */
export class Claimer {
  private readonly layouts: readonly CompiledLayout[];
  private readonly labels: readonly Label[];
  private readonly fields = new Map<CompiledLayout, Map<string, Slot>>();
  private readonly taken = new Map<Label, Meaning>();
  private readonly repeated: { label: Label; first: Label }[] = [];
  /** The tally of the rows just above; null where one of them is not understood. */
  private near: CompiledLayout | null = null;
  /** No row of the section has been seen. */
  private atStart = true;

  constructor(labels: readonly Label[], layouts: readonly CompiledLayout[]) {
    this.labels = labels;
    this.layouts = layouts;
  }

  claims(header: DownHeader, indicators: readonly Indicator[]): Claims {
    this.labels.forEach((label, i) => {
      const meaning = this.meaningOf(label, i);
      if (meaning !== null) this.take(label, meaning);
      this.pass(label, meaning);
    });
    claimHalves(this.labels, this.layouts, (layout) =>
      getOrMake(this.fields, layout, () => new Map()),
    );
    if (header.running !== null) {
      this.takeRunning(indicators);
      this.takeStocks(header, header.running, indicators);
    }
    const all = [...this.fields].map(([layout, fields]) => ({ layout, fields }));
    return { all, repeated: this.repeated };
  }

  private meaningOf(label: Label, at: number): Meaning | null {
    if (label.isTitle || label.isOther) return null;
    const joined = meaningsBelow(label, this.layouts);
    if (joined.length > 0) return this.among(joined);
    const alone = meaningsOf(label.text, this.layouts);
    if (alone.length === 0) return null;
    const whole = this.wholeOf(label);
    if (whole !== null) return this.partOf(whole, label, alone);
    if (alone.length === 1 && !isBare(label.text)) return alone[0]!;
    const isOf = (near: CompiledLayout | null) => alone.find(({ layout }) => layout === near);
    if (this.near === null && !this.atStart && namesNothing(label.text)) return null;
    return isOf(this.near) ?? isOf(this.nextTelling(at)) ?? null;
  }

  private among(meanings: readonly Meaning[]): Meaning | null {
    if (meanings.length === 1) return meanings[0]!;
    return meanings.find(({ layout }) => layout === this.near) ?? null;
  }

  /** The nearest row above of which this one is a part: one with a value or a meaning. */
  private wholeOf({ parent }: Label): Label | null {
    if (parent === null || parent.filled || this.taken.has(parent)) return parent;
    return this.wholeOf(parent);
  }

  /** A part is understood only as a part of what stands above it, or of another part before it. */
  private partOf(whole: Label, label: Label, alone: readonly Meaning[]): Meaning | null {
    const before = this.labels.slice(0, this.labels.indexOf(label));
    const known = [whole, ...before.filter((one) => this.wholeOf(one) === whole)].flatMap(
      (one) => this.taken.get(one) ?? [],
    );
    // `Hộ được hỗ trợ` over `Số hộ`: all there are, or those of the title?
    const isDoubtful = !whole.filled && saysWhole(headerKey(label.text));
    const fits = ({ layout, field }: Meaning) =>
      known.some(
        (one) =>
          one.layout === layout &&
          areRelated(layout, one.field, field) &&
          !(isDoubtful && isPart(layout, one.field, field)),
      );
    return alone.find(fits) ?? null;
  }

  /** The tally of the first row below in the same section that is understood by itself. */
  private nextTelling(at: number): CompiledLayout | null {
    for (const label of this.labels.slice(at + 1)) {
      if (this.wholeOf(label) !== null || isBare(label.text)) continue;
      return label.filled ? this.telling(label) : null;
    }
    return null;
  }

  /** The only tally that a row may be of, that of men or of women alone too. */
  private telling(label: Label): CompiledLayout | null {
    const own = meaningsOf(label.text, this.layouts);
    const meanings = own.length > 0 ? own : meaningsOfHalf(label, this.layouts);
    return meanings.length === 1 ? meanings[0]!.layout : null;
  }

  private take(label: Label, meaning: Meaning): void {
    const { layout, field, heading, isAll = false } = meaning;
    const fields = this.fields.get(layout) ?? new Map<string, Slot>();
    this.fields.set(layout, fields);
    const before = fields.get(field);
    const first = before?.label;
    const isTwice = first !== undefined && (first.filled || label.parent !== first);
    const wasAll = before?.isAll ?? false;
    // Of a part of what another row counts in all nothing is used.
    if (isTwice && wasAll && !isAll) return;
    if (isTwice && wasAll === isAll) this.repeated.push({ label, first });
    else {
      fields.set(field, { label, running: false, heading, ...(isAll && { isAll }) });
      this.taken.set(label, meaning);
    }
  }

  /** What stands above the next row. Parts say nothing of the rows behind them. */
  private pass(label: Label, meaning: Meaning | null): void {
    if (this.wholeOf(label) !== null) return;
    if (meaning !== null) this.near = meaning.layout;
    else this.near = label.filled ? this.halfIn(label) : layoutNamed(label.text, this.layouts);
    this.atStart = !label.filled && meaning === null;
  }

  private halfIn(label: Label): CompiledLayout | null {
    const [half, ...more] = meaningsOfHalf(label, this.layouts);
    return half !== undefined && more.length === 0 ? half.layout : null;
  }

  /** The column of running totals is that of the flows which have a field for them. */
  private takeRunning(indicators: readonly Indicator[]): void {
    for (const [layout, fields] of this.fields) {
      for (const { flow, total } of runningTotals(layout, indicators)) {
        const slot = fields.get(flow);
        if (slot !== undefined && slot.more === undefined && !fields.has(total))
          fields.set(total, { ...slot, running: true });
      }
    }
  }

  /**
   * Of a stock what there is in all stands in the column of running totals, as below headings of two rows
   * (`Mức 1` over `Trong tháng | Lũy kế`): where each of a tally's rows has one, and it is of all time.
   */
  private takeStocks(
    { values }: DownHeader,
    running: Heading,
    indicators: readonly Indicator[],
  ): void {
    if (isSince(running.text) || values.some(({ text }) => countsAll(text))) return;
    for (const [layout, fields] of this.fields) {
      const stocks = stocksOf(layout, indicators);
      const own = [...fields].filter(([id, { more }]) => stocks.has(id) && more === undefined);
      const isFilled = ([, { label }]: (typeof own)[number]) =>
        holdsNumber(label.row.values, [running.column]);
      if (!own.every(isFilled)) continue;
      for (const [id, slot] of own) fields.set(id, { ...slot, running: true, ofPeriod: true });
    }
  }
}

/** Fields of a tally that count what there is at one time. */
function stocksOf({ form }: CompiledLayout, indicators: readonly Indicator[]): ReadonlySet<string> {
  const own = sourcedFrom(form, indicators).filter(
    ({ kind, time }) => kind === 'base' && time === 'stock',
  );
  return new Set(
    own.flatMap(({ source: { tally } }) => (tally === undefined ? [] : [tally.field])),
  );
}

/** Fields of a tally that count a period, each with that of its running total. */
function runningTotals({ form }: CompiledLayout, indicators: readonly Indicator[]) {
  const sourced = sourcedFrom(form, indicators);
  return sourced.flatMap((one) => {
    const total = one.source.tally?.field;
    if (one.kind !== 'cumulative' || total === undefined) return [];
    const flow = sourced.find(({ id }) => id === one.of)?.source.tally?.field;
    return flow === undefined ? [] : [{ flow, total }];
  });
}
