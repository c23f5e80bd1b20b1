import type { InLangs } from '../core/lang.js';
import { formWords } from './form-words.js';
import { limit } from './limit-words.js';

/** Something's name for people. */
export type Word = InLangs;
type Words = Readonly<Record<string, Word>>;

const word = (vi: string, en: string): Word => ({ vi, en });

/** Why a file or sheet could not be read: a `SpreadsheetError` reason or an error of the system. */
const reason: Words = {
  damaged: word('tệp bị hỏng hoặc chưa tải về hết', 'it is damaged or was cut short'),
  encrypted: word('tệp có mật khẩu', 'it is protected by a password'),
  limit: word('tệp quá lớn', 'it is too large'),
  bug: word(
    'ccds gặp lỗi của chính mình, đề nghị báo cho người phát triển ccds',
    'ccds met an error of its own; please tell its developers',
  ),
  unsupported: word('định dạng chưa đọc được', 'its format is not supported'),
  unknown: word('nội dung không phải là bảng tính', 'its content is not a spreadsheet'),
  empty: word('tệp rỗng', 'it is empty'),
  EACCES: word('không có quyền đọc', 'no permission to read it'),
  EPERM: word('không có quyền đọc', 'no permission to read it'),
  EBUSY: word('đang mở ở chương trình khác', 'another program has it open'),
  ENOENT: word('không còn ở chỗ cũ', 'it is no longer there'),
  EISDIR: word('đây là thư mục', 'it is a folder'),
  ENOTDIR: word('đây không phải thư mục', 'it is not a folder'),
  EIO: word('ổ đĩa hoặc mạng bị lỗi', 'the disk or the network failed'),
  ELOOP: word('lối tắt trỏ vòng vào chính nó', 'the link leads back to itself'),
  EMFILE: word('máy đang mở quá nhiều tệp', 'too many files are open'),
  missing: word('thiếu tệp này', 'this file is missing'),
  map: word(
    'số liệu ở trên bản đồ đơn vị của ngày khác với ngày cuối kỳ (--as-of), mà ấp, khóm ở đó không như trong kỳ',
    'its figures stand on the map of another day than the period’s last (--as-of), whose hamlets are not those of the period',
  ),
  changed: word('tệp đã bị sửa sau khi ccds ghi ra', 'this file was changed after ccds wrote it'),
  EILSEQ: word(
    'tên viết bằng bảng mã cũ (không phải Unicode) nên hệ thống không mở được; đề nghị đổi tên',
    'its name is in an old encoding (not Unicode), by which the system cannot open it; rename it',
  ),
  ENAMETOOLONG: word('tên hoặc đường dẫn quá dài', 'its name or path is too long'),
};

/** What a column takes, with an example; by type of field. */
const expected: Words = {
  text: word('chữ', 'text'),
  count: word(
    'số đếm từ 0 trở lên (ví dụ 12 hoặc 1.250)',
    'a count of 0 or more (such as 12 or 1.250)',
  ),
  year: word('năm có 4 chữ số (ví dụ 1985)', 'a year of 4 digits (such as 1985)'),
  sex: word('Nam hoặc Nữ', 'Nam (male) or Nữ (female)'),
  mark: word('dấu x', 'an x'),
  phone: word('số điện thoại (ví dụ 0912 345 678)', 'a telephone number (such as 0912 345 678)'),
  identity: word('số định danh cá nhân đủ 12 chữ số', 'an identity number of 12 digits'),
  tax: word('mã số thuế 10, 12 hoặc 13 chữ số', 'a tax code of 10, 12 or 13 digits'),
  level: word('mức 1 hoặc mức 2', 'level 1 or level 2'),
  date: word('ngày/tháng/năm (ví dụ 14/09/2024)', 'day/month/year (such as 14/09/2024)'),
  payment: word(
    'hình thức rõ ràng (“Tiền mặt” nếu chỉ thu tiền mặt; chưa rõ thì tạm tính hộ này là không tiền mặt)',
    'a clear means of payment (“Tiền mặt” for cash alone; while unclear, the merchant counts as cashless)',
  ),
  marks: word(
    'tên các kỹ năng của biểu, cách nhau bằng dấu phẩy (ví dụ “Dịch vụ công, An toàn mạng”)',
    'names of the form’s skills with commas between (such as “Dịch vụ công, An toàn mạng”)',
  ),
  hamlet: word('tên ấp/khóm', 'a hamlet’s name'),
  person: word('họ tên của một người', 'one person’s name'),
  name: word('một tên gọi', 'a name'),
  own: word(
    'số riêng của từng ấp/khóm, không gộp ô qua nhiều dòng',
    'each hamlet’s own count, in a cell that is not merged over several rows',
  ),
};

