import type { Severity } from '../core/finding.js';

/** What the shell is told. */
export const ExitStatus = {
  /** The work is done and there is nothing to mend. */
  Clean: 0,
  /** The work is done, and at least one finding is an error (a warning with `--strict`). */
  Findings: 1,
  /** The work could not be done: usage, unreadable registry, output not writable, a bug. */
  Failed: 2,
} as const;
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** The status of work that was done. */
export function exitStatus(
  findings: Iterable<{ readonly severity: Severity }>,
  strict: boolean,
): ExitStatus {
  for (const { severity } of findings) {
    if (severity === 'error' || (strict && severity === 'warning')) return ExitStatus.Findings;
  }
  return ExitStatus.Clean;
}
