import type { CloseResult } from '../../app/close.js';
import { jsonText } from '../../core/json-text.js';
import type { CommandSpec, Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { PERIOD, REGISTRY } from '../flags.js';
import { nearPath } from '../near-path.js';
import { remarkIfBare, remarkIfStray } from '../remarks.js';

/** `ccds close 2024-09`: freezes a month of the workspace, or reopens it. */
export const close: CommandSpec = {
  name: 'close',
  usage: '[2024-09] [--reopen --reason "…"]',
  argument: { flags: '[MONTH]', text: 'month' },
  options: [
    { flags: '--reopen', text: 'reopen' },
    { flags: '--reason <TEXT>', text: 'reason' },
    PERIOD,
    REGISTRY,
  ],
  async run(context) {
    const { reopen, reason, period: asked } = context.flags;
    const [period = asked] = context.args;
    if (asked !== undefined && asked !== period) {
      const { optionTwice } = context.messages.cli.errors;
      await context.complain(optionTwice({ option: '--period', value: asked }));
      return ExitStatus.Failed;
    }
    const result = await context.app.close({
      ...context.options,
      inputs: [],
      ...(period !== undefined && { period }),
      ...(reopen !== undefined && { reopen }),
      ...(reason !== undefined && { reason }),
    });
    await context.print(await shown(context, result));
    await remarkIfBare(context, result);
    if (result.run !== null) await remarkIfStray(context, result.run.stray);
    const { adviseAfterClose } = await import('../next-step.js');
    await adviseAfterClose(context, result);
    if (result.run === null) return ExitStatus.Clean;
    return context.statusOf(result.run.summary);
  },
};

async function shown(
  context: Context,
  { month, reopened, path, restated, run }: CloseResult,
): Promise<string> {
  if (context.format === 'json') {
    const revisions = run?.revisions ?? [];
    return jsonText({ month, reopened, path, revisions, ...(reopened && { restated }) });
  }
  const { summary } = context.messages;
  const at = { month, path: nearPath(context.cwd, path) };
  const line = `${reopened ? summary.reopened({ ...at, restated }) : summary.closed(at)}\n`;
  if (run === null) return line;
  const { reviewText } = await import('../../reports/review-text.js');
  const { accountLines, noteLines } = await import('../../reports/text.js');
  const { runNotes } = await import('../../reports/period-notes.js');
  const { lang } = context;
  const palette = await context.palette();
  const notes = runNotes(run.summary, await context.app.describer(run.summary), lang);
  const told = [...noteLines(notes, palette), ...accountLines(run.summary, lang, palette)];
  const review = reviewText(run.summary, null, run.revisions, lang);
  return `${review}${line}${told.join('\n')}\n`;
}
