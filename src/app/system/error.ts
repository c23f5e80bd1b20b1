import { codeOf } from '../../core/error-code.js';

/** True of what the operating system failed on, as it says in an error's code. */
export function isOfSystem(error: unknown): error is { readonly code: string } {
  return /^E[A-Z]+$/.test(codeOf(error));
}

/** The system's code of an error; anything else is a bug and goes on. */
export function systemCode(error: unknown): string {
  if (isOfSystem(error)) return error.code;
  throw error;
}

/** Of what a program has open: by Excel, by a virus scanner, or as a mount point. */
const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'ETXTBSY']);

/**
 * True of the system's code where a program holds a file or a folder. Windows says EPERM of what
 * is held, and EACCES of renaming a folder with an open file in it; elsewhere EPERM is what may not
 * be changed, as with the attribute `immutable`.
 */
export function isHeld(code: string, renaming: boolean): boolean {
  if (BUSY.has(code)) return true;
  return process.platform === 'win32' && (code === 'EPERM' || (renaming && code === 'EACCES'));
}

/** True of the system's code where a path leads to nothing: what can't be read may be there all the same. */
export function isNowhere(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}
