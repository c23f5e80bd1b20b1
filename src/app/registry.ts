import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../core/errors.js';
import type { NumberKind } from '../geography/cells.js';
import { LEVELS, type Loaded, loadRegistry } from '../geography/load.js';
import type { RegistryProblem } from '../geography/problems.js';
import type { RegistryTables } from '../geography/tables.js';
import { unknownIds } from '../geography/unknown-ids.js';
import { BASELINES, INDICATORS } from '../indicators/index.js';
import type { Indicator } from '../indicators/types.js';
import type { Config } from './config/config.js';
import {
  folderOfTable,
  hasUnits,
  readBook,
  readFolder,
  registryWithin,
  unreadableRegistry,
} from './registry-files.js';

/** Registries that come with ccds; the folder is the same seen from src and from dist. */
const BUNDLED = fileURLToPath(new URL('../../src/geography/registries/', import.meta.url));

/** What a registry is read by: the levels and ids that it may name. */
export type RegistryWords = Pick<Config, 'levels' | 'indicators' | 'baselines'>;

const OWN: RegistryWords = { levels: LEVELS, indicators: INDICATORS, baselines: BASELINES };

/**
 * Reads a registry: a folder of CSVs (or workbooks), a workbook with sheets of the same names,
 * or the name of a bundled one.
 * @throws EnvironmentError `registry-missing`, `registry-within`, `registry-bad`
 */
export async function readRegistry(
  path: string,
  cwd: string,
  words: RegistryWords = OWN,
): Promise<Loaded> {
  const loaded = await readDoubtful(path, cwd, words);
  refuseIfAny(loaded.problems);
  return loaded;
}

/** Names the first of a registry's problems. @throws EnvironmentError `registry-bad` where there is one */
export function refuseIfAny(problems: readonly RegistryProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const { row, problem, detail, sheet } = first;
  const file = sheet === undefined ? first.file : `${first.file} › ${sheet}`;
  const count = problems.length;
  throw new EnvironmentError('registry-bad', { file, row, problem, detail, count });
}

/**
 * Reads a registry whatever its problems: they are told, not thrown.
 * @throws EnvironmentError `registry-missing`, `registry-within`; `registry-bad` where it can't be
 * read at all
 */
export async function readDoubtful(
  path: string,
  cwd: string,
  words: RegistryWords = OWN,
): Promise<Loaded> {
  const tables = await readTables(await locateRegistry(path, cwd), path);
  const { levels, indicators, baselines } = words;
  const loaded = loadRegistry(tables, { levels, numbers: numbersOf(indicators) });
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  const known = { baselines: ids(baselines), indicators: ids(indicators) };
  return { ...loaded, findings: [...loaded.findings, ...unknownIds(loaded.registry, known)] };
}

/** How the targets of each indicator are written. */
function numbersOf(indicators: readonly Indicator[]): ReadonlyMap<string, NumberKind> {
  return new Map(indicators.map((one) => [one.id, one.kind === 'ratio' ? one.show : 'count']));
}

/**
 * The folder or workbook that a registry's path or name means; of one of its CSVs its folder.
 * @throws EnvironmentError `registry-missing`
 */
export async function locateRegistry(path: string, cwd: string): Promise<string> {
  const candidates = /^[a-z0-9-]+$/.test(path)
    ? [resolve(cwd, path), join(BUNDLED, path)]
    : [resolve(cwd, path)];
  for (const candidate of candidates) {
    const info = await stat(candidate).catch(() => null);
    if (info === null) continue;
    return (info.isFile() && folderOfTable(candidate)) || candidate;
  }
  throw new EnvironmentError('registry-missing', { path });
}

async function readTables(found: string, path: string): Promise<RegistryTables> {
  try {
    return (await stat(found)).isDirectory() ? await tablesIn(found, path) : await readBook(found);
  } catch (error) {
    throw unreadableRegistry(path, error);
  }
}

async function tablesIn(folder: string, path: string): Promise<RegistryTables> {
  const tables = await readFolder(folder);
  if (hasUnits(Object.keys(tables))) return tables;
  const within = await registryWithin(folder);
  if (within === null) return tables;
  throw new EnvironmentError('registry-within', { path, within: join(path, basename(within)) });
}
