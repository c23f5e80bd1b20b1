import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import type { Finding } from '../../core/finding.js';
import { growSlowlyOnceLarge } from '../../core/heap.js';
import { byCodePoint } from '../../core/order.js';
import { type Month, type Period, parsePeriod } from '../../core/period.js';
import { textSharer } from '../../core/share-texts.js';
import type { IsoDate, Registry } from '../../geography/types.js';
import { sameUnit, unitAsOf } from '../../geography/validity.js';
import { asPublished, type PublishedRow, publishedRows } from '../../history/published.js';
import type { PastMonth } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact, SubmissionLine } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import { lastDayOf } from '../figures/on-map.js';
import { distinctNames } from '../inputs/names.js';
import { hasMark } from '../inputs/result-mark.js';
import type { RunOptions } from '../types.js';
import { type HamletsKnown, hamletsKnown } from './hamlets-known.js';
import { heldAbove } from './held-above.js';
import { givenBack } from './split-in-period.js';
import {
  lastMonthOf,
  leftAmounts,
  packageFindings,
  packageSubmissions,
  withoutAssumed,
} from './tables.js';
import { untoldIn } from './untold.js';

/** The file that stands for a package, named on the command line. */
const PACKAGE = 'datapackage.json';

/** A result of ccds that is itself an input: a province's figures on their way to a nation's. */
export interface PackageFile {
  /** Absolute, links resolved. */
  readonly path: string;
  readonly json: string;
  /** Name of the package, put before the paths of its files. */
  readonly name: string;
}

/** What a package holds. */
export interface Package {
  readonly name: string;
  /** Of its `datapackage.json`, which has those of its files. */
  readonly sha256: string;
  readonly period: Period;
  /** Code of the unit that all of it is of, as the registry has it; null where there are several. */
  readonly home: string | null;
  readonly figures: Pick<PastMonth, 'facts' | 'baselines'>;
  readonly findings: readonly Finding[];
  readonly submissions: readonly SubmissionLine[];
  /** Indicators of its hamlets that this run does not know. */
  readonly unknown: readonly string[];
  /** Of its hamlets those that the run's registry does not have, or calls otherwise. */
  readonly hamlets: HamletsKnown;
}

/** A package that can't be counted on: the file of it that is wrong, and how. */
export interface BrokenPackage {
  readonly name: string;
  readonly sha256: string;
  readonly part: string;
  readonly reason: 'missing' | 'changed' | 'damaged' | 'map';
}

/**
 * Parts the packages from the other INPUTs: a `datapackage.json` of ccds that is itself
 * named. One that lies in an INPUT folder is an output of ccds, and left out with its folder.
 */
export async function takePackages(
  inputs: readonly string[],
  cwd: string,
): Promise<{ readonly packages: readonly PackageFile[]; readonly inputs: readonly string[] }> {
  const found = await Promise.all(inputs.map((input) => packageAt(resolve(cwd, input))));
  const distinct = new Map(found.flatMap((one) => (one === null ? [] : [[one.path, one]])));
  const packages = [...distinct.values()].sort((a, b) => byCodePoint(a.path, b.path));
  const names = distinctNames(
    packages.map((one) => ({ root: dirname(dirname(one.path)), rel: nameIn(one) })),
  );
  return {
    packages: packages.map((one, i) => ({ ...one, name: names[i]! })),
    inputs: inputs.filter((_, i) => found[i] === null),
  };
}

async function packageAt(path: string): Promise<{ path: string; json: string } | null> {
  if (basename(path) !== PACKAGE) return null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  // An editor may have put a mark of its encoding before it.
  const json = text.replace(/^\ufeff/, '');
  return hasMark(json) || describedIn(json) === null ? { path: await realpath(path), json } : null;
}

/** Names are path-safe: `ccds-ca-mau-2024-09`. One that is damaged has its folder's. */
function nameIn({ path, json }: Omit<PackageFile, 'name'>): string {
  const name = describedIn(json)?.name ?? basename(dirname(dirname(path)));
  return typeof name === 'string' && /^[\w.-]+$/.test(name) ? name : 'ccds';
}

/** Null of what was cut short, and is no JSON. */
function describedIn(json: string): Described | null {
  return readable(() => (JSON.parse(json) as Described | null) ?? {});
}

interface Described {
  readonly name?: unknown;
  readonly period?: unknown;
  /** The day whose map its figures stand on, where some stood on another. */
  readonly as_of?: unknown;
  readonly resources?: readonly { readonly path?: unknown; readonly hash?: unknown }[];
}

/** What of a package is wrong, and how. */
type Fault = Pick<BrokenPackage, 'part' | 'reason'>;

/** The files of a package that are read. */
const PARTS = ['values.csv', 'findings.csv', 'submissions.csv'] as const;
/** There where figures of the package stand on another map than their month's. */
const RESTATED = 'restatement.csv';
type Texts = Readonly<Record<(typeof PARTS)[number], string> & { [RESTATED]?: string }>;

/**
 * Reads packages one after the other: all at once, the texts of a nation's would lie in memory.
 * @throws EnvironmentError `interrupted`
 */
export async function readPackages(
  files: readonly PackageFile[],
  { config, registry }: { readonly config: Config; readonly registry: Registry },
  { onProgress, signal }: Pick<RunOptions, 'onProgress' | 'signal'>,
): Promise<(Package | BrokenPackage)[]> {
  const read: (Package | BrokenPackage)[] = [];
  const total = files.length;
  const share = textSharer();
  for (const [done, file] of files.entries()) {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    onProgress?.({ phase: 'reading', done, total });
    const one = await readPackage(file, config, registry);
    share(one);
    read.push(one);
    growSlowlyOnceLarge();
  }
  return read;
}

