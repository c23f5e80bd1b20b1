import type { Severity } from '../../core/finding.js';
import type { Status } from '../../rollup/types.js';
import { counted } from '../counted.js';
import { ORIGINS } from '../own-sheets.js';

/** Texts of the sheets that show where figures come from, and what was not counted. */
export const originLabelsVi = {
  findings: 'Lỗi và cảnh báo',
  findingsTitle: 'LỖI, CẢNH BÁO VÀ LƯU Ý',
  severity: 'Mức độ',
  ruleCode: 'Mã',
  file: 'Tệp',
  sheet: 'Trang tính',
  cell: 'Ô',
  message: 'Nội dung',
  fix: 'Cách sửa',
  severities: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' } satisfies Record<
    Severity,
    string
  >,
  noFindings: 'Không có lỗi, cảnh báo hay lưu ý nào.',
  moreFindings: (shown: string, left: string) =>
    `Trang này ghi ${shown} mục đầu; còn ${left} mục nữa ở tệp data/findings.csv.`,

  certificate: 'Đối chiếu số liệu',
  certificateTitle: 'ĐỐI CHIẾU SỐ LIỆU',
  levelSums: 'I. TỔNG CỦA TỪNG CẤP (cấp dưới cộng lại bằng cấp trên)',
  onMap: (date: string) => `Số liệu được đưa về các đơn vị hành chính của ngày ${date}.`,
  noHamletsThere:
    'Vào ngày ấy danh mục không có ấp, khóm nào nên không xét được bao nhiêu đơn vị đã báo cáo.',
  leftBlank: (n: string) =>
    `${n} đơn vị chưa so sánh được nên để trống: xem các mã CCDS-M ở trang Lỗi và cảnh báo.`,
  levelsApart:
    'Chênh lệch là số của đơn vị đã sắp xếp lại mà chưa rõ nay thuộc đơn vị nào của cấp dưới: số đó chỉ nằm trong tổng của đơn vị cấp trên; xem các mã CCDS-M ở trang Lỗi và cảnh báo.',
  sumOf: (level: string) => `Cộng ${level}`,
  difference: 'Chênh lệch',
  byUnit: 'II. DÒNG SỐ LIỆU THEO ĐỊA BÀN (đọc = nhận + loại + bỏ qua)',
  byFile: 'III. DÒNG SỐ LIỆU THEO TỆP (đọc = nhận + loại + bỏ qua)',
  unitOrFile: 'Đơn vị, tệp',
  read: 'Đọc',
  accepted: 'Nhận',
  rejected: 'Loại',
  ignored: 'Bỏ qua',
  unknownUnit: 'Không của riêng địa bàn nào (dòng trống, tiêu đề, cộng; dòng chưa rõ địa bàn)',
  rowsOfSeveral:
    'Đơn vị nào nhiều dòng hơn các đơn vị cấp dưới cộng lại là gồm cả tệp chung của nhiều đơn vị: gói dữ liệu không cho biết dòng nào của đơn vị nào.',
  rowsOfFilesAlone:
    'Dòng trống, tiêu đề, dòng cộng và dòng chưa rõ địa bàn không của đơn vị nào nên chỉ có ở phần III.',
  sharedFiles: 'Tệp có số liệu của nhiều địa bàn được ghi cả tệp.',
  sheets: 'Số trang tính',

  sources: ORIGINS.vi.sources.sheet as string,
  sourcesTitle: ORIGINS.vi.sources.title as string,
  sourcesNote:
    'Dòng, cột: theo số dòng và chữ cột của trang tính trong tệp ấy (tệp CSV: dòng thứ mấy, kể cả dòng tiêu đề). Danh sách: đếm các dòng đã nhận, theo ô ở cột đã nêu; hộ có ở nhiều dòng thì tính một lần. Số đếm: số ghi ở cột đã nêu. Các cột liền nhau thì ghi cột đầu … cột cuối.',
  month: 'Kỳ',
  layout: 'Dạng',
  rows: 'Số dòng',
  rowNumbers: 'Dòng đã nhận',
  moreRows: (n: number) => `… và ${n} chỗ nữa`,
  columns: 'Cột',
  layouts: { list: 'Danh sách', tally: 'Số đếm' } as Record<string, string>,
  files: ORIGINS.vi.files.sheet as string,
  filesTitle: ORIGINS.vi.files.title as string,
  status: 'Tình trạng',
  sha256: 'Mã kiểm (SHA-256)',
  statuses: {
    accepted: 'Đã nhận',
    partial: 'Nhận một phần',
    rejected: 'Không nhận',
    superseded: 'Đã thay thế',
    duplicate: 'Trùng',
    ignored: 'Bỏ qua',
  } satisfies Record<Status, string>,
};

