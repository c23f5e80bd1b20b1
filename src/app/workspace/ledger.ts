import { join, relative, sep } from 'node:path';
import { getOrMake, memo } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import { nfc } from '../../core/text.js';
import type { FileReport } from '../../forms/report.js';
import { csv } from '../../reports/data/csv.js';
import type { Status, Summary } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import type { InputFile } from '../inputs/collect.js';
import { insideOf } from '../inputs/names.js';
import { type Brought, broughtBy } from './arrivals.js';
import { writeWhole } from './files.js';
import { type LedgerDamage, NOT_NOTED, type Receipt, readLedger } from './ledger-file.js';
import type { Workspace } from './workspace.js';

/** When what a file brings was first seen, ISO, UTC. */
export type FirstSeen = (report: FileReport, brought: Brought) => string;

/** Receipts by file and content. */
type Receipts = Map<string, Receipt>;

const COLUMNS = ['file', 'sha256', 'first_seen', 'status', 'reported'];

const keyOf = (file: string, sha256: string) => `${file}\n${sha256}`;

/**
 * What a workspace remembers of each file: when its content was first seen, what it reports,
 * and what became of it. A corrected file is a new content, with a line of its own; nothing is
 * taken out, so that a file which was renamed, moved or replaced is not late for it.
 */
export class Ledger {
  /** What of it can't be read; it is then not written either, so that nothing more is lost. */
  readonly damage: LedgerDamage | null;
  private readonly path: string;
  private readonly root: string;
  private readonly receipts: Receipts;

  private constructor(path: string, root: string, receipts: Receipts, damage: LedgerDamage | null) {
    this.path = path;
    this.root = root;
    this.receipts = receipts;
    this.damage = damage;
  }

  /** @throws EnvironmentError `workspace-unreadable` */
  static async open({ own, submissions }: Workspace): Promise<Ledger> {
    const path = join(own, 'ledger.csv');
    const { receipts, damage } = await readLedger(path);
    const known: Receipts = new Map();
    for (const one of receipts) {
      const key = keyOf(one.file, one.sha256);
      const before = known.get(key) ?? one;
      const isEarlier = one.first_seen < before.first_seen;
      known.set(key, isEarlier ? { ...before, first_seen: one.first_seen } : before);
    }
    return new Ledger(path, submissions, known, damage);
  }

  /**
   * The reports with the time at which each content was first seen, under whatever name; now,
   * for those not seen. While lines of the ledger can't be read such a file may be one of theirs:
   * it is then taken to have come when it was saved.
   */
  received(
    reports: readonly FileReport[],
    files: readonly InputFile[],
    config: Config,
    now: Date,
  ): readonly FileReport[] {
    const places = this.placesOf(files);
    const first = earliest([...this.receipts.values()].map((one) => [one.sha256, one.first_seen]));
    return reports.map((report) => {
      const file = places.get(report.file);
      if (file === undefined) return report;
      const { sha256 } = report;
      const known = this.receipts.get(keyOf(file, sha256));
      const ofContent = sha256 === '' ? known?.first_seen : first.get(sha256);
      const isNew = this.damage === null || report.receivedAt === '';
      const unseen = isNew ? now.toISOString() : report.receivedAt;
      const receivedAt = ofContent ?? unseen;
      const reported = reportedBy(broughtBy(report, config));
      const status = known?.status ?? '';
      const receipt = { file, sha256, first_seen: receivedAt, status, reported };
      this.receipts.set(keyOf(file, sha256), receipt);
      return { ...report, receivedAt };
    });
  }

  /**
   * When a unit's form was first reported: by any content that was ever seen, though another
   * has taken its place. Where it was not noted what a content reported, its path is held to
   * have brought all that it brings now.
   */
  firstSeen(files: readonly InputFile[]): FirstSeen {
    const places = this.placesOf(files);
    const all = [...this.receipts.values()];
    const ofPath = earliest(
      all.filter((one) => one.reported === NOT_NOTED).map((one) => [one.file, one.first_seen]),
    );
    const ofUnit = earliest(
      all.flatMap(({ reported, first_seen }) =>
        keysIn(reported).map((key): [string, string] => [key, first_seen]),
      ),
    );
    return ({ file, receivedAt }, { month, form, unit }) => {
      const path = ofPath.get(places.get(file) ?? '') ?? receivedAt;
      const own = ofUnit.get(`${month} ${form} ${unit}`) ?? receivedAt;
      return [receivedAt, path, own].sort()[0]!;
    };
  }

  /** Notes what became of the files that were read. */
  note(summary: Summary, files: readonly InputFile[]): void {
    const places = this.placesOf(files);
    for (const [name, { sha256, status }] of outcomes(summary)) {
      const file = places.get(name);
      const known = file === undefined ? undefined : this.receipts.get(keyOf(file, sha256));
      if (known !== undefined) this.receipts.set(keyOf(known.file, sha256), { ...known, status });
    }
  }

  /** Writes the ledger, whole; a damaged one stays as it is. */
  async write(): Promise<void> {
    if (this.damage !== null) return;
    const rows = [...this.receipts.values()].sort(
      (a, b) => byCodePoint(a.file, b.file) || byCodePoint(a.first_seen, b.first_seen),
    );
    const cells = rows.map((row) => [
      ...[row.file, row.sha256, row.first_seen, row.status, row.reported],
    ]);
    await writeWhole(this.path, csv(COLUMNS, cells));
  }

  /** Path from `submissions/` by the name that a file has in the run; others are not kept. */
  private readonly placesOf = memo((files: readonly InputFile[]): ReadonlyMap<string, string> => {
    const places = new Map<string, string>();
    for (const { name, path, member } of files) {
      const way = relative(this.root, path);
      if (way === '..' || way.startsWith(`..${sep}`)) continue;
      const inside = member === undefined ? '' : insideOf(name, path);
      places.set(name, nfc(way.split(sep).join('/').normalize('NFC')) + inside);
    }
    return places;
  });
}

/** The earliest time of each key. */
function earliest(times: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const [key, time] of times) {
    const known = first.get(key);
    if (known === undefined || time < known) first.set(key, time);
  }
  return first;
}

/** What has figures, as the ledger has it: units by month and form. */
function reportedBy(brought: readonly Brought[]): string {
  const units = new Map<string, Set<string>>();
  for (const { month, form, unit, isEmpty } of brought)
    if (!isEmpty) getOrMake(units, `${month} ${form}`, () => new Set()).add(unit);
  const groups = [...units].map(([of, codes]) => [of, ...[...codes].sort(byCodePoint)].join(' '));
  return groups.sort(byCodePoint).join('; ');
}

/** `2024-09 members 1 2; …` → `2024-09 members 1`, `2024-09 members 2`, … */
function keysIn(reported: string): string[] {
  return reported.split('; ').flatMap((group) => {
    const [month, form, ...codes] = group.split(' ');
    return codes.map((code) => `${month} ${form} ${code}`);
  });
}

/** What became of each file as a whole, by name. */
function outcomes(summary: Summary): Map<string, { sha256: string; status: Status }> {
  const found = new Map<string, { sha256: string; status: Status }>();
  for (const { file, sha256, status } of summary.submissions) {
    const known = found.get(file)?.status ?? status;
    found.set(file, { sha256, status: known === status ? status : both(known, status) });
  }
  return found;
}

/** Of two forms in one file: what counts at all is there in part. */
function both(a: Status, b: Status): Status {
  const counts = [a, b].some((one) => one === 'accepted' || one === 'partial');
  if (counts) return 'partial';
  return [a, b].includes('rejected') ? 'rejected' : 'superseded';
}
