import { memoText } from '../../core/memo.js';
import type { Recognition } from '../header/recognise.js';

/** What people come to together. */
const EVENT =
  '(?:(?:các|một|\\d+) )*(?:lớp|kh(?:oá|óa)|hội nghị|hội thảo|hội thi|cuộc thi|cuộc họp|buổi|họp|tập huấn|bồi dưỡng|lễ)' +
  '(?: (?:họp|tập huấn|bồi dưỡng))?(?!\\p{L})';

/** Who is asked to one, and nobody else. */
const GUESTS =
  '(?:giấy )?mời|triệu tập|học viên|đại biểu|khách mời|giảng viên|báo cáo viên|thí sinh|điểm danh|ký nhận|chấm công|tham dự|' +
  '(?:lịch )?(?:phân công )?trực(?! (?:tuyến|thuộc|tiếp))|lịch phân công';

/** Another body that has a head and members, as a team has. */
const BODIES =
  '(?:tổ|đội|nhóm|ban|câu lạc bộ) (?:h(?:oà|òa) giải|an ninh|bảo vệ|dân phòng|phòng cháy|nhân dân|tự quản|vay vốn|tiết kiệm|liên gia|bầu cử|' +
  'công tác|quản lý|chấp hành|dân vận|chỉ đạo)|chi (?:bộ|hội|đoàn)|(?:đảng|hội|đoàn) viên';

/** One that works beside the teams, whatever it is there for: `BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ`. */
const BODIES_BESIDE =
  'ban (?:chỉ đạo|điều hành|quản lý|giúp việc)|tổ giúp việc|tổ (?:công tác )?(?:triển khai )?(?:thực hiện )?đề án|đội (?:hình )?(?:thanh niên|sinh viên|trí thức|tình nguyện)';

/** Some of those that a form counts, or what is asked of them: not all there are. */
const SOME = /(?:đề nghị |được |xét )*khen thưởng|đăng ký tham gia|nộp báo cáo|bầu cử|cử tri/iu;

/** Those who come in others' place, and not all that there are. */
const IN_PLACE = /^(?:các )?(?:thay thế|thay đổi|luân chuyển)(?!\p{L})/iu;

/** What others found when they looked whether a report is right. */
const CHECKED = /^(?:kiểm tra|phúc tra|thanh tra|đối chiếu|thẩm định|hậu kiểm)(?!\p{L})/iu;

const SURVEY = /(?:phiếu |kết quả )?(?:khảo sát|điều tra)(?!\p{L})/iu;

const FILLER =
  '(?:(?:các|những|trích ngang|chi tiết|đăng ký|thành viên|cán bộ|nhân sự|đồng chí) )*';

const OF_AN_EVENT = new RegExp(`^${FILLER}((?:${GUESTS}|${EVENT})(?!\\p{L}))`, 'iu');

const AT_AN_EVENT = new RegExp(
  `(?<past>(?:đã|được|chưa|từng) (?:được )?)?(?:tham gia|tham dự|dự|đi|học) ${EVENT}`,
  'iu',
);

const OF_A_BODY = new RegExp(`^${FILLER}((?:${BODIES})(?!\\p{L}))`, 'iu');

const OF_A_BODY_BESIDE = new RegExp(
  `^${FILLER}((?:${BODIES_BESIDE})(?!\\p{L}))(?!.*tổ (?:công nghệ|cns))`,
  'iu',
);

/** Those who lead the teams, and not all who are in them. */
const LEADERS =
  /^(?:các |những )*(?:tổ|nhóm) (?:trưởng|phó)(?:(?:,| và| -) (?:tổ|nhóm) (?:trưởng|phó))*(?!.*(?:thành viên|tổ viên))/iu;

/** The teams whose members a form lists, or what they are there for. */
const TEAM = /công nghệ|cns|chuyển đổi số|cđs|số h(?:oá|óa)/iu;

const MEMBERS = /thành viên|tổ (?:công nghệ|cns)/iu;

const INTO_TEAM = /tham gia (?:vào |các )*tổ(?!\p{L})/iu;

/** What households are given. */
const GOODS =
  'quà|gạo|nhà|xây|sửa|x(?:oá|óa) nhà|tiền|vốn|vay|con giống|cây giống|giống|phân bón|bhyt|bảo hiểm|học phí|đầu thu|truyền hình|bồn (?:chứa )?nước|' +
  'nước sạch|lương thực|nhu yếu phẩm|sinh kế|đất|xe (?:đạp|lăn)|thiên tai|hạn mặn';

