import type { FontSetting } from './biff-looks.js';
import { biffRecords, EOF } from './biff-records.js';
import type { TextRun } from './text-runs.js';

/** Runs of the shared texts of a BIFF8 workbook that are set in several fonts, by their number. */
export type BiffRuns = ReadonlyMap<number, readonly TextRun[]>;

const SST = 0x00fc;
const CONTINUE = 0x003c;

/** Flags of a text (MS-XLS §2.5.293): its letters take two bytes; it has more behind it, and runs. */
const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/** Of a record and those that continue it: the bytes together, and where each of those begins. */
interface Continued {
  readonly bytes: Buffer;
  readonly breaks: readonly number[];
}

/**
 * @param fontOf how a font sets what is written in it
 * @returns those of which some run is struck through, raised or lowered
 */
export function biffRuns(
  stream: Buffer,
  fontOf: (font: number) => FontSetting | undefined,
): BiffRuns {
  const found = new Map<number, readonly TextRun[]>();
  const table = tableIn(stream);
  if (table === null) return found;
  const { bytes } = table;
  // How many cells have a text, and how many texts there are.
  const count = bytes.length < 8 ? 0 : bytes.readUInt32LE(4);
  const reader = new TextReader(table, 8);
  for (let index = 0; index < count; index++) {
    const read = reader.next();
    if (read === null) break;
    const { text, runs } = read;
    if (runs.length === 0) continue;
    const pieces = runs.map(({ at, font }, i): TextRun => {
      const { struck, raised } = fontOf(font) ?? { struck: false, raised: 0 };
      return { text: text.slice(at, runs[i + 1]?.at), struck, raised };
    });
    // What stands before the first run is set as the cell is, which may be struck through.
    const before: TextRun = { text: text.slice(0, runs[0]!.at), struck: null, raised: 0 };
    found.set(index, [before, ...pieces]);
  }
  return found;
}

/** The shared texts, which stand before the sheets. */
function tableIn(stream: Buffer): Continued | null {
  const pieces: Buffer[] = [];
  const breaks: number[] = [];
  let size = 0;
  for (const { id, at, length } of biffRecords(stream)) {
    if (id === EOF || (pieces.length > 0 && id !== CONTINUE)) break;
    if (id !== SST && pieces.length === 0) continue;
    if (pieces.length > 0) breaks.push(size);
    pieces.push(stream.subarray(at, at + length));
    size += length;
  }
  return pieces.length === 0 ? null : { bytes: Buffer.concat(pieces), breaks };
}

interface RichText {
  readonly text: string;
  readonly runs: readonly { readonly at: number; readonly font: number }[];
}

/** Reads texts that follow each other; where one goes on in another record its letters say anew how wide they are. */
class TextReader {
  private nextBreak = 0;

  constructor(
    private readonly table: Continued,
    private at: number,
  ) {}

  /** Null where the bytes run out. */
  next(): RichText | null {
    const { bytes } = this.table;
    if (this.at + 3 > bytes.length) return null;
    const length = bytes.readUInt16LE(this.at);
    const flags = bytes[this.at + 2]!;
    this.at += 3;
    const runCount = (flags & RICH) === 0 ? 0 : this.number(2);
    const extra = (flags & EXTENDED) === 0 ? 0 : this.number(4);
    const text = this.letters(length, (flags & WIDE) !== 0);
    if (text === null || this.at + 4 * runCount > bytes.length) return null;
    const runs = Array.from({ length: runCount }, (_, i) => ({
      at: bytes.readUInt16LE(this.at + 4 * i),
      font: bytes.readUInt16LE(this.at + 4 * i + 2),
    }));
    this.at += 4 * runCount + extra;
    return { text, runs };
  }

  private number(size: 2 | 4): number {
    const { bytes } = this.table;
    if (this.at + size > bytes.length) return 0;
    this.at += size;
    return bytes.readUIntLE(this.at - size, size);
  }

  private letters(length: number, wideAtFirst: boolean): string | null {
    const { bytes, breaks } = this.table;
    let text = '';
    let wide = wideAtFirst;
    while (text.length < length) {
      while ((breaks[this.nextBreak] ?? Infinity) < this.at) this.nextBreak++;
      const end = breaks[this.nextBreak] ?? bytes.length;
      const width = wide ? 2 : 1;
      const taken = Math.min(length - text.length, Math.floor((end - this.at) / width));
      const stop = this.at + taken * width;
      text += bytes.toString(wide ? 'utf16le' : 'latin1', this.at, stop);
      this.at = stop;
      if (text.length === length) break;
      if (this.at >= bytes.length || taken < 0) return null;
      wide = (bytes[end]! & WIDE) !== 0;
      this.at = end + 1;
      this.nextBreak++;
    }
    return text;
  }
}
