import { getOrMake } from '../core/memo.js';
import type { Numbers } from '../forms/report.js';

/** Numbers looked at in one go, so that what this takes does not grow with the run. */
const AT_A_TIME = 2 ** 20;
/** Slots a number: with so many, seven of eight that stand alone have a slot to themselves. */
const SLOTS_EACH = 8;
/** Two bits a slot: both maps together stay in what a processor has near at hand. */
const MOST_SLOTS = 2 ** 23;

/** Where a number stands: an index of a column, and of its numbers. */
export interface NumberPlace {
  readonly column: number;
  readonly at: number;
}

/** Numbers, and where each is among those of all columns, one column after another. */
interface Sought {
  readonly numbers: Float64Array;
  readonly index: Uint32Array;
}

/**
 * The numbers that stand more than once in columns, and where; 0 is none. Each number marks a
 * slot, and only those whose slot is marked twice go on, to be marked by another rule; the few
 * that are left are compared. A million take a few hundredths of a second.
 */
export function repeatedPlaces(columns: readonly Numbers[]): ReadonlyMap<number, NumberPlace[]> {
  const starts = startsOf(columns);
  const passes = passesFor(starts.at(-1)!);
  const repeated = new Map<number, NumberPlace[]>();
  for (let pass = 0; pass < passes; pass++) {
    const left = sift(sift(gather(columns, starts, passes, pass), 0x85ebca6b), 0xc2b2ae35);
    for (const [number, index] of several(left)) repeated.set(number, placesOf(index, starts));
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

/** A power of two, so that a number's last bits tell its pass. */
function passesFor(total: number): number {
  let passes = 1;
  while (passes * AT_A_TIME < total) passes *= 2;
  return passes;
}

/** The pass of a number below 2^53. */
function passOf(number: number, passes: number): number {
  return (number >>> 0) & (passes - 1);
}

/** The numbers of one pass. */
function gather(
  columns: readonly Numbers[],
  starts: readonly number[],
  passes: number,
  pass: number,
): Sought {
  const total = starts.at(-1)!;
  const numbers = new Float64Array(passes === 1 ? total : countIn(columns, passes, pass));
  const index = new Uint32Array(numbers.length);
  let n = 0;
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c]!;
    const start = starts[c]!;
    for (let i = 0; i < column.length; i++) {
      const number = column[i]!;
      if (number === 0 || passOf(number, passes) !== pass) continue;
      numbers[n] = number;
      index[n++] = start + i;
    }
  }
  return { numbers: numbers.subarray(0, n), index: index.subarray(0, n) };
}

function countIn(columns: readonly Numbers[], passes: number, pass: number): number {
  let count = 0;
  for (const column of columns)
    for (let i = 0; i < column.length; i++) if (passOf(column[i]!, passes) === pass) count++;
  return count;
}

/** Those whose slot others of them have as well: all that stand more than once, and some more. */
function sift({ numbers, index }: Sought, seed: number): Sought {
  const mask = slotsFor(numbers.length) - 1;
  const once = new Uint32Array((mask >>> 5) + 1);
  const twice = new Uint32Array((mask >>> 5) + 1);
  for (let i = 0; i < numbers.length; i++) {
    const slot = slotOf(numbers[i]!, seed) & mask;
    const bit = 1 << (slot & 31);
    const word = once[slot >>> 5]!;
    if ((word & bit) === 0) once[slot >>> 5] = word | bit;
    else twice[slot >>> 5]! |= bit;
  }
  let n = 0;
  for (let i = 0; i < numbers.length; i++) {
    const slot = slotOf(numbers[i]!, seed) & mask;
    if ((twice[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
    // Written over numbers that are done with.
    numbers[n] = numbers[i]!;
    index[n++] = index[i]!;
  }
  return { numbers: numbers.subarray(0, n), index: index.subarray(0, n) };
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