/** Households that are listed for what they are or get. */
const OF_HOUSEHOLDS = new RegExp(
  `^${FILLER}((?:hộ|gia đình)(?: gia đình| dân)?(?: thuộc diện)? (?:nghèo|(?:cận|mới thoát|thoát) nghèo|chính sách|có công|` +
    `văn h(?:oá|óa)|vay vốn|liệt s[iĩ]|thương binh|bảo trợ|(?:đã |tham gia )?(?:đóng (?:góp|quỹ|phí|tiền)|ủng hộ|hiến (?:đất|tặng|máu))|(?:đăng ký )?(?:sản xuất|chăn nuôi|nuôi|trồng)|(?:được )?(?:nhận|hỗ trợ) (?:${GOODS})))(?!\\p{L})`,
  'iu',
);

/** What a team helps with: then the list may well be the form's. */
const GUIDANCE = new RegExp(
  `hỗ trợ(?! (?:${GOODS})(?!\\p{L}))|hướng dẫn|tuyên truyền|kỹ năng|cài đặt|dịch vụ công|vneid|trực tuyến|điện tử`,
  'iu',
);

/** `HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO`: what is given, and not told. */
const GIFTS =
  /(?:hỗ trợ|xây|sửa|tặng|trao|cấp|phát)(?: (?:cho|các|hộ|dân|hộ dân|xây|sửa))* (?:nhà (?:ở|tình|đại|tạm|dột)|quà|gạo|tiền|vốn|kinh phí|con giống|cây giống|học bổng|sinh kế|đầu thu|truyền hình|bồn nước|phân bón)(?!\p{L})/iu;

/** People of all kinds, and not those who work in teams: `NHÓM ZALO CÁC ẤP`. */
const OF_ALL_PEOPLE =
  /(?:người dân|công dân|hộ dân) (?:đã )?(?:tham gia|theo dõi|quan tâm)|nhóm (?:zalo|facebook|cộng đồng)/iu;

/** Places among others, and shares that no column tells from counts. */
const RANKED = /xếp (?:hạng|loại|thứ)|chấm điểm|điểm thi đua/iu;

/** What is had from others than a team, and no skill. */
const OTHER_SERVICES = /(?<!\p{L})chữ k[ýí] số(?!\p{L})/iu;

/** Accounts, and those who may have one but are listed for something else. */
const ACCOUNTS = /định danh|vneid|tài khoản|điện tử|kích hoạt|mức (?:độ )?0?[12i]/iu;

/** Accounts of some alone; where others are helped to theirs, those who help. */
const OF_SOME_CITIZENS =
  /(?:trẻ em|học sinh|sinh viên|người cao tuổi|người nước ngoài|cán bộ,? công chức|đảng viên)(?!.*(?:hỗ trợ|hướng dẫn|(?:người|nhân|công) dân))(?<!(?:người|nhân|công) dân.*)/iu;

const OF_SERVICES = /dịch vụ công|(?<!\p{L})dvc(?!\p{L})|giao dịch/iu;

const OF_CITIZENS =
  /học sinh|sinh viên|hết hạn|vssid|(?:cấp|đổi|làm|cấp lại) (?:thẻ )?(?:căn cước|cccd)|(?:hưởng|nhận) (?:các )?(?:chế độ|trợ cấp|bảo trợ|chính sách|lương)|bảo hiểm|bhyt|nghĩa vụ quân sự|tạm (?:trú|vắng)/iu;

/** What is asked for, and not yet an account. */
const ASKED =
  /(?:thu nhận|tiếp nhận|nộp)(?: \d+)? hồ sơ|hồ sơ (?:đã )?(?:được )?(?:thu|tiếp) nhận/iu;

/** Who may have an account, and of whom it is to be seen. */
const ELIGIBLE =
  /(?:rà soát|đủ (?:điều kiện|tuổi|\d+ tuổi)|trong độ tuổi)(?!\p{L})(?!.*(?:đã|được|kết quả))/iu;

/** All households of a place. */
const ALL_HOUSEHOLDS =
  /^(?:các |toàn bộ )*(?:hộ|gia đình)(?: gia đình| dân)*(?: (?:trong|toàn|thuộc|trên|ở|ấp|khóm|thôn|buôn)(?!\p{L}).*)?$/iu;

const GIVEN = /kích hoạt|(?:đã|được) (?:được )?(?:cấp|phê duyệt)/iu;

/** Cashless merchants, and merchants that are listed for something else. */
const CASHLESS = /qr|tiền mặt|thanh toán|điện tử|chuyển khoản|ngân hàng|ví |4\.0|số h(?:oá|óa)/iu;

/** Who has asked for it need not have it yet. */
const WANTED =
  /(?<!đã )(?:đăng ký|đăng kí) (?:lắp|mở|cấp|sử dụng|nhận|tạo)(?!\p{L})(?!.*(?:đã|thành công))/iu;

/** All merchants of a place. */
const ALL_MERCHANTS =
  /cá thể|(?:đang )?(?:hoạt động|kinh doanh) trên địa bàn|(?<!\p{L})trên địa bàn|(?:có|đã) (?:đăng ký kinh doanh|giấy phép)/iu;

