import type { RollupResult } from '../../app/types.js';
import { wrapped } from '../../core/on-screen.js';
import type { CommandSpec, Context } from '../command.js';
import { AS_OF, CACHE, HISTORY, PERIOD, PREVIOUS, REGISTRY } from '../flags.js';
import { nearPath } from '../near-path.js';
import { remarkIfEmpty, remarkIfNotNoted, remarkIfStray } from '../remarks.js';

/** `ccds rollup`: a period's sheets into its summary. */
export const rollup: CommandSpec = {
  name: 'rollup',
  usage: '[INPUT...] --period 2024-09 --registry DIR --out DIR',
  argument: { flags: '[INPUT...]', text: 'inputs' },
  options: [
    PERIOD,
    REGISTRY,
    AS_OF,
    PREVIOUS,
    HISTORY,
    CACHE,
    { flags: '--out <DIR>', text: 'out' },
    { flags: '--force', text: 'force' },
  ],
  async run(context) {
    const { out, force = false } = context.flags;
    const options = { ...context.options, ...(out !== undefined && { out }), force };
    const result = await context.app.rollup(options);
    await context.print(await shown(context, result));
    await remarkIfEmpty(context, result);
    await remarkIfNotNoted(context, result);
    await remarkIfStray(context, result.stray);
    const { adviseAfterRollup } = await import('../next-step.js');
    await adviseAfterRollup(context, result);
    return context.statusOf(result.summary);
  },
};

async function shown(context: Context, result: RollupResult): Promise<string> {
  const { summary, written } = result;
  if (context.format === 'json') {
    const { rollupJson } = await import('../../reports/json.js');
    return rollupJson(summary, result);
  }
  const { rollupText } = await import('../../reports/text.js');
  const { runNotes } = await import('../../reports/period-notes.js');
  const { reviewText } = await import('../../reports/review-text.js');
  const out = nearPath(context.cwd, result.out);
  const { lang } = context;
  const palette = await context.palette();
  const beside = reviewText(summary, result.review, result.revisions, lang);
  const notes = runNotes(summary, await context.app.describer(summary), lang);
  const figures = rollupText(summary, { lang, palette, out, written, notes });
  return wrapped(figures + (beside && `\n${beside}`), context.columns);
}
