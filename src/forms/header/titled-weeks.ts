import { memo } from '../../core/memo.js';
import { isTotalText } from '../cells/row-kind.js';
import { weekLeading } from '../cells/week-text.js';
import type { SheetRow } from '../table-context.js';
import { isTable } from './beside.js';
import type { CompiledLayout } from './compile.js';
import { FROM_LEFT, type HeaderTexts } from './covered.js';
import { headerColumns } from './header-columns.js';
import type { Block } from './header-search.js';
import { headerKey } from './header-text.js';
import { recognise } from './recognise.js';

/** A heading of fewer words may stand in any title. */
const FEWEST_WORDS = 4;

/**
 * A header whose columns are weeks and whose title alone says what they count: `SỐ HỘ ĐƯỢC HỖ TRỢ` above
 * `Ấp | Tuần 1 | Tuần 2`. Null for any other row.
 * @param titles the texts above it, from top to bottom
 */
export function titledWeeks(
  row: SheetRow,
  titles: () => readonly string[],
  layouts: readonly CompiledLayout[],
  textsOf: HeaderTexts,
): Block | null {
  const isWeek = (text: unknown) => typeof text === 'string' && weekLeading(text) !== null;
  const first = row.values.findIndex(isWeek);
  if (first < 0 || !isWeek(row.values[first + 1])) return null;
  const heading = headingIn(titles(), layouts);
  if (heading === null) return null;
  const texts = textsOf(row);
  let end = first;
  while (isWeek(texts[end]) || isTotalText(texts[end] ?? '')) end++;
  const above = texts.map((_, i) =>
    i === first ? heading : i > first && i < end ? FROM_LEFT : '',
  );
  const columns = headerColumns([above, texts], layouts).map((one) => ({ ...one, row: 0 }));
  const found = recognise(columns, layouts).find(
    (one) => one.layout.layout === 'tally' && one.missing.length === 0 && isTable(one),
  );
  return found === undefined ? null : { found, rows: [row], columns, rivals: [], companions: [] };
}

/** What the nearest title says that is counted, as a heading: a starred count of what was done in the period. */
function headingIn(titles: readonly string[], layouts: readonly CompiledLayout[]): string | null {
  const headings = flowHeadings(layouts);
  for (const title of [...titles].reverse()) {
    const key = ` ${headerKey(title)} `;
    if (RUNNING.test(key)) return null;
    const said = headings.find(({ words }) => key.includes(` ${words} `));
    if (said !== undefined) return said.label;
  }
  return null;
}

const RUNNING = / (?:luy ke|cong don|tu dau nam) /;

/** The words by which each is told, and its label. */
const flowHeadings = memo((layouts: readonly CompiledLayout[]) =>
  layouts
    .filter(({ layout }) => layout === 'tally')
    .flatMap(({ headings, flows, required, byId }) =>
      [...headings].flatMap(([words, field]) => {
        const isTelling = words.split(' ').length >= FEWEST_WORDS;
        if (!isTelling || !flows.has(field) || !required.includes(field)) return [];
        return [{ words, label: byId.get(field)!.label.vi }];
      }),
    ),
);
