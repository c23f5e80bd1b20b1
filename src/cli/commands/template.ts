import { jsonText } from '../../core/json-text.js';
import type { CommandSpec } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { LAYOUTS, PERIOD, REGISTRY } from '../flags.js';
import { nearPath } from '../near-path.js';

/** `ccds template`: blank workbooks for the units to fill in. */
export const template: CommandSpec = {
  name: 'template',
  usage: '[--registry DIR] [--period 2024-09] [--out DIR]',
  options: [
    REGISTRY,
    PERIOD,
    { flags: '--out <DIR>', text: 'templateOut' },
    { flags: '--layout <list|tally>', text: 'layout', choices: LAYOUTS, byDefault: 'tally' },
    { flags: '--by <hamlet|commune>', text: 'by', choices: ['hamlet', 'commune'] },
    { flags: '--unit <CODE>', text: 'unit' },
    { flags: '--force', text: 'force' },
  ],
  async run(context) {
    const { inputs: _, ...options } = context.options;
    const { layout, by, unit, out, force = false } = context.flags;
    const asked = {
      ...(layout !== undefined && { layout }),
      ...(by !== undefined && { by }),
      ...(unit !== undefined && { unit }),
      ...(out !== undefined && { out }),
      force,
    };
    const result = await context.app.template({ ...options, ...asked });
    const { books } = result;
    const path = nearPath(context.cwd, result.out);
    const text = `${context.messages.summary.templates({ path, books })}\n`;
    const isJson = context.format === 'json';
    await context.print(isJson ? jsonText({ out: result.out, books }) : text);
    if (books === 0) await context.remark(context.messages.summary.noHamlets);
    return ExitStatus.Clean;
  },
};
