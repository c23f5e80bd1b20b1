import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey, headerKeys } from './header-text.js';
import { stateOf } from './heading-part.js';
import type { Recognition } from './recognise.js';

type Repeated = Recognition['repeated'][number];

const upperOf = ({ texts }: HeaderColumn) => texts.slice(0, -1).join('\n');
const leafOf = ({ texts }: HeaderColumn) => headerKey(texts.at(-1)!);

/** One heading below several that differ: `Trong tháng | Lũy kế` over `Mức 1 | Mức 2`. */
function areUnderOthers(all: readonly HeaderColumn[]): boolean {
  if (!all.every(({ texts }) => texts.length > 1)) return false;
  const uppers = new Set(all.map(upperOf));
  return uppers.size === all.length && new Set(all.map(leafOf)).size === 1;
}

/**
 * Of columns of one field below headings of the period and of the running total the one that counts:
 * a stock's is the total, a flow's that of the period. The others mean nothing.
 */
export function settleParts(
  columns: readonly HeaderColumn[],
  fields: Map<string, number>,
  headings: Map<string, string>,
  repeated: Repeated[],
  unknown: HeaderColumn[],
  layout: CompiledLayout,
): void {
  if (repeated.length === 0) return;
  for (const [id, first] of fields) {
    const again = repeated.filter((one) => one.first === first);
    const own = columns.find(({ column }) => column === first);
    if (again.length === 0 || own === undefined) continue;
    const all = [own, ...again.map(({ column }) => column)];
    const chosen = areUnderOthers(all) ? chosenOf(all, layout.flows.has(id)) : undefined;
    if (chosen === undefined) continue;
    fields.set(id, chosen.column);
    headings.set(id, chosen.readings[0] ?? '');
    unknown.push(...all.filter((one) => one !== chosen));
    for (const one of again) repeated.splice(repeated.indexOf(one), 1);
  }
}

function chosenOf(all: readonly HeaderColumn[], isFlow: boolean): HeaderColumn | undefined {
  const states = all.map(({ texts }) => stateOf(headerKey(texts.at(-2)!)));
  if (states.includes(null)) return undefined;
  const wanted = all.filter((_, i) => (states[i] === 'period') === isFlow);
  return wanted.length === 1 ? wanted[0] : undefined;
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
