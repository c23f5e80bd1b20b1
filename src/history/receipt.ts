import { dayInVietnam } from '../core/days.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { hamletsOf } from '../geography/tree.js';
import type { IsoDate, Node, Tree } from '../geography/types.js';
import { daysAfter } from './deadline.js';

/** What a hamlet has handed in of a month. `empty`: a sheet that states no count. */
export type Received = 'full' | 'partial' | 'empty' | 'missing';

/** Đúng hạn, Trễ hạn, Chưa nộp, Chưa đến hạn. */
export type Timeliness = 'on_time' | 'late' | 'missing' | 'not_due';

/** One hamlet's receipt. */
export interface HamletReceipt {
  readonly received: Received;
  readonly timeliness: Timeliness;
  /** When the last of its forms first came, ISO, UTC; null where none has. */
  readonly receivedAt: string | null;
  /** Calendar days after the deadline: when it came, or today where it is missing. */
  readonly daysLate: number;
  /** Forms that are expected and have not come. */
  readonly missing: readonly string[];
  /** Of an empty one: there were rows, and every one was rejected. */
  readonly isRejected?: true;
}

/** Hamlets of a unit by what has come, and by when. */
export interface UnitReceipts {
  readonly expected: number;
  readonly received: Readonly<Record<Received, number>>;
  readonly timeliness: Readonly<Record<Timeliness, number>>;
}

/** What has come of a month, by when it was due. */
export interface Receipts {
  readonly month: Month;
  readonly deadline: IsoDate;
  readonly today: IsoDate;
  /** Forms that are expected of every hamlet. */
  readonly forms: readonly string[];
  readonly hamlets: ReadonlyMap<string, HamletReceipt>;
  readonly units: ReadonlyMap<string, UnitReceipts>;
}

/** What a month's reports are held against, to say who is late. */
export interface ReceiptContext {
  readonly month: Month;
  readonly tree: Tree;
  readonly deadline: IsoDate;
  /** ISO, UTC. */
  readonly now: string;
  /** Forms that indicators are counted from. */
  readonly forms: readonly string[];
}

/** A form of a month that came for a unit. */
export interface Arrival {
  /** A hamlet; of an empty sheet the unit that it names. */
  readonly unit: string;
  readonly form: string;
  /** When it was first seen, ISO, UTC. */
  readonly receivedAt: string;
  /** A sheet without a row of data, or one whose counts are all blank. */
  readonly isEmpty: boolean;
  /** Nothing of the unit counts, since its rows were rejected. */
  readonly isRejected?: boolean;
}

/** Forms that a hamlet handed in, with the time at which each was first seen. */
type Came = Map<string, string>;

/**
 * Who has handed in what, and when: expected are the hamlets of the month's map and the forms
 * that any of them handed in. A form is in when it was first seen; a later correction makes
 * nothing late. An empty report is not a report.
 */
export function receiptsOf(arrivals: readonly Arrival[], context: ReceiptContext): Receipts {
  const { month, tree, deadline } = context;
  const today = dayInVietnam(context.now);
  const { came, ...without } = whatCame(arrivals, tree);
  const seen = new Set([...came.values()].flatMap((forms) => [...forms.keys()]));
  const forms = seen.size === 0 ? context.forms : context.forms.filter((form) => seen.has(form));
  const hamlets = new Map(
    tree.roots
      .flatMap(hamletsOf)
      .map(({ unit: { code } }): [string, HamletReceipt] => [
        code,
        hamletReceipt(code, came.get(code), without, forms, { deadline, today }),
      ]),
  );
  return { month, deadline, today, forms, hamlets, units: unitsOf(tree, hamlets) };
}

/** Hamlets that something came of in which nothing counts. */
interface WithoutFigures {
  readonly empty: ReadonlySet<string>;
  /** Those of them whose rows were rejected. */
  readonly rejected: ReadonlySet<string>;
}

function whatCame(arrivals: readonly Arrival[], tree: Tree) {
  const came = new Map<string, Came>();
  const empty = new Set<string>();
  const rejected = new Set<string>();
  for (const { unit, form, receivedAt, isEmpty, isRejected } of arrivals) {
    if (isEmpty)
      for (const code of hamletCodes(tree.byCode.get(unit))) {
        empty.add(code);
        if (isRejected) rejected.add(code);
      }
    else {
      const forms = getOrMake(came, unit, (): Came => new Map());
      const first = forms.get(form);
      if (first === undefined || receivedAt < first) forms.set(form, receivedAt);
    }
  }
  return { came, empty, rejected };
}

function hamletCodes(node: Node | undefined): readonly string[] {
  return node === undefined ? [] : hamletsOf(node).map(({ unit }) => unit.code);
}

function hamletReceipt(
  code: string,
  came: Came | undefined,
  { empty, rejected }: WithoutFigures,
  forms: readonly string[],
  { deadline, today }: { deadline: IsoDate; today: IsoDate },
): HamletReceipt {
  const missing = forms.filter((form) => !came?.has(form));
  if (came === undefined) {
    const received = empty.has(code) ? 'empty' : 'missing';
    const timeliness = today <= deadline ? 'not_due' : 'missing';
    return {
      received,
      timeliness,
      receivedAt: null,
      daysLate: daysAfter(deadline, today),
      missing,
      ...(rejected.has(code) && { isRejected: true as const }),
    };
  }
  const receivedAt = [...came.values()].sort().at(-1)!;
  const daysLate = daysAfter(deadline, dayInVietnam(receivedAt));
  const timeliness = daysLate === 0 ? 'on_time' : 'late';
  const received = missing.length === 0 ? 'full' : 'partial';
  return { received, timeliness, receivedAt, daysLate, missing };
}

function unitsOf(
  tree: Tree,
  hamlets: ReadonlyMap<string, HamletReceipt>,
): ReadonlyMap<string, UnitReceipts> {
  return new Map([...tree.byCode].map(([code, node]) => [code, countOf(node, hamlets)]));
}

function countOf(node: Node, hamlets: ReadonlyMap<string, HamletReceipt>): UnitReceipts {
  const received = { full: 0, partial: 0, empty: 0, missing: 0 };
  const timeliness = { on_time: 0, late: 0, missing: 0, not_due: 0 };
  const below = hamletsOf(node);
  for (const { unit } of below) {
    const receipt = hamlets.get(unit.code)!;
    received[receipt.received]++;
    timeliness[receipt.timeliness]++;
  }
  return { expected: below.length, received, timeliness };
}