/** Reads a package whole, each of its files held against the hash that the package gives. */
async function readPackage(
  file: PackageFile,
  config: Config,
  registry: Registry,
): Promise<Package | BrokenPackage> {
  const { name, json } = file;
  const read = await contentOf(file, config, registry);
  return { ...read, name, sha256: sha256(json) };
}

async function contentOf(
  { path, json, name }: PackageFile,
  config: Config,
  registry: Registry,
): Promise<Omit<Package, 'name' | 'sha256'> | Fault> {
  const { indicators } = config;
  const described = describedIn(json) ?? {};
  const period = typeof described.period === 'string' ? parsePeriod(described.period) : null;
  if (period === null) return { part: PACKAGE, reason: 'damaged' };
  const texts = await textsOf(dirname(path), described);
  if ('reason' in texts) return texts;
  const month = lastMonthOf(period);
  const tables = tablesIn(texts, name, month, indicators);
  if ('reason' in tables) return tables;
  const { rows, figures, findings, submissions, left } = tables;
  const { as_of: asOf } = described;
  const ownDay = lastDayOf(period, config);
  const day = typeof asOf === 'string' ? asOf : ownDay;
  const held = typeof asOf === 'string' ? heldAbove(rows, month, indicators) : [];
  if (!meanTheSame([...figures.facts, ...held], registry, day, ownDay))
    return { part: PACKAGE, reason: 'map' };
  const isThere = (code: string, at: Month) =>
    unitAsOf(registry, code, lastDayOf(at, config)) !== undefined;
  const back = day === ownDay ? givenBack(held, left, isThere, indicators) : null;
  const untold = untoldIn(rows, left, month, indicators);
  const all = [...figures.facts, ...(back?.facts ?? held), ...untold];
  // Told anew, by what was given back.
  const isAnew = ({ code, unit = '' }: Finding) => code === 'CCDS-M01' && back?.among.has(unit);
  return {
    ...{ period, submissions, unknown: unknownIn(figures, indicators) },
    home: homeOf(rows, (code) => isThere(code, month)),
    hamlets: hamletsKnown(rows, figures.facts, registry, ownDay),
    findings: findings.filter((one) => !isAnew(one)),
    figures: {
      facts: withoutAssumed(all, texts['findings.csv'], indicators),
      baselines: figures.baselines,
    },
  };
}

/** The one unit of a package that has none above it. */
function homeOf(rows: readonly PublishedRow[], isThere: (code: string) => boolean): string | null {
  const codes = new Set(rows.map((row) => row.unit_code));
  const tops = new Set(
    rows.flatMap(({ unit_code: code, parent_code: parent }) =>
      code !== undefined && (!parent || !codes.has(parent)) ? [code] : [],
    ),
  );
  const [home] = tops;
  return home !== undefined && tops.size === 1 && isThere(home) ? home : null;
}

async function textsOf(folder: string, { resources }: Described): Promise<Texts | Fault> {
  const texts: Partial<Record<keyof Texts, string>> = {};
  const isRestated = resources?.some((one) => one.path === RESTATED) === true;
  for (const part of isRestated ? ([...PARTS, RESTATED] as const) : PARTS) {
    const text = await readFile(join(folder, part), 'utf8').catch(() => null);
    if (text === null) return { part, reason: 'missing' };
    const stated = resources?.find((one) => one.path === part)?.hash;
    if (stated !== `sha256:${sha256(text)}`) return { part, reason: 'changed' };
    texts[part] = text;
  }
  return texts as Texts;
}

/** The tables of a package, or the first that is none, though its hash is the package's. */
function tablesIn(texts: Texts, name: string, month: Month, indicators: readonly Indicator[]) {
  const damaged = (part: keyof Texts): Fault => ({ part, reason: 'damaged' });
  const read = readable(() => {
    const rows = publishedRows(texts['values.csv']);
    return { rows, figures: asPublished(month, rows, indicators) };
  });
  if (read === null) return damaged('values.csv');
  const findings = readable(() => packageFindings(texts['findings.csv'], name));
  if (findings === null) return damaged('findings.csv');
  const submissions = readable(() => packageSubmissions(texts['submissions.csv'], name));
  if (submissions === null) return damaged('submissions.csv');
  const restated = texts[RESTATED];
  const left = readable(() => (restated === undefined ? [] : leftAmounts(restated)));
  if (left === null) return damaged(RESTATED);
  return { ...read, findings, submissions, left };
}

/** True where each of the units is one and the same on the map of either day. */
function meanTheSame(facts: readonly Fact[], registry: Registry, a: IsoDate, b: IsoDate): boolean {
  if (a === b) return true;
  return [...new Set(facts.map(({ unit }) => unit))].every((code) => {
    const [one, other] = [a, b].map((day) => unitAsOf(registry, code, day));
    return one === undefined || other === undefined ? one === other : sameUnit(one, other);
  });
}

/** Null where a text is not the table that it should be. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function unknownIn({ published }: PastMonth, indicators: readonly Indicator[]): string[] {
  const known = new Set(indicators.map(({ id }) => id));
  const told = new Set([...published.values()].flatMap((own) => [...own].map(([id]) => id)));
  return [...told].filter((id) => !known.has(id)).sort();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
