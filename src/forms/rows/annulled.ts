import { memo, memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { CASTS } from '../cast/index.js';
import { cellText } from '../cells/cell-text.js';
import { leafOf } from '../header/heading-leaf.js';
import type { Recognition } from '../header/recognise.js';
import { hasDoneTicks } from './done-ticks.js';

/** Phrases that begin a remark, each to its end or to another word. */
const phrases = (list: readonly string[]) => new RegExp(`^(?:${list.join('|')})(?!\\p{L})`, 'u');

const SINCE = '(?=$| (?:từ|ngày|tháng|năm|\\d))';
/** What is said of a row that holds no longer, whatever the form; folded. */
const GONE = phrases([
  `(?:đã |xin |cho |tạm )*(?:nghỉ|thôi|dừng|ngừng|ngưng)(?: (?:việc|làm|tham gia|hoạt động|nhiệm vụ|kinh doanh|buôn bán|bán|luôn|hẳn|rồi))*${SINCE}`,
  `(?:đã |mới )(?:chết|mất)${SINCE}|(?:đã )?(?:từ trần|qua đời)`,
  '(?:đã |sẽ |xin )?chuyển (?:đi|công tác|nơi khác|chỗ ở|nơi ở|nơi cư trú|(?:hộ )?khẩu|khỏi|sang (?:ấp|khóm|thôn|xã|phường|tổ)(?! trưởng| phó))',
  '(?:đã )?(?:xin )?rút(?: (?:tên|lui))?(?=$| khỏi)',
  '(?:đã |bị |đề nghị |xin |cần )*(?:bỏ|hủy|huỷ|xóa|xoá|gạch|loại)(?: (?:bỏ|tên|ra))?(?=$| khỏi| dòng| do| vì)',
  '(?:đã |được )*(?:miễn nhiệm|bãi nhiệm|cách chức|đưa ra khỏi)',
  '(?:đã |được |bị )+thay(?: thế)?(?=$| bằng| bởi)|thay bằng',
  '(?:bị )?trùng(?=$| (?:với|dòng|lặp|hộ|người|stt|danh sách))',
  '(?:nhập|ghi|kê|đưa|thêm) (?:nhầm|sai|trùng)',
  'không (?:tính|còn (?:ở|tham gia|hoạt động|kinh doanh|làm|là|sinh sống|cư trú))|không tham gia(?=$| nữa| tổ)',
  '(?:(?:dòng|hàng|ví dụ) )?mẫu$|(?:ví dụ|vd)(?=$| )',
  '(?:đã |tạm )?đóng cửa(?=$| (?:từ|ngày|tháng|hẳn|rồi))|hết nhiệm kỳ|đã (?:giải thể|sang quán|sang nhượng|trả mặt bằng)',
]);
/** In a column of states a denial alone is enough: `Chưa`, `Không hoạt động`. */
const NOT_SO = phrases([
  'chưa',
  'không(?: đạt| có| dùng)?',
  '(?:đang )?chờ',
  'đang (?:thực hiện|làm|xử lý)',
  '(?:đã |bị |tạm )*(?:khóa|khoá|đóng)',
]);

/** What is said of a report that is not yet, or no longer, its sender's; `CHO_DUYET` as portals export it. */
const NOT_SENT = phrases([
  '(?:chưa|không|(?:đang )?chờ)(?: được)? (?:(?:phê )?duyệt|xác nhận|gửi|nộp|hoàn thành)',
  'từ chối|(?:bị |đã )?trả (?:lại|về)|(?:bản )?nháp',
  '(?:cho|chua|khong)[ _]+(?:(?:phe[ _]+)?duyet|xac[ _]+nhan)|tu[ _]+choi|tra[ _]+(?:lai|ve)|nhap|pending|rejected|draft',
]);

/** A tally's column of how it stands with the hamlet's report: `Trạng thái`, `Phê duyệt`. */
const STATE_OF_REPORT =
  /^(?:(?:da )?(?:phe duyet|duyet|xac nhan)|status|(?:tinh trang|trang thai)(?: (?:phe duyet|duyet|xac nhan|bao cao|so lieu))*)$/;
/** A column that says how it stands with each row, of no field: `Trạng thái`, `Tình trạng tài khoản`. */
const STATE =
  /^(?:(?:da )?(?:phe duyet|duyet|xac nhan)|status|(?:tinh trang|trang thai|ket qua)(?: (?:phe duyet|duyet|xac nhan|bao cao|hoat dong|cai dat|huong dan|kich hoat|tham gia|thuc hien|ho tro|su dung|kinh doanh|dinh danh|tai khoan|tk|ho so|ma qr|qr))*)$/;

const LONGEST = 200;
const CLAUSE = /[,;.\n()]+|\s[–-]\s/;

/** The columns in which it may stand that a row is not to be counted: of a tally those of states. */
interface Spoken {
  readonly column: number;
  readonly header: string;
  /** The words that say so, as they are written; blank where it says nothing of the kind. */
  readonly saying: (text: string) => string;
}

/** A column in which it is ticked that a row is not: `Chưa có QR`. */
interface Denied {
  readonly column: number;
  readonly header: string;
}

/**
 * Tells the rows of which a note or a state says that they hold no longer, or not yet: `Đã nghỉ`,
 * `Chưa kích hoạt`. They count all the same, as only people know what was meant.
 */
export class Annulled {
  private readonly spoken: readonly Spoken[];
  private readonly denied: readonly Denied[];
  private readonly tell: (column: number, header: string, found: string) => void;

  private constructor(
    spoken: readonly Spoken[],
    denied: readonly Denied[],
    tell: Annulled['tell'],
  ) {
    this.spoken = spoken;
    this.denied = denied;
    this.tell = tell;
  }

  /** Null where no column may say so. */
  static of(found: Recognition, tell: Annulled['tell']): Annulled | null {
    const [spoken, denied] = [spokenIn(found), deniedIn(found)];
    return spoken.length + denied.length === 0 ? null : new Annulled(spoken, denied, tell);
  }

  /** Looks at a data row; nearly every one has no note. */
  look(values: readonly Value[]): void {
    for (let i = 0; i < this.spoken.length; i++) {
      const { column, header, saying } = this.spoken[i]!;
      const value = values[column];
      if (typeof value !== 'string' || value.length < 2 || value.length > LONGEST) continue;
      const found = saying(value);
      if (found !== '') this.tell(column, header, found);
    }
    for (let i = 0; i < this.denied.length; i++) {
      const { column, header } = this.denied[i]!;
      if (CASTS.mark(values[column] ?? null) === true)
        this.tell(column, header, cellText(values[column]));
    }
  }
}

/** Not where another column ticks the contrary, which is asked about there. */
const deniedIn = memo((found: Recognition): readonly Denied[] => {
  const { layout, unknown, byMeans } = found;
  const undone = layout.form.list?.undone ?? [];
  if (layout.layout !== 'list' || undone.length === 0) return [];
  if (byMeans !== undefined || hasDoneTicks(found)) return [];
  const words = phrases(undone);
  return unknown
    .filter(({ texts }) => words.test(fold(texts.at(-1)!)))
    .map(({ column, text }) => ({ column, header: text }));
});

const spokenIn = memo(({ layout, fields, unknown }: Recognition): readonly Spoken[] => {
  const ofStates = (heading: RegExp, words: readonly RegExp[]) =>
    unknown
      .filter((one) => heading.test(leafOf(one)))
      .map(({ column, text }) => ({ column, header: text, saying: sayingOf(words) }));
  if (layout.layout !== 'list') return ofStates(STATE_OF_REPORT, [NOT_SENT]);
  const undone = layout.form.list?.undone ?? [];
  const words = [GONE, ...(undone.length > 0 ? [phrases(undone)] : [])];
  const note = fields.get('note');
  const { deniedBy } = layout.form.list ?? {};
  const denied =
    deniedBy === undefined || fields.has(deniedBy.without) ? undefined : fields.get(deniedBy.field);
  const header = layout.byId.get('note')?.label.vi ?? '';
  return [
    ...(note === undefined ? [] : [{ column: note, header, saying: sayingOf(words) }]),
    ...(denied === undefined
      ? []
      : [
          {
            column: denied,
            header: layout.byId.get(deniedBy!.field)!.label.vi,
            saying: sayingOf([NOT_SO]),
          },
        ]),
    ...ofStates(STATE, [...words, NOT_SENT, NOT_SO]),
  ];
});

/** Finds what one clause of a remark begins with. */
function sayingOf(words: readonly RegExp[]): Spoken['saying'] {
  return memoText((text) => {
    for (const clause of fold(text).split(CLAUSE)) {
      const trimmed = clause.trim();
      for (const one of words) {
        const said = one.exec(trimmed)?.[0];
        if (said !== undefined) return asWritten(said, text);
      }
    }
    return '';
  });
}

/** Folded words as the text has them, `Đã nghỉ`; folded where it spells them in another way. */
function asWritten(folded: string, text: string): string {
  const whole = text.normalize('NFC').replace(/\s+/g, ' ');
  const lower = whole.toLowerCase();
  const at = lower.length === whole.length ? lower.indexOf(folded) : -1;
  return at < 0 ? folded : whole.slice(at, at + folded.length);
}
