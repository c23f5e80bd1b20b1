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
  const one = statements.find(isName);
  return one && { name: quoteOf(one), from: one.from, codes: meant(one) };
}

/** `Xã Phước Đông`, `XÃ PHƯỚC ĐÔNG`: a type, and a name of some words each with a capital or none. */
function isName({ name, labelled, implied, tried, longer }: Statement): boolean {
  if (labelled || implied || tried || longer) return false;
  const own = TYPED.exec(name)?.[1] ?? '';
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
