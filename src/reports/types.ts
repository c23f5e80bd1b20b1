import type { Finding } from '../core/finding.js';
import type { Lang } from '../core/lang.js';

/** The sentences of a finding. */
export interface Description {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}

/** Makes a finding's sentences; handed in, so that reports know no rule. */
export type Describe = (finding: Finding, lang: Lang) => Description;
