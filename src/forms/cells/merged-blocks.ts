/** A merged range, 0-based columns and 1-based rows. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Vertical merges of one column, asked row after row. */
export interface MergedBlocks {
  /** True where a row lies in a merged block, below its first row. */
  covers(row: number): boolean;
  /** True where a row is the first one of a merged block. */
  begins(row: number): boolean;
}

/**
 * The merged blocks of a column that are higher than a row. A cursor goes along with the
 * rows, so that thousands of blocks cost no more than one; rows are asked in rising order.
 */
export function mergedBlocks(merges: readonly MergedRange[], column: number): MergedBlocks {
  const blocks = merges
    .filter((m) => m.left <= column && column <= m.right && m.bottom > m.top)
    .sort((a, b) => a.top - b.top);
  let at = 0;
  const topAt = (row: number) => {
    while (at < blocks.length && blocks[at]!.bottom < row) at++;
    return blocks[at]?.top ?? Number.POSITIVE_INFINITY;
  };
  return {
    covers: (row) => topAt(row) < row,
    begins: (row) => topAt(row) === row,
  };
}
