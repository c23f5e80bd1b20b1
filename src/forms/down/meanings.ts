import { countsMeans } from '../header/by-means.js';
import type { CompiledLayout } from '../header/compile.js';
import { headerKey, headerKeys } from '../header/header-text.js';
import { saysWhole } from '../header/heading-part.js';
import { allInWords } from '../header/parts-in-words.js';
import { isQualified } from '../header/qualified.js';
import type { Label } from './labels.js';

/** A field that a row's name may mean. */
export interface Meaning {
  readonly layout: CompiledLayout;
  readonly field: string;
  /** The heading by which it is known, folded. */
  readonly heading: string;
  /** Another row of the field is only a part of this one: those with a QR code of all cashless ones. */
  readonly isAll?: boolean;
}

/** What a name alone may mean, in each tally. */
export function meaningsOf(text: string, layouts: readonly CompiledLayout[]): readonly Meaning[] {
  return layouts.flatMap((layout) => {
    for (const heading of headerKeys(text)) {
      const field = layout.headings.get(heading);
      if (field !== undefined && layout.byId.get(field)!.type === 'count')
        return isQualified(field, text, layout) ? [] : [meaning(layout, field, heading)];
    }
    const all = allInWords(text, layout);
    return all === null ? [] : [{ layout, ...all }];
  });
}

function meaning(layout: CompiledLayout, field: string, heading: string): Meaning {
  const isAll = layout.byId.get(field)!.means === true && !countsMeans(heading);
  return { layout, field, heading, ...(isAll && { isAll }) };
}

/**
 * What a row means together with those it stands below: `Hộ kinh doanh` over `Tổng số`, `Số
 * thành viên` over `Tổng số`; of several rows above, the nearest that gives a meaning.
 */
export function meaningsBelow(
  label: Label,
  layouts: readonly CompiledLayout[],
): readonly Meaning[] {
  if (SAYS_NOTHING.test(label.text)) return [];
  for (let above = label.parent; above !== null; above = above.parent) {
    const joined = meaningsOf(`${above.text} ${label.text}`, layouts);
    if (joined.length > 0) return joined;
    if (!above.filled && saysWhole(headerKey(label.text))) {
      const own = meaningsOf(label.text, layouts);
      const whole = meaningsOf(above.text, layouts).filter(
        ({ layout }) => !own.some((one) => one.layout === layout),
      );
      if (whole.length > 0) return whole;
    }
  }
  return [];
}

/** Blank, or all in parentheses: it adds nothing to what stands above. */
const SAYS_NOTHING = /^\s*(?:\([^()]*\)?\s*)*$/;

/** The one tally that a title speaks of, by the form's name or one of its headings; else null. */
export function layoutNamed(
  title: string,
  layouts: readonly CompiledLayout[],
): CompiledLayout | null {
  const [exact, ...others] = new Set(meaningsOf(title, layouts).map(({ layout }) => layout));
  if (exact !== undefined) return others.length === 0 ? exact : null;
  const key = ` ${headerKey(title)} `;
  const named = layouts.filter(({ form }) => key.includes(` ${headerKey(form.label.vi)} `));
  return named.length === 1 ? named[0]! : null;
}
