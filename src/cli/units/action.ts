import type { Context } from '../command.js';
import type { ExitStatus } from '../exit-status.js';

/** One of the things that `ccds units` does. */
export interface Action {
  readonly name: string;
  /** After `ccds units NAME`, for the usage. */
  readonly usage: string;
  /** Words after the action's name: how many at least, and at most. */
  readonly words: readonly [least: number, most: number];
  run(context: Context, words: readonly string[]): Promise<ExitStatus>;
}

/** Prints a result, or writes it to the file of `--out`. */
export async function deliver(context: Context, text: string): Promise<void> {
  const { out, force = false } = context.flags;
  if (out === undefined) return context.print(text);
  await context.app.units.writeResult(out, text, { cwd: context.cwd, force });
  await context.remark(`${context.messages.units.written({ path: out })}`);
}
