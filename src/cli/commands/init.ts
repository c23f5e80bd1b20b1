import { relative } from 'node:path';
import { jsonText } from '../../core/json-text.js';
import type { CommandSpec } from '../command.js';
import { PERIOD } from '../flags.js';
import { nearPath } from '../near-path.js';
import { remarkOnRegistry } from '../remarks.js';

/** `ccds init`: a workspace for month after month. */
export const init: CommandSpec = {
  name: 'init',
  usage: '[DIR] [--registry ca-mau] [--period 2024-09]',
  argument: { flags: '[DIR]', text: 'folder' },
  options: [{ flags: '--registry <DIR>', text: 'initRegistry' }, PERIOD],
  async run(context) {
    const [folder] = context.args;
    const { registry, period } = context.flags;
    const result = await context.app.init({
      cwd: context.cwd,
      lang: context.lang,
      ...(folder !== undefined && { folder }),
      ...(registry !== undefined && { registry }),
      ...(period !== undefined && { period }),
    });
    if (context.format === 'json') await context.print(jsonText(result));
    else {
      const { root, made: names, month, blankUnits } = result;
      const near = nearPath(context.cwd, root);
      const isHere = relative(root, context.cwd) === '';
      const said = context.messages.summary.made({ root: near, isHere, names, month, blankUnits });
      await context.print(`${said}\n`);
    }
    const { kept } = result;
    if (kept !== null)
      await context.remark(context.messages.summary.registryKept({ kept, given: registry ?? '' }));
    await remarkOnRegistry(context, result.findings);
    return context.statusOf(result);
  },
};
