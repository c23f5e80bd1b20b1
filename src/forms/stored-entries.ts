import type { ListBytes } from './list-bytes.js';
import type { Entries, Numbers } from './report.js';
import { asArray, KINDS, kindOf } from './stored-columns.js';

/** What is the same in each list's entries is found in this order, the keys behind it. */
const ORDER = ['row', 'weak', 'group', 'visit', 'mask'] as const;

/** Of each column its kind, where it begins and how many numbers it has; before them, how many columns. */
const WORDS_EACH = 3;
const WORD = 4;
/** So that whatever kind the first column is of can begin there. */
const ALIGNED = 8;

/** A list's entries in a buffer: a column is looked for when it is asked for. */
export class StoredEntries implements Entries {
  readonly bytes: ListBytes;
  /** Where its index begins. */
  readonly start: number;

  constructor(bytes: ListBytes, start: number) {
    this.bytes = bytes;
    this.start = start;
  }

  get row(): Numbers {
    return this.column(0);
  }

  get weak(): Numbers {
    return this.column(1);
  }

  get group(): Numbers {
    return this.column(2);
  }

  get visit(): Numbers {
    return this.column(3);
  }

  get mask(): Numbers {
    return this.column(4);
  }

  get keys(): readonly Numbers[] {
    const inHand = this.inHand();
    inHand.keys ??= this.keysIn(inHand.buffer);
    return inHand.keys;
  }

  private keysIn(buffer: ArrayBuffer): readonly Numbers[] {
    const [count] = new Uint32Array(buffer, this.start, 1);
    return Array.from({ length: count! - ORDER.length }, (_, k) => this.column(ORDER.length + k));
  }

  private column(index: number): Numbers {
    const { columns, buffer } = this.inHand();
    columns[index] ??= this.view(buffer, index);
    return columns[index];
  }

  private inHand(): InHand {
    if (inHand?.of !== this)
      inHand = { of: this, buffer: this.bytes.buffer, columns: [], keys: null };
    return inHand;
  }

  private view(buffer: ArrayBuffer, index: number): Numbers {
    const at = this.start + WORD * (1 + WORDS_EACH * index);
    const [kind, from, length] = new Uint32Array(buffer, at, WORDS_EACH);
    return length === 0 ? NONE : KINDS[kind!]!.view(buffer, from!, length!);
  }
}

const NONE: Numbers = [];

interface InHand {
  readonly of: StoredEntries;
  readonly buffer: ArrayBuffer;
  readonly columns: Numbers[];
  keys: readonly Numbers[] | null;
}

/** Of one list much is asked in a row; of a thousand the columns are not to be held. */
let inHand: InHand | null = null;

/** Puts entries into one buffer. @returns where each begins */
export function store(all: readonly Entries[]): { buffer: ArrayBuffer; starts: readonly number[] } {
  const lists = all.map((entries) => {
    const columns = [...ORDER.map((name) => entries[name]), ...entries.keys];
    return columns.map((numbers) => {
      const array = asArray(numbers);
      return { array, kind: kindOf(array) };
    });
  });
  const room = new Room();
  const laid = lists.map((columns) => ({
    start: room.take(WORD * (1 + WORDS_EACH * columns.length), ALIGNED),
    columns: columns.map(({ array, kind }) => ({
      ...{ array, kind },
      at: room.take(kind.bytesOf(array), kind.alignment),
    })),
  }));
  const buffer = new ArrayBuffer(room.size);
  for (const { start, columns } of laid) {
    const index = columns.flatMap(({ array, kind, at }) => [KINDS.indexOf(kind), at, array.length]);
    new Uint32Array(buffer, start, 1 + index.length).set([columns.length, ...index]);
    for (const { array, kind, at } of columns)
      if (array.length > 0) kind.write(array, buffer, at, array.length);
  }
  return { buffer, starts: laid.map(({ start }) => start) };
}

/** Room in a buffer that is still to be made. */
class Room {
  size = 0;

  take(bytes: number, alignment: number): number {
    const at = Math.ceil(this.size / alignment) * alignment;
    this.size = at + bytes;
    return at;
  }
}
