import type { Period } from '../../core/period.js';
import { datedNames } from '../../geography/dated-names.js';
import type { Gazetteer } from '../../geography/types.js';
import { withDigests } from '../../rollup/digest.js';
import type { Config } from '../config/config.js';
import type { PlacedDecision } from '../decisions/decisions.js';
import type { InputFile } from '../inputs/collect.js';
import { compact } from './compact.js';
import { monthMaps } from './maps.js';
import { readSubmission, type Submission } from './read-submission.js';

/** What reading goes by in a config. What else it says never has a file read anew. */
export const READ_BY = [
  'forms',
  'layouts',
  'indicators',
  'unitAliases',
  'calendar',
  'cutoff',
  'severities',
  'limits',
] as const satisfies readonly (keyof Config)[];
export type ReadingConfig = Pick<Config, (typeof READ_BY)[number]>;

/** What every reader of files needs; plain data, so that a worker can be given it. */
export interface ReadingJob {
  readonly config: ReadingConfig;
  readonly registry: Gazetteer;
  readonly wanted: Period | null;
  /** What was settled by telephone, on the files of the job. */
  readonly decisions?: readonly PlacedDecision[];
}

/** Reads one file of a job. */
export type ReadFile = (file: InputFile) => Promise<Submission>;

/** A reader of files that keeps the maps it has made. */
export function fileReader({ config, registry, wanted, decisions = [] }: ReadingJob): ReadFile {
  const mapOf = monthMaps(registry, config);
  const named = datedNames(registry, config.unitAliases);
  const context = { config, wanted, mapOf, datedNames: named, decisions };
  return async (file) => {
    const read = await readSubmission(file, context);
    return read === 'own-output' ? read : compact(withDigests(read, config.forms), config.forms);
  };
}
