import type { Code } from '../core/codes.js';
import { type Finding, SEVERITY_ORDER } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import { SEVERITIES } from '../core/severities.js';

/** `off`: the finding is not made at all. */
export const LEVELS = [...SEVERITY_ORDER, 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** Severities that a config sets, by code (`CCDS-R07`) or family (`CCDS-R*`). */
export type Overrides = Readonly<Record<string, Level>>;

/** Every code, in the order of the catalogue. */
export const codes = Object.keys(SEVERITIES) as Code[];

/** `CCDS-R07` → `CCDS-R*`. */
export function familyOf(code: Code): string {
  return `${code.slice(0, 'CCDS-'.length + 1)}*`;
}

/** Families in the order of the codes: `CCDS-F*`, `CCDS-S*`, … */
export const families: readonly string[] = [...new Set(codes.map(familyOf))];

/** True for a code that there is, written out. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(SEVERITIES, text);
}

/** True for what an override may be keyed by: a code or a family. */
export function isCodeOrFamily(text: string): boolean {
  return isCode(text) || families.includes(text);
}

/**
 * The severity in force: the code's override, else its family's, else its own. What a code
 * of severity error leaves out is left out whatever the config says (an unknown unit cannot
 * be counted): a lower severity changes what is shown and the exit status, and `off` shows
 * it as info, since nothing is left out in silence. Any other code raised to error rejects
 * the row that it stands at.
 */
export function resolveSeverity(code: Code, overrides: Overrides = {}): Level {
  const level = overrides[code] ?? overrides[familyOf(code)] ?? SEVERITIES[code];
  return level === 'off' && SEVERITIES[code] === 'error' ? 'info' : level;
}

/** Findings with the severities in force, without those that are off. */
export function withSeverities(findings: readonly Finding[], overrides: Overrides): Finding[] {
  const levels = new Map<Code, Level>();
  return findings.flatMap((one) => {
    const severity = getOrMake(levels, one.code, () => resolveSeverity(one.code, overrides));
    if (severity === 'off') return [];
    return severity === one.severity ? one : { ...one, severity };
  });
}
