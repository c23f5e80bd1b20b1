import type { StatusResult } from '../../app/status.js';
import type { CommandSpec, Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { CACHE, FORMAT, PERIOD, REGISTRY } from '../flags.js';
import { remarkIfNotNoted, remarkIfStray, remarkOnClosed, remarkOnUnits } from '../remarks.js';

/** `ccds status`: who has reported a month, who was late, who is missing. */
export const status: CommandSpec = {
  name: 'status',
  usage: '[INPUT...] [--period 2024-09] [--chase] [--format text|json|csv]',
  argument: { flags: '[INPUT...]', text: 'inputs' },
  options: [PERIOD, REGISTRY, { flags: '--chase', text: 'chase' }, CACHE, FORMAT],
  async run(context) {
    const result = await context.app.status(context.options);
    await context.print(await shown(context, result));
    await remarkOnUnits(context, result.summary);
    await remarkOnClosed(context, result.summary);
    await remarkIfNotNoted(context, result);
    await remarkIfStray(context, result.stray);
    const { adviseAfterStatus } = await import('../next-step.js');
    if (!context.flags.chase) await adviseAfterStatus(context, result);
    return ExitStatus.Clean;
  },
};

async function shown(context: Context, result: StatusResult): Promise<string> {
  const { summary, receipts, closed } = result;
  if (context.format !== 'text') {
    const { receiptsCsv, receiptsJson } = await import('../../reports/data/receipts.js');
    return context.format === 'csv'
      ? receiptsCsv(summary, receipts)
      : receiptsJson(summary, receipts, closed);
  }
  const { chaseText, statusText } = await import('../../reports/status-text.js');
  return context.flags.chase
    ? chaseText(result, context.lang)
    : statusText(result, context.lang, await context.palette(), context.columns);
}
