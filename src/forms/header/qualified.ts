import { memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import { UNIT_KINDS } from '../../core/unit-kinds.js';
import type { CompiledLayout } from './compile.js';
import { headerKey } from './header-text.js';
import { saysAnotherTime } from './under-heading.js';

const PARENTHESES = /\(([^()]*)\)?/g;

/** Some of them alone, thousands of them, or those who are not, or not yet, what the heading counts. */
const OTHERS =
  /^(?:(?:số )?(?:còn )?(?:thiếu|chưa|không(?! (?:(?:dùng|sử dụng) )?tiền mặt)|cần|vắng|hỏng|giảm|ngừng|nghỉ|đã nghỉ|tạm nghỉ|xin nghỉ|thôi)|nam$|nữ$|% ?so|đăng ký$|nhu cầu|ước$|(?:nghìn|ngàn|triệu|trăm|chục)(?: (?:hộ|người|tài khoản|thành viên|cơ sở))?$)(?!\p{L})/u;

/** What has come about in the period alone, where all that there are count. */
const NEW =
  /^(?:số )?(?:tăng|mới|thêm|bổ sung|phát sinh|(?:cấp|lập|lắp|đăng ký|kích hoạt|kết nạp) (?:mới|thêm))(?!\p{L})/u;

type Kind = 'others' | 'new' | null;

/** `Phường 2 (cũ)`: a unit by its name, in a line that stands right above the headings. */
const OLD_UNIT = new RegExp(`(?<!\\p{L})(?:${UNIT_KINDS})([^()]*)\\(\\s*cũ\\s*\\)`, 'giu');

function withoutOldUnits(text: string): string {
  return text.replace(OLD_UNIT, (whole, name: string) => (/[\p{Lu}\d]/u.test(name) ? '' : whole));
}

const kindOf = memoText((text): Kind => {
  const bare = withoutOldUnits(text.normalize('NFC'));
  const said = [...bare.matchAll(PARENTHESES)].map(([, within]) => within!.trim());
  if (said.some((one) => saysAnotherTime(one) || OTHERS.test(fold(one)))) return 'others';
  return said.some((one) => NEW.test(fold(one))) ? 'new' : null;
});

/**
 * True where what stands in parentheses says that a tally's heading counts others than its field:
 * `Số thành viên (kế hoạch)`, `Số thành viên (nam)`, and of a stock `Số thành viên (tăng)`. Not where
 * the form itself calls the field so.
 */
export function isQualified(
  field: string,
  text: string,
  { layout, flows, headings }: CompiledLayout,
): boolean {
  if (layout !== 'tally' || !text.includes('(')) return false;
  const kind = kindOf(text);
  if (kind === null || (kind === 'new' && flows.has(field))) return false;
  return headings.get(headerKey(text)) !== field;
}
