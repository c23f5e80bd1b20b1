import { foldAccents } from '../core/text.js';
import type { Node } from '../geography/types.js';
import { KIND } from './unit-names.js';

/** `Tỉnh Cà Mau` → `ca-mau`: unaccented, lower case, hyphens, no type. */
export function provinceSlug(node: Node): string {
  return slug(node.unit.name.normalize('NFC').replace(KIND, ''));
}

/**
 * `Huyện Ngọc Hiển` → `ngoc-hien`; the type stays where the name alone says little
 * (`Phường 5` → `phuong-5`).
 */
function unitSlug(node: Node): string {
  const bare = node.unit.name.normalize('NFC').replace(KIND, '');
  return slug(/^\d/u.test(bare) ? node.unit.name : bare);
}

function slug(name: string): string {
  return foldAccents(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** `tong-hop-ca-mau-2024-09.xlsx`. */
export function provinceFile(province: Node, period: string): string {
  return `tong-hop-${provinceSlug(province)}-${period}.xlsx`;
}

/**
 * `huyen/973-ngoc-hien-2024-09.xlsx`, or `xa/32083-phuong-tan-xuyen-…`; null for a unit
 * that has no workbook of its own. Communes have one where no district is above them.
 */
export function unitFile(node: Node, period: string): string | null {
  const folder = folderOf(node);
  if (folder === null) return null;
  return `${folder}/${slug(node.unit.code)}-${unitSlug(node)}-${period}.xlsx`;
}

/** `32245-tan-an`: folder of what goes back to a unit. */
export function unitFolder(node: Node): string {
  return `${slug(node.unit.code)}-${unitSlug(node)}`;
}

function folderOf(node: Node): 'huyen' | 'xa' | null {
  if (node.unit.level === 'district') return 'huyen';
  if (node.unit.level !== 'commune') return null;
  return node.parent?.unit.level === 'district' ? null : 'xa';
}
