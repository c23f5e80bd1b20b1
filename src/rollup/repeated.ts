import { getOrMake } from '../core/memo.js';
import type { Numbers } from '../forms/report.js';

/** Numbers looked at in one go, so that what this takes does not grow with the run. */
const AT_A_TIME = 2 ** 20;
/** Slots a number: with so many, seven of eight that stand alone have a slot to themselves. */
const SLOTS_EACH = 8;
const MOST_SLOTS = 2 ** 23;

/** Where a number stands: an index of a column, and of its numbers. */
export interface NumberPlace {
  readonly column: number;
  readonly at: number;
}

/**
 * The numbers that stand more than once in columns, and where; 0 is none. Each number marks a
 * slot, and only those whose slot is marked twice are compared: a million take a few
 * hundredths of a second, several times less than sorting them.
 */
export function repeatedPlaces(columns: readonly Numbers[]): ReadonlyMap<number, NumberPlace[]> {
  const total = columns.reduce((sum, { length }) => sum + length, 0);
  const repeated = new Map<number, NumberPlace[]>();
  const passes = Math.ceil(total / AT_A_TIME);
  for (let pass = 0; pass < passes; pass++) addRepeated(columns, repeated, passes, pass);
  return repeated;
}

/** The numbers that stand more than once in columns. */
export function repeatedNumbers(columns: readonly Numbers[]): ReadonlySet<number> {
  return new Set(repeatedPlaces(columns).keys());
}

function addRepeated(
  columns: readonly Numbers[],
  repeated: Map<number, NumberPlace[]>,
  passes: number,
  pass: number,
): void {
  const slots = markedSlots(columns, passes, pass);
  const firsts = new Map<number, NumberPlace>();
  for (let column = 0; column < columns.length; column++) {
    const numbers = columns[column]!;
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at]!;
      if (number === 0 || slots[slotOf(number, slots.length)] !== TWICE) continue;
      if (passes > 1 && number % passes !== pass) continue;
      const first = firsts.get(number);
      if (first === undefined) firsts.set(number, { column, at });
      else getOrMake(repeated, number, () => [first]).push({ column, at });
    }
  }
}

const ONCE = 1;
const TWICE = 2;

/** How often the numbers of a pass fall into each slot: not at all, once, or more often. */
function markedSlots(columns: readonly Numbers[], passes: number, pass: number): Uint8Array {
  const slots = new Uint8Array(slotsFor(columns));
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const number = column[i]!;
      if (number === 0 || (passes > 1 && number % passes !== pass)) continue;
      const slot = slotOf(number, slots.length);
      slots[slot] = slots[slot] === 0 ? ONCE : TWICE;
    }
  }
  return slots;
}

/** A power of two. */
function slotsFor(columns: readonly Numbers[]): number {
  const total = columns.reduce((sum, { length }) => sum + length, 0);
  let slots = 1;
  while (slots < MOST_SLOTS && slots < SLOTS_EACH * total) slots *= 2;
  return slots;
}

/** The slot of a number below 2^53, among a power of two. */
function slotOf(number: number, slots: number): number {
  const low = number >>> 0;
  const high = (number / 0x100000000) >>> 0;
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
