import type { ProposedHamlet, Suggestions, UnmatchedName } from '../../app/units/types.js';
import { firstFew } from '../../core/first-few.js';
import { jsonText } from '../../core/json-text.js';
import { wrapped } from '../../core/on-screen.js';
import { csv } from '../../reports/data/csv.js';
import type { Context } from '../command.js';
import { ExitStatus } from '../exit-status.js';
import { type Action, deliver } from './action.js';
import { UNIT_COLUMNS, unitCells } from './list.js';

/** `ccds units suggest [INPUT...]`: names that nothing answers to, for a person to approve. */
export const suggest: Action = {
  name: 'suggest',
  usage: '[INPUT...] --registry DIR',
  words: [0, Number.POSITIVE_INFINITY],
  async run(context, inputs) {
    const found = await context.app.units.suggestUnits({ ...context.options, inputs });
    await deliver(context, await shown(context, found));
    return ExitStatus.Clean;
  },
};

/** `ccds units hamlets [INPUT...]`: a first list of hamlets, as rows of `units.csv`. */
export const hamlets: Action = {
  name: 'hamlets',
  usage: '[INPUT...] --registry DIR',
  words: [0, Number.POSITIVE_INFINITY],
  async run(context, inputs) {
    const { units: say } = context.messages;
    const found = await context.app.units.hamletsFromSheets({ ...context.options, inputs });
    await deliver(context, context.format === 'json' ? jsonText(found) : hamletCsv(found.hamlets));
    const communes = new Set(found.hamlets.map(({ parent }) => parent)).size;
    await context.remark(`${say.proposed({ hamlets: found.hamlets.length, communes })}`);
    if (found.names.length > 0) {
      await context.remark(`${say.notPlaced({ names: found.names.length })}`);
    }
    if (found.unnamed.length > 0) {
      const files = firstFew(found.unnamed.map(({ file }) => file));
      await context.remark(`${say.unnamed({ count: found.unnamed.length, files })}`);
    }
    return ExitStatus.Clean;
  },
};

async function shown(context: Context, found: Suggestions): Promise<string> {
  if (context.format === 'json') return jsonText(toApprove(found));
  if (context.format === 'csv') return suggestionCsv(found);
  return text(context, found);
}

/** What the config takes once a person has approved it, with what to judge it by. */
function toApprove({ names, hamlets: proposed }: Suggestions) {
  const single = names.filter(({ kind, candidates }) => kind === 'near' && candidates.length === 1);
  return {
    aliases: { units: single.map(({ name, candidates }) => ({ name, code: candidates[0]!.code })) },
    review: names,
    units: proposed,
  };
}

/** A line for each candidate: those that are right go into the config's aliases. */
function suggestionCsv({ names, hamlets: proposed }: Suggestions): string {
  const head = [
    'kind',
    'name',
    'within',
    'code',
    'unit',
    'parent',
    'rows',
    'file',
    'sheet',
    'cell',
  ];
  const lines = names.flatMap((one) => {
    const end = [one.rows, one.file, one.sheet, one.cell];
    const start = [one.kind, one.name, one.within];
    if (one.candidates.length === 0) return [[...start, null, null, null, ...end]];
    return one.candidates.map(({ code, name, parent }) => [...start, code, name, parent, ...end]);
  });
  const fresh = proposed.map((one) => {
    return ['new', one.name, one.commune, one.code, one.name, one.parent, one.rows, '', '', ''];
  });
  return csv(head, [...lines, ...fresh]);
}

function hamletCsv(proposed: readonly ProposedHamlet[]): string {
  const head = [...UNIT_COLUMNS, 'commune', 'rows', 'spellings', 'near'];
  const rows = proposed.map((one) => [
    ...unitCells(one),
    one.commune,
    one.rows,
    one.spellings.join('; '),
    one.near.join('; '),
  ]);
  return csv(head, rows);
}

async function text(context: Context, found: Suggestions): Promise<string> {
  const { units: say } = context.messages;
  const { files, names, hamlets: proposed } = found;
  if (names.length === 0) return `${say.nothing({ files })}\n`;
  const palette = await context.palette();
  const counts = { files, names: names.length, hamlets: proposed.length };
  const lines = [palette.bold(say.suggested(counts)), ''];
  for (const kind of ['near', 'several', 'ended', 'stranger'] as const) {
    const all = names.filter((one) => one.kind === kind);
    if (all.length === 0) continue;
    lines.push(palette.bold(say.kind[kind]), ...all.flatMap((one) => nameLines(context, one)), '');
  }
  lines.push(say.approve);
  if (proposed.length > 0) lines.push('', say.newHamlets);
  const rows = csv([...UNIT_COLUMNS], proposed.map(unitCells));
  // Rows to be copied into units.csv stay as they are.
  const copied = proposed.length === 0 ? '' : rows.slice(rows.indexOf('\n') + 1);
  return `${wrapped(lines.join('\n'), context.columns)}\n${copied}`;
}

function nameLines({ messages }: Context, one: UnmatchedName): string[] {
  const where = [one.file, one.sheet, one.cell].filter((part) => part !== '').join(' › ');
  const within = one.within === '' ? '' : `, ${one.within}`;
  const first = `  “${one.name}”${within} (${messages.units.rows(one)}; ${where})`;
  const others = one.candidates.map(({ code, name, parent }) => {
    return `    ${code} ${name}${parent === '' ? '' : `, ${parent}`}`;
  });
  return [first, ...others];
}