/** Where something is stated. */
const source: Words = {
  line: word('dòng đầu trang tính', 'a line at the top of the sheet'),
  group: word('dòng nhóm trong bảng', 'a group row of the table'),
  column: word('cột trong bảng', 'the column of the table'),
  sheet: word('tên trang tính', 'the sheet’s name'),
  file: word('tên tệp', 'the file name'),
  folder: word('tên thư mục', 'the folder name'),
  flag: word('lần chạy này', 'this run'),
  registry: word('danh mục', 'the registry'),
  package: word('gói dữ liệu', 'the package'),
};

const encoding: Words = {
  tcvn3: word('bảng mã cũ TCVN3 (ABC)', 'the legacy encoding TCVN3 (ABC)'),
  vni: word('bảng mã cũ VNI', 'the legacy encoding VNI'),
  cp1258: word('bảng mã Windows-1258', 'the encoding Windows-1258'),
  viscii: word('bảng mã cũ VISCII', 'the legacy encoding VISCII'),
  vps: word('bảng mã cũ VPS', 'the legacy encoding VPS'),
  bkhcm2: word('bảng mã cũ BK HCM 2', 'the legacy encoding BK HCM 2'),
  utf8: word('bảng mã bị lỗi (“cÃ´ng” thay cho “công”)', 'garbled UTF-8 (“cÃ´ng” for “công”)'),
  references: word(
    'mã số của trang web (“&#7844;p” thay cho “Ấp”)',
    'numbers as on web pages (“&#7844;p” for “Ấp”)',
  ),
};

/** What is counted once: `Identity.what` of a form. */
const entity: Words = {
  member: word('thành viên', 'member'),
  household: word('hộ', 'household'),
  account: word('tài khoản định danh điện tử', 'e-ID account'),
  merchant: word('hộ kinh doanh', 'merchant'),
  tally: word('ấp, khóm', 'hamlet'),
  team: word('tổ', 'team'),
  row: word('dòng', 'row'),
  cell: word('ô', 'cell'),
  part: word('trang tính', 'sheet'),
  file: word('tệp', 'file'),
};

/** What a line of `decisions.csv` decides. */
const decision: Words = {
  accept: word('chấp nhận', 'accept'),
  drop: word('bỏ', 'drop'),
  correct: word('sửa', 'correct'),
};

/** Why a decision was not applied. */
const unmet: Words = {
  file: word('không có tệp này', 'there is no such file'),
  several: word(
    'nhiều tháng có tệp tên này; đề nghị ghi tháng (ví dụ 2024-12) vào cột period',
    'several months have a file of this name; write the month, such as 2024-12, in the column period',
  ),
  period: word(
    'cột period không ghi một kỳ, ví dụ 2024-12',
    'the column period says no period, such as 2024-12',
  ),
  date: word(
    'cột date không ghi một ngày theo mẫu năm-tháng-ngày, ví dụ 2024-10-05 (để trống cũng được)',
    'the column date has no day written year-month-day, such as 2024-10-05 (it may be blank)',
  ),
  address: word(
    'cột cell không ghi một ô hay một dòng, ví dụ A6 hoặc 6',
    'the column cell names no cell or row, such as A6 or 6',
  ),
  sheet: word('tệp không có trang tính này', 'the file has no such sheet'),
  cell: word('ở đó không có dòng số liệu hay cột như vậy', 'no row or column of data is there'),
  again: word(
    'một dòng ở dưới quyết định về cùng chỗ này, và dòng sau cùng được dùng',
    'a line further down decides of the same place, and the last one holds',
  ),
  nothing: word('ở đó không còn gì phải chấp nhận', 'there is nothing left there to accept'),
  word: word(
    'cột decision không ghi accept, drop hay correct',
    'it says neither accept, drop nor correct',
  ),
  value: word(
    'thiếu giá trị đúng, hoặc giá trị không hợp với cột',
    'its value is missing, or not what the column takes',
  ),
};

/** What of a file can be done without. */
const unread: Words = {
  formats: word('định dạng ô', 'the formats of its cells'),
  properties: word('thuộc tính của tệp', 'the properties of the file'),
  relationships: word('mục lục của tệp', 'the contents list of the file'),
};

/** Kinds of file, as a noun that fits `đây là …`. */
/** Extensions that are called the same. */
const alike = (extensions: string, vi: string, en: string): Words =>
  Object.fromEntries(extensions.split(' ').map((id) => [id, word(vi, en)]));

/** Extensions that are called the same, and named behind it. */
const named = (extensions: string, vi: string, en: string): Words =>
  Object.fromEntries(
    extensions.split(' ').map((id) => [id, word(`${vi} (.${id})`, `${en} (.${id})`)]),
  );

