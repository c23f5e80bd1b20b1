import type { TableReport } from '../report.js';
import type { RowPeriods } from './row-periods.js';

/** Of which month a table is, and how that is stated. */
type Stated = Pick<TableReport, 'month' | 'periodText'>;

/** Rows of other periods than the run's among a table's. */
export class SetAside {
  private readonly periods: RowPeriods | undefined;
  private count = 0;
  /** What the first of them states. */
  private first: Stated | null = null;

  constructor(periods: RowPeriods | undefined) {
    this.periods = periods;
  }

  /** Notes what a row of another period, or of none that can be told, states. */
  note(stated: Stated, isRejected: boolean): void {
    if (!isRejected) this.count++;
    this.first ??= stated;
  }

  /** All rows are of another period; or there are none, and the sheet is. @param size rows of data */
  isAll(size: number): boolean {
    return size > 0 ? this.count === size : this.periods?.isOfAnother === true;
  }

  /** The period that is not the run's: the sheet's own, else that of the first row. */
  get stated(): Stated {
    const { rest = null, isOfAnother = false } = this.periods ?? {};
    return isOfAnother ? { month: rest!.month, periodText: rest!.stated } : this.first!;
  }
}
