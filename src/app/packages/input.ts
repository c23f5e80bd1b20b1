import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding } from '../../core/finding.js';
import { type Period, parsePeriod } from '../../core/period.js';
import { unitAsOf } from '../../geography/tree.js';
import type { IsoDate, Registry } from '../../geography/types.js';
import { sameUnit } from '../../geography/validity.js';
import { readPublished } from '../../history/published.js';
import type { PastMonth } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact, SubmissionLine } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import { lastDayOf } from '../figures/on-map.js';
import { distinctNames } from '../inputs/names.js';
import { hasMark } from '../inputs/result-mark.js';
import { heldAbove } from './held-above.js';
import { lastMonthOf, packageFindings, packageSubmissions, withoutAssumed } from './tables.js';
import { untoldIn } from './untold.js';

/** The file that stands for a package, named on the command line. */
const PACKAGE = 'datapackage.json';

const PARTS = ['values.csv', 'findings.csv', 'submissions.csv'];
/** There where figures of the package stand on another map than their month's. */
const RESTATED = 'restatement.csv';

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
  readonly period: Period;
  readonly figures: Pick<PastMonth, 'facts' | 'baselines'>;
  readonly findings: readonly Finding[];
  readonly submissions: readonly SubmissionLine[];
  /** Indicators of its hamlets that this run does not know. */
  readonly unknown: readonly string[];
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
  const packages = [...distinct.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const names = distinctNames(
    packages.map(({ path, json }) => ({ root: dirname(dirname(path)), rel: nameIn(json) })),
  );
  return {
    packages: packages.map((one, i) => ({ ...one, name: names[i]! })),
    inputs: inputs.filter((_, i) => found[i] === null),
  };
}

async function packageAt(path: string): Promise<{ path: string; json: string } | null> {
  if (basename(path) !== PACKAGE) return null;
  const json = await readFile(path, 'utf8').catch(() => '');
  return hasMark(json) ? { path: await realpath(path), json } : null;
}

/** Names are path-safe: `ccds-ca-mau-2024-09`. */
function nameIn(json: string): string {
  const { name } = JSON.parse(json) as Described;
  return typeof name === 'string' && /^[\w.-]+$/.test(name) ? name : 'ccds';
}

interface Described {
  readonly name?: unknown;
  readonly period?: unknown;
  /** The day whose map its figures stand on, where some stood on another. */
  readonly as_of?: unknown;
  readonly resources?: readonly { readonly path?: unknown; readonly hash?: unknown }[];
}

/** Reads a package whole, each of its files held against the hash that the package gives. */
export async function readPackage(
  { path, json, name }: PackageFile,
  config: Config,
  registry: Registry,
): Promise<Package | BrokenPackage> {
  const described = JSON.parse(json) as Described;
  const broken = (part: string, reason: BrokenPackage['reason']): BrokenPackage => ({
    name,
    part,
    reason,
    sha256: sha256(json),
  });
  const period = typeof described.period === 'string' ? parsePeriod(described.period) : null;
  if (period === null) return broken(PACKAGE, 'damaged');
  const texts: Record<string, string> = {};
  const isRestated = described.resources?.some((one) => one.path === RESTATED) === true;
  for (const part of isRestated ? [...PARTS, RESTATED] : PARTS) {
    const text = await readFile(join(dirname(path), part), 'utf8').catch(() => null);
    if (text === null) return broken(part, 'missing');
    const stated = described.resources?.find((one) => one.path === part)?.hash;
    if (stated !== `sha256:${sha256(text)}`) return broken(part, 'changed');
    texts[part] = text;
  }
  const { indicators } = config;
  const month = lastMonthOf(period);
  const figures = readable(() => readPublished(month, texts['values.csv']!, indicators));
  if (figures === null) return broken('values.csv', 'damaged');
  const findings = readable(() => packageFindings(texts['findings.csv']!, name));
  if (findings === null) return broken('findings.csv', 'damaged');
  const submissions = readable(() => packageSubmissions(texts['submissions.csv']!, name));
  if (submissions === null) return broken('submissions.csv', 'damaged');
  const content = { name, period, findings, submissions, unknown: unknownIn(figures, indicators) };
  const { as_of: asOf } = described;
  const isOnOwnMap = typeof asOf !== 'string';
  const above = isOnOwnMap ? [] : heldAbove(texts['values.csv']!, month, indicators);
  const untold = readable(() =>
    untoldIn(texts['values.csv']!, texts[RESTATED] ?? null, month, indicators),
  );
  if (untold === null) return broken(RESTATED, 'damaged');
  const all = [...figures.facts, ...above, ...untold];
  if (!isOnOwnMap && !meanTheSame(all, registry, asOf, lastDayOf(period, config)))
    return broken(PACKAGE, 'map');
  const facts = withoutAssumed(all, texts['findings.csv']!, indicators);
  return { ...content, figures: { facts, baselines: figures.baselines } };
}

/** True where each of the units is one and the same on the map of either day. */
function meanTheSame(facts: readonly Fact[], registry: Registry, a: IsoDate, b: IsoDate): boolean {
  return [...new Set(facts.map(({ unit }) => unit))].every((code) => {
    const [one, other] = [a, b].map((day) => unitAsOf(registry, code, day));
    return one === undefined || other === undefined ? one === other : sameUnit(one, other);
  });
}

/** Null where a text is not the table that it should be, though its hash is the package's. */
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
