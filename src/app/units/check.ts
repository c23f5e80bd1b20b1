import type { Finding } from '../../core/finding.js';
import type { Lang } from '../../core/lang.js';
import { byCodePoint } from '../../core/order.js';
import type { RegistryProblem } from '../../geography/problems.js';
import { reviewRegistry } from '../../geography/review.js';
import { messages } from '../../messages/index.js';
import { describe } from '../../rules/index.js';
import { doubtfulRegistry } from './given.js';
import type { RegistryCheck, RegistryRemark, UnitsOptions } from './types.js';

/** Looks a registry over: what makes it unfit for work, and what is doubtful. */
export async function checkUnits(options: UnitsOptions): Promise<RegistryCheck> {
  const { registry, problems, findings, path } = await doubtfulRegistry(options);
  const review = problems.length === 0 ? reviewRegistry(registry) : [];
  const remarks = [
    ...problems.map((problem) => problemRemark(problem, options.lang)),
    ...[...findings, ...review].map((found) => findingRemark(found, options.lang)),
  ];
  return {
    registry: path,
    units: registry.units.length,
    changes: registry.changes.length,
    remarks: remarks.sort(byPlace),
  };
}

function problemRemark(problem: RegistryProblem, lang: Lang): RegistryRemark {
  const { file, sheet, row, problem: code, detail } = problem;
  const message = messages(lang).units.problem(code, detail);
  return {
    code,
    severity: 'error',
    file,
    ...(sheet !== undefined && { sheet }),
    row,
    message,
    fix: '',
  };
}

function findingRemark(found: Finding, lang: Lang): RegistryRemark {
  const { code, severity, place, unit } = found;
  const { message, fix } = describe(found, lang);
  const { file, sheet, row = 0 } = place;
  return {
    code,
    severity,
    file,
    row,
    message,
    fix,
    ...(sheet !== undefined && { sheet }),
    ...(unit !== undefined && { unit }),
  };
}

function byPlace(a: RegistryRemark, b: RegistryRemark): number {
  const table = byCodePoint(b.file, a.file) || byCodePoint(b.sheet ?? '', a.sheet ?? '');
  return table || a.row - b.row || byCodePoint(a.code, b.code);
}
