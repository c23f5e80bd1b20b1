import { type Finding, type Place, placeAt } from '../../core/finding.js';
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
  /** Which of both they lie in, by its index, and where they begin in it. */
  entries: StoredEntries | [list: number, start: number] | null;
};
type HeadTable = Omit<Shared<TableReport, 'columns'>, 'parts'> & { parts: HeadPart[] };
/** A row or cell of the report's own file: the index of its sheet, its row, its cell. */
type HeadPlace = readonly [sheet: number | null, row: number, cell?: string];
type HeadFinding = Omit<Finding, 'place'> & { place: Place | HeadPlace };
interface HeadReport extends Omit<FileReport, 'sheets' | 'findings'> {
  findings: HeadFinding[];
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

/** A report without the numbers of its lists: JSON; and what these lie in, by how often they are asked for. */
export interface Head {
  readonly head: string;
  readonly lists: Lists;
}

type Lists = readonly [often: ListBytes | null, seldom: ListBytes | null];

/** @param read a report as `compact` made it */
export function headOf(read: FileReport): Head {
  const lists: [ListBytes | null, ListBytes | null] = [null, null];
  const placeOf = (entries: Part['entries']): HeadPart['entries'] => {
    if (entries === null) return null;
    if (!(entries instanceof StoredEntries)) throw new TypeError('a report that is not compact');
    const { bytes, start } = entries;
    const list = Number(bytes.isSeldom);
    lists[list] = bytes;
    return [list, start];
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
  const head: HeadReport = { ...read, sheets, findings: read.findings.map(headFinding(read)) };
  return { head: JSON.stringify(head), lists };
}

/** Nearly all findings are of a row of the file itself, whose name and sheets are known by then. */
function headFinding({ file, sheets }: FileReport): (found: Finding) => HeadFinding {
  const names = new Map(sheets.map(({ name }, index) => [name, index]));
  return (found) => {
    const { sheet, row, cell } = found.place;
    const index = sheet === undefined ? null : names.get(sheet);
    if (found.place.file !== file || index === undefined || row === undefined) return found;
    return { ...found, place: cell === undefined ? [index, row] : [index, row, cell] };
  };
}

/** The report of its head; what its lists lie in stays in use. */
export function ofHead({ head, lists }: Head): FileReport {
  return restored(JSON.parse(head) as HeadReport, lists);
}

/** @param read a report as `compact` made it */
export function piecesOf(read: Submission): Pieces {
  if (read === 'own-output') return { head: JSON.stringify(read), numbers: [noBytes(), noBytes()] };
  const { head, lists } = headOf(read);
  const [often, seldom] = lists;
  // A buffer that is handed over is gone here: each has its own.
  return { head, numbers: [often?.buffer ?? noBytes(), seldom?.buffer ?? noBytes()] };
}

const noBytes = () => new ArrayBuffer(0);

/** The report of its pieces; the numbers stay in use. */
export function reportOf({ head, numbers: [often, seldom] }: Pieces): Submission {
  const read = JSON.parse(head) as HeadReport | 'own-output';
  if (read === 'own-output') return read;
  return restored(read, [new ListBytes(often, false), new ListBytes(seldom, true)]);
}

/** Ids of fields and letters of columns have no spaces. */
const wordsOf = memoText((text): readonly string[] => (text === '' ? [] : text.split(' ')));

const columnsOf = memoText((text): TableReport['columns'] => {
  const words = wordsOf(text);
  return Object.fromEntries(words.flatMap((id, i) => (i % 2 === 0 ? [[id, words[i + 1]!]] : [])));
});

/** Turns a head that was just parsed into the report: in place, as nobody else has it. */
function restored(head: HeadReport, lists: Lists): FileReport {
  const places = head.sheets.map(({ name }): Place => ({ file: head.file, sheet: name }));
  for (const found of head.findings) {
    const { place } = found;
    if (!isHeadPlace(place)) continue;
    const [sheet, row, cell] = place;
    found.place = placeAt(sheet === null ? { file: head.file } : places[sheet]!, row, cell);
  }
  for (const { tables } of head.sheets) {
    for (const table of tables) {
      table.columns = columnsOf(table.columns as string);
      for (const part of table.parts) {
        part.reported = wordsOf(part.reported as string);
        if (part.entries === null) continue;
        const [list, start] = part.entries as [number, number];
        part.entries = new StoredEntries(lists[list]!, start);
      }
    }
  }
  return head as FileReport;
}

function isHeadPlace(place: Place | HeadPlace): place is HeadPlace {
  return Array.isArray(place);
}
