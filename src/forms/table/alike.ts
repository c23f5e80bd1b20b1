import type { Code } from '../../core/codes.js';
import type { Finding } from '../../core/finding.js';
import { FEW, firstFew } from '../../core/first-few.js';

/** So many of a kind are told one by one; more, in one finding at the first cell. */
const TOLD: Partial<Record<Code, number>> = {
  'CCDS-R05': 3,
  'CCDS-R13': 3,
  'CCDS-R14': 3,
  'CCDS-R15': 3,
  'CCDS-R18': 3,
  'CCDS-R19': 3,
  'CCDS-S11': 1,
  'CCDS-X03': 1,
};
/** Runs of cells that it stands for: more would be kept of a sheet of junk alone. */
const RUNS = 10_000;

/** Findings of one kind in a table: the first ones, where they stand, and how many there are. */
interface Kind {
  readonly few: number;
  readonly first: Finding[];
  readonly cells: string[];
  /** First and last rows of the cells, a run after another. */
  readonly runs: number[];
  count: number;
}

/** Holds back what many rows of a table have alike, so that a column of a thousand is told once. */
export class Alike {
  private readonly kinds = new Map<string, Kind>();

  /** True for a code that is held back. */
  static has(code: Code): boolean {
    return TOLD[code] !== undefined;
  }

  add(found: Finding): void {
    const kind = this.kindOf(found);
    kind.count++;
    if (kind.count <= kind.few) kind.first.push(found);
    if (kind.count <= FEW && found.place.cell !== undefined) kind.cells.push(found.place.cell);
    addRow(kind.runs, found.place.row ?? 0);
  }

  private kindOf({ code, args, field }: Finding): Kind {
    const key = `${code} ${field ?? args.column} ${args.header ?? ''} ${'part' in args}`;
    let kind = this.kinds.get(key);
    if (kind === undefined) {
      kind = { few: TOLD[code] ?? 0, first: [], cells: [], runs: [], count: 0 };
      this.kinds.set(key, kind);
    }
    return kind;
  }

  /** Tells them by kind: each, or the first with how many `cells` are alike and the first of them. */
  end(emit: (found: Finding) => void): void {
    for (const { few, first, cells, runs, count } of this.kinds.values()) {
      if (count <= few) first.forEach(emit);
      else
        emit({
          ...first[0]!,
          args: { ...first[0]!.args, ...summed(count, cells) },
          ...areaOf(first[0]!, runs),
        });
    }
  }
}

/** Rows come in rising order. */
function addRow(runs: number[], row: number): void {
  if (runs.at(-1) === row - 1) runs[runs.length - 1] = row;
  else if (runs.length < RUNS * 2) runs.push(row, row);
}

function areaOf({ place }: Finding, runs: readonly number[]): { area?: string } {
  const column = place.cell?.replace(/\d+$/, '');
  if (column === undefined) return {};
  const areas: string[] = [];
  for (let i = 0; i < runs.length; i += 2)
    areas.push(`${column}${runs[i]}${runs[i] === runs[i + 1] ? '' : `:${column}${runs[i + 1]}`}`);
  return { area: areas.join(' ') };
}

function summed(count: number, cells: readonly string[]): { cells: number; places: string } {
  return { cells: count, places: firstFew(cells, ', ', count) };
}
