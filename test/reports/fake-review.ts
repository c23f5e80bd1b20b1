/** Earlier months, changed figures and receipts for the summaries made by hand. */
import { lastDay, type Month } from '../../src/core/period.js';
import { receiptsOf } from '../../src/history/receipt.js';
import { review } from '../../src/history/review.js';
import type { RunningBase } from '../../src/history/running.js';
import type { History, Revision } from '../../src/history/types.js';
import type { WorkbookOptions } from '../../src/reports/workbook/index.js';
import type { Summary } from '../../src/rollup/types.js';
import { leaves, makeSummary, type Plan } from './fake-summary.js';

/** A year of months before September 2024; May 2024 was not closed. */
const MONTHS: readonly Month[] = [
  ...(['2023-09', '2023-11', '2024-01', '2024-02', '2024-03'] as const),
  ...(['2024-04', '2024-06', '2024-07', '2024-08'] as const),
];

/** As few months as have a comparison of every kind. */
export const FEW_MONTHS: readonly Month[] = ['2023-09', '2024-01', '2024-08'];

/** What a plan's workbook has to show of other periods, all sheets of them at once. */
export function inTime(
  plan: Plan,
  months = MONTHS,
  base: RunningBase = 'launch',
): Pick<WorkbookOptions, 'review' | 'revisions' | 'receipts'> {
  const summary = makeSummary(plan);
  const registry = {
    ...{ units: [...summary.tree.byCode.values()].map(({ unit }) => unit) },
    ...{ baselines: [], targets: [], changes: [], teams: [], tables: {} },
  };
  const lastDayOf = (month: Month) => lastDay(month);
  return {
    review: review(summary, historyOf(plan, months, summary), { registry, lastDayOf, base }),
    revisions: revisionsOf(plan),
    receipts: receiptsIn(summary),
  };
}

/** Lower figures the further back, of other hamlets each month. */
function historyOf(plan: Plan, months: readonly Month[], { tree }: Summary): History {
  const hamlets = leaves(tree.roots[0]!).map(({ unit }) => unit.code);
  return months.map((month, i) => {
    const share = 0.5 + 0.05 * i;
    const reporting = hamlets.filter((_, n) => (n + i) % 5 !== 0);
    const reports = Object.fromEntries(
      reporting.map((code, n) => [code, lower(Object.values(plan.reports)[n % 3]!, share)]),
    );
    const past = makeSummary({ ...plan, reports });
    return {
      month,
      facts: past.facts.map((fact) => ({ ...fact, month, source: -1 })),
      baselines: past.baselineValues,
      published: past.values,
    };
  });
}

function lower(counts: Readonly<Record<string, number | null>>, share: number) {
  return Object.fromEntries(
    Object.entries(counts).map(([id, n]) => [id, n === null ? null : Math.floor(n * share)]),
  );
}

function revisionsOf({ units }: Plan): readonly Revision[] {
  const [province, ...others] = units;
  const hamlet = others.at(-1)!;
  const common = {
    ...{ month: '2024-08' as Month, sheets: ['Thành viên'], causes: ['submission' as const] },
    ...{ decisions: [], earlier: [] },
  };
  const files = ['=bo sung.xlsx', 'b.xlsx', 'c.xlsx', 'd.xlsx'];
  const of = ([unit, name, level]: Plan['units'][number]) => ({ ...common, unit, name, level });
  return [
    {
      ...{ ...of(province!), indicator: 'members', published: 40, revised: 45 },
      ...{ files, cells: [] },
    },
    {
      ...{ ...of(province!), indicator: 'eid_rate', published: 0.5, revised: 0.625, files: [] },
      ...{ sheets: [], cells: [], causes: ['earlier_month' as const] },
      earlier: [{ month: '2024-07' as Month, cause: 'earlier_month' as const }],
    },
    {
      ...{ ...of(hamlet), indicator: 'members', published: null, revised: 5 },
      ...{ files: ['b.xlsx'], cells: ['members – → 5 (C9)', 'teams – → 1 (B9)', 'female 3 → –'] },
    },
    {
      ...{ ...common, unit: 'x', name: 'Xã Cũ', level: 'commune', indicator: 'teams' },
      ...{ published: 3, revised: null, files: ['b.xlsx'], cells: [] },
    },
  ];
}

function receiptsIn({ tree, forms }: Summary) {
  const hamlets = leaves(tree.roots[0]!).filter((_, n) => n % 4 !== 3);
  const arrivals = hamlets.flatMap(({ unit }, n) =>
    forms.slice(0, 1 + (n % 2)).map(({ id }) => ({
      ...{ unit: unit.code, form: id, isEmpty: n % 7 === 6 },
      receivedAt: `2024-09-${15 + (n % 5)}T02:00:00Z`,
    })),
  );
  return receiptsOf(arrivals, {
    ...{ month: '2024-09', tree, deadline: '2024-09-17', now: '2024-09-30T00:00:00Z' },
    forms: forms.map(({ id }) => id),
  });
}
