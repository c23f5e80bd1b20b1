import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonText } from '../../core/json-text.js';
import { byCodePoint } from '../../core/order.js';
import type { Month } from '../../core/period.js';
import type { Registry } from '../../geography/types.js';
import type { PlacedDecision } from '../decisions/decisions.js';
import type { Reading } from '../run.js';
import type { RunOptions } from '../types.js';
import { VERSION } from '../version.js';
import type { ClosedMonth } from './closed.js';
import { newDecisions } from './decided-places.js';
import { readText, writeWhole } from './files.js';
import { isChanged } from './months.js';
import type { Workspace } from './workspace.js';

/** What a closed month would be made anew from. */
export interface MadeFrom {
  /** Content of its files, by name. */
  readonly contents: ReadonlyMap<string, string>;
  /** Those in force. */
  readonly decisions: readonly PlacedDecision[];
}

/**
 * True of a closed month where neither its files nor the decisions on them are others than when it
 * was closed.
 */
export function isMadeFrom(closed: ClosedMonth, { contents, decisions }: MadeFrom): boolean {
  if (isChanged(closed, contents)) return false;
  return closed.decisions === null || newDecisions(closed.decisions, decisions, []).length === 0;
}

/**
 * Closed months that were made anew, of a file that was renamed (or the like), and came to what was
 * closed: they need not be made anew by every run. Kept beside the ledger; without it they are.
 */
export class MadeTheSame {
  private readonly path: string;
  private readonly registry: Registry;
  private readonly config: string | undefined;
  private known: Promise<Record<Month, string>> | null = null;
  private base: Promise<string> | null = null;

  constructor({ own }: Workspace, { registry }: Reading, { config }: RunOptions) {
    this.path = join(own, 'made-the-same.json');
    this.registry = registry.registry;
    this.config = config;
  }

  async has(closed: ClosedMonth, from: MadeFrom): Promise<boolean> {
    const known = (await this.read())[closed.month];
    return known !== undefined && known === (await this.keyOf(closed, from));
  }

  /** What can't be written is only looked at again by the next run. */
  async add(closed: ClosedMonth, from: MadeFrom): Promise<void> {
    const known = await this.read();
    known[closed.month] = await this.keyOf(closed, from);
    await writeWhole(this.path, jsonText(known)).catch(() => {});
  }

  private read(): Promise<Record<Month, string>> {
    this.known ??= knownIn(this.path);
    return this.known;
  }

  private async keyOf(
    { month, closedAt, checkedAt }: ClosedMonth,
    { contents, decisions }: MadeFrom,
  ): Promise<string> {
    this.base ??= baseOf(this.registry, this.config);
    const files = [...contents].sort(([a], [b]) => byCodePoint(a, b));
    return hashOf(await this.base, month, closedAt, checkedAt, files, decisions);
  }
}

/** Keys by month. */
const KNOWN = z.record(z.string(), z.string());

/** What a file of another content, or none, holds is nothing. */
async function knownIn(path: string): Promise<Record<Month, string>> {
  try {
    return KNOWN.parse(JSON.parse((await readText(path)) ?? '{}'));
  } catch {
    return {};
  }
}

/**
 * The version, the config, and the tables of the registry that figures come of: with others the
 * month may come to something else. Decisions are looked at by the month.
 */
async function baseOf(
  { units, changes, baselines, teams }: Registry,
  config: string | undefined,
): Promise<string> {
  const text = config === undefined ? '' : await readFile(config, 'utf8').catch(() => '');
  return hashOf(VERSION, text, units, changes, baselines, teams);
}

function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
