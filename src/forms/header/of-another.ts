import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys } from './header-text.js';

/**
 * True where a lower row of a tally's heading names the field, but what stands above is another
 * count of the same people: `Nữ` below `Đã tập huấn` are not all women of the team. Not so of
 * what stands above as the title of a group, as `Tổ CNSCĐ` does over `Số thành viên | Nữ`.
 */
export function isOfAnother(field: string, { texts }: HeaderColumn, layout: CompiledLayout) {
  if (layout.layout !== 'tally' || texts.length < 2) return false;
  const { headings } = layout;
  for (let i = 0; i < texts.length; i++) {
    const isNamed = headerKeys(texts.slice(i).join(' ')).some((key) => headings.get(key) === field);
    if (isNamed) return texts.slice(0, i).some((text) => isSibling(field, text, layout));
  }
  return false;
}

/** A heading that names another part of the field's whole, and neither holds the other. */
function isSibling(field: string, text: string, { headings, form }: CompiledLayout): boolean {
  const { team, checks = [] } = form.tally!;
  const others = headerKeys(text).flatMap((key) => headings.get(key) ?? []);
  const wholes = (part: string) =>
    checks.flatMap((check) => ('part' in check && check.part === part ? check.whole : []));
  return others.some(
    (other) =>
      other !== field &&
      other !== team?.teams &&
      !wholes(other).includes(field) &&
      !wholes(field).includes(other) &&
      wholes(other).some((whole) => wholes(field).includes(whole)),
  );
}
