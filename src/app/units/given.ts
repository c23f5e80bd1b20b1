import { EnvironmentError } from '../../core/errors.js';
import type { Loaded } from '../../geography/load.js';
import type { IsoDate } from '../../geography/types.js';
import { askedDay, askedPeriod } from '../asked.js';
import { type Config, loadConfig } from '../config/config.js';
import { lastDayOf } from '../figures/on-map.js';
import { readDoubtful, readRegistry } from '../registry.js';
import { withWorkspace } from '../workspace/workspace.js';
import type { UnitsOptions } from './types.js';

/** A registry with the config it is read by. */
export interface Given extends Loaded {
  readonly config: Config;
  readonly path: string;
}

/** @throws EnvironmentError */
export async function givenRegistry(given: UnitsOptions): Promise<Given> {
  return readGiven((await withWorkspace(given)).options);
}

/** The same, but an inconsistent registry is told, not thrown. @throws EnvironmentError */
export async function doubtfulRegistry(given: UnitsOptions): Promise<Given> {
  return readGiven((await withWorkspace(given)).options, readDoubtful);
}

/** The registry of a call that its workspace has completed. @throws EnvironmentError */
export async function readGiven(options: UnitsOptions, read = readRegistry): Promise<Given> {
  const config = await loadConfig(options.config, options.cwd);
  const path = options.registry ?? config.registry;
  if (path === null || path === undefined)
    throw new EnvironmentError('registry-missing', { path: '' });
  return { ...(await read(path, options.cwd, config)), config, path };
}

/** The day of `--as-of`, else the last of `--period`; null for the newest map. */
export function mapDay(options: UnitsOptions, config: Config): IsoDate | null {
  if (options.asOf !== undefined) return askedDay(options.asOf);
  return options.period === undefined ? null : lastDayOf(askedPeriod(options.period), config);
}