const OF_MERCHANTS =
  /(?:nộp|đóng|kê khai|quản lý|miễn|nợ) (?:các loại )?(?:thuế|phí|lệ phí)|thuế (?:khoán|môn bài)|an toàn thực phẩm|vi phạm|vay vốn|rà soát/iu;

/** A list of merchants that does not say how any of them is paid. */
function saysNoMeans({ layout: { layout, fields: all }, fields, byMeans }: Recognition): boolean {
  if (layout !== 'list' || byMeans !== undefined) return false;
  return !all.some(
    ({ id, payment }) => (payment || id === 'bank' || id === 'installed_on') && fields.has(id),
  );
}

/** A list of households that says neither when nor what they were guided in. */
function saysNoneGuided({ layout: { layout, form }, fields, byWords }: Recognition): boolean {
  if (layout !== 'list' || byWords !== undefined) return false;
  const { oneOf = [], identity } = form.list ?? {};
  return ![...oneOf, identity?.visits ?? ''].some((id) => fields.has(id));
}

const AT_TRAINING = /tập huấn|bồi dưỡng/iu;

const firstOf = (title: string, ...others: readonly RegExp[]): string => {
  for (const other of others) {
    const found = other.exec(title);
    if (found !== null) return found[1] ?? found[0];
  }
  return '';
};

/** What a title, without what it begins with, says of something else. */
const SAID: ReadonlyMap<string, (title: string) => string> = new Map([
  [
    'member',
    memoText(
      (title) => firstOf(title, SOME, IN_PLACE, OF_A_BODY_BESIDE, LEADERS) || otherPeopleIn(title),
    ),
  ],
  [
    'household',
    memoText((title) => {
      if (SURVEY.test(title)) return firstOf(title, SURVEY);
      return TEAM.test(title) || GUIDANCE.test(title) ? '' : firstOf(title, OF_HOUSEHOLDS, SOME);
    }),
  ],
  [
    'account',
    memoText((title) => {
      if (!GIVEN.test(title)) {
        const said = firstOf(title, ASKED, ELIGIBLE);
        if (said !== '') return said;
      }
      return ACCOUNTS.test(title) ? '' : firstOf(title, OF_SERVICES, OF_CITIZENS, SOME);
    }),
  ],
  [
    'merchant',
    memoText(
      (title) =>
        firstOf(title, WANTED) ||
        (CASHLESS.test(title) ? '' : firstOf(title, OF_MERCHANTS, SURVEY, SOME)),
    ),
  ],
]);

/** And of a tally: in a list each row says by itself what it is. */
const SAID_OF_TALLIES: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['member', [OF_ALL_PEOPLE]],
  ['household', [GIFTS, OTHER_SERVICES]],
  ['account', [OF_SOME_CITIZENS]],
]);

function otherPeopleIn(title: string): string {
  if (INTO_TEAM.test(title)) return '';
  const own = OF_AN_EVENT.exec(title)?.[1];
  if (own !== undefined) return own;
  const event = AT_AN_EVENT.exec(title);
  // `… thành viên tổ đã tham gia tập huấn` are members, and trained.
  if (event !== null && !(event.groups!.past && MEMBERS.test(title))) return event[0];
  return TEAM.test(title) ? '' : (OF_A_BODY.exec(title)?.[1] ?? '');
}

/**
 * What a title says of something else than a form counts, as it stands; blank for nothing. A title
 * that says nothing of anything else is the form's.
 * @param title without what titles begin with
 * @param counted what the form counts (`Identity.what`)
 * @param head a tally of who is trained has a column of its own for them
 */
export function otherMatterIn(title: string, counted: string, head: Recognition): string {
  const saidIn = SAID.get(counted);
  if (saidIn === undefined) return '';
  const isTally = head.layout.layout === 'tally';
  if (isTally && head.fields.has('trained') && AT_TRAINING.test(title)) return '';
  return (
    allThereAre(title, counted, head) ||
    firstOf(title, CHECKED) ||
    (isTally ? firstOf(title, RANKED) : '') ||
    saidIn(title) ||
    (isTally && !TEAM.test(title) ? firstOf(title, ...(SAID_OF_TALLIES.get(counted) ?? [])) : '')
  );
}

/** All households or merchants of a place, in a list that does not say which of them count. */
function allThereAre(title: string, counted: string, head: Recognition): string {
  if (counted === 'merchant' && !CASHLESS.test(title) && saysNoMeans(head))
    return firstOf(title, ALL_MERCHANTS);
  if (counted === 'household' && !GUIDANCE.test(title) && saysNoneGuided(head))
    return firstOf(title, ALL_HOUSEHOLDS);
  return '';
}
