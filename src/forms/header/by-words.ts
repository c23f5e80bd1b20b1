import { maskStray } from '../../core/finding.js';
import { getOrMake, memo, memoText } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import { CASTS, isBlank, isTold } from '../cast/index.js';
import { cellText } from '../cells/cell-text.js';
import { indexOf } from '../data-record.js';
import type { ColumnsReader } from '../records/record.js';
import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys } from './header-text.js';
import type { Recognition } from './recognise.js';

/** A column of a list that says in words what others tick: `Dịch vụ công, an toàn mạng`. */
export interface ByWords {
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  /** The marks that it stands for. */
  readonly fields: readonly string[];
}

const HEADING =
  /^(?:(?:duoc|ho tro|huong dan) )*(?:cac |nhung )?(?:noi dung|ky nang|linh vuc)(?: (?:so|da|duoc|ho tro|huong dan|thuc hien|tiep can))*$/;
const PARTS = /[,;+\n\r]|\/|(?<!\p{L})và(?!\p{L})/u;
const LEADING = /^[\s•*–-]+/u;

/**
 * The list with its marks in the column that names them, where none of them has a column of its own
 * and at least one cell names nothing else.
 * @param rows the first rows below the header
 */
export function withWords(found: Recognition, rows: () => readonly SheetRow[]): Recognition {
  const marks = found.layout.form.list?.oneOf ?? [];
  const isTicked = marks.some((id) => found.fields.has(id));
  if (found.layout.layout !== 'list' || marks.length === 0 || isTicked) return found;
  const said = saidIn(found.layout);
  const own = found.unknown.find(
    (one) =>
      isHeaded(one) && rows().some(({ values }) => isKnown(said(cellText(values[one.column])))),
  );
  if (own === undefined) return found;
  const { column } = own;
  return {
    ...found,
    fields: new Map([...found.fields, ...marks.map((id) => [id, column] as const)]),
    unknown: found.unknown.filter((one) => one !== own),
    byWords: { column, heading: own.text, fields: marks },
  };
}

function isHeaded({ texts }: HeaderColumn): boolean {
  return headerKeys(texts.join(' ')).some((key) => HEADING.test(key));
}

/** What a text says: the marks that it names, and the words that name none. */
interface Said {
  readonly names: ReadonlySet<string>;
  readonly unknown: readonly string[];
}

const isKnown = ({ names, unknown }: Said): boolean => names.size > 0 && unknown.length === 0;

/** Of words that deny, or say what is not yet, nobody knows how far they reach. */
const DENIAL = /(?<!\p{L})(?:không|khong|chưa|chua|ko|k)(?!\p{L})/iu;

/** A column holds few different texts. */
const saidIn = memo((layout: CompiledLayout) => {
  const known = wordsOf(layout);
  const nameOf = (text: string) => headerKeys(text).flatMap((key) => known.get(key) ?? [])[0];
  return memoText((text): Said => {
    const whole = nameOf(text);
    if (whole !== undefined) return { names: new Set([whole]), unknown: [] };
    const parts = text
      .normalize('NFC')
      .split(PARTS)
      .map((part) => part.replace(LEADING, '').trim())
      .filter((part) => part !== '');
    const unknown = parts.filter((part) => nameOf(part) === undefined);
    const isDenied = unknown.some((part) => DENIAL.test(part));
    return { names: new Set(isDenied ? [] : parts.flatMap((part) => nameOf(part) ?? [])), unknown };
  });
});

/** The only mark that a text names and that says nothing else: `Dịch vụ công`; null for any other. */
export function markNamed(layout: CompiledLayout): (text: string) => string | null {
  const said = saidIn(layout);
  return (text) => {
    const { names, unknown } = said(text);
    return names.size === 1 && unknown.length === 0 ? [...names][0]! : null;
  };
}

const wordsOf = memo(({ form, byId, headings }: CompiledLayout): ReadonlyMap<string, string> => {
  const known = new Map<string, string>();
  for (const id of form.list?.oneOf ?? [])
    for (const word of byId.get(id)!.words ?? [])
      for (const key of headerKeys(word)) getOrMake(known, key, () => id);
  for (const [key, id] of headings) if (form.list?.oneOf?.includes(id)) known.set(key, id);
  return known;
});

/**
 * Reads the marks that are named. Of a cell that says anything else the others are not known, which
 * is told.
 */
export function wordsReader({ byWords, layout }: Recognition): ColumnsReader | null {
  if (byWords === undefined) return null;
  const { column, heading, fields } = byWords;
  const marks = fields.map((id) => ({ id, at: indexOf(layout, id)! }));
  const said = saidIn(layout);
  return (values, record, report) => {
    const cell = values[column] ?? null;
    const { names, unknown } = isNone(cell) ? NONE : said(cellText(cell));
    const isWhole = unknown.length === 0;
    for (const { id, at } of marks) record[at] = names.has(id) || (isWhole ? false : null);
    if (isWhole) return true;
    const found = maskStray(cellText(cell));
    const args = { field: heading, found, expected: 'marks', suggestion: '' };
    const rest = { counted: [...names].join(', '), unknown: unknown.map(maskStray).join(', ') };
    report('CCDS-R03', { ...args, ...(names.size > 0 && rest) }, fields[0]!, column);
    return true;
  };
}

const NONE: Said = { names: new Set(), unknown: [] };

/** Blank, or denied. */
function isNone(cell: Value): boolean {
  if (isBlank(cell)) return true;
  const mark = CASTS.mark(cell);
  return !isTold(mark) && mark === false;
}
