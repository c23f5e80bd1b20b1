import { memo } from '../../core/memo.js';
import { foldAccents } from '../../core/text.js';
import type { Named } from '../../geography/types.js';
import { type MatchUnit, quoteOf, type Source, type Statement } from './place.js';

/** A commune that is named in passing and that the registry does not have. */
export interface Stranger {
  /** As it is written. */
  readonly name: string;
  readonly from: Source;
  /** Codes of the communes that it may be a misspelling of. */
  readonly codes: readonly string[];
}

/** A commune's type in full: `TT Học tập cộng đồng` is no town. */
const TYPED = /^(?:xã|phường|thị trấn|đặc khu) (.+)$/iu;
/** Ends a name in a line of capitals, or begins what is none: `CÁN BỘ XÃ PHỤ TRÁCH`, `xã gửi huyện`. */
const NO_NAME = new RegExp(
  '^(?:gửi|phụ trách|nộp|tổng|thực hiện|quản lý|lập|điểm|nông thôn|loại|vùng|biên giới|khu vực|nghèo|' +
    'bãi ngang|là|do|về|tại|trong|cho|với|cùng|khác|này|mới|tự|xây dựng|chuyển đổi|thí điểm|trọng điểm|' +
    'không|chưa|còn|hỗ trợ|tham gia|phối hợp|kết quả|các|những|mỗi|từng|trực thuộc|cấp|hội|văn hóa|phường|' +
    'báo cáo|đạt chuẩn|đã|để|được|đề nghị|theo|thống kê)(?!\\p{L})',
  'iu',
);
const MOST_WORDS = 4;

/**
 * The first of a level's statements that surely is a commune's name, where no unit answers to any.
 * @param meant codes of what a statement may be a misspelling of
 */
export function strangerIn(
  statements: readonly Statement[],
  meant: (statement: Statement) => readonly string[],
): Stranger | undefined {
  const one = statements.find((statement) => isName(statement));
  return one && { name: quoteOf(one), from: one.from, codes: meant(one) };
}

/** A province's or a district's. */
const TYPED_ABOVE = /^(?:tỉnh|huyện) (.+)$/iu;
/** Bodies of a province or a district: `TỈNH ỦY CÀ MAU`, `Huyện đoàn`. */
const NO_UNIT =
  /^(?:[uủ][yỷ]|đoàn|đội|lỵ|lộ|công|quân|mặt trận|chi|liên|nhà|hội|ban|phòng|sở|cán bộ|ta|nhóm|đề)(?!\p{L})/iu;

/**
 * A province or a district that a sheet names in passing (`UBND TỈNH SÓC TRĂNG`) beside a unit that was
 * found, and that is none of the registry's of any day, nor nearly: the sheet may be of another province.
 */
export function strangerAbove(
  statements: readonly Statement[],
  match: MatchUnit,
): Statement | undefined {
  return statements.find((one) => {
    const { level } = one;
    if (level !== 'province' && level !== 'district') return false;
    if (one.either || NO_UNIT.test(one.bare) || !isName(one, TYPED_ABOVE)) return false;
    const found = match({ [level]: one.name });
    return found.kind === 'unknown' && found.level === level && found.suggestions.length === 0;
  });
}

/** `Xã Phước Đông`, `XÃ PHƯỚC ĐÔNG`: a type, and a name of some words each with a capital or none. */
function isName(one: Statement, typed = TYPED): boolean {
  if (one.labelled || one.implied || one.tried || one.longer) return false;
  const own = typed.exec(one.name)?.[1] ?? '';
  const words = own.split(' ');
  if (words.length < 2 || words.length > MOST_WORDS || NO_NAME.test(own)) return false;
  return words.every((word) => /^\p{L}+$/u.test(word));
}

/** The same in a name without its accents: `Xa Tan An`. */
const TYPED_NEARLY = /^(?:xa|phuong|thi tran|tt|dac khu)[ .]/;

type Names = readonly { readonly text: string; readonly from: Source }[];

/**
 * The commune that a file's or folder's name nearly names, of names the nearest first: the same for each of
 * the file's sheets.
 */
export const nearStranger = memo((names: Names) =>
  memo((nearText: (text: string) => Named) =>
    memo((match: MatchUnit): Stranger | null => {
      for (const { text, from } of names) {
        const { commune: name } = nearText(text);
        if (name === undefined || !TYPED_NEARLY.test(foldAccents(name).toLowerCase())) continue;
        const found = match({ commune: name });
        if (found.kind !== 'unknown') continue;
        return { name, from, codes: found.suggestions.map(({ unit }) => unit.code) };
      }
      return null;
    }),
  ),
);
