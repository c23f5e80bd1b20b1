/** Counts a table's data rows, and those that were rejected by hamlet. */
export class TableCounts {
  /** Data rows so far. */
  data = 0;
  rejected = 0;
  /** The first and the last of them; 0 for none. */
  firstRow = 0;
  lastRow = 0;
  /** By the hamlet's code; '' where it is not known. */
  readonly rejectedBy: Record<string, number> = {};

  add(row: number): void {
    if (this.data === 0) this.firstRow = row;
    this.data++;
    this.lastRow = row;
  }

  reject(unit: string): void {
    this.rejected++;
    this.rejectedBy[unit] = (this.rejectedBy[unit] ?? 0) + 1;
  }
}
