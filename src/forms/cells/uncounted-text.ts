import { memoText } from '../../core/memo.js';
import { looksLikePerson } from '../../core/person.js';
import { fold, foldAccents } from '../../core/text.js';
import { withoutMark } from './row-kind.js';

const LIST = '(?:(?:biểu|bảng|phụ lục|tổng hợp|thống kê|kê|số liệu|báo cáo) ?)*';
const COUNT = '(?:(?:tổng )?số (?:lượng )?)?';
/** What a title of rows begins with. */
const TITLE = new RegExp(
  `^${LIST}${COUNT}(?:danh sách|ds|những|các|hộ|công dân|người|thành viên|cơ sở|tiểu thương|tài khoản)(?!\\p{L})|^(?:bảng|biểu|số liệu|kết quả|báo cáo)(?!\\p{L})`,
  'u',
);

/** They are not, or not yet, what the form counts; `đã và chưa`, `được hỗ trợ, dự kiến` are both. */
const NOT_YET = new RegExp(
  [
    'chưa(?! (?:biết|từng|đủ|đến|(?:được )?(?:qua|tập huấn|bồi dưỡng|đào tạo))(?!\\p{L}))',
    'dự kiến',
    '(?:cần|đề nghị|có nhu cầu|đăng ký)(?: được| nhận)? (?:hỗ trợ|hướng dẫn)(?!.*(?:đã|kết quả))',
    '(?:cần|đề nghị|có nhu cầu)(?: được)? (?:vận động|tuyên truyền|lắp|cài|cấp|kích hoạt|đăng ký|mở|trang bị|sử dụng|tham gia)(?!.*(?:đã|kết quả))',
    '(?:tạm )?(?:ngừng|ngưng)(?: hoạt động| kinh doanh| bán| sử dụng)|nghỉ (?:bán|kinh doanh|hoạt động)|giải thể|đóng cửa',
    'bị (?:khóa|khoá|thu hồi|hủy|huỷ)',
    'không (?:liên hệ|liên lạc|gặp|tiếp cận|hỗ trợ)(?: được)?|vắng (?:nhà|mặt)|từ chối',
    '(?:(?:đã|xin) (?:rút|nghỉ|thôi)|rút (?:tên|khỏi|ra)|(?:cho )?thôi (?:tham gia|làm|giữ)|(?:đã )?miễn nhiệm|bị trùng)(?!.*(?:bổ sung|kiện toàn|thay thế))|trùng$',
  ]
    .map((one) => `(?<!đã|và|hoặc|hay|[,/–-])(?:^| |\\()(?:${one})(?!\\p{L})`)
    .join('|'),
  'u',
);

/** What was done for them all the same: `chưa có tài khoản, được hỗ trợ kích hoạt`. */
const DONE =
  /(?<!(?:chưa|cần|nghị|cầu|ký) )(?<!\p{L})(?:đã|được)(?: được)? (?:hỗ trợ|hướng dẫn|cấp|kích hoạt|cài|vận động|tuyên truyền)(?!\p{L})/u;

/** `Hộ đã hỗ trợ các tháng trước`: done, and not in the period. */
const EARLIER =
  /(?<!so với |\p{L})(?:các |những )?(?:kỳ|tháng|quý|năm) trước(?: (?:đó|đây|chuyển sang|mang sang))?$|(?<!so với |và )(?<!\p{L})trước (?:khi )?(?:được )?kiện toàn(?: lại)?$/u;

/** `ĐVT: nghìn người`. */
const MEASURE =
  '(?:đơn vị tính|đvt|đơn vị) ?:? ?(?:%|phần trăm|(?:số )?lượt.*|(?:nghìn|ngàn|triệu|trăm) .*|hồ sơ|buổi)';
const OTHER_MEASURE = new RegExp(`^${MEASURE}$`, 'u');

/** True of a title that says that the figures below it count no persons or households. */
export function saysOtherMeasure(text: string): boolean {
  return OTHER_MEASURE.test(bareOf(text));
}

/** A plan of a time, and nothing else. */
const PLAN =
  '(?:kế hoạch|kh|chỉ tiêu|phương hướng|nhu cầu|dự kiến)(?: (?:giao|thực hiện|hỗ trợ|hướng dẫn|đăng ký|trong|năm|quý|tháng|kỳ)(?: (?:sau|tới|này|\\d[\\d/.-]*|năm|[ivx]+))*)*';
