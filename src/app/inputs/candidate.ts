import type { Code, CodeArguments, Coded } from '../../core/codes.js';
import type { FoundFile } from './walk.js';
import type { ZipMember } from './zip.js';

/** A found file, or a member of a found archive, before it has its name. */
export interface Candidate extends FoundFile {
  readonly member?: ZipMember;
  /** Why it is not to be opened. */
  readonly problem?: Problem;
}

/** A finding to be: it still needs the file's name. */
export type Problem = Coded;

/** A problem with the arguments that its code has. */
export function problem<C extends Code>(code: C, args: CodeArguments[C]): Coded<C> {
  return { code, args };
}
