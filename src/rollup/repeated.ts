import { getOrMake } from '../core/memo.js';
import type { Numbers } from '../forms/report.js';
import { lowerHalves } from '../forms/stored-columns.js';

/** Numbers looked at in one go, so that what this takes does not grow with the run. */
const AT_A_TIME = 2 ** 20;
/** Slots a number: with so many, seven of eight that stand alone have a slot to themselves. */
const SLOTS_EACH = 8;
/** Two bits a slot: both maps together stay in what a processor has near at hand. */
const MOST_SLOTS = 2 ** 23;
/** So that numbers that share a slot by one rule do not by the other. */
const SEEDS = [0x05ebca6b, 0x42b2ae35] as const;

/** Where a number stands: an index of a column, and of its numbers. */
export interface NumberPlace {
  readonly column: number;
  readonly at: number;
}

/** The lower halves of numbers, and where each number is among those of all columns, one after another. */
interface Sought {
  readonly halves: Uint32Array;
  readonly index: Uint32Array;
}

/**
 * The numbers that stand more than once in columns, and where; 0 is none. Each number marks a
 * slot, and only those whose slot is marked twice go on, to be marked by another rule; the few
 * that are left are compared. A slot goes by the lower half of a number alone, as that lies in
 * memory as it is looked at. A million take a few hundredths of a second.
 */
export function repeatedPlaces(columns: readonly Numbers[]): ReadonlyMap<number, NumberPlace[]> {
  const starts = startsOf(columns);
  const total = starts.at(-1)!;
  const room = new Uint32Array(columns.reduce((most, { length }) => Math.max(most, length), 0));
  const passes = passesFor(total);
  const sought = new Found(total);
  const repeated = new Map<number, NumberPlace[]>();
  for (let pass = 0; pass < passes; pass++) {
    const slots = new Slots(total / passes, SEEDS[0], { passes, pass });
    for (const column of columns) slots.mark(lowerHalves(column, room));
    for (const [c, column] of columns.entries())
      slots.takeShared(lowerHalves(column, room), starts[c]!, sought);
    for (const [number, places] of several(sifted(sought.takeAll()), columns, starts))
      repeated.set(number, places);
  }
  return repeated;
}

/** The numbers that stand more than once in columns. */
export function repeatedNumbers(columns: readonly Numbers[]): ReadonlySet<number> {
  return new Set(repeatedPlaces(columns).keys());
}

/** Where each column begins if they follow each other; last, where they end. */
function startsOf(columns: readonly Numbers[]): number[] {
  const starts = [0];
  for (const { length } of columns) starts.push(starts.at(-1)! + length);
  return starts;
}

/** A power of two. */
function passesFor(total: number): number {
  let passes = 1;
  while (passes * AT_A_TIME < total) passes *= 2;
  return passes;
}

/** Those that share a slot by the other rule as well: all that stand more than once, and few more. */
function sifted({ halves, index }: Sought): Uint32Array {
  const slots = new Slots(halves.length, SEEDS[1]);
  const left = new Found(halves.length);
  slots.mark(halves);
  slots.takeShared(halves, 0, left);
  return left.takeAll().index.map((i) => index[i]!);
}

/** Gathers what is sought; of memory it takes what it fills. */
class Found {
  private readonly halves: Uint32Array;
  private readonly index: Uint32Array;
  private count = 0;

  /** @param most how many there may be */
  constructor(most: number) {
    this.halves = new Uint32Array(most);
    this.index = new Uint32Array(most);
  }

  add(half: number, index: number): void {
    this.halves[this.count] = half;
    this.index[this.count++] = index;
  }

  /** What was gathered, until more is. */
  takeAll(): Sought {
    const { halves, index, count } = this;
    this.count = 0;
    return { halves: halves.subarray(0, count), index: index.subarray(0, count) };
  }
}

/** Which numbers are looked at in one go, by their last bits; there are a power of two of these. */
interface Pass {
  readonly passes: number;
  readonly pass: number;
}

/** Tells numbers whose slot others have marked as well, by their lower halves. */
class Slots {
  private readonly mask: number;
  private readonly once: Uint32Array;
  private readonly twice: Uint32Array;

  constructor(
    count: number,
    private readonly seed: number,
    private readonly of: Pass = { passes: 1, pass: 0 },
  ) {
    this.mask = slotsFor(count) - 1;
    this.once = new Uint32Array((this.mask >>> 5) + 1);
    this.twice = new Uint32Array((this.mask >>> 5) + 1);
  }

  mark(halves: Uint32Array): void {
    const { once, twice, seed, mask } = this;
    const { passes, pass } = this.of;
    for (let i = 0; i < halves.length; i++) {
      const half = halves[i]!;
      if (half === 0 || (half & (passes - 1)) !== pass) continue;
      const slot = slotOf(half, seed) & mask;
      const bit = 1 << (slot & 31);
      const word = once[slot >>> 5]!;
      if ((word & bit) === 0) once[slot >>> 5] = word | bit;
      else twice[slot >>> 5]! |= bit;
    }
  }

  /** @param start the index of the first of the numbers */
  takeShared(halves: Uint32Array, start: number, shared: Found): void {
    const { twice, seed, mask } = this;
    const { passes, pass } = this.of;
    for (let i = 0; i < halves.length; i++) {
      const half = halves[i]!;
      if (half === 0 || (half & (passes - 1)) !== pass) continue;
      const slot = slotOf(half, seed) & mask;
      if ((twice[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
      shared.add(half, start + i);
    }
  }
}

/** A power of two. */
function slotsFor(count: number): number {
  let slots = 32;
  while (slots < MOST_SLOTS && slots < SLOTS_EACH * count) slots *= 2;
  return slots;
}

/** The slot that a number's lower half gives. */
function slotOf(half: number, seed: number): number {
  const mixed = Math.imul(half, seed);
  return mixed ^ (mixed >>> 15);
}

/** The numbers that are at several of some indexes, and where. @param index ascending */
function* several(
  index: Uint32Array,
  columns: readonly Numbers[],
  starts: readonly number[],
): Generator<readonly [number, NumberPlace[]]> {
  const places = new Map<number, NumberPlace[]>();
  let column = 0;
  for (const one of index) {
    while (starts[column + 1]! <= one) column++;
    const at = one - starts[column]!;
    getOrMake(places, columns[column]!.at(at)!, () => []).push({ column, at });
  }
  for (const [number, own] of places) if (own.length > 1) yield [number, own];
}
