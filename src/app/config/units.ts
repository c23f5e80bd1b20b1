import type { Registry } from '../../geography/types.js';
import type { Config } from './config.js';
import { configBad, unitProblem } from './problem.js';

/**
 * Refuses a config whose aliases name units that the registry has on no day: nothing would be
 * counted by them, and nobody told why.
 * @throws EnvironmentError `config-bad`
 */
export function checkAliases({ path, unitAliases }: Config, { units }: Registry): void {
  const codes = new Set(units.map(({ code }) => code));
  const problems = unitAliases.flatMap(({ name, code }, i) =>
    codes.has(code) ? [] : [unitProblem(`aliases.units.${i}.code`, name, code)],
  );
  if (problems.length > 0) throw configBad(path, problems);
}
