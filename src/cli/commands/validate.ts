import type { Summary } from '../app.js';
import type { CommandSpec, Context } from '../command.js';
import { FORMAT, PERIOD, REGISTRY } from '../flags.js';

/** `ccds validate`: what is to be mended, and nothing written. */
export const validate: CommandSpec = {
  name: 'validate',
  usage: 'INPUT... --registry DIR [--period P] [--format text|json|csv]',
  argument: { flags: '<INPUT...>', text: 'inputs' },
  options: [REGISTRY, PERIOD, FORMAT],
  async run(context) {
    const { summary } = await context.app.validate(context.options);
    await context.print(await shown(context, summary));
    return context.statusOf(summary);
  },
};

async function shown(context: Context, summary: Summary): Promise<string> {
  const describe = await context.app.describer(summary);
  switch (context.format) {
    case 'json': {
      const { validationJson } = await import('../../reports/json.js');
      return validationJson(summary, describe, context.lang);
    }
    case 'csv': {
      const { findingsCsv } = await import('../../reports/data/findings.js');
      return findingsCsv(summary, describe);
    }
    case 'text': {
      const { validationText } = await import('../../reports/validation.js');
      const { lang, rows: maxLines } = context;
      const palette = await context.palette();
      return validationText(summary, describe, { lang, palette, maxLines });
    }
  }
}
