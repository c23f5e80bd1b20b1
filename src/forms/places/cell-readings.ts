import type { Named } from '../../geography/types.js';
import { withoutMark } from '../cells/row-kind.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { TOP_DOWN } from './base.js';
import { namedPlaces } from './named-places.js';

/** `1. Rạch Gốc A`: numbered in the same cell. */
export const unnumbered = (text: string): Named => ({ hamlet: withoutMark(text) });

/** `Ấp 1, xã Tân Ân` or `Ấp 1 - Tân Ân`: a hamlet's cell that names the units above as well. */
export function readingsOf(text: string): readonly Named[] {
  const places = namedPlaces(text);
  const typed = [places, [...places].reverse()].map((list) => byLevel(list));
  const pieces = text.split(/\s*[,;()]\s*|\s+[-–—]\s+/).filter((piece) => piece !== '');
  const listed = pieces.map((piece, i) => [TOP_DOWN.at(-1 - i), piece]);
  const several = (named: Named) => named.hamlet !== undefined && Object.keys(named).length > 1;
  return [...typed, ...(pieces.length < 5 ? [Object.fromEntries(listed)] : [])].filter(several);
}

/** How many there are, behind a name: `Ấp Gò (5 người)`. */
const COUNT =
  /\s*\((?:có |gồm |tổng(?: số)? )?\d[\d.]* (?:người|hộ|thành viên|tv|tổ|khẩu|nhân khẩu|hkd|tài khoản)(?!\p{L})[^()]*\)$/iu;

/** A name without the count behind it. */
export function withoutCount(text: string): string {
  return text.includes('(') ? text.replace(COUNT, '') : text;
}

/** What a hamlet was called or made of, behind its name: `(cũ: Ấp 5)`, `(Ấp 7 cũ)`, `(sáp nhập từ ấp 5, 6)`. */
const FORMER =
  /\s*[(–-]\s*(?!(?:xã|phường|thị trấn|huyện|x\.|p\.))(?:(?:tên )?(?:cũ|trước đây|trước kia)(?: là)?(?!\p{L})[^()]*|[^()]*[\p{L}\d] cũ|(?:(?:mới )?(?:được )?(?:sáp nhập|hợp nhất|thành lập|tách|đổi tên)(?: thành lập)?) (?:từ|trên cơ sở)(?!\p{L})[^()]*)\)?$/iu;

/** A name without the one that it had before; of communes and districts it says where the hamlet is. */
export function withoutFormer(text: string): string {
  return /cũ|trước|từ|cơ sở/iu.test(text) ? text.replace(FORMER, '') : text;
}

/** `Tân Ân - Rạch Gốc A`; null where a text is not of two such parts. */
export function turnedIn(text: string): Named | null {
  const [commune, hamlet, ...more] = text.split(/\s*[,;]\s*|\s+[-–—]\s+/);
  return hamlet === undefined || more.length > 0 ? null : { commune: commune!, hamlet };
}

function byLevel(places: ReturnType<typeof namedPlaces>): Named {
  const named: Partial<Record<UnitLevel, string>> = {};
  for (const { level, name } of places) named[level] ??= name;
  return named;
}
