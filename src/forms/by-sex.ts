import { fold } from '../core/text.js';
import type { CompiledLayout } from './compile.js';
import { headerKey } from './header-text.js';
import type { HeaderColumn } from './recognise.js';

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

interface Half {
  readonly sex: 'male' | 'female';
  /** What stands before `nam` or `nữ`, folded. */
  readonly stem: string;
}

const HALF = /^(?:(.+) )?(nam|nữ|nu)$/u;

/** The pair of columns in which a list says who is a man and who a woman; null where none is. */
export function bySexOf(columns: readonly HeaderColumn[], layout: CompiledLayout): BySex | null {
  if (layout.layout !== 'list') return null;
  for (const [i, first] of columns.slice(0, -1).entries()) {
    const pair = pairOf(first, columns[i + 1]!, layout);
    if (pair !== null) return pair;
  }
  return null;
}

function pairOf(a: HeaderColumn, b: HeaderColumn, layout: CompiledLayout): BySex | null {
  const [first, second] = [halfOf(a), halfOf(b)];
  const isPair = first !== null && second !== null && first.sex !== second.sex;
  if (!isPair || first.stem !== second.stem || b.column !== a.column + 1) return null;
  const sex = layout.fields.find(({ type }) => type === 'sex')?.id ?? null;
  const born = first.stem === '' ? null : (layout.headings.get(headerKey(first.stem)) ?? null);
  if (born === null ? sex === null || first.stem !== '' : !isOfAPerson(layout, born)) return null;
  const [male, female] = first.sex === 'male' ? [a.column, b.column] : [b.column, a.column];
  return { male, female, sex, born: born === sex ? null : born };
}

/** Accents are kept, as `Năm` is a year. */
function halfOf({ texts }: HeaderColumn): Half | null {
  const text = fold(texts.join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const half = HALF.exec(text.trim());
  return half === null ? null : { sex: half[2] === 'nam' ? 'male' : 'female', stem: half[1] ?? '' };
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
