import { bufferOf } from '../../core/buffer-of.js';
import { textSharer } from '../../core/share-texts.js';
import type { Fetch } from '../../forms/list-bytes.js';
import type { FileReport } from '../../forms/report.js';
import { listsPutAway, type Put, putter } from './put-away.js';
import type { Submission } from './read-submission.js';
import { type Head, headOf, ofHead } from './report-pieces.js';

/** Sheets, tables and findings that stay in memory: more than a province has. */
const HELD = 16_000;
/** What is told of a file in more findings is hardly one of very many. */
const MOST_FINDINGS = 1_000;
/** Texts of so few findings take less room than it takes time to find them alike. */
const FEW_FINDINGS = 20;

/** A report whose head lies on the disk. */
interface Away {
  readonly fetch: Fetch;
  readonly lists: Head['lists'];
}

/**
 * What was read of a run's files, until all are read: while several threads read, memory is
 * scarcest. Of very many files what is not needed before lies on the disk, where it takes it.
 */
export class HeldReports {
  private readonly reads: (FileReport | Away | null)[];
  private readonly share = textSharer();
  private readonly put: Put;
  private readonly putLists: (report: FileReport) => void;
  private readonly most: number;
  private held = 0;

  /**
   * @param files how many
   * @param most sheets, tables and findings that stay in memory
   */
  constructor(files: number, most = HELD, put = putter()) {
    this.reads = new Array(files).fill(null);
    this.put = put;
    this.putLists = listsPutAway(put);
    this.most = most;
  }

  /** What was read of the file at an index; ccds's own outputs are told by their number alone. */
  add(index: number, read: Submission): void {
    if (read === 'own-output') return;
    this.putLists(read);
    const away = this.held > this.most ? this.putAway(read) : null;
    if (away === null && read.findings.length > FEW_FINDINGS) this.share(read);
    this.held += sizeOf(read);
    this.reads[index] = away ?? read;
  }

  /** All, in the order of their files: once, as they are held here no more. @throws where the disk does */
  takeAll(): FileReport[] {
    const all: FileReport[] = [];
    for (const read of this.reads.splice(0)) if (read !== null) all.push(this.back(read));
    return all;
  }

  private putAway(read: FileReport): Away | null {
    if (read.findings.length > MOST_FINDINGS) return null;
    const { head, lists } = headOf(read);
    const fetch = this.put(bufferOf(Buffer.from(head)));
    return fetch && { fetch, lists };
  }

  private back(read: FileReport | Away): FileReport {
    if (!('fetch' in read)) return read;
    const report = ofHead({ head: Buffer.from(read.fetch()).toString(), lists: read.lists });
    this.share(report);
    return report;
  }
}

function sizeOf({ sheets, findings }: FileReport): number {
  return sheets.reduce((sum, { tables }) => sum + 1 + tables.length, findings.length);
}
