import type { Entries, FileReport, Numbers, Part } from '../forms/report.js';

/** Whole numbers take as few bytes as the largest needs; anything else is a double. */
const WHOLE = [Uint8Array, Uint16Array, Uint32Array] as const;
/** What a compact column can be. */
export const KINDS = [...WHOLE, Float64Array] as const;
type Kind = (typeof KINDS)[number];

/**
 * The same report with the numbers of its lists in one buffer: 11 bytes for an account
 * (row, key, marks), so that a million rows are held in little, and go from one thread to
 * another without a copy.
 */
export function compact(report: FileReport): FileReport {
  const buffer = new ArrayBuffer(bytesOf(report));
  let at = 0;
  return withColumns(report, (numbers) => {
    const kind = kindOf(numbers);
    at = aligned(at, kind);
    const column = new kind(buffer, at, numbers.length);
    column.set(numbers);
    at += column.byteLength;
    return column;
  });
}

/** The buffers that hold a compact report's numbers: they can be handed over. */
export function buffersOf(report: FileReport): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  withColumns(report, (numbers) => {
    if (ArrayBuffer.isView(numbers)) buffers.add(numbers.buffer as ArrayBuffer);
    return numbers;
  });
  return [...buffers];
}

function bytesOf(report: FileReport): number {
  let bytes = 0;
  withColumns(report, (numbers) => {
    const kind = kindOf(numbers);
    bytes = aligned(bytes, kind) + numbers.length * kind.BYTES_PER_ELEMENT;
    return numbers;
  });
  return bytes;
}

function kindOf(numbers: Numbers): Kind {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) {
    const n = numbers[i]!;
    if (!(n >= 0 && Number.isInteger(n))) return Float64Array;
    if (n > most) most = n;
  }
  return WHOLE.find(({ BYTES_PER_ELEMENT: size }) => most < 256 ** size) ?? Float64Array;
}

function aligned(at: number, { BYTES_PER_ELEMENT: size }: Kind): number {
  return Math.ceil(at / size) * size;
}

/** The report with each column of each list put through `change`, but for those that are empty. */
export function withColumns(report: FileReport, change: (numbers: Numbers) => Numbers): FileReport {
  const some = (numbers: Numbers) => (numbers.length === 0 ? numbers : change(numbers));
  const entries = (of: Entries): Entries => ({
    row: some(of.row),
    keys: of.keys.map(some),
    weak: some(of.weak),
    group: some(of.group),
    visit: some(of.visit),
    mask: some(of.mask),
  });
  const part = (of: Part) => (of.entries === null ? of : { ...of, entries: entries(of.entries) });
  const sheets = report.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({ ...table, parts: table.parts.map(part) })),
  }));
  return { ...report, sheets };
}
