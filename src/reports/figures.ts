import type { Finding, Severity } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { memo } from '../core/memo.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { sumOfRows } from '../rollup/row-counts.js';
import {
  type RowCounts,
  STATUSES,
  type Status,
  type Summary,
  type UnitValue,
} from '../rollup/types.js';

/** Rows of all files, as in `submissions.csv`: every account of a run states the same. */
export function rowsInAll({ submissions }: Pick<Summary, 'submissions'>): RowCounts {
  return sumOfRows(submissions.map(({ rows }) => rows));
}

export type Ratio = Extract<Indicator, { kind: 'ratio' }>;

/** A unit's value of an indicator; all blank where the summary has none. */
export function valueAt(summary: Summary, code: string, indicator: string): UnitValue {
  return summary.values.get(code)?.get(indicator) ?? NOTHING;
}

const NOTHING: UnitValue = {
  value: null,
  numerator: null,
  denominator: null,
  reported: 0,
  expected: 0,
};

/** Form that an indicator is counted from; null for sums, ratios and the registry's own. */
function formOf(indicator: Indicator): string | null {
  return indicator.kind === 'base' || indicator.kind === 'cumulative'
    ? indicator.source.form
    : null;
}

/** Forms that a hamlet has reported: those with a value of at least one indicator. */
export function formsReported(summary: Summary, hamlet: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const indicator of summary.indicators) {
    const form = formOf(indicator);
    if (form !== null && valueAt(summary, hamlet, indicator.id).value !== null) forms.add(form);
  }
  return forms;
}

/** How many hamlets there are, have reported at all, and have reported each form. */
export interface Completeness {
  readonly expected: number;
  readonly reported: number;
  readonly byForm: ReadonlyMap<string, number>;
}

/** How many of a unit's hamlets have reported, form by form. */
export function completeness(summary: Summary, unit: Node): Completeness {
  return completenessIn(summary)(unit);
}

/** Every unit's once, from those below it. */
const completenessIn = memo((summary: Summary) => {
  const of: (node: Node) => Completeness = memo((node) =>
    node.unit.level === 'hamlet'
      ? ofHamlet(summary, node)
      : together(summary, node.children.map(of)),
  );
  return of;
});

function ofHamlet(summary: Summary, { unit }: Node): Completeness {
  const forms = formsReported(summary, unit.code);
  const byForm = new Map(summary.forms.map(({ id }) => [id, forms.has(id) ? 1 : 0]));
  return { expected: 1, reported: forms.size > 0 ? 1 : 0, byForm };
}

function together({ forms }: Summary, parts: readonly Completeness[]): Completeness {
  const sum = (of: (part: Completeness) => number) => parts.reduce((n, part) => n + of(part), 0);
  return {
    expected: sum(({ expected }) => expected),
    reported: sum(({ reported }) => reported),
    byForm: new Map(forms.map(({ id }) => [id, sum(({ byForm }) => byForm.get(id) ?? 0)])),
  };
}

/** How many findings there are of each severity. */
export function bySeverity(
  findings: readonly Pick<Finding, 'severity'>[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** What became of a file whose forms fared so: part of it is not all of it. */
export function statusOfFile(statuses: readonly Status[]): Status {
  const [best] = STATUSES.filter((status) => statuses.includes(status));
  const isSpoilt = statuses.some((status) => SPOILT.has(status));
  return best === 'accepted' && isSpoilt ? 'partial' : (best ?? 'ignored');
}

/** Not counted, or not all of it, though it is of the period. */
const SPOILT: ReadonlySet<Status> = new Set(['partial', 'rejected', 'superseded']);

/** Files by what became of them. */
export function filesByStatus({ submissions }: Pick<Summary, 'submissions'>): Map<Status, number> {
  const counts = new Map<Status, number>();
  for (const own of groupBy(submissions, ({ file }) => file).values()) {
    const status = statusOfFile(own.map((line) => line.status));
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

/**
 * The few indicators that head a report: shares, what an average is made of, and the first
 * of a family that has neither.
 */
export function headline(indicators: readonly Indicator[]): readonly Indicator[] {
  const chosen = new Set<string>();
  for (const one of indicators) {
    if (one.kind !== 'ratio') continue;
    if (one.show === 'percent') chosen.add(one.id);
    else
      for (const part of [one.numerator, one.denominator])
        if ('indicator' in part) chosen.add(part.indicator);
  }
  const families = new Set(indicators.filter((one) => chosen.has(one.id)).map((o) => o.family));
  for (const one of indicators) {
    if (one.kind === 'hamlets' || families.has(one.family)) continue;
    chosen.add(one.id);
    families.add(one.family);
  }
  return indicators.filter((one) => chosen.has(one.id));
}
