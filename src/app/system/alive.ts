import { codeOf } from '../../core/error-code.js';

/** A process of this machine that still runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return codeOf(error) === 'EPERM';
  }
}
