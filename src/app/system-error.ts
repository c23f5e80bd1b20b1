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
