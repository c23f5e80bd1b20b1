import { jsonText } from '../../core/json-text.js';
import type { CommandSpec, Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { FORMAT, REGISTRY } from '../flags.js';

/** `ccds inspect FILE`: a file as ccds sees it, down to a sheet's cells. */
export const inspect: CommandSpec = {
  name: 'inspect',
  usage: 'FILE [--sheet NAME|N] [--format text|json|csv]',
  argument: { flags: '<FILE>', text: 'file' },
  options: [{ flags: '--sheet <NAME|N>', text: 'sheet' }, FORMAT, REGISTRY],
  async run(context) {
    const { inputs, period: _, ...rest } = context.options;
    const options = { ...rest, file: inputs[0]! };
    const { sheet } = context.flags;
    if (sheet === undefined) await showFile(context, options);
    else await showSheet(context, { ...options, sheet });
    return ExitStatus.Clean;
  },
};

type Options = Parameters<Context['app']['inspectFile']>[0];

async function showFile(context: Context, options: Options): Promise<void> {
  const found = await context.app.inspectFile(options);
  const { inspectionCsv, inspectionText } = await import('../inspection.js');
  if (context.format === 'json') await context.print(jsonText(found));
  else if (context.format === 'csv') await context.print(inspectionCsv(found));
  else await context.print(inspectionText(found, context.messages, await context.palette()));
}

async function showSheet(context: Context, options: Options & { sheet: string }): Promise<void> {
  const { cellBatches } = await import('../inspected-cells.js');
  const cells = await context.app.inspectSheet(options);
  for (const text of cellBatches(cells, context.format, context.messages, context.columns)) {
    await context.print(text);
  }
}