const PLAN_ALONE = new RegExp(`^${PLAN}$`, 'u');
const PLAN_ALONE_IN_PLAIN = new RegExp(`^${foldAccents(PLAN)}$`, 'u');

/** A text that is nothing else. */
const ALONE = new RegExp(
  `^${LIST}(?:danh sách )?(?:` +
    [
      'của (?:kỳ|tháng) trước|(?:kỳ|tháng|quý) trước',
      MEASURE,
      'kh (?:năm )?(?:19|20)\\d\\d|(?:số liệu )?tham khảo',
      '(?:bản )?nháp|bản cũ|(?:số )?cũ|bản lưu|dự kiến|backup|draft',
      PLAN.replace('|kh|', '|'),
    ].join('|') +
    ')$',
  'u',
);
const planned = (of: readonly string[]) =>
  `^(?:(?:biểu|bảng|phụ lục|số liệu|tổng hợp)(?: số)? ?(?:[\\d.]+|[ivx]+)?[:. ]*)?(?:${of.join('|')})(?!\\p{L})`;
/** What was not done but planned, shared out or wished for; `kế hoạch số 12/KH-UBND` is a document. */
const PLANS = planned([
  'kế hoạch(?! (?:số )?\\d+ ?/| số)',
  '(?:mục tiêu )?phấn đấu|mục tiêu (?:đến|năm|tháng|quý|cuối)',
  'kh(?= (?:t[. ]?\\d|tháng|quý|năm|20\\d\\d|hỗ trợ|giao)(?!\\p{L}))',
  '(?:dự kiến|dự toán|phương hướng(?! (?:an|hồ|long|sơ|trà|vân|xuân|thọ|thuỷ|thủy)(?!\\p{L})))',
  '(?:tổng hợp|thống kê|khảo sát|đăng ký|danh sách)? ?nhu cầu',
  '(?:ước )(?:thực hiện|tính|đạt|kết quả)',
  '(?:dự kiến )?(?:giao|phân bổ|phân khai|phân công|đăng ký|xây dựng)(?: các)? (?:chỉ tiêu|kế hoạch|số lượng)',
  '(?:các )?chỉ tiêu (?:kế hoạch )?(?:(?:năm|tháng|quý) [\\d/ivx]+ )?(?:giao|phân bổ)',
  '(?:tờ trình )?(?:đề xuất|đề nghị)(?: việc)? (?:kiện toàn|thành lập|bổ sung|công nhận)',
]);
const PLANNED = new RegExp(PLANS, 'u');
/** The same in what is written without accents, as names of files are. */
const PLANNED_IN_PLAIN = new RegExp(foldAccents(PLANS), 'u');
/** What was done is told beside it, or a figure. */
const RESULTS =
  '(?<!\\p{L})(?:kết quả(?! dự kiến)|đạt được|đã|tiến độ|so với|báo cáo|bc|và)(?!\\p{L})|[:=]';
const WITH_RESULTS = new RegExp(RESULTS, 'u');
const WITH_RESULTS_IN_PLAIN = new RegExp(foldAccents(RESULTS), 'u');
/** The first line of a title that goes on with what it reports on. */
const REPORTS = /(?<!\p{L})(?:kết quả|báo cáo|tình hình|tiến độ)(?!\p{L})/u;
/** Figures that only show something. */
const SHOWN =
  /(?<!\p{L})(?:số liệu|bảng|biểu)(?: (?:này|chỉ|có|mang|tính|chất|là|để|dùng))* (?:ví dụ|minh h(?:ọa|oạ)|giả định)(?!\p{L})/u;
/** `Số hộ chưa được hỗ trợ: 20` tells a figure, and heads nothing. */
const FIGURE = /[:=] ?\d/;