type OriginLabels = typeof originLabelsVi;

export const originLabelsEn: OriginLabels = {
  findings: 'Findings',
  findingsTitle: 'ERRORS, WARNINGS AND NOTES',
  severity: 'Severity',
  ruleCode: 'Code',
  file: 'File',
  sheet: 'Sheet',
  cell: 'Cell',
  message: 'What was found',
  fix: 'How to mend it',
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  noFindings: 'No errors, warnings or notes.',
  moreFindings: (shown, left) =>
    `The first ${shown} are here; ${counted(left, 'more is', 'more are')} in the file data/findings.csv.`,

  certificate: 'Reconciliation',
  certificateTitle: 'RECONCILIATION OF FIGURES',
  levelSums: 'I. SUMS OF EACH LEVEL (the lower add up to the higher)',
  onMap: (date) => `The figures stand on the administrative units of ${date}.`,
  noHamletsThere:
    'The registry has no hamlets on that day, so that it is not known how many have reported.',
  leftBlank: (n) =>
    `${counted(n, 'unit is', 'units are')} not comparable and left blank: see the codes CCDS-M on the sheet Findings.`,
  levelsApart:
    'Differences are figures of units that were rearranged, where it is not known to which lower unit they belong now: they stand in the total of the unit above alone. See the codes CCDS-M on the sheet Findings.',
  sumOf: (level) => `Sum by ${level}`,
  difference: 'Difference',
  byUnit: 'II. ROWS BY UNIT (read = accepted + rejected + ignored)',
  byFile: 'III. ROWS BY FILE (read = accepted + rejected + ignored)',
  unitOrFile: 'Unit, file',
  read: 'Read',
  accepted: 'Accepted',
  rejected: 'Rejected',
  ignored: 'Ignored',
  unknownUnit: 'Of no unit alone (blank rows, titles, subtotals; rows whose unit is not known)',
  rowsOfSeveral:
    'A unit with more rows than those below it has files of several of them, too: a package does not tell which rows are whose.',
  rowsOfFilesAlone:
    'Blank rows, titles, subtotals and rows whose unit is not known are of no unit, and stand in part III alone.',
  sharedFiles: 'A file with rows of several units stands here whole.',
  sheets: 'Sheets',

  sources: ORIGINS.en.sources.sheet as string,
  sourcesTitle: ORIGINS.en.sources.title as string,
  sourcesNote:
    'Rows and columns are those of that file’s sheet (of a CSV the number of the row, header included). List: the rows accepted are counted, by their cells in the columns named; a household with several rows counts once. Tally: the figures in the columns named. Of columns side by side: the first … the last.',
  month: 'Period',
  layout: 'Layout',
  rows: 'Rows',
  rowNumbers: 'Rows accepted',
  moreRows: (n) => `… and ${n} more places`,
  columns: 'Columns',
  layouts: { list: 'List', tally: 'Tally' },
  files: ORIGINS.en.files.sheet as string,
  filesTitle: ORIGINS.en.files.title as string,
  status: 'Status',
  sha256: 'SHA-256',
  statuses: {
    accepted: 'Accepted',
    partial: 'Accepted in part',
    rejected: 'Rejected',
    superseded: 'Superseded',
    duplicate: 'Duplicate',
    ignored: 'Ignored',
  },
};
