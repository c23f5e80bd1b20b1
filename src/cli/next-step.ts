import type { CloseResult } from '../app/close.js';
import type { StatusResult } from '../app/status.js';
import type { RollupResult, ValidateResult } from '../app/types.js';
import { wrapped } from '../core/on-screen.js';
import { addMonths, isMonth, type Month } from '../core/period.js';
import type { Summary } from './app.js';
import type { Context } from './command.js';
import { nearPath } from './near-path.js';

/** What to type next, for somebody in her first month: one line below a result, never in JSON or CSV. */
async function advise(context: Context, said: string | null): Promise<void> {
  if (said === null || context.format !== 'text' || context.flags.quiet) return;
  await context.print(wrapped(`${context.messages.summary.next.step(said)}\n`, context.columns));
}

/** After a roll-up: files go back where some have errors; in a workspace a month goes on to its closing. */
export async function adviseAfterRollup(context: Context, result: RollupResult): Promise<void> {
  await advise(context, await afterRollup(context, result));
}

async function afterRollup(context: Context, result: RollupResult): Promise<string | null> {
  const { summary, closed } = result;
  const { next } = context.messages.summary;
  if (summary.submissions.length === 0) return null;
  const bad = badFiles(summary);
  if (bad !== null)
    return bad === 'here' ? next.return({ call: returnCall(context) }) : next.packages;
  const { period } = summary;
  if (closed === null || !isMonth(period) || closed.includes(period)) return null;
  if (result.notNoted || result.ledgerDamage || context.flags.asOf !== undefined) return null;
  const close = `ccds close ${period}${standingFlags(context)}`;
  if (await lacksReports(summary))
    return next.chase({ chase: callOf(context, 'status', '--chase'), close });
  const warnings = summary.findings.some(({ severity }) => severity === 'warning');
  return warnings
    ? next.review({ validate: callOf(context, 'validate'), close })
    : next.close({ close });
}

/** After checks: files with errors go back; once they are copied out, what comes back is put beside. */
export async function adviseAfterValidate(
  context: Context,
  { summary, returned, decisions, closed }: ValidateResult,
): Promise<void> {
  const { next } = context.messages.summary;
  if (summary.submissions.length === 0) return;
  const bad = badFiles(summary);
  if (returned) {
    const folder = closed !== null && isMonth(summary.period) ? summary.period : null;
    if (returned.copies > 0)
      await advise(context, next.send({ folder, rollup: callOf(context, 'rollup') }));
  } else if (decisions && decisions.lines > 0) {
    await advise(context, next.settle({ path: nearPath(context.cwd, decisions.path) }));
  } else if (bad !== null) {
    await advise(
      context,
      bad === 'here' ? next.return({ call: returnCall(context) }) : next.packages,
    );
  } else if (closed !== null && !closed.includes(summary.period as Month)) {
    await advise(context, next.rollup({ rollup: callOf(context, 'rollup') }));
  }
}

/** After a look at who has reported: nothing where it ends with the list of those who have not. */
export async function adviseAfterStatus(context: Context, result: StatusResult): Promise<void> {
  const { summary, receipts, closed, months } = result;
  if (months.length === 0 || summary.submissions.length === 0) return;
  if (closed.includes(receipts.month) || (await lacksReports(summary))) return;
  const { next } = context.messages.summary;
  await advise(context, next.rollup({ rollup: callOf(context, 'rollup') }));
}

/** After a closing comes the month behind it; after a reopening, the same month again. */
export async function adviseAfterClose(context: Context, result: CloseResult): Promise<void> {
  const { month, run } = result;
  const { next } = context.messages.summary;
  const flags = standingFlags(context);
  if (run === null) {
    const [rollup, close] = [
      `ccds rollup --period ${month}${flags}`,
      `ccds close ${month}${flags}`,
    ];
    await advise(context, next.again({ rollup, close }));
    return;
  }
  const following = addMonths(month, 1);
  if (!run.closed?.includes(following))
    await advise(context, next.month({ month: following, status: `ccds status${flags}` }));
}

/**
 * Whether files with errors lie here, to be sent back, or were read elsewhere, and are known from a
 * package alone. Errors in registry or decisions are mended here, and sent back to nobody.
 */
function badFiles({ findings, submissions }: Summary): 'here' | 'elsewhere' | null {
  const files = new Set(submissions.map(({ file }) => file));
  const bad = findings.filter(
    ({ severity, place }) => severity === 'error' && files.has(place.file),
  );
  if (bad.length === 0) return null;
  return bad.every(isOfPackage) ? 'elsewhere' : 'here';
}

function isOfPackage({ code, said }: Summary['findings'][number]): boolean {
  return said !== undefined || code === 'CCDS-F11' || code === 'CCDS-F12';
}

async function lacksReports(summary: Summary): Promise<boolean> {
  const { completeness } = await import('../reports/figures.js');
  return summary.tree.roots.some((root) => {
    const { expected, reported, byForm } = completeness(summary, root);
    return reported < expected || [...byForm.values()].some((number) => number < expected);
  });
}

/** Inputs that a line has room for; of more it says that they are the same. */
const MOST_INPUTS = 3;

/** `ccds validate bao-cao --registry danh-muc --return tra-lai`: of the same files as this call. */
function returnCall(context: Context): string {
  return callOf(context, 'validate', `--return ${context.messages.summary.next.folder}`);
}

/** Another command over what this call is over, in the same language. */
function callOf(context: Context, command: string, more = ''): string {
  const { args, flags } = context;
  const inputs = args.length > MOST_INPUTS ? ['…'] : args.map(quoted);
  const period = flags.period === undefined ? [] : ['--period', quoted(flags.period)];
  return (
    ['ccds', command, ...inputs, ...period].join(' ') +
    standingFlags(context) +
    (more && ` ${more}`)
  );
}

/** Flags that hold for each call: where its registry and config are, and in what language it speaks. */
function standingFlags({ flags, lang }: Context): string {
  const { registry, config } = flags;
  return [
    ...(registry === undefined ? [] : ['--registry', quoted(registry)]),
    ...(config === undefined ? [] : ['--config', quoted(config)]),
    ...(lang === 'vi' ? [] : ['--lang', lang]),
  ]
    .map((word) => ` ${word}`)
    .join('');
}

/** As it has to be typed, in any shell: `"bao cao"`. A backslash would take its meaning from the closing mark. */
function quoted(word: string): string {
  if (/^[\p{L}\p{M}\p{N}_./:\\~@%+=,-]+$/u.test(word)) return word;
  return `"${word.replace(/\\+$/, '')}"`;
}
