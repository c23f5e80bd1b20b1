/** True of what the operating system failed on, as it says in an error's code. */
export function isOfSystem(error: unknown): error is { readonly code: string } {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code);
}

/** The system's code of an error; anything else is a bug and goes on. */
export function systemCode(error: unknown): string {
  if (isOfSystem(error)) return error.code;
  throw error;
}

/** True of the system's code where a path leads to nothing: what can't be read may be there all the same. */
export function isNowhere(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}
