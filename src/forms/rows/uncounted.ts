import { cellAddress } from '../../core/address.js';
import { memoText } from '../../core/memo.js';
import { looksLikePerson } from '../../core/person.js';
import { rowRun } from '../../core/row-runs.js';
import { fold } from '../../core/text.js';
import { headMark, isHigher, type MarkKind } from '../cells/group-mark.js';
import { withoutMark } from '../cells/row-kind.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { SheetRow } from '../table-context.js';
import type { RowKind } from './row-classes.js';
import { lookAt } from './row-look.js';

/** A text that says that the rows below it are none of the period's, and where it stands. */
export interface Title {
  readonly text: string;
  readonly row: number;
  readonly cell: string;
  /** With another table of the same rows. */
  readonly isTold?: boolean;
  /** They are new in the period, where all are to be counted. */
  readonly isOfNew?: boolean;
}

const LIST = '(?:(?:biểu|bảng|phụ lục|tổng hợp|thống kê|kê|số liệu|báo cáo) ?)*';
/** What a title of rows begins with. */
const TITLE = new RegExp(
  `^${LIST}(?:danh sách|ds|những|các|hộ|công dân|người|thành viên|cơ sở|tiểu thương)(?!\\p{L})|^(?:bảng|biểu|số liệu|kết quả|báo cáo)(?!\\p{L})`,
  'u',
);