/** What the lines of a title in two rows end with, where the second begins with `Kế hoạch`. */
const GOES_ON = /(?:thực hiện|kết quả|triển khai|theo|tiến độ|của|về|và)$/u;
const NOT_FOR_COUNTING = /(?:^|[ (])không (?:tính|tổng hợp|sử dụng)(?: vào .*)?$/u;

const LONGEST = 150;

/** Without what numbers it, folded: `II. Kỳ trước:` → `kỳ trước`. */
const bareOf = (text: string) =>
  fold(withoutMark(text.trim().replace(/^[*+•▪–—(-]\s*/, ''))).replace(/[\s:.)]+$/, '');

/** `Hộ ông Lê Văn An vắng nhà` speaks of one household, and heads none. */
const HONORIFIC = /(?<!\p{L})(?:ông|bà(?! con)|anh|chị)(?!\p{L})/u;
const NAME = /(?:\p{Lu}\p{Ll}+ ){1,3}\p{Lu}\p{Ll}+/gu;

/** True of a text with a person's name in it, or an honorific: `Hộ Lê Văn An từ chối`. */
export function namesSomebody(text: string): boolean {
  const names = text.normalize('NFC').match(NAME) ?? [];
  const isSomebody = (name: string) =>
    looksLikePerson(name) || looksLikePerson(name.slice(name.indexOf(' ') + 1));
  return names.some(isSomebody) || HONORIFIC.test(fold(text));
}

const PLAN_ITSELF = /^(?:kế hoạch|ke hoach|kh)(?!\p{L})/u;

function isPlanned(bare: string): boolean {
  const isPlain = foldAccents(bare) === bare;
  const begins = (isPlain ? PLANNED_IN_PLAIN : PLANNED).exec(bare);
  if (begins === null) return false;
  const behind = bare.slice(begins[0].length);
  return !(isPlain ? WITH_RESULTS_IN_PLAIN : WITH_RESULTS).test(behind);
}

/** True of a title that says what the rows are, and that it is nothing done: also as a file's name. */
export const titlesUncounted = memoText((text): boolean => {
  const bare = bareOf(text);
  // What a plan names is a place.
  if (isPlanned(bare)) return PLAN_ITSELF.test(bare) || !namesSomebody(text);
  if (namesSomebody(text)) return false;
  if (!TITLE.test(bare) || FIGURE.test(bare)) return false;
  return EARLIER.test(bare) || (!DONE.test(bare) && NOT_YET.test(bare));
});

const isOfNothing = memoText((text): boolean => {
  const bare = bareOf(text);
  const isBare = ALONE.test(bare) || NOT_FOR_COUNTING.test(bare) || SHOWN.test(bare);
  return isBare || titlesUncounted(text);
});

/**
 * True of `II. Danh sách hộ chưa được hỗ trợ`, `Kế hoạch tháng 10`, `Kỳ trước:`: what stands below
 * is not what the form counts in the period.
 * @param before the line above it
 */
export function isUncounted(text: string, before = ''): boolean {
  if (text.length > LONGEST || !isOfNothing(text)) return false;
  const [above, bare] = [bareOf(before), bareOf(text)];
  if (GOES_ON.test(above)) return false;
  return !REPORTS.test(above) || ALONE.test(bare) || !isPlanned(bare);
}

/** True of a folder that holds plans and nothing else: `Kế hoạch tháng 10`, not `Kế hoạch số 12`. */
export const holdsPlans = memoText((name: string): boolean => {
  const bare = bareOf(name);
  return (foldAccents(bare) === bare ? PLAN_ALONE_IN_PLAIN : PLAN_ALONE).test(bare);
});

/** True of what heads a table or a part of it, whatever it says. */
export const isTitle = memoText((text: string): boolean => TITLE.test(bareOf(text)));

const NO_NAME =
  /^(?:danh (?:sách|mục)|ds (?:hộ|thành|công|các)|bảng (?:tổng|kê|danh|số)|biểu (?:tổng|số|mẫu)|báo cáo|số liệu|phụ lục)(?!\p{L})/u;

/** True of a title that begins as no name does: `Danh sách hộ …`. */
export function isTitleAlone(text: string): boolean {
  return NO_NAME.test(bareOf(text));
}

/** True of a title that speaks of what was done all the same. */
export function isDone(text: string): boolean {
  return DONE.test(bareOf(text));
}

/** True of a title that can be nobody's name, though it stands alone where names do. */
export const isNoName = memoText(
  (text: string): boolean => isTitleAlone(text) || isUncounted(text),
);
