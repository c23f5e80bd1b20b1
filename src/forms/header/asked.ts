/** Who is asked in a form on the web, whose questions head the columns of what it exports. */
const WHO =
  '(?:bạn|anh ?/ ?chị|anh,? chị|ông ?/ ?bà|ông \\(bà\\)|ông bà|gia đình(?: (?:bạn|mình|anh ?/ ?chị|ông ?/ ?bà))?)';
const OF_WHOM = new RegExp(` (?:của|nhà) ${WHO}(?: là gì)?$`, 'u');
const OF_WHO = new RegExp(`^${WHO} (?=(?:có|đã|được) )`, 'u');
/** `(chọn nhiều)`, `(có thể chọn nhiều đáp án)`. */
const HOW = /\((?:có thể )?chọn [^()]*\)?/gu;
const MARK = /\s*[?？]+\s*$/u;
const WHETHER = / (?:chưa|(?:hay )?không|nào|(?:là )?gì)$/u;
/** A quick look: nearly no heading asks. */
const LIKELY = new RegExp(`[?？]|\\(?(?:có thể )?chọn |(?:của|nhà) ${WHO}|^${WHO} `, 'iu');

/** True for a text that may ask for what a heading names. */
export function mayAsk(text: string): boolean {
  return LIKELY.test(text);
}

/**
 * What a question asks for: `Ấp/Khóm của bạn` → `ấp/khóm`, `Bạn đã tham gia tập huấn chưa?` → `tham
 * gia tập huấn`. None for any other text.
 * @param text folded
 */
export function askedFor(text: string): readonly string[] {
  if (!mayAsk(text)) return [];
  const said = text.replace(HOW, ' ').trim();
  const bare = said.replace(MARK, '');
  const whole = (bare === said ? said : bare.replace(WHETHER, '')).replace(OF_WHOM, '');
  const own = whole.replace(OF_WHO, '');
  return [own, own.replace(/^(?:có|đã) /u, '')];
}
