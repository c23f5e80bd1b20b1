import type { Numbers } from './report.js';

/** Where a column lies. */
type Laid = readonly [buffer: ArrayBuffer, at: number, length: number];

/** A way to hold a column of numbers in bytes. */
interface Kind {
  /** What a column begins on a multiple of. */
  readonly alignment: number;
  readonly bytesOf: (numbers: ArrayLike<number>) => number;
  readonly write: (numbers: ArrayLike<number>, ...laid: Laid) => void;
  readonly view: (...laid: Laid) => Numbers;
}

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

function plain(type: {
  new (...laid: Laid): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
}): Kind {
  const size = type.BYTES_PER_ELEMENT;
  return {
    alignment: size,
    bytesOf: ({ length }) => length * size,
    write: (numbers, ...laid) => new type(...laid).set(numbers),
    view: (...laid) => new type(...laid),
  };
}

const HIGH = 2 ** 32;

/**
 * Numbers below 2^40, as identity numbers are: the lower four bytes of each, then the fifths. Only of 0
 * are the lower ones 0.
 */
class FiveBytes implements Numbers {
  static readonly BYTES_EACH = 5;
  readonly low: Uint32Array;
  private readonly high: Uint8Array;

  constructor(...[buffer, at, length]: Laid) {
    this.low = new Uint32Array(buffer, at, length);
    this.high = new Uint8Array(buffer, at + 4 * length, length);
  }

  get length(): number {
    return this.low.length;
  }

  at(index: number): number | undefined {
    const low = this.low[index];
    return low === undefined ? undefined : this.high[index]! * HIGH + low;
  }

  set(numbers: ArrayLike<number>): void {
    const { low, high } = this;
    for (let i = 0; i < numbers.length; i++) {
      low[i] = numbers[i]! >>> 0;
      high[i] = numbers[i]! / HIGH;
    }
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!;
  }
}

/** Two numbers a run, of four bytes: where it begins in the column, and with which number. */
const RUN_BYTES = 8;
/** Before the runs stands how many there are. */
const RUNS = 4;

/** Numbers of which most are one more than the one before, as those of rows are. */
class Runs implements Numbers {
  readonly length: number;
  private readonly runs: Uint32Array;

  constructor(...[buffer, at, length]: Laid) {
    this.length = length;
    const [count] = new Uint32Array(buffer, at, 1);
    this.runs = new Uint32Array(buffer, at + RUNS, 2 * count!);
  }

  at(index: number): number | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    const { runs } = this;
    let [from, to] = [0, runs.length / 2];
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if (runs[2 * middle]! <= index) from = middle;
      else to = middle;
    }
    return runs[2 * from + 1]! + index - runs[2 * from]!;
  }

  *[Symbol.iterator](): Iterator<number> {
    const { runs, length } = this;
    for (let run = 0; run < runs.length; run += 2) {
      const end = runs[run + 2] ?? length;
      for (let i = runs[run]!; i < end; i++) yield runs[run + 1]! + i - runs[run]!;
    }
  }

  static write(numbers: ArrayLike<number>, ...[buffer, at]: Laid): void {
    const starts = runsIn(numbers);
    new Uint32Array(buffer, at, 1)[0] = starts.length;
    const runs = new Uint32Array(buffer, at + RUNS, 2 * starts.length);
    starts.forEach((start, i) => {
      runs[2 * i] = start;
      runs[2 * i + 1] = numbers[start]!;
    });
  }
}

/** Where a number is not one more than the one before. */
function runsIn(numbers: ArrayLike<number>): number[] {
  const starts: number[] = [];
  for (let i = 0; i < numbers.length; i++)
    if (i === 0 || numbers[i] !== numbers[i - 1]! + 1) starts.push(i);
  return starts;
}

const ONE = plain(Uint8Array);
const TWO = plain(Uint16Array);
const FOUR = plain(Uint32Array);
const FIVE: Kind = {
  alignment: 4,
  bytesOf: ({ length }) => length * FiveBytes.BYTES_EACH,
  write: (numbers, ...laid) => new FiveBytes(...laid).set(numbers),
  view: (...laid) => new FiveBytes(...laid),
};
const DOUBLE = plain(Float64Array);
const IN_RUNS: Kind = {
  alignment: 4,
  bytesOf: (numbers) => RUNS + RUN_BYTES * runsIn(numbers).length,
  write: (numbers, ...laid) => Runs.write(numbers, ...laid),
  view: (...laid) => new Runs(...laid),
};

/** All kinds; a column's kind is told by its index. */
export const KINDS: readonly Kind[] = [ONE, TWO, FOUR, FIVE, DOUBLE, IN_RUNS];

const WHOLE: readonly (readonly [below: number, kind: Kind])[] = [
  [2 ** 8, ONE],
  [2 ** 16, TWO],
  [2 ** 32, FOUR],
  [2 ** 40, FIVE],
];

/** The kind that takes fewest bytes: whole numbers as the largest needs, anything else a double. */
export function kindOf(numbers: ArrayLike<number>): Kind {
  let most = 0;
  let runs = 0;
  let next = -1;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    if (!(number >= 0 && Number.isInteger(number))) return DOUBLE;
    if (isRound(number)) return DOUBLE;
    if (number > most) most = number;
    if (number !== next) runs++;
    next = number + 1;
  }
  const kind = WHOLE.find(([below]) => most < below)?.[1] ?? DOUBLE;
  const isShortest = RUNS + RUN_BYTES * runs < kind.bytesOf(numbers);
  return isShortest && most < HIGH ? IN_RUNS : kind;
}

/** A column to be gone through many times: as it is where that is an array. */
export function asArray(numbers: Numbers): ArrayLike<number> {
  // All others are arrays, plain or typed.
  if (!(numbers instanceof FiveBytes || numbers instanceof Runs))
    return numbers as Numbers & ArrayLike<number>;
  return Float64Array.from(numbers);
}

/**
 * Of each number below 2^53 its lower 32 bits, by which nearly all numbers differ: as they lie in
 * memory where they do, else in `room`, which is used again. 0 stands for 0 alone.
 */
export function lowerHalves(numbers: Numbers, room: Uint32Array): Uint32Array {
  if (numbers instanceof FiveBytes) return numbers.low;
  if (numbers instanceof Uint32Array) return numbers;
  const array = asArray(numbers);
  for (let i = 0; i < array.length; i++) room[i] = isRound(array[i]!) ? 1 : array[i]!;
  return room.subarray(0, numbers.length);
}

/** True for a number that is not 0, though its lower half is. */
function isRound(number: number): boolean {
  return number >>> 0 === 0 && number !== 0;
}
