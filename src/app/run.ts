import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EnvironmentError } from '../core/errors.js';
import { growSlowlyOnceLarge } from '../core/heap.js';
import type { Period } from '../core/period.js';
import type { FileReport } from '../forms/report.js';
import type { Loaded } from '../geography/load.js';
import type { IsoDate } from '../geography/types.js';
import type { Summary } from '../rollup/types.js';
import { askedDay, askedPeriod } from './asked.js';
import { type Config, loadConfig } from './config/config.js';
import { checkAliases } from './config/units.js';
import type { PlacedDecision } from './decisions/decisions.js';
import { type Before, NOTHING_BEFORE } from './figures/before.js';
import { type PreviousResult, readPrevious } from './figures/previous.js';
import { type Collected, collectInputs, type InputFile } from './inputs/collect.js';
import { missingInput } from './inputs/missing-input.js';
import {
  type BrokenPackage,
  type Package,
  type PackageFile,
  readPackages,
  takePackages,
} from './packages/input.js';
import { readAll } from './read-all.js';
import { refuseBroken } from './reading/bugs.js';
import { locateRegistry, readRegistry } from './registry.js';
import { filesOfRegistry } from './registry-files.js';
import { summarise } from './summarise.js';
import type { RunOptions } from './types.js';

/** All that a run read, before reports are made of it. */
export interface Run {
  readonly summary: Summary;
  readonly config: Config;
  readonly registryPath: string;
  /** Where each submission lies. */
  readonly files: readonly InputFile[];
}

/** What a run has read, before it is settled. */
export interface Reading {
  readonly reports: readonly FileReport[];
  /** What was settled by telephone, on the files of the run. */
  readonly decisions: readonly PlacedDecision[];
  readonly packages: readonly (Package | BrokenPackage)[];
  readonly files: readonly InputFile[];
  readonly leftOut: Summary['leftOut'];
  readonly config: Config;
  readonly registry: Loaded;
  readonly registryPath: string;
  readonly wanted: Period | null;
  readonly asOf: IsoDate | null;
  readonly previous: PreviousResult | null;
}

/**
 * Reads the inputs, settles them and rolls them up.
 * @param exclude the run's own output folder
 * @throws EnvironmentError
 */
export async function run(options: RunOptions, exclude?: string): Promise<Run> {
  return rollUp(await readInputs(options, exclude), options);
}

/** Reads the config, the registry and the inputs. @throws EnvironmentError */
export async function readInputs(options: RunOptions, exclude?: string): Promise<Reading> {
  // A registry of a hundred thousand units takes a while as well.
  options.onProgress?.({ phase: 'finding', done: 0, total: 0 });
  const config = await loadConfig(options.config, options.cwd);
  const wanted = options.period === undefined ? null : askedPeriod(options.period);
  const registryPath = options.registry ?? config.registry;
  if (registryPath === null || registryPath === undefined)
    throw new EnvironmentError('registry-missing', { path: '' });
  // The folders are gone through meanwhile; what fails there is told after the registry's own faults.
  const collecting = collect(options, config, registryPath, exclude);
  collecting.catch(() => {});
  const registry = await readRegistry(registryPath, options.cwd, config);
  checkAliases(config, registry.registry);
  const previous =
    options.previous === undefined
      ? null
      : await readPrevious(options.previous, options.cwd, wanted);
  const { packages: found, files, leftOut } = await collecting;
  const read = await readAll(files, { config, registry: registry.registry, wanted }, options);
  const packages = await readPackages(found, { config, registry: registry.registry }, options);
  refuseBroken(read.reports);
  await refuseVanished(read.reports, options);
  const own = (leftOut['own-output'] ?? 0) + read.own;
  return {
    reports: read.reports,
    decisions: read.decisions,
    packages,
    files,
    leftOut: { ...leftOut, ...(own > 0 && { 'own-output': own }) },
    ...{ config, registry, registryPath, wanted, previous },
    asOf: options.asOf === undefined ? null : askedDay(options.asOf),
  };
}

/** The files that are read, and the packages among the inputs. @throws EnvironmentError `input-missing` */
async function collect(
  { inputs, cwd }: RunOptions,
  config: Config,
  registryPath: string,
  exclude: string | undefined,
): Promise<Collected & { readonly packages: readonly PackageFile[] }> {
  const { packages, inputs: sheets } = await takePackages(inputs, cwd);
  const settings = await settingsOf(config, registryPath, cwd);
  const collected = await collectInputs(sheets, cwd, {
    ...(exclude !== undefined && { exclude }),
    settings,
  });
  return { packages, ...collected };
}

/** Files that a run goes by. */
async function settingsOf(config: Config, registry: string, cwd: string): Promise<string[]> {
  return [
    resolve(cwd, config.path),
    ...(await filesOfRegistry(await locateRegistry(registry, cwd))),
  ];
}

/** A share that went away while it was read: not a thousand files that are missing. */
async function refuseVanished(
  reports: readonly FileReport[],
  { inputs, cwd }: RunOptions,
): Promise<void> {
  const failed = reports.some(({ findings }) => findings.some(({ code }) => code === 'CCDS-F09'));
  if (!failed) return;
  for (const path of inputs) {
    await stat(resolve(cwd, path)).catch(async () => {
      throw await missingInput(path, cwd);
    });
  }
}

/** Settles what was read and rolls it up. @param before what is known of the months before */
export function rollUp(
  reading: Reading,
  { onProgress }: Pick<RunOptions, 'onProgress'>,
  before: Before = NOTHING_BEFORE,
): Run {
  onProgress?.({ phase: 'rolling-up', done: 0, total: 1 });
  // One sheet alone may have a million findings.
  growSlowlyOnceLarge();
  const { config, registryPath, files } = reading;
  return { summary: summarise({ ...reading, before }), config, registryPath, files };
}
