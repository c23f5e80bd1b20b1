import type { Difference, Partner, TreeDiff } from '../../app/units/types.js';
import { jsonText } from '../../core/json-text.js';
import { csv } from '../../reports/data/csv.js';
import type { Context } from '../command.js';
import { type Action, deliver } from './action.js';

/** `ccds units diff DATE DATE`: what changed between two days. */
export const diff: Action = {
  name: 'diff',
  usage: 'DATE DATE',
  words: [2, 2],
  async run(context, [from = '', to = '']) {
    const found = await context.app.units.diffUnits(context.options, from, to);
    await deliver(context, await shown(context, found));
    return context.statusOf({ findings: [] });
  },
};

/** Units of the first day that are no more; the other kinds are of the second. */
const GONE: ReadonlySet<Difference['kind']> = new Set(['whole', 'split', 'ended', 'moved']);
const ORDER = ['whole', 'split', 'ended', 'moved', 'merged', 'continued', 'new'] as const;

async function shown(context: Context, found: TreeDiff): Promise<string> {
  if (context.format === 'json') return jsonText(found);
  if (context.format !== 'csv') return text(context, found);
  const head = ['date', 'kind', 'level', 'code', 'name', 'other_code', 'other_name', 'share'];
  return csv(
    [...head, 'code_reused'],
    found.differences.flatMap((one) => rows(found, one)),
  );
}

function rows({ from, to }: TreeDiff, one: Difference): (string | number | null)[][] {
  const { kind, level, code, name, partners, reused } = one;
  const start = [GONE.has(kind) ? from : to, kind, level, code, name];
  if (partners.length === 0) return [[...start, null, null, null, reused]];
  return partners.map((other) => [...start, other.code, other.name, other.share, reused]);
}

async function text(context: Context, found: TreeDiff): Promise<string> {
  const { units } = context.messages;
  const palette = await context.palette();
  const lines = [palette.bold(units.between(found))];
  lines.push(...found.levels.map((level) => `  ${units.levelCount(level)}`));
  if (found.differences.length === 0) lines.push('', units.same);
  for (const kind of ORDER) {
    const all = found.differences.filter((one) => one.kind === kind);
    if (all.length === 0) continue;
    lines.push('', `${palette.bold(units.difference[kind])} (${all.length})`);
    lines.push(...all.map((one) => `  ${line(context, one)}`));
  }
  return `${lines.join('\n')}\n`;
}

function line({ messages }: Context, { kind, code, name, partners, reused }: Difference): string {
  const isGone = GONE.has(kind);
  const others = partners.map(partner).join('; ');
  const arrow = others === '' ? '' : ` ${isGone ? '→' : '←'} ${others}`;
  const note = reused === null ? '' : ` (${messages.units.reused({ name: reused, isGone })})`;
  return `${code} ${name}${arrow}${note}`;
}

function partner({ code, name, share }: Partner): string {
  const part = share === null || share > 0.9995 ? '' : ` ${Math.round(share * 1000) / 10}%`;
  return `${code} ${name}${part}`;
}
