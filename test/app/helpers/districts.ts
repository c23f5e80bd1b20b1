/** Some districts of the sample province alone: a run over them need not carry all the others. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable, writeTable } from '../../../fixtures/generate/lib/table.mjs';
import { readUnits, tree, writeUnits } from '../../../fixtures/generate/lib/units.mjs';

const REGISTRY = fileURLToPath(new URL('../../../fixtures/ca-mau/registry', import.meta.url));

/**
 * Writes a registry of the province with these districts, and all below them.
 * @param hamlets how many of each commune's, the first ones; all by default
 */
export function districtRegistry(
  folder: string,
  districts: readonly string[],
  hamlets = Number.POSITIVE_INFINITY,
): void {
  const rows = readUnits(REGISTRY);
  const units = tree(rows);
  const isWanted = (code: string): boolean => {
    const { name, level, parent, up } = units.get(code)!;
    if (level === 'province') return true;
    if (level === 'hamlet' && up!.children.findIndex((one) => one.code === code) >= hamlets)
      return false;
    return (level !== 'district' || districts.includes(name)) && isWanted(parent);
  };
  writeUnits(
    folder,
    rows.filter(({ code }) => isWanted(code)),
  );
  for (const table of ['baselines.csv', 'targets.csv']) {
    const all = readTable(join(REGISTRY, table));
    const own = all.filter(({ unit }) => isWanted(unit!));
    writeTable(join(folder, table), Object.keys(all[0]!), own);
  }
}
