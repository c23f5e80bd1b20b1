import type { CloseResult } from '../app/close.js';
import type { ValidateResult } from '../app/types.js';
import type { Finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import type { Summary } from './app.js';
import type { Context } from './command.js';
import { nearPath } from './near-path.js';

/** Says why a result is empty where it is: nothing to read, or no hamlets to count for. */
export async function remarkIfEmpty(
  context: Context,
  { summary, empty }: Pick<ValidateResult, 'summary' | 'empty'>,
): Promise<void> {
  const { noFiles } = context.messages.summary;
  if (summary.submissions.length === 0) {
    const hasOwn = summary.leftOut['own-output'] !== undefined;
    const leftOut = leftOutText(context, summary);
    const where = empty && { path: nearPath(context.cwd, empty.path), months: empty.months };
    await context.remark(noFiles({ leftOut, hasOwn, ...(where && { where }) }));
    // Neither a file nor the call tells the period of which the registry has hamlets or none.
    if (summary.period === '') return;
  }
  await remarkOnUnits(context, summary);
}

/** Says that a month was closed of which nothing counts, and why where the registry is the cause. */
export async function remarkIfBare(context: Context, { month, run }: CloseResult): Promise<void> {
  if (run === null || run.summary.facts.some(({ value }) => value !== null)) return;
  await context.remark(context.messages.summary.closedBare({ month }));
  await remarkOnUnits(context, run.summary);
}

/** Says that the registry has no hamlets where it has none, and that it may be another province's. */
export async function remarkOnUnits(
  { messages, remark }: Context,
  summary: Summary,
): Promise<void> {
  const { strangeFiles } = await import('../reports/strange-files.js');
  const strange = strangeFiles(summary);
  if (strange !== null) {
    const names = firstFew(strange.names.map((name) => `“${name}”`));
    const provinces = firstFew(strange.provinces);
    await remark(messages.summary.strangeFiles({ ...strange, names, provinces }));
  }
  const has = [...summary.tree.byCode.values()].some(({ unit }) => unit.level === 'hamlet');
  // On another day's map figures may stand in the totals of higher units alone.
  const isCounted = summary.facts.some(({ value }) => value !== null);
  if (!has && !isCounted) await remark(messages.summary.noHamlets);
}

/**
 * Says that receipts were not noted where the workspace can't be written or another run has it, or
 * lines of the ledger read.
 */
export async function remarkIfNotNoted(
  { messages, remark }: Context,
  { notNoted, ledgerDamage }: Pick<ValidateResult, 'notNoted' | 'ledgerDamage'>,
): Promise<void> {
  if (notNoted?.why === 'busy') await remark(messages.summary.besideOther(notNoted));
  else if (notNoted) await remark(messages.summary.notNoted);
  if (ledgerDamage) await remark(messages.summary.ledgerDamage({ ...ledgerDamage }));
}

/** Says what lies among the submissions in no month's folder, and so was not read. */
export async function remarkIfStray(
  { messages, remark }: Context,
  stray: readonly string[],
): Promise<void> {
  if (stray.length > 0) await remark(messages.summary.stray({ names: firstFew(stray) }));
}

/** Says, apart from what is above, what is wrong with the closed months that a result goes on from. */
export async function remarkOnClosed(
  { app, remark, lang }: Context,
  summary: Summary,
): Promise<void> {
  const { closedNotes } = await import('../reports/period-notes.js');
  const notes = closedNotes(summary, await app.describer(summary), lang);
  if (notes.length > 0) await remark(`\n${notes.join('\n')}`);
}

/** Says how much the checks of a registry found, and how to see it. */
export async function remarkOnRegistry(
  { messages, remark }: Context,
  findings: readonly Pick<Finding, 'severity'>[],
): Promise<void> {
  if (findings.length === 0) return;
  const { bySeverity } = await import('../reports/figures.js');
  await remark(messages.summary.registry(messages.summary.findings(bySeverity(findings))));
}

/** `kết quả của ccds 7, tệp khóa của tệp đang mở 1`. */
function leftOutText({ messages }: Context, { leftOut }: Summary): string {
  return Object.entries(leftOut)
    .map(([why, files]) => `${messages.leftOut[why] ?? why} ${files}`)
    .join(', ');
}
