import { memoText } from '../../core/memo.js';
import { clean } from '../../core/text.js';
import type { Line } from './line-places.js';

/** What a list's title says that its rows are, where that is not what the form lists. */
export interface OtherTitle {
  /** The words that say so, as they stand. */
  readonly said: string;
  readonly cell: string;
}

/** `Biểu 1: DANH SÁCH …`; `Danh sách này có 5 người` is no title. */
const TITLE =
  /^(?:.{0,30}[:./)–—-]\s*)?(?:(?:bảng|tổng hợp|lập) )*(?:danh sách|ds)(?!\p{L}|\s+(?:này|trên|gồm|có|kèm))/iu;
/** A title's second line. */
const GOES_ON = /^\(?(?:tham (?:gia|dự)|dự|đi)\s/iu;

/** What people come to together. */
const EVENT =
  '(?:(?:các|một|\\d+) )*(?:lớp|kh(?:oá|óa)|hội nghị|hội thảo|hội thi|cuộc thi|cuộc họp|buổi|họp|tập huấn|bồi dưỡng|lễ)' +
  '(?: (?:họp|tập huấn|bồi dưỡng))?(?!\\p{L})';
/** Who is asked to one, and nobody else. */
const GUESTS = 'học viên|đại biểu|khách mời|giảng viên|báo cáo viên|thí sinh|điểm danh|tham dự';
/** Another body that has a head and members, as a team has. */
const BODIES =
  '(?:tổ|đội|nhóm|ban|câu lạc bộ) (?:h(?:oà|òa) giải|an ninh|bảo vệ|dân phòng|phòng cháy|nhân dân|tự quản|vay vốn|tiết kiệm|liên gia|bầu cử|' +
  'công tác mặt trận|quản lý|chấp hành|dân vận|chỉ đạo)|chi (?:bộ|hội|đoàn)|(?:đảng|hội|đoàn) viên';
const FILLER =
  '(?:(?:các|những|trích ngang|chi tiết|đăng ký|thành viên|cán bộ|nhân sự|đồng chí) )*';

const OF_AN_EVENT = new RegExp(`^${FILLER}((?:${GUESTS}|${EVENT})(?!\\p{L}))`, 'iu');
const AT_AN_EVENT = new RegExp(
  `(?<past>(?:đã|được|chưa|từng) (?:được )?)?(?:tham gia|tham dự|dự|đi|học) ${EVENT}`,
  'iu',
);
const OF_A_BODY = new RegExp(`^${FILLER}((?:${BODIES})(?!\\p{L}))`, 'iu');
/** The teams whose members a form lists, or what they are there for. */
const TEAM = /công nghệ|cns|chuyển đổi số|cđs|số h(?:oá|óa)/iu;
const MEMBERS = /thành viên|tổ (?:công nghệ|cns)/iu;
const INTO_TEAM = /tham gia (?:vào |các )*tổ(?!\p{L})/iu;
/** Households that are listed for what they are or get. */
const OF_HOUSEHOLDS = new RegExp(
  `^${FILLER}((?:hộ|gia đình)(?: gia đình| dân)?(?: thuộc diện)? (?:nghèo|(?:cận|mới thoát|thoát) nghèo|chính sách|có công|` +
    'văn h(?:oá|óa)|vay vốn|liệt s[iĩ]|thương binh|bảo trợ|(?:được )?(?:nhận|hỗ trợ) (?:quà|gạo|nhà|tiền|vốn|vay|con giống|bhyt)))(?!\\p{L})',
  'iu',
);
/** What a team helps with: then the list may well be the form's. */
const GUIDANCE =
  /hỗ trợ(?! (?:quà|gạo|nhà|tiền|vốn|vay|con giống|bhyt))|hướng dẫn|tuyên truyền|kỹ năng|cài đặt|dịch vụ công|vneid|trực tuyến|điện tử/iu;

/** What the title above a list of households says that they are, if not those that a team has helped. */
export function otherHouseholds(lines: readonly Line[]): OtherTitle | null {
  return titleThat(lines, (title) =>
    TEAM.test(title) || GUIDANCE.test(title) ? '' : (OF_HOUSEHOLDS.exec(title)?.[1] ?? ''),
  );
}

/** What the title above a team's list says that its rows are, if they are not its members. */
export function otherTitle(lines: readonly Line[]): OtherTitle | null {
  return titleThat(lines, otherPeopleIn);
}

function titleThat(lines: readonly Line[], saidIn: (title: string) => string): OtherTitle | null {
  const at = lines.findIndex(({ text }) => TITLE.test(clean(text)));
  if (at < 0) return null;
  const { text, cell } = lines[at]!;
  const own = clean(text).replace(TITLE, '').trim();
  const next = clean(lines[at + 1]?.text ?? '');
  const whole = own === '' || GOES_ON.test(next) ? `${own} ${next}`.trim() : own;
  const said = saidIn(whole);
  return said === '' ? null : { said, cell };
}

const otherPeopleIn = memoText((title): string => {
  if (INTO_TEAM.test(title)) return '';
  const own = OF_AN_EVENT.exec(title)?.[1];
  if (own !== undefined) return own;
  const event = AT_AN_EVENT.exec(title);
  // `… thành viên tổ đã tham gia tập huấn` are members, and trained.
  if (event !== null && !(event.groups!.past && MEMBERS.test(title))) return event[0];
  return TEAM.test(title) ? '' : (OF_A_BODY.exec(title)?.[1] ?? '');
});
