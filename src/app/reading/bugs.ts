import type { FileReport } from '../../forms/report.js';

const FRAME = /^\s+at (?:async )?(?:new )?([\w.$<>#]+) \(/m;

/**
 * An error of ccds's own, as its developers know it: what kind it is, and where it was met. Its
 * message is left out, as it may quote a cell.
 */
export function bugOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const where = FRAME.exec(error.stack ?? '')?.[1];
  return where === undefined ? error.name : `${error.name}, ${where}`;
}

/**
 * A sheet that ccds fails on costs that sheet alone. Where it fails on all that there is, there is
 * nothing to sum up.
 * @throws Error that bug
 */
export function refuseBroken(reports: readonly FileReport[]): void {
  if (reports.some(({ state }) => state === 'read')) return;
  for (const { file, findings } of reports)
    for (const { code, args } of findings)
      if (code === 'CCDS-S10' && args.reason === 'bug') throw new Error(`${args.bug} (${file})`);
}
