import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKey, headerKeys } from './header-text.js';
import { leafOf, upperOf } from './heading-leaf.js';
import { saysDone, saysStep, saysTotal, stateOf } from './heading-part.js';

type State = ReturnType<typeof stateOf>;

/** One heading below several that differ: `Trong tháng | Lũy kế` over `Mức 1 | Mức 2`. */
function areUnderOthers(all: readonly HeaderColumn[]): boolean {
  if (!all.every(({ texts }) => texts.length > 1)) return false;
  const uppers = new Set(all.map(upperOf));
  return uppers.size === all.length && new Set(all.map(leafOf)).size === 1;
}

/**
 * Of a field's columns that differ in one heading alone, above or below what they have in common, the
 * one of what was done in the end: `Đã kích hoạt` beside `Hồ sơ thu nhận`, of which the form counts none.
 */
function doneOf(all: readonly HeaderColumn[]): HeaderColumn | undefined {
  const height = all[0]!.texts.length;
  if (height < 2 || all.some(({ texts }) => texts.length !== height)) return undefined;
  for (const at of [height - 2, height - 1]) {
    const others = ({ texts }: HeaderColumn) => texts.toSpliced(at, 1).join('\n');
    if (new Set(all.map(others)).size > 1) continue;
    const keys = all.map(({ texts }) => headerKey(texts[at]!));
    const done = all.filter((_, i) => saysDone(keys[i]!));
    if (done.length === 1 && keys.every((key) => saysDone(key) || saysStep(key))) return done[0];
  }
  return undefined;
}

/**
 * Of columns of one field below headings of the period and of the running total the one that counts:
 * a stock's is the total, a flow's that of the period, beside which the total is the running one. The others
 * mean nothing.
 */
export function settleParts(draft: HeaderDraft): void {
  if (draft.repeated.length === 0) return;
  for (const id of draft.fields.keys()) {
    const all = draft.allOf(id);
    if (all.length < 2) continue;
    const done = doneOf(all);
    if (done !== undefined) draft.choose(id, done);
    if (done !== undefined || !areUnderOthers(all)) continue;
    const isFlow = draft.layout.flows.has(id);
    const chosen = inState(all, isFlow ? ['period'] : ['end']);
    if (chosen !== undefined) draft.choose(id, chosen);
    const running = draft.layout.runningOf.get(id);
    if (chosen === undefined || running === undefined || draft.fields.has(running)) continue;
    const soFar = inState(all, ['end', 'since']);
    // Beside `Tháng trước | Tháng này` a total may be of these two alone.
    const isOfAll = draft.columns.every(
      (one) => all.includes(one) || leafOf(one) !== leafOf(chosen),
    );
    if (soFar !== undefined && (isOfAll || !saysTotal(headerKey(soFar.texts.at(-2)!))))
      draft.give(running, soFar);
  }
}

/** The only one of the columns whose heading above says so, where all of them say something. */
function inState(all: readonly HeaderColumn[], wanted: readonly State[]): HeaderColumn | undefined {
  const states = all.map(({ texts }) => stateOf(headerKey(texts.at(-2)!)));
  if (states.includes(null)) return undefined;
  const found = all.filter((_, i) => wanted.includes(states[i]!));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * True where nobody can tell which of a starred field's columns is meant: the same heading stands
 * below several (`Xã báo cáo | Công an báo cáo`), and the first is not the form's own (`Tổ CNSCĐ`).
 */
export function areDoubtful(all: readonly HeaderColumn[], { headings }: CompiledLayout): boolean {
  if (all.length < 2 || !areUnderOthers(all)) return false;
  return !all[0]!.texts
    .slice(0, -1)
    .some((text) => headerKeys(text).some((key) => headings.has(key)));
}
