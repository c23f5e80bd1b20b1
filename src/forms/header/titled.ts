import { memo, memoText } from '../../core/memo.js';
import { isBlank } from '../cells/filled.js';
import { isTotalText } from '../cells/row-kind.js';
import { weekLeading } from '../cells/week-text.js';
import type { SheetRow } from '../table-context.js';
import { isTable } from './beside.js';
import type { CompiledLayout } from './compile.js';
import { FROM_LEFT, type HeaderTexts } from './covered.js';
import { isMonth } from './dated-heading.js';
import { headerColumns } from './header-columns.js';
import type { Block } from './header-search.js';
import { headerKey } from './header-text.js';
import { saysWhole } from './heading-part.js';
import { recognise } from './recognise.js';
import { saysAnotherTime, saysRate } from './under-heading.js';
import { isSerialHeading, unitLevel } from './unit-columns.js';

/** A heading of fewer words may stand in any title; one that says `số` is told by one less. */
const FEWEST_WORDS = 4;

/**
 * A header whose columns say how much alone, or in which week or month, and whose title says what they count: `SỐ HỘ
 * ĐƯỢC HỖ TRỢ` above `Ấp | Tuần 1 | Tuần 2`, or `Ấp | Số lượng`. Null for any other row.
 * @param titles the texts above it, from top to bottom
 */
export function titledTable(
  row: SheetRow,
  titles: () => readonly string[],
  layouts: readonly CompiledLayout[],
  textsOf: HeaderTexts,
): Block | null {
  const first = row.values.findIndex(isBareCount);
  if (first < 0) return null;
  const isBare = isHeadOfBare(row, first);
  if (!isBare && partsBefore(row, first).length < 2) return null;
  const heading = headingIn(titles(), layouts);
  if (heading === null) return null;
  const texts = textsOf(row);
  if (!isBare) return dividedTable(row, texts, { first, heading }, layouts);
  let end = first;
  while (isBareCount(texts[end]) || isBeside(texts[end])) end++;
  const above = texts.map((_, i) =>
    i === first ? heading : i > first && i < end ? FROM_LEFT : '',
  );
  const columns = headerColumns([above, texts], layouts).map((one) => ({ ...one, row: 0 }));
  const found = recognise(columns, layouts).find(
    (one) => one.layout.layout === 'tally' && one.missing.length === 0 && isTable(one),
  );
  return found === undefined ? null : { found, rows: [row], columns, rivals: [], companions: [] };
}

/** The columns between the hamlets' and a total: `Ấp | Đoàn thanh niên | Hội phụ nữ | Tổng cộng`. */
function partsBefore({ values }: SheetRow, total: number): readonly number[] {
  const text = values[total];
  if (typeof text !== 'string' || !isTotalText(text)) return [];
  const keys = values.map((value) => (typeof value === 'string' ? headerKey(value) : ''));
  const place = keys.findIndex((key) => unitLevel(key) === 'hamlet');
  const parts = place < 0 ? [] : [...keys.keys()].filter((at) => at > place && at < total);
  return parts.every((at) => keys[at] !== '') ? parts : [];
}

/**
 * A tally whose count is a total, divided before it in other words than any form's: by organisation, by
 * trade. The parts are what it is held against.
 */
function dividedTable(
  row: SheetRow,
  texts: readonly string[],
  { first, heading }: { readonly first: number; readonly heading: string },
  layouts: readonly CompiledLayout[],
): Block | null {
  const above = texts.map((_, i) => (i === first ? heading : ''));
  const columns = headerColumns([above, texts], layouts).map((one) => ({ ...one, row: 0 }));
  const parts = partsBefore(row, first);
  for (const found of recognise(columns, layouts)) {
    const { layout, missing, fields, unknown } = found;
    const [field] = [...fields].find(([, column]) => column === first) ?? [];
    if (layout.layout !== 'tally' || missing.length > 0 || field === undefined) continue;
    if (!parts.every((part) => unknown.some(({ column }) => column === part))) continue;
    const rest = unknown.filter(({ column }) => !parts.includes(column));
    const divided = { ...found, unknown: rest, ofWeeks: new Map([[field, parts]]) };
    return { found: divided, rows: [row], columns, rivals: [], companions: [] };
  }
  return null;
}

