import { memoText } from '../core/memo.js';
import type { Entries, FileReport, Numbers, Part, TableReport } from '../forms/report.js';
import { buffersOf, KINDS } from './compact.js';
import type { Submission } from './read-submission.js';

/**
 * Three numbers a column, those of the keys last: an index into `KINDS`, where it begins among
 * the report's numbers, its length.
 */
type Places = readonly number[];

/** What is the same in most files is one text each, so that it is made anew only once. */
type Shared<T, K extends keyof T> = {
  -readonly [P in keyof T]: P extends K ? T[P] | string : T[P];
};
type HeadPart = Omit<Shared<Part, 'reported'>, 'entries'> & { entries: Entries | Places | null };
type HeadTable = Omit<Shared<TableReport, 'columns'>, 'parts'> & { parts: HeadPart[] };
interface Head extends Omit<FileReport, 'sheets'> {
  sheets: (Omit<FileReport['sheets'][number], 'tables'> & { tables: HeadTable[] })[];
}

const LENGTH = 4;
const ALIGNED = 8;

/**
 * What was read of a file as bytes: the length of a head, the head, and the numbers of its
 * lists as they lie in memory, so that reading them back takes no time. The head is JSON in
 * ASCII, which is parsed in half the time of V8's own form.
 * @param read a report as `compact` made it
 */
export function toBytes(read: Submission): Uint8Array {
  const head = Buffer.from(asciiOf(read === 'own-output' ? read : headOf(read)), 'latin1');
  const [numbers] = read === 'own-output' ? [] : buffersOf(read);
  const start = startOf(head.length);
  const bytes = Buffer.alloc(start + (numbers?.byteLength ?? 0));
  bytes.writeUInt32LE(head.length, 0);
  bytes.set(head, LENGTH);
  if (numbers !== undefined) bytes.set(new Uint8Array(numbers), start);
  return bytes;
}

/** @param bytes of `toBytes`; they stay in use */
export function fromBytes(bytes: Buffer): Submission {
  const length = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('latin1', LENGTH, LENGTH + length)) as Head | 'own-output';
  if (head === 'own-output') return head;
  return withNumbers(head, aligned(bytes.subarray(startOf(length))));
}

/** Where the numbers begin behind a head of so many bytes. */
function startOf(head: number): number {
  return Math.ceil((LENGTH + head) / ALIGNED) * ALIGNED;
}

function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % ALIGNED === 0 ? bytes : new Uint8Array(bytes);
}

function asciiOf(value: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped);
}

function headOf(report: FileReport): Head {
  const part = (of: Part): HeadPart => ({
    ...of,
    reported: of.reported.join(' '),
    entries: of.entries && placesOf(of.entries),
  });
  const table = (of: TableReport): HeadTable => ({
    ...of,
    columns: Object.entries(of.columns).flat().join(' '),
    parts: of.parts.map(part),
  });
  const sheets = report.sheets.map((of) => ({ ...of, tables: of.tables.map(table) }));
  return { ...report, sheets };
}

function placesOf({ row, weak, group, visit, mask, keys }: Entries): Places {
  return [row, weak, group, visit, mask, ...keys].flatMap(placeOf);
}

function placeOf(numbers: Numbers): Places {
  if (numbers.length === 0) return [0, 0, 0];
  const kind = KINDS.findIndex((one) => numbers instanceof one);
  if (kind < 0) throw new TypeError('a report that is not compact');
  return [kind, (numbers as unknown as Uint8Array).byteOffset, numbers.length];
}

/** Ids of fields and letters of columns have no spaces. */
const wordsOf = memoText((text): readonly string[] => (text === '' ? [] : text.split(' ')));

const columnsOf = memoText((text): TableReport['columns'] => {
  const words = wordsOf(text);
  return Object.fromEntries(words.flatMap((id, i) => (i % 2 === 0 ? [[id, words[i + 1]!]] : [])));
});

/** Turns a head that was just read back into the report: in place, as nobody else has it. */
function withNumbers(head: Head, numbers: Uint8Array): FileReport {
  for (const { tables } of head.sheets) {
    for (const table of tables) {
      table.columns = columnsOf(table.columns as string);
      for (const part of table.parts) {
        part.reported = wordsOf(part.reported as string);
        if (part.entries !== null) part.entries = entriesOf(part.entries as Places, numbers);
      }
    }
  }
  return head as FileReport;
}

const NONE: Numbers = [];

function entriesOf(places: Places, { buffer, byteOffset: start }: Uint8Array): Entries {
  const columns: Numbers[] = [];
  for (let i = 0; i < places.length; i += 3) {
    const [kind, at, length] = [places[i]!, start + places[i + 1]!, places[i + 2]!];
    columns.push(length === 0 ? NONE : new KINDS[kind]!(buffer as ArrayBuffer, at, length));
  }
  const [row, weak, group, visit, mask, ...keys] = columns as [
    Numbers,
    Numbers,
    Numbers,
    Numbers,
    Numbers,
  ];
  return { row, keys, weak, group, visit, mask };
}