/** They are not, or not yet, what the form counts; `đã và chưa`, `được hỗ trợ, dự kiến` are both. */
const NOT_YET = new RegExp(
  [
    'chưa(?! (?:biết|từng|đủ|đến|(?:được )?(?:qua|tập huấn|bồi dưỡng|đào tạo))(?!\\p{L}))',
    'dự kiến',
    '(?:cần|đề nghị|có nhu cầu|đăng ký)(?: được)? hỗ trợ(?!.*(?:đã|kết quả))',
    'không (?:liên hệ|liên lạc|gặp|tiếp cận|hỗ trợ)(?: được)?|vắng (?:nhà|mặt)|từ chối',
    '(?:(?:đã|xin) (?:rút|nghỉ)|(?:đã )?(?:thôi tham gia|miễn nhiệm)|bị trùng)(?!.*(?:bổ sung|kiện toàn|thay thế))|trùng$',
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
  /(?<!so với |\p{L})(?:các |những )?(?:kỳ|tháng|quý|năm) trước(?: (?:đó|đây|chuyển sang|mang sang))?$/u;

/** `ĐVT: nghìn người`. */
const MEASURE =
  '(?:đơn vị tính|đvt|đơn vị) ?:? ?(?:%|phần trăm|(?:số )?lượt.*|(?:nghìn|ngàn|triệu|trăm) .*|hồ sơ|buổi)';
const OTHER_MEASURE = new RegExp(`^${MEASURE}$`, 'u');

/** True of a title that says that the figures below it count no persons or households. */
export function saysOtherMeasure(text: string): boolean {
  return OTHER_MEASURE.test(bareOf(text));
}

/** A text that is nothing else. */
const ALONE = new RegExp(
  `^${LIST}(?:danh sách )?(?:` +
    [
      'của (?:kỳ|tháng) trước|(?:kỳ|tháng|quý) trước',
      MEASURE,
      '(?:bản )?nháp|bản cũ|(?:số )?cũ|bản lưu|dự kiến|backup|draft',
      '(?:kế hoạch|chỉ tiêu|phương hướng|nhu cầu|dự kiến)(?: (?:giao|thực hiện|hỗ trợ|hướng dẫn|đăng ký|trong|năm|quý|tháng|kỳ)(?: (?:sau|tới|này|\\d[\\d/.-]*|năm|[ivx]+))*)*',
    ].join('|') +
    ')$',
  'u',
);
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

const saysUncounted = memoText((text): boolean => {
  const bare = bareOf(text);
  if (ALONE.test(bare) || NOT_FOR_COUNTING.test(bare)) return true;
  if (namesSomebody(text) || !TITLE.test(bare)) return false;
  return EARLIER.test(bare) || (!DONE.test(bare) && NOT_YET.test(bare));
});

/**
 * True of `II. Danh sách hộ chưa được hỗ trợ`, `Kế hoạch tháng 10`, `Kỳ trước:`: what stands below
 * is not what the form counts in the period.
 * @param before the line above it
 */
export function isUncounted(text: string, before = ''): boolean {
  if (text.length > LONGEST || !saysUncounted(text)) return false;
  return !GOES_ON.test(bareOf(before));
}

/** The name of a sheet that says so: `Nháp`, `Chưa hỗ trợ`. @param row where its header begins */
export function titleOfSheet(name: string, row: number): Title | null {
  const says = isUncounted(name) || /^chưa(?!\p{L})/u.test(fold(name));
  return says ? { text: name, row, cell: cellAddress(0, row) } : null;
}

/** True of what heads a table or a part of it, whatever it says. */
const isTitle = memoText((text: string): boolean => TITLE.test(bareOf(text)));

const NO_NAME =
  /^(?:danh (?:sách|mục)|ds (?:hộ|thành|công|các)|bảng (?:tổng|kê|danh|số)|biểu (?:tổng|số|mẫu)|báo cáo|số liệu|phụ lục)(?!\p{L})/u;

/** True of a title that can be nobody's name, though it stands alone where names do. */
export const isNoName = memoText(
  (text: string): boolean => NO_NAME.test(bareOf(text)) || isUncounted(text),
);

/** Rows that may head others. */
const HEADS: ReadonlySet<RowKind> = new Set(['group', 'lone', 'other', 'note'] as const);

/** The rows of a table below a title that says that they are not to be counted. */
export class Uncounted {
  /** Rows were left out. */
  isUsed = false;
  private title: Title | null;
  private readonly serial: number | null;
  private mark: MarkKind | null = null;
  private first = 0;
  private last = 0;
  private count = 0;
  private readonly tell: (title: Title, count: number, rows: string) => void;

  /** @param title what stands above the table @param serial the running number's column */
  constructor(title: Title | null = null, serial: number | null, tell: Uncounted['tell']) {
    this.title = title;
    this.serial = serial;
    this.tell = tell;
  }

  get isOpen(): boolean {
    return this.title !== null;
  }

  /** A row of data below the title. */
  add(row: number): void {
    this.isUsed = true;
    this.first ||= row;
    this.last = row;
    this.count++;
  }

  /**
   * A list's row that is no data: it may begin such rows (`B. Hộ chưa được hỗ trợ`), or end them
   * where it is no part of theirs. True where it begins them.
   */
  see(kind: RowKind, { values, number }: SheetRow): boolean {
    if (!HEADS.has(kind)) return false;
    const { texts, leading, serial, alone } = lookAt(values, this.serial, []);
    const isMark = leading === serial;
    const text = (isMark && texts.find((one) => one !== '' && one !== serial)) || leading;
    if (!alone || text === '') return false;
    const mark = headMark(serial, text);
    if (!isUncounted(text)) {
      if (this.isOpen && this.isEndedBy(text, mark)) this.end();
      return false;
    }
    this.end();
    this.title = { text, row: number, cell: cellAddress(texts.indexOf(text), number) };
    this.mark = mark;
    return true;
  }

  /** Another title, or a head that is numbered as theirs or higher; a place alone is a part of them. */
  private isEndedBy(text: string, mark: MarkKind | null): boolean {
    if (isTitle(text) && startsWithUnitType(text) === null) return !this.isPart(text, mark);
    return this.mark !== null && (mark === this.mark || isHigher(mark, this.mark));
  }

  /**
   * Below a numbered title: `a) Hộ nghèo`, or `Hộ nghèo` without a number. Not what was done all the
   * same, nor another list's title.
   */
  private isPart(text: string, mark: MarkKind | null): boolean {
    const bare = bareOf(text);
    if (!isHigher(this.mark, mark) || DONE.test(bare)) return false;
    return mark !== null || !NO_NAME.test(bare);
  }

  /** Tells the rows so far, if there are any. */
  end(): void {
    const { title, count, first, last } = this;
    if (title !== null && count > 0 && !title.isTold)
      this.tell(title, count, rowRun({ first, last }));
    this.title = null;
    this.first = 0;
    this.count = 0;
  }
}
