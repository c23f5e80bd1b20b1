import type { Severity } from '../core/finding.js';

/** What the shell is told. */
export const ExitStatus = {
  /** The work is done and there is nothing to mend. */
  Clean: 0,
  /** The work is done, and at least one finding is an error (or more warnings than are borne). */
  Findings: 1,
  /** The work could not be done: usage, unreadable registry, output not writable, a bug. */
  Failed: 2,
} as const;
/** One of the three (contract, Commands). */
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/**
 * The status of work that was done.
 * @param maxWarnings warnings that are borne: 0 with `--strict`, any number by default
 */
export function exitStatus(
  findings: Iterable<{ readonly severity: Severity }>,
  maxWarnings = Number.POSITIVE_INFINITY,
): ExitStatus {
  let warnings = 0;
  for (const { severity } of findings) {
    if (severity === 'warning') warnings++;
    if (severity === 'error' || warnings > maxWarnings) return ExitStatus.Findings;
  }
  return ExitStatus.Clean;
}
