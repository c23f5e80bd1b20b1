import { getOrMake } from '../core/memo.js';
import type { Node } from '../geography/types.js';
import type { Fact } from '../rollup/types.js';

interface Part {
  readonly at: Node;
  readonly share: number;
}

/** What has been given out so far to the parts of one split, the rest last. */
interface Running {
  total: number;
  readonly given: number[];
}

/** Shares that make up a whole but for rounding leave no rest. */
const SLACK = 0.0005;

/**
 * Gives counts out by shares, in whole numbers that add up exactly. What rounding takes from
 * one hamlet of a split commune the next one gets back: the commune's parts are right, and
 * not only each hamlet's.
 */
export class Shares {
  private readonly running = new Map<readonly Part[], Map<string, Running>>();

  /** `given` for each part, in order; `rest` where the shares make less than 1. */
  give(fact: Fact, parts: readonly Part[]): { readonly given: number[]; readonly rest: number } {
    const weights = weightsOf(parts);
    const ofSplit = getOrMake(this.running, parts, () => new Map<string, Running>());
    const run = getOrMake(ofSplit, `${fact.month}\n${fact.indicator}`, () => ({
      total: 0,
      given: weights.map(() => 0),
    }));
    run.total += fact.value!;
    const wanted = weights.map((weight, i) => weight * run.total - run.given[i]!);
    const given = roundTo(wanted, fact.value!);
    for (const [i, n] of given.entries()) run.given[i]! += n;
    return { given: given.slice(0, -1), rest: given.at(-1)! };
  }
}

function weightsOf(parts: readonly Part[]): number[] {
  const sum = parts.reduce((all, { share }) => all + share, 0);
  const isWhole = sum > 1 - SLACK;
  return [...parts.map(({ share }) => (isWhole ? share / sum : share)), isWhole ? 0 : 1 - sum];
}

/** Whole numbers nearest to those wanted, none below 0, that add up to `total`. */
function roundTo(wanted: readonly number[], total: number): number[] {
  const given = wanted.map((n) => Math.max(0, Math.floor(n + 1e-9)));
  let left = total - given.reduce((a, b) => a + b, 0);
  const lack = (i: number) => wanted[i]! - given[i]!;
  const by = (sign: 1 | -1) => {
    const open = given.flatMap((n, i) => (sign > 0 || n > 0 ? [i] : []));
    return open.reduce((best, i) => (sign * (lack(i) - lack(best)) > 1e-9 ? i : best), open[0]!);
  };
  for (; left > 0; left--) given[by(1)]! += 1;
  for (; left < 0; left++) given[by(-1)]! -= 1;
  return given;
}
