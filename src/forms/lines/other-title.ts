import { memoText } from '../../core/memo.js';
import { clean } from '../../core/text.js';
import type { Recognition } from '../header/recognise.js';
import { isRate } from '../header/under-heading.js';
import type { LayoutName } from '../types.js';
import type { Line } from './line-places.js';
import { otherMatterIn } from './other-matters.js';

/** What a table's title says that its rows are, where that is not what the form counts. */
export interface OtherTitle {
  /** The words that say so, as they stand. */
  readonly said: string;
  readonly cell: string;
}

/** `Biểu 1: DANH SÁCH …`; `Danh sách này có 5 người` is no title. */
const TITLE =
  /^(?:.{0,30}[:./)–—-]\s*)?(?:(?:bảng|tổng hợp|lập) )*(?:(?:danh sách|ds)(?!\p{L}|\s+(?:này|trên|gồm|có|kèm))|(?=(?:phiếu|kết quả) (?:khảo sát|điều tra)(?!\p{L})|lịch (?:trực|phân công)))/iu;

/** A tally's: `BÁO CÁO TỔ HÒA GIẢI`, `SỐ HỘ ĐƯỢC VAY VỐN`. */
const TALLY_TITLE =
  /^(?:.{0,30}[:./)–—-]\s*)?(?:(?:bảng|biểu|báo cáo|tổng hợp|thống kê|số liệu|kết quả|tình hình|danh sách|ds|tổng số|số lượng|số|hoạt động|về|của|công tác)(?!\p{L})\s*)+(?!này|trên|gồm|có|kèm)|^(?=(?:hỗ trợ|trao|tặng|xếp|nhóm|hướng dẫn) )/iu;

/** A title's second line. */
const GOES_ON = /^\(?(?:tham (?:gia|dự)|dự|đi)\s/iu;

/** A title that holds only for now, or ends so. */
const DRAFT =
  /^\(?(?:(?:bản )?(?:dự thảo|nháp)|ban nhap|(?:ban )?du thao)(?!\p{L})|(?<=[(–-] ?)(?:(?:bản )?(?:dự thảo|nháp)|ban nhap|(?:ban )?du thao)(?: (?:lần|lan) \d+)?(?=\)?$)/iu;

const SHARES = /^(?:bảng |biểu |thống kê |báo cáo |tổng hợp )*(?:tỷ|tỉ) lệ(?!\p{L})/iu;

/** How a form is to be filled in. */
const HOW_TO =
  /^\(?hướng dẫn (?:điền|ghi|nhập|lập)(?: (?:các|thông tin|biểu|mẫu|số liệu|báo cáo))*\)?$/iu;

/** A letterhead of an organisation that has groups of its own: `HỘI LHPN XÃ TÂN ÂN`. */
const ORGANISATION =
  /^(?:(?:bch|ban chấp hành|ban thường vụ|tm\.?) )*(?:hội (?:lh ?pn|liên hiệp|phụ nữ|nông dân|nd(?!\p{L})|cựu chiến binh|ccb|chữ thập đỏ|người cao tuổi|khuyến học)|đoàn (?:xã|phường|thị trấn|thanh niên|tncs)|(?:ủy ban |ub)?(?:mặt trận|mttq))/iu;

/**
 * What the title above a table says that its rows are, if not those that the form counts. A title
 * that says nothing of anything else is the form's.
 * @param counted what the form counts (`Identity.what`), if it has a list
 * @param head a tally with shares has a column of its own for them
 */
export function otherTitle(
  lines: readonly Line[],
  counted: string | undefined,
  head: Recognition,
): OtherTitle | null {
  const { unknown, headings } = head;
  const { layout } = head.layout;
  const isOfShares = layout === 'tally' && !unknown.some(isRate);
  const isOdd = ({ isHowTo, isShares }: Words) => isHowTo || (isShares && isOfShares);
  const odd = lines.find(({ isAlone, text }) => isAlone && isOdd(wordsOf(text)));
  if (odd !== undefined) return { said: clean(odd.text), cell: odd.cell };
  const drafted = lines.find(({ text }) => wordsOf(text).draft !== '');
  if (drafted !== undefined) return { said: wordsOf(drafted.text).draft, cell: drafted.cell };
  const organisation = counted === 'member' ? organisationIn(lines, headings) : undefined;
  if (organisation !== undefined)
    return { said: organisationNamed(organisation.text)!, cell: organisation.cell };
  return counted === undefined
    ? null
    : titleThat(lines, layout, (title) => otherMatterIn(title, counted, head));
}

/** An organisation's letterhead, where nothing says that the teams' members are told of. */
function organisationIn(
  lines: readonly Line[],
  headings: Recognition['headings'],
): Line | undefined {
  const said = [...lines.map(({ text }) => text), ...headings.values()];
  if (said.some((text) => OF_TEAMS.test(text))) return undefined;
  return lines.find(({ text }) => organisationNamed(text) !== undefined);
}

const organisationNamed = memoText((line) => ORGANISATION.exec(clean(line))?.[0].trim());

const OF_TEAMS = /công nghệ|cns|cong nghe|chuyển đổi số|cđs/iu;

/** What the words of one line say, whatever the table below it. */
interface Words {
  readonly isHowTo: boolean;
  readonly isShares: boolean;
  /** The words that say that it is a draft; blank for none. */
  readonly draft: string;
  /** What it goes on with behind what titles of lists and of tallies begin with; null for no title. */
  readonly behind: Readonly<Record<LayoutName, string | null>>;
}

const wordsOf = memoText((line): Words => {
  const text = clean(line);
  const behind = (begins: RegExp) => (begins.test(text) ? text.replace(begins, '').trim() : null);
  return {
    isHowTo: HOW_TO.test(text),
    isShares: SHARES.test(text),
    draft: DRAFT.exec(text)?.[0].replace('(', '') ?? '',
    behind: { list: behind(TITLE), tally: behind(TALLY_TITLE) },
  };
});

function titleThat(
  lines: readonly Line[],
  layout: LayoutName,
  saidIn: (title: string) => string,
): OtherTitle | null {
  for (const [at, { text, cell, isAlone }] of lines.entries()) {
    const own = wordsOf(text).behind[layout];
    // The headings of a table of no form stand beside each other.
    if (own === null || (layout === 'tally' && !isAlone)) continue;
    const next = clean(lines[at + 1]?.text ?? '');
    const said = saidIn(own === '' || GOES_ON.test(next) ? `${own} ${next}`.trim() : own);
    if (said !== '') return { said, cell };
    if (layout === 'list') return null;
  }
  return null;
}
