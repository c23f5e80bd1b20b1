import { EnvironmentError } from '../../core/errors.js';
import { type Period, parsePeriod } from '../../core/period.js';
import type { Loaded } from '../../geography/load.js';
import type { IsoDate } from '../../geography/types.js';
import { isIsoDate } from '../../geography/validity.js';
import { type Config, loadConfig } from '../config.js';
import { lastDayOf } from '../on-map.js';
import { readDoubtful, readRegistry } from '../registry.js';
import type { UnitsOptions } from './types.js';

/** A registry with the config it is read by. */
export interface Given extends Loaded {
  readonly config: Config;
  readonly path: string;
}

/** @throws EnvironmentError */
export async function givenRegistry(options: UnitsOptions): Promise<Given> {
  return readGiven(options, readRegistry);
}

/** The same, but an inconsistent registry is told, not thrown. @throws EnvironmentError */
export async function doubtfulRegistry(options: UnitsOptions): Promise<Given> {
  return readGiven(options, readDoubtful);
}

async function readGiven(options: UnitsOptions, read: typeof readRegistry): Promise<Given> {
  const config = await loadConfig(options.config, options.cwd);
  const path = options.registry ?? config.registry;
  if (path === null || path === undefined)
    throw new EnvironmentError('registry-missing', { path: '' });
  return { ...(await read(path, options.cwd, { levels: config.levels })), config, path };
}

/** An ISO day as the user wrote it. @throws EnvironmentError `date-bad` */
export function dayOf(text: string): IsoDate {
  if (!isIsoDate(text)) throw new EnvironmentError('date-bad', { date: text });
  return text;
}

/** The period asked for. @throws EnvironmentError `period-bad` */
export function periodOf({ period: text }: UnitsOptions): Period | null {
  const period = text === undefined ? null : parsePeriod(text);
  if (text !== undefined && period === null)
    throw new EnvironmentError('period-bad', { period: text });
  return period;
}

/** The day of `--as-of`, else the last of `--period`; null for the newest map. */
export function mapDay(options: UnitsOptions, config: Config): IsoDate | null {
  if (options.asOf !== undefined) return dayOf(options.asOf);
  const period = periodOf(options);
  return period === null ? null : lastDayOf(period, config);
}