function isWeek(text: unknown): boolean {
  return typeof text === 'string' && weekLeading(text) !== null;
}

/** `Tuần 1`, `Tháng 9`, `Số lượng`, `Kết quả`, `Trong tháng`. */
function isBareCount(text: unknown): boolean {
  return typeof text === 'string' && text !== '' && saysBareCount(text);
}

const saysBareCount = memoText(
  (text) => isWeek(text) || saysHowMuch(text) || (text.length < LONGEST_BARE && isMonth(text)),
);

function saysHowMuch(text: string): boolean {
  const key = headerKey(text);
  return key.length < LONGEST_BARE && saysWhole(key);
}

const LONGEST_BARE = 40;

/** `Tổng`, and what is told beside a count: what was planned, its share, another period's. */
function isBeside(text = ''): boolean {
  return text !== '' && (isTotalText(text) || saysAnotherTime(text) || saysRate(text));
}

/**
 * Two weeks, or the columns of a tally by hamlets: what stands before them is the hamlet's, and its
 * number.
 */
function isHeadOfBare({ values }: SheetRow, first: number): boolean {
  if (isWeek(values[first])) return isWeek(values[first + 1]);
  const before = values.slice(0, first).filter((value) => !isBlank(value));
  const keys = before.map((value) => (typeof value === 'string' ? value : ''));
  const isPlace = (text: string) => unitLevel(headerKey(text)) !== null;
  const isKnown = (text: string) =>
    isPlace(text) || isSerialHeading(headerKey(text)) || isBeside(text);
  return keys.some((text) => unitLevel(headerKey(text)) === 'hamlet') && keys.every(isKnown);
}

/** What the nearest title that says what is counted says, as a heading. */
export function headingIn(
  titles: readonly string[],
  layouts: readonly CompiledLayout[],
): string | null {
  const headings = tellingHeadings(layouts);
  for (const title of [...titles].reverse()) {
    const key = ` ${headerKey(title)} `;
    if (OF_ANOTHER.test(key)) return null;
    const said = headings.find(({ words }) => key.includes(` ${words} `));
    if (said === undefined) continue;
    const rest = key.slice(key.indexOf(` ${said.words} `) + said.words.length + 1).trim();
    return rest === '' || GOES_ON.test(rest) ? said.label : null;
  }
  return null;
}

/** Running totals, plans and shares: not what was counted in the period. */
const OF_ANOTHER =
  / (?:luy ke|cong don|tu dau nam|ke hoach|chi tieu|du kien|muc tieu|ty le|ti le|so sanh|chua|khong co) /;

/**
 * What may follow in a title that says no more of what is counted: when, where, of whose. `SỐ HỘ ĐƯỢC
 * HỖ TRỢ THANH TOÁN` are others.
 */
const GOES_ON =
  /^(?:(?:trong |theo |tung |hang |moi |cua |o |tai |den |tinh den |tu )*(?:thang|tuan|quy|ky|dot|ngay|\d+|nam \d+|6 thang)|(?:trong |tren )?(?:toan )?(?:dia ban|cac|xa|phuong|thi tran|dac khu|huyen|ap|khom|thon|buon|ban|xom|to (?:cnscd|cong nghe so))|(?:tren dia ban|theo|chia theo|phan theo|cua|o|tai) (?:cac |tung )?(?:xa|phuong|thi tran|dac khu|huyen|ap|khom|thon|buon|ban|xom|dia ban|don vi|to))(?: |$)/;

interface Telling {
  /** The words by which it is told, folded. */
  readonly words: string;
  readonly label: string;
}

/** Of the tallies that one count makes, the headings of that count; the longest first. */
const tellingHeadings = memo((layouts: readonly CompiledLayout[]): readonly Telling[] =>
  layouts
    .filter(({ layout, required }) => layout === 'tally' && required.length === 1)
    .flatMap(({ headings, required, byId }) =>
      [...headings].flatMap(([words, field]) => {
        const count = words.split(' ').length + Number(/^(?:tong )?so /.test(words));
        if (count < FEWEST_WORDS || !required.includes(field)) return [];
        return [{ words, label: byId.get(field)!.label.vi }];
      }),
    )
    .sort((a, b) => b.words.length - a.words.length),
);
