import { jsonText } from '../../core/json-text.js';
import { wrapped } from '../../core/on-screen.js';
import type { TracedFigure } from '../../reports/trace-text.js';
import type { CommandSpec, Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { FORMAT, HISTORY, PERIOD, REGISTRY } from '../flags.js';

/** `ccds trace INDICATOR [INPUT...] --unit UNIT`: from a total down to the rows that made it. */
export const trace: CommandSpec = {
  name: 'trace',
  usage:
    'INDICATOR [INPUT...] --unit UNIT --period 2024-09 --registry DIR [--format text|json|csv]',
  argument: { flags: '<INDICATOR...>', text: 'indicator' },
  options: [{ flags: '--unit <UNIT>', text: 'traceUnit' }, PERIOD, REGISTRY, HISTORY, FORMAT],
  async run(context) {
    const [indicator = '', ...inputs] = context.args;
    const { unit = '' } = context.flags;
    const found = await context.app.trace({ ...context.options, inputs, indicator, unit });
    await context.print(await shown(context, found));
    return ExitStatus.Clean;
  },
};

async function shown(context: Context, found: TracedFigure): Promise<string> {
  const { lang, rows: maxLines } = context;
  if (context.format === 'json') return jsonText(found);
  const { SOURCE_COLUMNS, sourceRows, traceText } = await import('../../reports/trace-text.js');
  if (context.format === 'csv') {
    const { csv } = await import('../../reports/data/csv.js');
    return csv(SOURCE_COLUMNS, sourceRows(found));
  }
  const text = traceText(found, { lang, maxLines, palette: await context.palette() });
  return wrapped(text, context.columns);
}
