import { columnNumber } from '../../src/core/address.js';

export type Tag = Readonly<Record<string, string>>;

export interface NamedSheet {
  readonly name: string;
  readonly path: string;
}

/** Attributes of every element of that name, whatever its prefix. */
export function tagsOf(xml: string, name: string): Tag[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}((?:\\s[^>]*?)?)/?>`, 'g'))].map(
    ([, inside]) =>
      Object.fromEntries(
        [...inside!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value!)]),
      ),
  );
}

export function plain(text: string): string {
  const marks: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&', apos: "'" };
  return text.replace(/&(quot|lt|gt|amp|apos);/g, (_, mark: string) => marks[mark]!);
}

/** What stands in every element of that name. */
export function insides(xml: string, name: string): string[] {
  const found = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>(.*?)</`, 'gs'));
  return [...found].map(([, inside]) => plain(inside!));
}

export const twice = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) !== i);

/** The range of `'Biểu 01'!$A$1:$C$3`, `'A'!$1:$2`; null where there is none such. */
export function placeOf(text: string, sheets: readonly NamedSheet[]): string | null {
  const [, quoted, bare, range] = /^(?:'((?:[^']|'')+)'|([^'!\s]+))!(.+)$/.exec(text) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? bare;
  if (range === undefined || !sheets.some((sheet) => sheet.name === name)) return null;
  const whole = range.replaceAll('$', '');
  return boxOf(whole) !== null || /^(\d+:\d+|[A-Z]+:[A-Z]+)$/.test(whole) ? whole : null;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxOf(range: string): Box | null {
  const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(range);
  if (found === null) return null;
  const [, a, b, c = a, d = b] = found;
  const box = {
    left: columnNumber(a!),
    top: Number(b),
    right: columnNumber(c!),
    bottom: Number(d),
  };
  const isIn = box.right < 16_384 && box.top >= 1 && box.bottom <= 1_048_576;
  return isIn && box.left <= box.right && box.top <= box.bottom ? box : null;
}
