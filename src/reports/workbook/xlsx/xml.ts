export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const SPECIAL = /[&<>"]/g;
const SPECIALS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 cannot hold; and Excel's own escape, which would be undone. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Anything but the characters that stand for themselves everywhere in XML. */
const SUSPECT = /[^\t\n\r !#-%'-;=?-\ud7ff\ue000-\ufffd]/;

/** Text for an element or an attribute. */
export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(UNFIT, '').replace(SPECIAL, (c) => SPECIALS[c]!);
}

/** Characters that a cell takes, and a comment. */
export const LONGEST_TEXT = 32_767;

/** Text for a cell: `_x000D_` in it is meant as such (ECMA-376 18.4, ST_Xstring). */
export function escapeCellText(whole: string): string {
  const text = whole.length > LONGEST_TEXT ? `${whole.slice(0, LONGEST_TEXT - 1)}…` : whole;
  const kept = text.includes('_x') ? text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : text;
  return escapeXml(kept);
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'number') text += ` ${name}="${value}"`;
    else if (value !== undefined) text += ` ${name}="${escapeXml(value)}"`;
  return text;
}
