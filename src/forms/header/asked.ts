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
const LIKELY = new RegExp(
  `[?？]|\\(?(?:có thể )?chọn |(?:của|nhà) ${WHO}|^${WHO} |bao nhiêu`,
  'iu',
);
/** `Bạn giữ chức vụ gì trong tổ`, `Bạn ở ấp nào`: what stands before the word that asks. */
const WHICH =
  /^(?:(?:hiện|đang|nay) )*(?:giữ|ở|thuộc|là|làm|có) (?<what>[^?]+?) (?:gì|nào)(?<rest> [^?]+)?$/u;
const OF_SOMEBODY = new RegExp(`^${WHO} `, 'u');
const COUNTED = /^(?<before>.*?)(?:^| )bao nhiêu (?<what>[^?]+)$/u;
/** `Trong tháng đã hỗ trợ`, `Tổ có`, `Tổ hiện có tất cả`; not `kết nạp thêm`, `mới có`. */
const DONE_FOR =
  /^(?:(?:trong|tổ|ấp|bạn|của|đã|được|hiện|nay|tháng|kỳ|này|đơn|vị) ?)*(?<verb>hỗ trợ|hướng dẫn)(?: được| cho)?$/u;
const THERE_ARE =
  /^(?:(?:trong|tổ|ấp|khóm|thôn|bạn|của|hiện|nay|đang|tổng|cộng|số|đơn|vị|cnscđ|công nghệ số cộng đồng|(?<period>(?:tháng|kỳ)(?: này)?)) ?)*(?:có|gồm|là)?(?: tất cả)?$/u;

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
  return [own, own.replace(/^(?:có|đã) /u, ''), ...asksWhich(bare), ...asksHowMany(bare)];
}

function asksWhich(text: string): readonly string[] {
  const { what, rest = '' } = WHICH.exec(text.replace(OF_SOMEBODY, ''))?.groups ?? {};
  return what === undefined ? [] : [`${what}${rest}`];
}

/** `Tổ có bao nhiêu thành viên` → `số thành viên`, `Trong tháng đã hỗ trợ bao nhiêu hộ` → `số hộ được hỗ trợ`. */
function asksHowMany(text: string): readonly string[] {
  const { before, what } = COUNTED.exec(text)?.groups ?? {};
  if (before === undefined || what === undefined) return [];
  const verb = DONE_FOR.exec(before)?.groups?.verb;
  if (verb !== undefined) return [`số ${what} được ${verb}`];
  const said = THERE_ARE.exec(before);
  const { period } = said?.groups ?? {};
  return said === null ? [] : [`số ${what}${period === undefined ? '' : ` trong ${period}`}`];
}
