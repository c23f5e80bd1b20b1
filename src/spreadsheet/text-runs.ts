import type { MeantText } from './types.js';

/** One of the runs that a text is made of, and how it is set. */
export interface TextRun {
  readonly text: string;
  /** Null where the run does not say: then the cell does. */
  readonly struck: boolean | null;
  /** 1 above the line, -1 below it. */
  readonly raised: -1 | 0 | 1;
}

/** How a cell looks whose text has runs. */
export interface TextLook {
  /** All that it says is struck through. */
  readonly isStruck: boolean;
  /** What is meant, where that is not the value. */
  readonly meant: Omit<MeantText, 'column'> | null;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉';

/** @param own whether the cell's own format strikes it through */
export function lookOf(runs: readonly TextRun[], own: boolean): TextLook {
  const said = runs.filter(({ text }) => text.trim() !== '');
  const isCrossed = ({ struck }: TextRun) => struck ?? own;
  const isStruck = said.some(isCrossed);
  if (isStruck && said.every(isCrossed)) return { isStruck, meant: null };
  const left = runs.filter((run) => !isCrossed(run));
  const isMixed = said.some(({ raised }) => raised === 0);
  const text = left.map((run) => (isMixed ? asSet(run) : run.text)).join('');
  if (!isStruck && text === runs.map((run) => run.text).join(''))
    return { isStruck: false, meant: null };
  return { isStruck: false, meant: { text: text.trim() || null, isStruck } };
}

function asSet({ text, raised }: TextRun): string {
  if (raised === 0) return text;
  const digits = raised > 0 ? SUPERSCRIPT : SUBSCRIPT;
  return text.replace(/\d/g, (digit) => digits[Number(digit)]!);
}
