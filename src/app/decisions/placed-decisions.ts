import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isIsoDate } from '../../core/dates.js';
import { getOrMake } from '../../core/memo.js';
import { isMonth, type Month, monthsOf, type Period, parsePeriod } from '../../core/period.js';
import type { Registry } from '../../geography/types.js';
import type { InputFile } from '../inputs/collect.js';
import { shownName } from '../inputs/names.js';
import { monthsIn } from '../workspace/workspace.js';
import { type Decision, decisionsOf, type PlacedDecision } from './decisions.js';
import { type PlacedFile, placedFile } from './placed-file.js';

/**
 * The decisions of a registry, each on the one file of a run that it means. Teams send files
 * of one name month after month, so a decision holds in the month of its `period`, or of the
 * folder that its path begins with (`2024-12/…`). One that tells neither holds where the name
 * is found in a single month; else it is on none, and told.
 */
export async function placeDecisions(
  registry: Registry,
  files: readonly InputFile[],
  wanted: Period | null,
): Promise<readonly PlacedDecision[]> {
  const decisions = decisionsOf(registry);
  if (decisions.length === 0) return [];
  const run = new RunFiles(files, wanted);
  const placed: PlacedDecision[] = [];
  for (const one of decisions) placed.push(await run.place(one));
  return placed;
}

/** The files of a run, and the months that lie beside theirs. */
class RunFiles {
  private readonly wanted: Period | null;
  /** Months asked for; null: all. */
  private readonly months: readonly Month[] | null;
  /** By name, by path from the month's folder, and by that with the month in front. */
  private readonly byPath = new Map<string, Set<PlacedFile>>();
  private readonly bases: ReadonlySet<string>;
  private readonly entries = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(files: readonly InputFile[], wanted: Period | null) {
    this.wanted = wanted;
    this.months = wanted === null ? null : monthsOf(wanted);
    const placed = files.map((file) => placedFile(file, wanted));
    for (const file of placed) {
      const full = file.month === null ? [] : [file.rest, `${file.month}/${file.rest}`];
      for (const path of [file.name, ...full])
        getOrMake(this.byPath, path, () => new Set<PlacedFile>()).add(file);
    }
    this.bases = new Set(placed.flatMap(({ base, month }) => (month === null ? [] : [base])));
  }

  async place(decision: Decision): Promise<PlacedDecision> {
    const { file, period } = decision;
    const hits = [...(this.byPath.get(file) ?? [])];
    if (period !== '') return this.inPeriod(decision, hits, parsePeriod(period));
    const [first = ''] = file.split('/');
    if (isMonth(first)) return this.on(decision, hits, !this.isWanted(first));
    const found = await this.monthsWith(file);
    if (hits.length > 0 && found.size > 1) return { ...decision, placed: 'several' };
    return this.on(decision, hits, found.size > 0 && ![...found].some((one) => this.isWanted(one)));
  }

  private inPeriod(
    decision: Decision,
    hits: readonly PlacedFile[],
    period: Period | null,
  ): PlacedDecision {
    if (period === null) return { ...decision, placed: 'period' };
    const months = monthsOf(period);
    const isOf = (month: Month | null) => month === null || months.includes(month);
    if (this.months?.some(isOf) === false) return this.on(decision, [], true);
    const fit = hits.filter(({ month }) => isOf(month ?? this.onlyMonth()));
    return this.on(decision, fit, this.months === null && hits.length > 0);
  }

  /** Of a run of one month, that month: a file in no month's folder is taken for it. */
  private onlyMonth(): Month | null {
    return this.wanted !== null && isMonth(this.wanted) ? this.wanted : null;
  }

  private isWanted(month: Month): boolean {
    return this.months?.includes(month) ?? true;
  }

  private on(
    decision: Decision,
    hits: readonly PlacedFile[],
    isElsewhere: boolean,
  ): PlacedDecision {
    const [hit, ...more] = hits;
    if (more.length > 0) return { ...decision, placed: 'several' };
    if (hit === undefined && isElsewhere) return { ...decision, placed: 'elsewhere' };
    if (decision.date !== '' && !isIsoDate(decision.date)) return { ...decision, placed: 'date' };
    if (hit === undefined) return { ...decision, placed: 'here' };
    // Without its row it would be on the whole sheet.
    const isPlace = decision.cell === '' || decision.row !== null;
    return { ...decision, file: hit.name, placed: isPlace ? 'here' : 'address' };
  }

  /** Months in whose folder a path is found. */
  private async monthsWith(path: string): Promise<ReadonlySet<Month>> {
    const found = new Set<Month>();
    for (const base of this.bases)
      for (const month of await monthsIn(base))
        if (await this.isIn(join(base, month), path)) found.add(month);
    return found;
  }

  /** Names are compared as a run shows them; what is in an archive is taken to be there. */
  private async isIn(folder: string, path: string): Promise<boolean> {
    let at = folder;
    for (const part of path.split('/')) {
      const name = (await this.namesIn(at)).get(part);
      if (name === undefined) return false;
      if (/\.zip$/i.test(name)) return true;
      at = join(at, name);
    }
    return true;
  }

  private namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
    return getOrMake(this.entries, folder, async () => {
      const names: string[] = await readdir(folder).catch(() => []);
      return new Map(names.map((name) => [shownName(name), name]));
    });
  }
}
