import { mask, maskStray } from '../../core/finding.js';
import type { Value } from '../../core/value.js';
import { CASTS, isBlank } from '../cast/index.js';
import { cellText } from '../cells/cell-text.js';
import type { Sex } from '../cells/sex-text.js';
import { type FieldValue, indexOf } from '../data-record.js';
import type { BySex } from '../header/by-sex.js';
import type { CompiledLayout } from '../header/compile.js';
import type { CellReader, ColumnsReader, ReportField } from './record.js';

/** One of the two columns. */
interface Half {
  readonly sex: Sex;
  readonly column: number;
  /** Null where the column is ticked. */
  readonly birth: CellReader | null;
}

/** What a cell says: that it is this person's sex, and when they were born. */
interface Said {
  readonly sex: Sex;
  readonly birth: FieldValue;
}

/**
 * Reads `Năm sinh: Nam | Nữ` and `Nam | Nữ`: the column that is filled tells the sex, and a
 * year in it that of birth. Where both are, neither is taken, and that is told.
 */
export function pairReader(
  pair: BySex,
  layout: CompiledLayout,
  readerOf: (field: string, column: number) => CellReader,
): ColumnsReader {
  const halves = (['male', 'female'] as const).map((sex): Half => {
    const column = pair[sex];
    return { sex, column, birth: pair.born === null ? null : readerOf(pair.born, column) };
  });
  const [sexAt, bornAt] = [pair.sex, pair.born].map((id) => id && indexOf(layout, id));
  return (values, record, report) => {
    const said = halves.flatMap((half) => saidIn(half, pair, values[half.column] ?? null, report));
    if (said.length > 1) tellBoth(pair, values, report);
    const only = said.length === 1 ? said[0]! : null;
    if (typeof sexAt === 'number') record[sexAt] = only?.sex ?? null;
    if (typeof bornAt === 'number') record[bornAt] = only?.birth ?? null;
    return true;
  };
}

function saidIn({ sex, column, birth }: Half, pair: BySex, raw: Value, report: ReportField) {
  if (isBlank(raw)) return [];
  const ticked = CASTS.mark(raw);
  if (typeof ticked === 'boolean') return ticked ? [{ sex, birth: null }] : [];
  if (birth === null && typeof CASTS.year(raw) === 'number') return [{ sex, birth: null }];
  if (CASTS.sex(raw) === sex) return [{ sex, birth: null }];
  if (birth !== null) return [{ sex, birth: birth(raw, report) ?? null } satisfies Said];
  refuse(pair.sex!, raw, 'mark', report, column);
  return [];
}

function tellBoth(
  { sex, born, male, female }: BySex,
  values: readonly Value[],
  report: ReportField,
) {
  const both = [male, female].map((column) => cellText(values[column] ?? null)).join(' / ');
  refuse(sex ?? born!, born === null ? both : mask(both), 'sex', report, female);
}

function refuse(
  field: string,
  raw: Value,
  expected: 'mark' | 'sex',
  report: ReportField,
  column: number,
): void {
  const found = maskStray(cellText(raw));
  report('CCDS-R03', { field, found, expected, suggestion: '' }, field, column);
}
