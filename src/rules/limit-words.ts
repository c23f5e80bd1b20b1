import type { InLangs, Lang } from '../core/lang.js';
import { shownBytes, shownNumber } from './format.js';

/** What a limit is a limit of, and what it is counted in. */
interface LimitWords extends InLangs {
  readonly unit: 'bytes' | (InLangs & { readonly each?: number });
}

const of = (vi: string, en: string, unit: LimitWords['unit']): LimitWords => ({ vi, en, unit });
const unit = (vi: string, en: string, each = 1) => ({ vi, en, each });

const inflated = of('dung lượng sau khi giải nén', 'the size when unpacked', 'bytes');
const rowLength = of('độ dài của một dòng', 'the length of a row', 'bytes');
const fileSize = of('dung lượng tệp', 'the size of the file', 'bytes');
const words: readonly [string, string] = ['lượng chữ trong tệp', 'the amount of text in the file'];

/** Limits of the reader and of archives; some differ only in where they are met. */
export const limit: Readonly<Record<string, LimitWords>> = {
  cells: of('số ô của một trang tính', 'the cells of a sheet', unit('ô', 'cells')),
  columns: of('số cột', 'the columns', unit('cột', 'columns')),
  rows: of('số dòng', 'the rows', unit('dòng', 'rows')),
  sheets: of('số trang tính', 'the sheets', unit('trang tính', 'sheets')),
  merges: of('số ô gộp', 'the merged cells', unit('ô gộp', 'merged cells')),
  'cell-characters': of('độ dài của một ô', 'the length of a cell', unit('ký tự', 'characters')),
  'cell-formats': of('số kiểu định dạng ô', 'the cell formats', unit('kiểu', 'formats')),
  'row-bytes': rowLength,
  'record-bytes': rowLength,
  'shared-strings': of(...words, unit('đoạn chữ khác nhau', 'different texts')),
  'shared-string-bytes': of(...words, 'bytes'),
  ratio: of('độ nén của tệp', 'the compression of the file', unit('lần', 'times')),
  'inflated-bytes': inflated,
  'part-bytes': inflated,
  'sheet-tail-bytes': inflated,
  'zip-directory-bytes': inflated,
  'zip-entries': of('số phần trong tệp', 'the parts of the file', unit('phần', 'parts')),
  'text-bytes': fileSize,
  'legacy-file-bytes': fileSize,
  'legacy-heap': of('bộ nhớ để đọc tệp', 'the memory that reading it takes', unit('MB', 'MB')),
  'legacy-milliseconds': of(
    'thời gian đọc tệp',
    'the time that reading it takes',
    unit('giây', 'seconds', 1000),
  ),
  'zip-members': of(
    'số tệp trong tệp nén',
    'the number of files in an archive',
    unit('tệp', 'files'),
  ),
  'zip-bytes': inflated,
  'zip-member-bytes': of(
    'dung lượng một tệp sau khi giải nén',
    'the size of one file when unpacked',
    'bytes',
  ),
};

/** A limit with its unit: `20 giây`, `64 MB`. One that has no words is a mere number. */
export function shownLimit(name: string, value: number, lang: Lang): string {
  const known = Object.hasOwn(limit, name) ? limit[name]!.unit : undefined;
  if (known === undefined) return shownNumber(value, lang);
  if (known === 'bytes') return shownBytes(value, lang);
  return `${shownNumber(value / (known.each ?? 1), lang)} ${known[lang]}`;
}
