import type { ValidateResult } from '../../app/types.js';
import type { Summary } from '../app.js';
import type { CommandSpec, Context } from '../command.js';
import { CACHE, FORMAT, HISTORY, PERIOD, PREVIOUS, REGISTRY } from '../flags.js';
import { nearPath } from '../near-path.js';
import { remarkIfEmpty, remarkIfNotNoted, remarkIfStray } from '../remarks.js';

/** `ccds validate`: what is to be mended, and copies that say so to those who sent them. */
export const validate: CommandSpec = {
  name: 'validate',
  usage: '[INPUT...] --registry DIR [--period P] [--format text|json|csv]',
  argument: { flags: '[INPUT...]', text: 'inputs' },
  options: [
    REGISTRY,
    PERIOD,
    FORMAT,
    { flags: '--return <DIR>', text: 'return' },
    { flags: '--decisions <FILE>', text: 'decisions' },
    PREVIOUS,
    HISTORY,
    CACHE,
    { flags: '--max-warnings <N>', text: 'maxWarnings', count: true },
    { flags: '--force', text: 'force' },
  ],
  async run(context) {
    const { return: returnTo, decisions, force = false } = context.flags;
    const asked = {
      ...(returnTo !== undefined && { returnTo }),
      ...(decisions !== undefined && { decisions }),
      force,
    };
    const result = await context.app.validate({ ...context.options, ...asked });
    await context.print(await shown(context, result.summary));
    if (result.returned) await context.remark(returnedText(context, result.returned));
    if (result.decisions) await context.remark(decisionsText(context, result.decisions));
    await remarkIfEmpty(context, result);
    await remarkIfNotNoted(context, result);
    await remarkIfStray(context, result.stray);
    const { adviseAfterValidate } = await import('../next-step.js');
    await adviseAfterValidate(context, result);
    return context.statusOf(result.summary);
  },
};

function decisionsText(
  { cwd, messages }: Context,
  { path, lines }: NonNullable<ValidateResult['decisions']>,
): string {
  return messages.summary.decisions({ lines, path: nearPath(cwd, path) });
}

function returnedText(
  { cwd, messages }: Context,
  { path, ...counts }: NonNullable<ValidateResult['returned']>,
): string {
  return messages.summary.returned({ ...counts, path: nearPath(cwd, path) });
}

/** In pieces where a machine reads it: of one bad sheet it may be longer than any text can be. */
async function shown(context: Context, summary: Summary): Promise<string | Iterable<string>> {
  const describe = await context.app.describer(summary);
  switch (context.format) {
    case 'json': {
      const { validationPieces } = await import('../../reports/json.js');
      return validationPieces(summary, describe, context.lang);
    }
    case 'csv': {
      const { findingsPieces } = await import('../../reports/data/findings.js');
      return findingsPieces(summary, describe);
    }
    case 'text': {
      const { validationText } = await import('../../reports/validation.js');
      const { lang, rows, columns } = context;
      const palette = await context.palette();
      // In a file or a pipe too a person gets a screenful; all of it is in the CSV and the JSON.
      const screen = Number.isFinite(rows) ? { maxLines: rows } : {};
      return validationText(summary, describe, { lang, palette, columns, ...screen });
    }
  }
}
