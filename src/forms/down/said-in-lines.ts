import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import type { CompiledLayout } from '../header/compile.js';
import type { SheetRow } from '../table-context.js';
import type { DownHeader } from './header.js';
import { isLabel } from './headless.js';

/** `- Số thành viên: 5 người`: what is counted, and what is said of it. */
const SAID = /^(?<label>[^:=]*\p{L}[^:=]*?)\s*[:=]\s*(?<said>[^\s:=][^:=]*)$/u;
/** How much, and in what; no date, and no telephone number. */
const COUNT = /^(\d{1,3}(?:[.,]\d{3})*|\d{1,6})(?:\s+\p{L}+(?:\s\p{L}+){0,2})?\s*[.;,]?$/u;
/** More than one number behind it: a line that only people can take apart. */
const SEVERAL = /[:=]\s*\d+\s+\p{L}[^:]*\d/u;

const BULLET = /^[\s+*•–-]+/u;

interface SaidInLines {
  /** The rows, each of those lines with its label in its own cell, and its count beside it. */
  readonly rows: readonly SheetRow[];
  readonly header: DownHeader;
}

/**
 * A report pasted from a message, a line a row and all in one column (`- Số thành viên: 5`), as a table laid
 * downwards. Null where fewer than two lines name a field of a tally, and where one has several numbers.
 */
export function saidInLines(
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): SaidInLines | null {
  const lines = rows.map((row) => lineOf(row, layouts));
  const first = lines.findIndex((line) => line?.isNamed);
  if (first < 0) return null;
  const { column } = lines[first]!;
  const own = lines.map((line) => (line?.column === column ? line : null));
  if (own.some((line) => line !== null && SEVERAL.test(line.text))) return null;
  if (own.filter((line) => line?.isNamed).length < 2) return null;
  const row = rows[first]!.number;
  const header: DownHeader = {
    top: row,
    bottom: row - 1,
    label: column,
    lastLabel: column,
    values: [{ row, column: column + 1, text: '' }],
    inLines: true,
    measure: null,
    byHamlet: false,
    running: null,
    unknown: [],
  };
  const apart = (one: SheetRow, i: number) => (i < first ? one : turned(one, own[i] ?? null));
  return { rows: rows.map(apart), header };
}

interface Line {
  readonly column: number;
  readonly text: string;
  readonly label: string;
  /** Null for a line that says nothing of how much. */
  readonly said: string | null;
  /** Its label names a field of a tally. */
  readonly isNamed: boolean;
}

/** The only text of a row. */
function lineOf({ values }: SheetRow, layouts: readonly CompiledLayout[]): Line | null {
  const column = values.findIndex((value) => !isBlank(value));
  if (column < 0 || values.some((value, i) => i > column && !isBlank(value))) return null;
  const text = cellText(values[column]);
  const { label = text, said = null } = SAID.exec(text)?.groups ?? {};
  const count = said === null ? null : (COUNT.exec(said)?.[1] ?? null);
  const isNamed = said !== null && isLabel(label.replace(BULLET, ''), layouts);
  if (count === null && !isNamed) return { column, text, label: text, said: null, isNamed };
  return { column, text, label, said: count ?? said, isNamed };
}

/** The label in the line's own cell, and the count to the right. */
function turned(row: SheetRow, line: Line | null): SheetRow {
  if (line === null) return row;
  const before = Array.from({ length: line.column }, () => null);
  return { ...row, values: [...before, line.label, line.said] };
}
