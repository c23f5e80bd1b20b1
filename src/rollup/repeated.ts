import { getOrMake } from '../core/memo.js';
import type { Numbers } from '../forms/report.js';
import { asArray } from '../forms/stored-columns.js';

/** Numbers looked at in one go, so that what this takes does not grow with the run. */
const AT_A_TIME = 2 ** 20;
/** Slots a number: with so many, seven of eight that stand alone have a slot to themselves. */
const SLOTS_EACH = 8;
/** Two bits a slot: both maps together stay in what a processor has near at hand. */
const MOST_SLOTS = 2 ** 23;
/** So that numbers that share a slot by one rule do not by the other. */
const SEEDS = [0x85ebca6b, 0xc2b2ae35] as const;

/** Where a number stands: an index of a column, and of its numbers. */
export interface NumberPlace {
  readonly column: number;
  readonly at: number;
}

/** Numbers, and where each is among those of all columns, one column after another. */
interface Sought {
  readonly numbers: number[];
  readonly index: number[];
}

/**
 * The numbers that stand more than once in columns, and where; 0 is none. Each number marks a
 * slot, and only those whose slot is marked twice go on, to be marked by another rule; the few
 * that are left are compared. A million take a few hundredths of a second.
 */
export function repeatedPlaces(columns: readonly Numbers[]): ReadonlyMap<number, NumberPlace[]> {
  const starts = startsOf(columns);
  const total = starts.at(-1)!;
  const longest = columns.reduce((most, { length }) => Math.max(most, length), 0);
  const rooms = [new Float64Array(longest), new Float64Array(longest)] as const;
  const passes = passesFor(total);
  const repeated = new Map<number, NumberPlace[]>();
  for (let pass = 0; pass < passes; pass++) {
    const slots = new Slots(total / passes, SEEDS[0]);
    const sought: Sought = { numbers: [], index: [] };
    const own = (column: Numbers) => ofPass(asArray(column, rooms[0]), passes, pass, rooms[1]);
    for (const column of columns) slots.mark(own(column));
    for (const [c, column] of columns.entries()) slots.takeShared(own(column), starts[c]!, sought);
    for (const [number, index] of several(sifted(sought)))
      repeated.set(number, placesOf(index, starts));
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

/** A column with 0 for what is of another pass, which a number's last bits tell. */
function ofPass(
  column: ArrayLike<number>,
  passes: number,
  pass: number,
  room: Float64Array,
): ArrayLike<number> {
  if (passes === 1) return column;
  for (let i = 0; i < column.length; i++) {
    const number = column[i]!;
    room[i] = ((number >>> 0) & (passes - 1)) === pass ? number : 0;
  }
  return room.subarray(0, column.length);
}

/** Those that share a slot by the other rule as well: all that stand more than once, and few more. */
function sifted({ numbers, index }: Sought): Sought {
  const slots = new Slots(numbers.length, SEEDS[1]);
  slots.mark(numbers);
  const left: Sought = { numbers: [], index: [] };
  slots.takeShared(numbers, 0, left);
  return { numbers: left.numbers, index: left.index.map((i) => index[i]!) };
}

/** Tells numbers whose slot others have marked as well. */
class Slots {
  private readonly seed: number;
  private readonly mask: number;
  private readonly once: Uint32Array;
  private readonly twice: Uint32Array;

  constructor(count: number, seed: number) {
    this.seed = seed;
    this.mask = slotsFor(count) - 1;
    this.once = new Uint32Array((this.mask >>> 5) + 1);
    this.twice = new Uint32Array((this.mask >>> 5) + 1);
  }

  mark(numbers: ArrayLike<number>): void {
    const { once, twice, seed, mask } = this;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (number === 0) continue;
      const slot = slotOf(number, seed) & mask;
      const bit = 1 << (slot & 31);
      const word = once[slot >>> 5]!;
      if ((word & bit) === 0) once[slot >>> 5] = word | bit;
      else twice[slot >>> 5]! |= bit;
    }
  }

  /** @param start the index of the first of the numbers */
  takeShared(numbers: ArrayLike<number>, start: number, shared: Sought): void {
    const { twice, seed, mask } = this;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (number === 0) continue;
      const slot = slotOf(number, seed) & mask;
      if ((twice[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
      shared.numbers.push(number);
      shared.index.push(start + i);
    }
  }
}

/** A power of two. */
function slotsFor(count: number): number {
  let slots = 32;
  while (slots < MOST_SLOTS && slots < SLOTS_EACH * count) slots *= 2;
  return slots;
}

/** The slot of a number below 2^53. */
function slotOf(number: number, seed: number): number {
  const low = number >>> 0;
  const high = (number * 2 ** -32) >>> 0;
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), seed);
  return mixed ^ (mixed >>> 15);
}

/** The indexes of each number that is there more than once, in their order. */
function* several({ numbers, index }: Sought): Generator<readonly [number, readonly number[]]> {
  const indexes = new Map<number, number[]>();
  for (let i = 0; i < numbers.length; i++)
    getOrMake(indexes, numbers[i]!, () => []).push(index[i]!);
  for (const [number, own] of indexes) if (own.length > 1) yield [number, own];
}

/** @param index ascending */
function placesOf(index: readonly number[], starts: readonly number[]): NumberPlace[] {
  return index.map((one) => {
    const column = columnOf(one, starts);
    return { column, at: one - starts[column]! };
  });
}

/** The last column that begins at or before an index: those before it may be empty. */
function columnOf(index: number, starts: readonly number[]): number {
  let [from, to] = [0, starts.length - 1];
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if (starts[middle]! <= index) from = middle;
    else to = middle;
  }
  return from;
}
