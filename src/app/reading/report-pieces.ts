import { memoText } from '../../core/memo.js';
import { ListBytes } from '../../forms/list-bytes.js';
import type { FileReport, Part, TableReport } from '../../forms/report.js';
import { StoredEntries } from '../../forms/stored-entries.js';
import type { Submission } from './read-submission.js';

/** What is the same in most files is one text each, so that it is made anew only once. */
type Shared<T, K extends keyof T> = {
  -readonly [P in keyof T]: P extends K ? T[P] | string : T[P];
};
type HeadPart = Omit<Shared<Part, 'reported'>, 'entries'> & {
  /** Of which buffer they are, by its index, and where they begin in it. */
  entries: StoredEntries | [buffer: number, start: number] | null;
};
type HeadTable = Omit<Shared<TableReport, 'columns'>, 'parts'> & { parts: HeadPart[] };
interface Head extends Omit<FileReport, 'sheets'> {
  sheets: (Omit<FileReport['sheets'][number], 'tables'> & { tables: HeadTable[] })[];
}

/**
 * What was read of a file, to be handed to another thread or kept: JSON, which is parsed in half
 * the time of V8's own form, and the numbers of its lists as they lie in memory.
 */
export interface Pieces {
  readonly head: string;
  readonly numbers: Numbers;
}

/** Of lists that are looked at again, and of those that seldom are. */
export type Numbers = readonly [often: ArrayBuffer, seldom: ArrayBuffer];

/** @param read a report as `compact` made it */
export function piecesOf(read: Submission): Pieces {
  // A buffer that is handed over is gone here: each has its own.
  const numbers: [ArrayBuffer, ArrayBuffer] = [new ArrayBuffer(0), new ArrayBuffer(0)];
  if (read === 'own-output') return { head: JSON.stringify(read), numbers };
  const placeOf = (entries: Part['entries']): HeadPart['entries'] => {
    if (entries === null) return null;
    if (!(entries instanceof StoredEntries)) throw new TypeError('a report that is not compact');
    const { bytes, start } = entries;
    const buffer = Number(bytes.isSeldom);
    numbers[buffer] = bytes.buffer;
    return [buffer, start];
  };
  const part = (of: Part): HeadPart => ({
    ...of,
    reported: of.reported.join(' '),
    entries: placeOf(of.entries),
  });
  const table = (of: TableReport): HeadTable => ({
    ...of,
    columns: Object.entries(of.columns).flat().join(' '),
    parts: of.parts.map(part),
  });
  const sheets = read.sheets.map((of) => ({ ...of, tables: of.tables.map(table) }));
  return { head: JSON.stringify({ ...read, sheets }), numbers };
}

/** The report of its pieces; the numbers stay in use. */
export function reportOf({ head, numbers }: Pieces): Submission {
  const read = JSON.parse(head) as Head | 'own-output';
  return read === 'own-output' ? read : withNumbers(read, numbers);
}

/** Ids of fields and letters of columns have no spaces. */
const wordsOf = memoText((text): readonly string[] => (text === '' ? [] : text.split(' ')));

const columnsOf = memoText((text): TableReport['columns'] => {
  const words = wordsOf(text);
  return Object.fromEntries(words.flatMap((id, i) => (i % 2 === 0 ? [[id, words[i + 1]!]] : [])));
});

/** Turns a head that was just parsed into the report: in place, as nobody else has it. */
function withNumbers(head: Head, [often, seldom]: Numbers): FileReport {
  const bytes = [new ListBytes(often, false), new ListBytes(seldom, true)];
  for (const { tables } of head.sheets) {
    for (const table of tables) {
      table.columns = columnsOf(table.columns as string);
      for (const part of table.parts) {
        part.reported = wordsOf(part.reported as string);
        if (part.entries === null) continue;
        const [buffer, start] = part.entries as [number, number];
        part.entries = new StoredEntries(bytes[buffer]!, start);
      }
    }
  }
  return head as FileReport;
}
