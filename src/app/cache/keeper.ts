import type { FileReport } from '../../forms/report.js';
import type { Submission } from '../reading/read-submission.js';
import { toBytes } from './bytes.js';
import { type PackEntry, writePack } from './pack.js';
import type { Place } from './place.js';

/** What was read is written each time there is so much of it. */
const PACK_BYTES = 16 * 2 ** 20;

/** Gathers what was read and writes it by the pack; a full disk only costs the next run time. */
export class Keeper {
  private entries: PackEntry[] = [];
  private bytes = 0;
  private readonly folder: string;
  private writing: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.folder = folder;
  }

  keep(place: Place | null, read: Submission): void {
    if (place === null || !isKept(place, read)) return;
    const sealed = toBytes(read, place.secret);
    this.entries.push([place.name, sealed]);
    this.bytes += sealed.length;
    if (this.bytes >= PACK_BYTES) this.write();
  }

  async end(): Promise<void> {
    if (this.entries.length > 0) this.write();
    await this.writing;
  }

  private write(): void {
    const entries = this.entries;
    this.entries = [];
    this.bytes = 0;
    this.writing = this.writing.then(() => writePack(this.folder, entries)).catch(() => {});
  }
}

function isKept({ sha256 }: Place, read: Submission): boolean {
  return read === 'own-output' || (read.sha256 === sha256 && !hasFailed(read));
}

/** The system could not read it, or ccds failed on it, perhaps for want of memory: that may pass. */
function hasFailed({ findings }: FileReport): boolean {
  return findings.some(
    ({ code, args }) => code === 'CCDS-F09' || (code === 'CCDS-S10' && args.reason === 'bug'),
  );
}