const kind: Words = {
  xlsx: word('bảng tính Excel (.xlsx)', 'an Excel workbook (.xlsx)'),
  xls: word('bảng tính Excel đời cũ (.xls)', 'an old Excel workbook (.xls)'),
  xlsb: word('bảng tính Excel nhị phân (.xlsb)', 'a binary Excel workbook (.xlsb)'),
  ods: word('bảng tính OpenDocument (.ods)', 'an OpenDocument spreadsheet (.ods)'),
  numbers: word(
    'bảng tính Numbers của Apple (.numbers)',
    'an Apple Numbers spreadsheet (.numbers)',
  ),
  iwork: word('bảng tính Numbers của Apple (.numbers)', 'an Apple Numbers spreadsheet (.numbers)'),
  html: word('trang web (HTML)', 'a web page (HTML)'),
  htm: word('trang web (HTML)', 'a web page (HTML)'),
  ...alike('mhtml mht', 'trang web lưu thành một tệp (.mht)', 'a web page in one file (.mht)'),
  xml: word('tệp XML', 'an XML file'),
  slk: word('bảng tính kiểu SYLK (.slk)', 'a SYLK spreadsheet (.slk)'),
  dif: word('bảng tính kiểu DIF (.dif)', 'a DIF spreadsheet (.dif)'),
  dbf: word('tệp dữ liệu dBase, FoxPro (.dbf)', 'a dBase or FoxPro table (.dbf)'),
  gsheet: word('lối tắt đến Google Trang tính (.gsheet)', 'a shortcut to Google Sheets (.gsheet)'),
  csv: word('tệp chữ có dấu phân cách (CSV)', 'delimited text (CSV)'),
  text: word('tệp chữ', 'a text file'),
  pdf: word('tệp PDF', 'a PDF file'),
  ...alike('doc docx docm dot dotx wps', 'tệp Word', 'a Word document'),
  odt: word('tệp văn bản OpenDocument', 'an OpenDocument text'),
  opendocument: word('tài liệu OpenDocument khác', 'another OpenDocument file'),
  ole: word('tài liệu đời cũ của một chương trình khác', 'an old document of another program'),
  ...alike('access mdb accdb', 'cơ sở dữ liệu Access', 'an Access database'),
  program: word('tệp chương trình', 'a program'),
  rtf: word('tệp văn bản RTF', 'an RTF document'),
  ...alike('odp ppt pptx pptm pps ppsx', 'tệp trình chiếu', 'a presentation'),
  ...alike(
    'image jpg jpeg jfif png gif bmp webp heic heif avif tif tiff svg djvu',
    'hình ảnh',
    'a picture',
  ),
  ...alike('video mp4 mov avi mkv 3gp wmv webm', 'phim', 'a video'),
  ...alike('audio mp3 m4a aac amr ogg wav wma', 'tệp âm thanh', 'a sound file'),
  ...named('eml emlx msg', 'thư điện tử', 'an e-mail'),
  ...named(
    'crdownload part partial download opdownload',
    'tệp tải về chưa xong',
    'an unfinished download',
  ),
  tmp: word('tệp tạm (.tmp)', 'a temporary file (.tmp)'),
  ...named('url webloc desktop gdoc', 'lối tắt', 'a shortcut'),
  shortcut: word('lối tắt', 'a shortcut'),
  zip: word('tệp nén (.zip)', 'an archive (.zip)'),
  'zip-split': word(
    'tệp nén chia làm nhiều phần (.zip, .z01, …)',
    'an archive split into several parts (.zip, .z01, …)',
  ),
  pipe: word('đường ống hay thiết bị, không phải tệp', 'a pipe or a device, no file'),
  'zip-method': word('tệp nén bằng cách lạ', 'an archive packed in an unusual way'),
  ...named('rar 7z gz tar tgz bz2 xz lzh arj cab zst zipx z01 001', 'tệp nén', 'an archive'),
  gzip: word('tệp nén (.gz)', 'an archive (.gz)'),
  archive: word('tệp nén', 'an archive'),
  unknown: word('loại tệp không rõ', 'a file of unknown kind'),
};

/** Values as they are kept, where a person writes them otherwise. */
const value: Words = {
  male: word('nam', 'male'),
  female: word('nữ', 'female'),
  true: word('có', 'yes'),
  false: word('không', 'no'),
  cash: word('tiền mặt', 'cash'),
};

/** Vocabularies whose ids are put into words; those of the forms come from their declarations. */
export const WORDS = {
  reason,
  expected,
  source,
  encoding,
  entity,
  decision,
  unmet,
  kind,
  unread,
  value,
  limit,
  ...formWords,
  /** Named by `labelsOf`: the indicators are declared where rules do not look. */
  indicator: {},
  /** Named by `labelsOf`: units by code, as the period's map calls them. */
  unit: {},
} as const satisfies Record<string, Words>;

export type Vocabulary = keyof typeof WORDS;
