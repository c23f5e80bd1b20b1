import type { ExplainedRule } from '../../app/explain.js';
import { jsonText } from '../../core/json-text.js';
import { wrapped } from '../../core/on-screen.js';
import { colour, type Palette } from '../../reports/palette.js';
import type { CommandSpec, Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { FORMAT } from '../flags.js';

/** `ccds explain CODE`: what a code means, why it matters, how to mend it. */
export const explain: CommandSpec = {
  name: 'explain',
  usage: '[CODE] [--format text|json|csv]',
  argument: { flags: '[CODE]', text: 'code' },
  options: [FORMAT],
  async run(context) {
    const [code] = context.args;
    const { rules, suggestion } = await context.app.explain(code, context.lang);
    if (rules.length === 0) {
      const { unknownCode } = context.messages.cli.errors;
      const near = suggestion === undefined ? {} : { suggestion };
      await context.complain(unknownCode({ code: code ?? '', ...near }));
      return ExitStatus.Failed;
    }
    await context.print(await shown(context, rules));
    return ExitStatus.Clean;
  },
};

async function shown(context: Context, rules: readonly ExplainedRule[]): Promise<string> {
  if (context.format === 'json') return jsonText(rules);
  if (context.format === 'csv') return csv(rules);
  const palette = await context.palette();
  const text =
    context.args.length === 0
      ? rules.map((rule) => `${head(context, rule, palette)}\n`).join('')
      : rules.map((rule) => page(context, rule, palette)).join('\n');
  return wrapped(text, context.columns);
}

async function csv(rules: readonly ExplainedRule[]): Promise<string> {
  const { toCsv } = await import('../table.js');
  const rows = rules.map(({ code, severity, title, why, example }) => [
    code,
    severity,
    title,
    why,
    example.fix,
  ]);
  return toCsv([['code', 'severity', 'title', 'why', 'fix'], ...rows]);
}

function head({ messages }: Context, rule: ExplainedRule, palette: Palette): string {
  const severity = messages.severity[rule.severity].padEnd(8);
  return `${palette.bold(rule.code)}  ${colour(palette, rule.severity)(severity)}  ${rule.title}`;
}

function page(context: Context, rule: ExplainedRule, palette: Palette): string {
  const { label } = context.messages;
  const { place, message, fix } = rule.example;
  const where = [place.file, place.sheet, place.cell].filter((part) => part).join(' › ');
  return [
    head(context, rule, palette),
    '',
    `  ${label.why}: ${rule.why}`,
    `  ${label.example}: ${where === '' ? '' : `${where}: `}${message}`,
    ...(fix === '' ? [] : [`  ${label.fix}: ${fix}`]),
    '',
  ].join('\n');
}
