import { sexBehind } from '../cells/sex-text.js';
import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey } from './header-text.js';

/** Two columns, `Nam` and `Nữ`, alone or below one heading: the one that is filled tells the sex. */
export interface BySex {
  /** 0-based columns. */
  readonly male: number;
  readonly female: number;
  /** Field whose values stand in them, below `Năm sinh`; null where they are ticked. */
  readonly born: string | null;
  /** Field of the sex; null where another column has it. */
  readonly sex: string | null;
}

/** The pair of columns in which a list says who is a man and who a woman; null where none is. */
export function bySexOf(columns: readonly HeaderColumn[], layout: CompiledLayout): BySex | null {
  if (layout.layout !== 'list') return null;
  for (let i = 1; i < columns.length; i++) {
    const pair = pairOf(columns[i - 1]!, columns[i]!, layout);
    if (pair !== null) return pair;
  }
  return null;
}

/** True for a column that may be one of a pair. */
export function isHalf(column: HeaderColumn): boolean {
  return halfOf(column) !== null;
}

function pairOf(a: HeaderColumn, b: HeaderColumn, layout: CompiledLayout): BySex | null {
  const first = halfOf(a);
  const second = first === null ? null : halfOf(b);
  if (first === null || second === null || first.part === second.part) return null;
  if (first.name !== second.name || b.column !== a.column + 1) return null;
  const sex = layout.fields.find(({ type }) => type === 'sex')?.id ?? null;
  const born = first.name === '' ? null : (layout.headings.get(headerKey(first.name)) ?? null);
  if (born === null ? sex === null || first.name !== '' : !isOfAPerson(layout, born)) return null;
  const [male, female] = first.part === 'male' ? [a.column, b.column] : [b.column, a.column];
  return { male, female, sex, born: born === sex ? null : born };
}

/** What a column says of men or of women alone: below the heading of what it says, or by itself. */
function halfOf({ texts }: HeaderColumn) {
  return sexBehind(texts.length === 1 ? texts[0]! : texts.join(' '));
}

/** Gives the pair's fields a column each, but a sex that has one of its own; null where none is left. */
export function takePair(pair: BySex, fields: Map<string, number>): BySex | null {
  const { born, male, female } = pair;
  const sex = pair.sex !== null && fields.has(pair.sex) ? null : pair.sex;
  if (born === null ? sex === null : fields.has(born)) return null;
  if (born !== null) fields.set(born, male);
  if (sex !== null) fields.set(sex, female);
  return { ...pair, sex };
}

function isOfAPerson({ byId }: CompiledLayout, id: string): boolean {
  const { type, personal } = byId.get(id)!;
  return type === 'sex' || type === 'year' || (type === 'date' && personal === true);
}
