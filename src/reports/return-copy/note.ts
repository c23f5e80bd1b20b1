import { formatNumber } from '../../core/format.js';
import type { InLangs, Lang } from '../../core/lang.js';
import { periodInSentence } from '../../core/period-words.js';
import { counted } from '../counted.js';
import { LIST_FILE, LISTS, NOTE_MARKS } from '../own-sheets.js';
import { headingName, KIND } from '../unit-names.js';

/** One returned file, for the note that goes with it. */
export interface ReturnedFile {
  readonly name: string;
  readonly errors: number;
  readonly warnings: number;
  /** The copy bears the marks; else there is only a list of its own. */
  readonly marked: boolean;
}

export interface NoteOptions {
  /** The unit that the note goes to; null where none is known. */
  readonly unit: string | null;
  /** `2024-09`; blank where none was asked for. */
  readonly period: string;
  readonly lang: Lang;
}

/**
 * The short letter that goes with the returned files, to be pasted into Zalo: UTF-8 with a
 * byte order mark and CR LF, which every Notepad shows right. Holds no personal data.
 */
export function coveringNote(
  files: readonly ReturnedFile[],
  { unit, period, lang }: NoteOptions,
): string {
  const texts = TEXTS[lang];
  const count = (n: number, of: (n: string) => string) =>
    n === 0 ? '' : of(formatNumber(n, lang));
  const lines = [
    texts.to(unit),
    '',
    texts.checked(period && periodInSentence(period, lang), formatNumber(files.length, lang)),
    ...files.map(({ name, errors, warnings }) => {
      const what = [count(errors, texts.errors), count(warnings, texts.warnings)];
      return `- ${name}: ${what.filter((one) => one !== '').join(', ')}`;
    }),
    '',
    ...(files.some(({ marked }) => marked) ? [texts.marked] : []),
    ...(files.some(({ marked }) => !marked) ? [texts.listed] : []),
    '',
    texts.thanks,
    '',
    NOTE_MARKS[lang],
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * The body of a unit that a letter goes to (a hamlet has no People's Committee), its kind in small letters but before a number, as
 * Nghị định 30/2020/NĐ-CP writes it (phụ lục II): `UBND xã Tân Ân`, `UBND Phường 1`.
 */
const ADDRESSEES: InLangs<(unit: string) => string> = {
  vi: (unit) => {
    const name = unit.normalize('NFC');
    return KIND.test(name)
      ? `UBND ${/\s\d/.test(name) ? name : name.replace(KIND, (kind) => kind.toLocaleLowerCase('vi'))}`
      : `Tổ công nghệ số cộng đồng ${name}`;
  },
  en: (unit) =>
    KIND.test(unit.normalize('NFC'))
      ? `the People’s Committee of ${headingName(unit, 'en')}`
      : `the community digital technology team of ${unit}`,
};

interface NoteTexts {
  readonly to: (unit: string | null) => string;
  /** What was checked; the period as in a sentence, or blank. */
  readonly checked: (period: string, files: string) => string;
  readonly errors: (n: string) => string;
  readonly warnings: (n: string) => string;
  /** Of copies that bear the marks. */
  readonly marked: string;
  /** Of lists beside what could not be marked. */
  readonly listed: string;
  readonly thanks: string;
}

const TEXTS: InLangs<NoteTexts> = {
  vi: {
    to: (unit) => `Kính gửi: ${unit === null ? 'Quý đơn vị' : ADDRESSEES.vi(unit)},`,
    checked: (period, files) =>
      `Qua kiểm tra báo cáo${period && ` ${period}`} của Tổ công nghệ số cộng đồng, có ${files} tệp cần xem lại:`,
    errors: (n) => `${n} lỗi`,
    warnings: (n) => `${n} cảnh báo`,
    marked: `Trong tệp gửi kèm, ô màu đỏ là lỗi (chưa được tính), ô màu vàng là chỗ cần xem lại; mỗi ô có ghi chú cách sửa. Trang “${LISTS.vi.sheet}” ở đầu tệp liệt kê đủ các chỗ. Đề nghị sửa ngay trên tệp này rồi gửi lại.`,
    listed: `Tệp có chữ “${LIST_FILE.vi}” trong tên chỉ liệt kê chỗ sai; đề nghị sửa trên tệp đã nộp rồi gửi lại.`,
    thanks: 'Trân trọng cảm ơn!',
  },
  en: {
    to: (unit) => `To ${unit === null ? 'whom it concerns' : ADDRESSEES.en(unit)},`,
    checked: (period, files) =>
      `The reports${period && ` for ${period}`} of your community digital technology teams were checked. Please look again at ${counted(files, 'file')}:`,
    errors: (n) => counted(n, 'error'),
    warnings: (n) => counted(n, 'warning'),
    marked: `In the files that come with this letter red cells are errors (not counted) and yellow ones need a look; each has a comment on how to mend it. The sheet “${LISTS.en.sheet}” at the front lists them all. Please correct these very files and send them again.`,
    listed: `A file with “${LIST_FILE.en}” in its name only lists what is wrong; please correct the file that you sent and send it again.`,
    thanks: 'Thank you!',
  },
};
