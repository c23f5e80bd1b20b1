import type { Finding } from '../core/finding.js';
import { SEVERITY_ORDER } from '../core/finding.js';
import { byCodePoint } from '../core/order.js';

import { byAll } from './order.js';

/** How often a rule spoke. */
export interface RuleCount {
  readonly code: Finding['code'];
  /** As the config sets it. */
  readonly severity: Finding['severity'];
  readonly count: number;
  /** One of its findings, for its title. */
  readonly example: Finding;
}

/** Findings counted by rule and severity, the worst first, then the most frequent. */
export function byRule(findings: readonly Finding[]): readonly RuleCount[] {
  const counts = new Map<string, { count: number; example: Finding }>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { count: 1, example: finding });
  }
  return [...counts.values()]
    .map(({ count, example }) => {
      const { code, severity } = example;
      return { code, severity, count, example };
    })
    .sort(worstFirst);
}

const worstFirst = byAll<RuleCount>(
  (a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity),
  (a, b) => b.count - a.count,
  (a, b) => byCodePoint(a.code, b.code),
);
