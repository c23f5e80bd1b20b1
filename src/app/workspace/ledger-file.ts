import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { append } from '../../core/append.js';
import { formatOf, namesIn, readText } from './files.js';

/** One content of one file, as it was first seen. */
export interface Receipt {
  /** Path from `submissions/`, with `/`, in NFC. */
  readonly file: string;
  readonly sha256: string;
  /** ISO, UTC. */
  readonly first_seen: string;
  /** What became of it when it was last read. */
  readonly status: string;
  /** What it reports: `2024-09 members 32201001 32201002; …`; `*` where that was not noted. */
  readonly reported: string;
}

/**
 * Lines of the ledger that can't be read: the first, what is wrong with it, and how many. Without its
 * header none can be.
 */
export interface LedgerDamage {
  readonly path: string;
  readonly line: number;
  readonly why: 'header' | 'cut' | 'columns' | 'quote' | 'hash' | 'time';
  readonly count: number;
}

/** What can be read of the ledger. */
interface LedgerFile {
  readonly receipts: readonly Receipt[];
  readonly damage: LedgerDamage | null;
}

/** Of a content whose reports were not noted, as in ledgers of older versions. */
export const NOT_NOTED = '*';

type Row = Readonly<Partial<Record<keyof Receipt, string>>>;

const NEEDED = ['file', 'sha256', 'first_seen'] as const;
/** Times are compared as texts: those that a spreadsheet program rewrote tell nothing. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
/** Blank of a file that was not opened. */
const SHA256 = /^(?:[0-9a-f]{64})?$/;

/**
 * Reads the ledger, and beside it the copies that a shared folder makes of one which two computers
 * wrote (`ledger (1).csv`): of a content that several have, the earliest time holds.
 * @throws EnvironmentError `workspace-unreadable`
 */
export async function readLedger(path: string): Promise<LedgerFile> {
  const own = await readOne(path);
  const folder = dirname(path);
  const names = await namesIn(folder);
  const copies = names.filter((name) => /^ledger.+\.csv$/i.test(name) && name !== basename(path));
  const receipts = [...own.receipts];
  for (const name of copies.toSorted())
    append(receipts, (await readOne(join(folder, name)).catch(() => NOTHING)).receipts);
  return { receipts, damage: own.damage };
}

const NOTHING: LedgerFile = { receipts: [], damage: null };

async function readOne(path: string): Promise<LedgerFile> {
  const text = await readText(path);
  if (text === null) return NOTHING;
  return whole(text) ?? inPart(path, text);
}

/** All rows of a ledger that is whole; null of any other. */
function whole(text: string): LedgerFile | null {
  let header: readonly string[] = [];
  const columns = (found: string[]) => {
    header = found;
    return found;
  };
  try {
    const rows = parse(text, { columns, ...formatOf(text) }) as Row[];
    const isSound = text.endsWith('\n') && rows.every((row) => flawOf(row, header) === null);
    return isSound && hasNeeded(header) ? { receipts: rows.map(receipt), damage: null } : null;
  } catch {
    return null;
  }
}

/** The rows that can be read, line by line. */
function inPart(path: string, text: string): LedgerFile {
  const lines = text.split(/\r\n|\n|\r/);
  const format = formatOf(text);
  const cells = (line: string) => (parse(line, format) as string[][])[0] ?? [];
  const header = headerOf(() => cells(lines[0]!));
  if (header === null) return { receipts: [], damage: { path, line: 1, why: 'header', count: 1 } };
  const receipts: Receipt[] = [];
  const flaws: Pick<LedgerDamage, 'line' | 'why'>[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line === '') continue;
    const { row, flaw } = rowOf(() => cells(line), header);
    if (flaw === null) receipts.push(receipt(row));
    // ccds ends each line: one that is not ended was cut, and others may have stood below it.
    const isCut = at === lines.length - 1 && flaw !== 'quote';
    const why = isCut ? 'cut' : flaw;
    if (why !== null) flaws.push({ line: at + 1, why });
  }
  const [first] = flaws;
  const damage = first === undefined ? null : { path, ...first, count: flaws.length };
  return { receipts, damage };
}

/** Null where the columns that are needed are not there: ccds never writes a ledger without them. */
function headerOf(cells: () => readonly string[]): readonly string[] | null {
  try {
    const header = cells();
    return hasNeeded(header) ? header : null;
  } catch {
    return null;
  }
}

function rowOf(
  cells: () => readonly string[],
  header: readonly string[],
): { readonly row: Row; readonly flaw: LedgerDamage['why'] | null } {
  try {
    const row: Row = Object.fromEntries(cells().map((value, at) => [header[at] ?? '', value]));
    return { row, flaw: flawOf(row, header) };
  } catch {
    return { row: {}, flaw: 'quote' };
  }
}

function hasNeeded(header: readonly string[]): boolean {
  return NEEDED.every((column) => header.includes(column));
}

function flawOf(row: Row, header: readonly string[]): LedgerDamage['why'] | null {
  if (header.some((column) => row[column as keyof Receipt] === undefined)) return 'columns';
  if (!SHA256.test(row.sha256!)) return 'hash';
  return ISO_TIME.test(row.first_seen!) ? null : 'time';
}

function receipt({ file = '', sha256 = '', first_seen = '', status = '', reported }: Row): Receipt {
  return { file, sha256, first_seen, status, reported: reported ?? NOT_NOTED };
}
