import { clean } from '../../core/text.js';
import type { SheetContext } from '../sheet-context.js';

/** The same in a file's name, or as a whole folder's; `nhap` without accents is an input as well. */
const DRAFT_FILE =
  /(?<![\p{L}\d])(?:dự thảo|nháp|đã hủy|đã huỷ|hủy|huỷ|không dùng|du thao|ban nhap|da huy)(?![\p{L}\d])/iu;

const DRAFT_FOLDER =
  /^(?:(?:bản|số liệu|file|các bản|ban|so lieu|cac ban) )?(?:cũ|nháp|dự thảo|hủy|huỷ|đã hủy|không dùng|backup|draft|cu|nhap|du thao|da huy|khong dung)$/iu;

/** A sheet's name that says no more than that it shows how to fill in: of what is filled in all the same. */
const SAMPLE =
  /^(?:(?:bản|bảng|biểu|trang|file) )?mẫu(?: (?:báo cáo|biểu|điền|ghi|nhập))?$|^(?:ban |bieu )?mau(?: bao cao)?$|^template$/iu;

/** What a sheet's name says of a sample: `Mẫu`, not `Mẫu số 2`. */
export function sampleName(sheet: string): string {
  const name = clean(sheet);
  return SAMPLE.test(name) ? name : '';
}

/** What the name of a file or of one of its folders says of a draft: `BC T9 (dự thảo)`. */
export function draftName(names: SheetContext['names']): string {
  for (const { text, from } of names) {
    const spaced = text.replaceAll('_', ' ');
    const said = from === 'file' ? DRAFT_FILE.exec(spaced)?.[0] : DRAFT_FOLDER.exec(spaced)?.[0];
    if (said !== undefined) return said;
  }
  return '';
}
