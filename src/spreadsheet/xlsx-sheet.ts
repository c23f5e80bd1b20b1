import { isUtf8 } from 'node:buffer';
import type { CellFormats } from './cell-formats.js';
import type { SheetContext } from './cell-value.js';
import type { Epoch } from './dates.js';
import {
  damagedError,
  IN_MEMORY_PART_BYTES,
  type Limits,
  limitError,
  MAX_ROW_BYTES,
  SORTED_SHEET_BYTES,
} from './limits.js';
import { RowSink } from './row-sink.js';
import { RowsInOrder } from './rows-in-order.js';
import type { SharedStrings } from './shared-strings.js';
import { layoutOf, layoutOfStream, type SheetLayout } from './sheet-layout.js';
import { SheetScanner } from './sheet-scanner.js';
import type { OnRow, Sheet, SheetEnd } from './types.js';
import type { SheetEntry } from './xlsx-workbook.js';
import { declaredEncoding, utf8Part } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/** What the sheets of one workbook share. */
export interface WorkbookParts extends CellFormats {
  readonly zip: ZipParts;
  readonly limits: Limits;
  readonly epoch: Epoch;
  readonly recalculates: boolean;
  /** Read when the first sheet is. */
  strings(): SharedStrings;
}

const NO_END: SheetEnd = {};

/** One sheet of a workbook. A part that is held whole is inflated once, however it is asked for. */
export function xlsxSheet(workbook: WorkbookParts, { name, state, part }: SheetEntry): Sheet {
  const { zip } = workbook;
  const whole = zip.size(part) <= IN_MEMORY_PART_BYTES;
  // Kept from `layout` to `read`, so that asking for both inflates the part once.
  let kept: Buffer | undefined;
  const load = (): Buffer => kept ?? utf8Part(zip.read(part, IN_MEMORY_PART_BYTES)!, part);
  let known: SheetLayout | undefined;
  const layout = async (): Promise<SheetLayout> => {
    if (known === undefined && whole) {
      kept = load();
      known = layoutOf(kept, part);
    }
    known ??= await layoutOfStream(zip.stream(part), part);
    return known;
  };
  return {
    name,
    state,
    merges: async () => (await layout()).merges,
    hiddenColumns: async () => (await layout()).hiddenColumns,
    async read(onRow) {
      const rows = zip.size(part) <= SORTED_SHEET_BYTES ? new RowsInOrder() : null;
      const scanner = makeScanner(workbook, part, rows?.add ?? onRow, rows !== null);
      if (whole) {
        const bytes = load();
        kept = undefined;
        scanner.scan(bytes, bytes.length);
      } else {
        await scanStream(scanner, zip.stream(part), part);
      }
      scanner.finish();
      rows?.handOut(onRow);
      return NO_END;
    },
  };
}

/** A sheet that the workbook names and of which there is nothing to read: asked for, it is damage. */
export function brokenSheet({ name, state, part }: SheetEntry, problem: string): Sheet {
  const refuse = async (): Promise<never> => {
    throw damagedError(problem, { sheet: name, ...(part !== '' && { part }) });
  };
  return { name, state, merges: refuse, hiddenColumns: refuse, read: refuse };
}

function makeScanner(
  workbook: WorkbookParts,
  part: string,
  onRow: OnRow,
  anyOrder: boolean,
): SheetScanner {
  const context: SheetContext = {
    part,
    strings: workbook.strings(),
    formats: workbook.formats,
    struck: workbook.struck,
    epoch: workbook.epoch,
    recalculates: workbook.recalculates,
    maxCells: workbook.limits.maxCells,
  };
  return new SheetScanner(context, new RowSink(onRow), anyOrder);
}

/** Feeds the scanner piece by piece, through one buffer: what it leaves goes in front. */
async function scanStream(
  scanner: SheetScanner,
  pieces: AsyncGenerator<Buffer, void>,
  part: string,
): Promise<void> {
  let buffer = Buffer.allocUnsafeSlow(0);
  let left = 0;
  for await (const piece of pieces) {
    if (scanner.stopped) break;
    // What follows the rows is inflated all the same: the checksum stands at the end.
    if (scanner.done) continue;
    const filled = left + piece.length;
    if (left === 0 && buffer.length === 0) refuseOtherEncodings(piece, part);
    if (filled > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(filled + (filled >> 1));
      buffer.copy(larger, 0, 0, left);
      buffer = larger;
    }
    piece.copy(buffer, left);
    const taken = scanner.scan(buffer, filled);
    if (!isUtf8(buffer.subarray(0, taken))) throw damagedError('the XML is not UTF-8', { part });
    left = filled - taken;
    if (left > MAX_ROW_BYTES) throw limitError('row-bytes', MAX_ROW_BYTES, { part });
    buffer.copyWithin(0, taken, filled);
  }
}

function refuseOtherEncodings(start: Buffer, part: string): void {
  const encoding = declaredEncoding(start);
  if (encoding !== undefined) {
    throw damagedError(`a part this large must be UTF-8, not ${encoding}`, { part });
  }
}
