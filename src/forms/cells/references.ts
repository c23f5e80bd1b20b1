import { withLetters } from '../../core/character-references.js';
import type { SheetRow } from '../table-context.js';

const LETTER = /&#(?:\d{3,4}|x[\da-f]{2,4});/i;

/** What a sheet had of them. */
export interface FoundReferences {
  readonly encoding: 'references';
  readonly cells: number;
  readonly places: '';
}

/**
 * Letters that a program, which took a text for a page of the web, has left as their numbers. A sheet
 * has them where its first rows do: no heading is without such a letter.
 */
export class References {
  private hasAny = false;
  private cells = 0;

  /** Looks at the first rows of the sheet. */
  sample(rows: readonly SheetRow[]): void {
    this.hasAny = rows.some(({ values }) =>
      values.some((value) => typeof value === 'string' && LETTER.test(value)),
    );
  }

  /** The row with the letters themselves. */
  read(row: SheetRow): SheetRow {
    if (!this.hasAny) return row;
    const values = row.values.map((value) => {
      if (typeof value !== 'string' || !value.includes('&#')) return value;
      const text = withLetters(value);
      if (text !== value) this.cells++;
      return text.normalize('NFC');
    });
    return { ...row, values };
  }

  /** What there is to be told of the sheet; null for nothing. */
  end(): FoundReferences | null {
    return this.cells === 0 ? null : { encoding: 'references', cells: this.cells, places: '' };
  }
}
