import { join, relative, sep } from 'node:path';
import { parse } from 'csv-parse/sync';
import { byCodePoint } from '../core/order.js';
import { nfc } from '../core/text.js';
import type { FileReport } from '../forms/report.js';
import { csv } from '../reports/data/csv.js';
import type { Status, Summary } from '../rollup/types.js';
import type { InputFile } from './collect.js';
import type { Workspace } from './workspace.js';
import { readText, writeWhole } from './workspace-files.js';

/** One content of one file, as it was first seen. */
interface Receipt {
  /** Path from `submissions/`, with `/`, in NFC. */
  readonly file: string;
  readonly sha256: string;
  /** ISO, UTC. */
  readonly first_seen: string;
  /** What became of it when it was last read. */
  readonly status: string;
}

/** Receipts by file and content. */
type Receipts = Map<string, Receipt>;

const COLUMNS = ['file', 'sha256', 'first_seen', 'status'];

const keyOf = (file: string, sha256: string) => `${file}\n${sha256}`;

/**
 * What a workspace remembers of each file: when its content was first seen, and what became
 * of it. A corrected file is a new content, with a line of its own; nothing is taken out.
 */
export class Ledger {
  private readonly path: string;
  private readonly root: string;
  private readonly receipts: Receipts;

  private constructor(path: string, root: string, receipts: Receipts) {
    this.path = path;
    this.root = root;
    this.receipts = receipts;
  }

  /** @throws EnvironmentError where it is there and can't be read */
  static async open({ own, submissions }: Workspace): Promise<Ledger> {
    const path = join(own, 'ledger.csv');
    const text = (await readText(path)) ?? '';
    const rows = parse(text, { columns: true, relax_column_count: true }) as Receipt[];
    const receipts = new Map(rows.map((row) => [keyOf(row.file, row.sha256), row]));
    return new Ledger(path, submissions, receipts);
  }

  /** The reports with the time at which each file was first seen; now, for those not seen. */
  received(
    reports: readonly FileReport[],
    files: readonly InputFile[],
    now: Date,
  ): readonly FileReport[] {
    const places = this.placesOf(files);
    return reports.map((report) => {
      const file = places.get(report.file);
      if (file === undefined) return report;
      const known = this.receipts.get(keyOf(file, report.sha256));
      const receivedAt = known?.first_seen ?? now.toISOString();
      if (known === undefined) this.add({ ...report, file, receivedAt });
      return { ...report, receivedAt };
    });
  }

  private add({ file, sha256, receivedAt }: FileReport): void {
    const receipt = { file, sha256, first_seen: receivedAt, status: '' };
    this.receipts.set(keyOf(file, sha256), receipt);
  }

  /** Notes what became of the files of a run, and writes the ledger, whole. */
  async record(summary: Summary, files: readonly InputFile[]): Promise<void> {
    const places = this.placesOf(files);
    for (const [name, { sha256, status }] of outcomes(summary)) {
      const file = places.get(name);
      const known = file === undefined ? undefined : this.receipts.get(keyOf(file, sha256));
      if (known !== undefined) this.receipts.set(keyOf(known.file, sha256), { ...known, status });
    }
    const rows = [...this.receipts.values()].sort(
      (a, b) => byCodePoint(a.file, b.file) || byCodePoint(a.first_seen, b.first_seen),
    );
    const cells = rows.map((row) => [row.file, row.sha256, row.first_seen, row.status]);
    await writeWhole(this.path, csv(COLUMNS, cells));
  }

  /** Path from `submissions/` by the name that a file has in the run; others are not kept. */
  private placesOf(files: readonly InputFile[]): ReadonlyMap<string, string> {
    const places = new Map<string, string>();
    for (const { name, path, member } of files) {
      const way = relative(this.root, path);
      if (way === '..' || way.startsWith(`..${sep}`)) continue;
      const inside = member === undefined ? '' : name.slice(name.lastIndexOf('.zip') + 4);
      places.set(name, nfc(way.split(sep).join('/').normalize('NFC')) + inside);
    }
    return places;
  }
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
