import type { RegistryCheck, RegistryRemark } from '../../app/units/types.js';
import { jsonText } from '../../core/json-text.js';
import { wrapped } from '../../core/on-screen.js';
import { csv } from '../../reports/data/csv.js';
import { bySeverity } from '../../reports/figures.js';
import { colour, type Palette } from '../../reports/palette.js';
import type { Context } from '../command.js';
import { type Action, deliver } from './action.js';

/** `ccds units check`: what is wrong or doubtful in a registry. */
export const check: Action = {
  name: 'check',
  usage: '--registry DIR',
  words: [0, 0],
  async run(context) {
    const found = await context.app.units.checkUnits(context.options);
    await deliver(context, await shown(context, found));
    return context.statusOf({ findings: found.remarks });
  },
};

async function shown(context: Context, found: RegistryCheck): Promise<string> {
  if (context.format === 'json') return jsonText(found);
  if (context.format === 'csv') {
    const head = ['code', 'severity', 'file', 'sheet', 'row', 'unit_code', 'message'];
    const rows = found.remarks.map(({ code, severity, file, sheet, row, unit, message }) => {
      return [code, severity, file, sheet ?? null, row || null, unit ?? null, message];
    });
    return csv(head, rows);
  }
  return wrapped(await text(context, found), context.columns);
}

async function text(context: Context, found: RegistryCheck): Promise<string> {
  const { units, summary } = context.messages;
  const palette = await context.palette();
  const lines = [palette.bold(units.checked(found)), ''];
  let file = '';
  for (const remark of found.remarks) {
    const at = [remark.file, remark.sheet].filter((part) => part).join(' › ');
    if (at !== file) lines.push(at);
    file = at;
    lines.push(...remarkLines(context, remark, palette));
  }
  if (found.remarks.length === 0) return `${[...lines, units.sound].join('\n')}\n`;
  return `${[...lines, '', summary.findings(bySeverity(found.remarks))].join('\n')}\n`;
}

function remarkLines(
  { messages }: Context,
  { code, severity, row, message, fix }: RegistryRemark,
  palette: Palette,
): string[] {
  const where = row > 0 ? `${messages.label.row.toLocaleLowerCase(messages.lang)} ${row}: ` : '';
  const first = `  ${where}${colour(palette, severity)(messages.severity[severity])} ${code} ${message}`;
  return severity === 'info' || fix === '' ? [first] : [first, `    ${palette.dim(fix)}`];
}
