import type { DecidedCell } from '../../history/types.js';
import { counted } from '../counted.js';
import type { UnitWords } from '../unit-words.js';

/** Texts of the sheets that hold a period against others, against targets and deadlines. */
export const timeLabelsVi = (words: UnitWords) => ({
  timelinessSheet: 'Thời hạn nộp',
  timelinessTitle: 'THỜI HẠN NỘP BÁO CÁO',
  deadline: (day: string) => `Hạn nộp: ${day}`,
  received: 'Ngày nộp',
  timeliness: 'Tình trạng nộp',
  onTime: 'Đúng hạn',
  late: 'Trễ hạn',
  notIn: 'Chưa nộp',
  notAllIn: 'Chưa nộp đủ',
  notDue: 'Chưa đến hạn',
  onTimeShare: 'Tỷ lệ đúng hạn',
  daysLate: 'Số ngày trễ',
  lacks: (forms: string) => `Thiếu: ${forms}`,
  isEmpty: 'Báo cáo không có số liệu nào',
  isRejected: 'Báo cáo có lỗi ở mọi dòng, chưa nhận được số liệu nào',
  lackForms: (n: number) => `${n} ${words.hamlet} còn thiếu biểu`,
  areEmpty: (n: number) => `${n} ${words.hamlet} nộp báo cáo không có số liệu`,
  timelinessNote: `Ghi chú: Số ở các cột tình trạng là số ${words.hamlet}. Ngày nộp là ngày nhận được báo cáo sau cùng của địa bàn; bản đính chính không làm trễ báo cáo đã nộp đúng hạn. Số ngày trễ là của ${words.hamlet} nộp trễ nhất.`,

  comparison: 'So sánh',
  comparisonBy: (level: string) => `So sánh ${level}`,
  comparisonTitle: 'SO SÁNH VỚI CÁC KỲ TRƯỚC VÀ KẾ HOẠCH',
  comparisonTitleBy: (level: string) => `SO SÁNH VỚI CÁC KỲ TRƯỚC VÀ KẾ HOẠCH THEO ${level}`,
  targetsTitle: 'SO SÁNH VỚI KẾ HOẠCH',
  targetsNote: 'Ghi chú: Chưa có kỳ trước nào chốt đủ các tháng để so sánh.',
  continued: (name: string) => `${name} – tiếp theo`,
  thisPeriod: 'Kỳ này',
  carriedGroup: `Gồm số liệu kỳ trước của ${words.hamlet} chưa báo cáo`,
  carriedValue: 'Giá trị',
  hamletCount: `Số ${words.hamlet}`,
  previous: (period: string) => `So với kỳ trước (${period})`,
  lastYear: (period: string) => `So với cùng kỳ năm trước (${period})`,
  sinceYearStart: (period: string) => `Từ kỳ đầu năm (${period})`,
  sinceLaunch: (period: string) => `Từ khi triển khai (${period})`,
  sinceBoth: (period: string) => `Từ kỳ đầu năm và từ khi triển khai (${period})`,
  baseValue: 'Kỳ gốc',
  change: 'Tăng, giảm',
  likeChange: `Tăng, giảm của ${words.hamlet} có cả hai kỳ`,
  accumulated: 'Cộng dồn',
  targetGroup: 'Kế hoạch năm',
  targetValue: 'Kế hoạch',
  comparisonNote: 'Ghi chú: Tăng, giảm của tỷ lệ tính bằng điểm phần trăm.',
  /** Where the column of those with both periods stands. */
  sameNote: ` Cột “${words.hamlet} có cả hai kỳ” chỉ tính các ${words.hamlet} có số liệu (tỷ lệ thì cả mẫu số) ở cả kỳ này và kỳ trước.`,
  blankNote:
    ' Ô trống là chưa có số liệu của kỳ đó, hoặc địa bàn đã sắp xếp lại mà không tách được số liệu.',
  anewNote:
    ' Lũy kế và tỷ lệ tính từ lũy kế được tính lại từ đầu mỗi năm: so với kỳ của năm trước (trừ cùng kỳ) thì để trống ô tăng, giảm.',
  partNote: (some: string) =>
    ` Ô có dấu * là số của kỳ chưa đủ tháng (ít nhất: ${some}), chưa phải là tăng, giảm.`,
  accumulatedNote: (known: string, elapsed: string) =>
    ` Cộng dồn mới có ${known}/${elapsed} tháng: các tháng còn lại chưa chốt.`,
  targetNote: ' Chỉ tiêu cộng dồn so với kế hoạch năm bằng số cộng dồn từ đầu năm.',
  likeNote: (n: string) =>
    ` Cột này không tính ${words.hamlet} có số liệu ở cả hai kỳ nhưng không cùng số tháng báo cáo (có chỉ tiêu đến ${n} ${words.hamlet}); không còn ${words.hamlet} nào thì để trống.`,
  /** A label may end in a number: `Tài khoản ĐDĐT mức 1`. */
  carriedFigure: (label: string, value: string) => `${label} là ${value}`,
  carriedNote: (n: string) => `Nếu gồm cả số liệu kỳ trước của ${n} ${words.hamlet} chưa báo cáo`,
  withinNote: (n: string, month: string) =>
    `Đã gồm số liệu kỳ trước của ${n} ${words.hamlet} chưa báo cáo ${month} (lấy tháng báo cáo gần nhất trong kỳ)`,

  trend: 'Diễn biến',
  trendTitle: 'DIỄN BIẾN QUA CÁC KỲ',
  periodColumn: 'Kỳ',
  sharesChart: 'Các tỷ lệ qua các kỳ',
  trendNote:
    'Ghi chú: Kỳ trước lấy số liệu đã chốt (hoặc đã công bố lại), đặt lên địa bàn của kỳ này. Dòng trống là kỳ chưa chốt.',
  trendAnewNote: (columns: string) =>
    ` Kỳ có dấu * là kỳ đầu năm, lũy kế tính lại từ đầu: ${columns} thấp hơn kỳ trước đó không phải là giảm.`,

  revisions: 'Số liệu công bố lại',
  revisionsTitle: 'SỐ LIỆU ĐÃ CÔNG BỐ NAY THAY ĐỔI',
  published: 'Đã công bố',
  revised: 'Số mới',
  becauseOf: 'Do',
  because: {
    withdrawn: () => 'tệp đã rút, nay không còn',
    closing_order: (months: string) => `lũy kế cộng tiếp từ ${months}, chốt sau tháng này`,
    reopened: (months: string) => `lũy kế không còn gồm ${months}, đang mở lại`,
    earlier_month: (months: string) => `lũy kế cộng tiếp từ ${months}, số liệu đã thay đổi`,
    other: () => 'danh mục hoặc cấu hình thay đổi',
  },
  becauseDecided: ({ file, sheet, cell }: DecidedCell) =>
    `quyết định: ${[file, sheet, cell === '' ? '' : `ô ${cell}`].filter((one) => one !== '').join(', ')}`,
  moreDecisions: (n: string) => `và ${n} quyết định khác`,
  moreFiles: (n: string) => `và ${n} tệp khác`,
  sheetNamed: (name: string) => `Trang ${name}`,
  cellChanged: (cell: string, before: string, after: string) => `ô ${cell}: ${before} → ${after}`,
  changedCells: 'Trang tính, ô thay đổi',
  revisionsNote:
    'Số liệu của tháng đã chốt thay đổi vì có tệp nộp muộn, đính chính hoặc rút lại, có quyết định mới, hoặc tháng trước được chốt sau. Chênh lệch của tỷ lệ tính bằng điểm phần trăm.',
  moreRevisions: (shown: string, left: string) =>
    ` Trang này ghi ${shown} mục đầu; còn ${left} mục nữa ở tệp data/revisions.csv.`,
});

export type TimeLabels = ReturnType<typeof timeLabelsVi>;

export const timeLabelsEn = (_: UnitWords): TimeLabels => ({
  timelinessSheet: 'Timeliness',
  timelinessTitle: 'TIMELINESS OF REPORTS',
  deadline: (day) => `Deadline: ${day}`,
  received: 'Received',
  timeliness: 'Status',
  onTime: 'On time',
  late: 'Late',
  notIn: 'Missing',
  notAllIn: 'Some missing',
  notDue: 'Not yet due',
  onTimeShare: 'Share on time',
  daysLate: 'Days late',
  lacks: (forms) => `Lacks: ${forms}`,
  isEmpty: 'The report has no figures',
  isRejected: 'The report has an error in every row: none could be accepted',
  lackForms: (n) => `${counted(String(n), 'hamlet lacks', 'hamlets lack')} a form`,
  areEmpty: (n) => `${counted(String(n), 'hamlet', 'hamlets')} with an empty report`,
  timelinessNote:
    'Note: the columns of statuses count hamlets. Received is the day on which the last of a unit’s reports came; a correction makes nothing late. Days late are those of the latest hamlet.',

  comparison: 'Comparison',
  comparisonBy: (level) => `Comparison ${level}`,
  comparisonTitle: 'AGAINST EARLIER PERIODS AND TARGETS',
  comparisonTitleBy: (level) => `AGAINST EARLIER PERIODS AND TARGETS BY ${level}`,
  targetsTitle: 'AGAINST TARGETS',
  targetsNote: 'Note: there is no earlier period to compare with of which every month was closed.',
  continued: (name) => `${name}, continued`,
  thisPeriod: 'This period',
  carriedGroup: 'With the last figures of hamlets that did not report',
  carriedValue: 'Value',
  hamletCount: 'Hamlets',
  previous: (period) => `Previous period (${period})`,
  lastYear: (period) => `Same period last year (${period})`,
  sinceYearStart: (period) => `Since the year’s first period (${period})`,
  sinceLaunch: (period) => `Since launch (${period})`,
  sinceBoth: (period) => `Since the year’s first period and launch (${period})`,
  baseValue: 'Then',
  change: 'Change',
  likeChange: 'Change, same hamlets',
  accumulated: 'Sum so far',
  targetGroup: 'Target of the year',
  targetValue: 'Target',
  comparisonNote: 'Note: changes of rates are in percentage points.',
  sameNote:
    ' “Same hamlets” are those with figures (of a rate, its denominator too) in both periods.',
  blankNote:
    ' A blank cell: that period is not known, or the unit was rearranged and its figures cannot be told apart.',
  anewNote:
    ' Cumulative figures, and rates made of them, begin anew each year: against a period of an earlier year (but for the same one) the change is left blank.',
  partNote: (some) =>
    ` A cell marked * is of a period of which months are missing (at the least: ${some}): no rise or fall.`,
  accumulatedNote: (known, elapsed) =>
    ` Sums so far are over ${known} of ${elapsed} months: the others are not closed.`,
  targetNote: ' A flow is held against the year’s target with its sum since the year began.',
  likeNote: (n) =>
    ` Hamlets with figures in both, but not of as many months, are left out of it (up to ${n} of an indicator); blank where none remains.`,
  carriedFigure: (label, value) => `${label}: ${value}`,
  carriedNote: (n) => `With the last figures of ${counted(n, 'hamlet')} that did not report`,
  withinNote: (n, month) =>
    `Includes figures of earlier months of the period, of ${counted(n, 'hamlet')} that did not report ${month}`,

  trend: 'Trend',
  trendTitle: 'PERIOD BY PERIOD',
  periodColumn: 'Period',
  sharesChart: 'Rates by period',
  trendNote:
    'Note: earlier periods are as closed (or restated since), on the map of this period. A blank row is a period that was not closed.',
  trendAnewNote: (columns) =>
    ` A period marked * is the first of its year, where cumulative figures begin anew: a lower figure of ${columns} is no fall.`,

  revisions: 'Restated figures',
  revisionsTitle: 'PUBLISHED FIGURES THAT HAVE CHANGED',
  published: 'Published',
  revised: 'Now',
  becauseOf: 'Because of',
  because: {
    withdrawn: () => 'withdrawn: no longer there',
    closing_order: (months) =>
      `the cumulative figure goes on from ${months}, closed after this month`,
    reopened: (months) => `the cumulative figure is without ${months}, which is reopened`,
    earlier_month: (months) =>
      `the cumulative figure goes on from ${months}, whose figures changed`,
    other: () => 'the registry or the config changed',
  },
  becauseDecided: ({ file, sheet, cell }) =>
    `decision: ${[file, sheet, cell].filter((one) => one !== '').join(', ')}`,
  moreDecisions: (n) => `and ${counted(n, 'more decision')}`,
  moreFiles: (n) => `and ${counted(n, 'more file')}`,
  sheetNamed: (name) => `Sheet ${name}`,
  cellChanged: (cell, before, after) => `${cell}: ${before} → ${after}`,
  changedCells: 'Sheet and cells changed',
  revisionsNote:
    'Figures of closed months change because files came late, were corrected or withdrawn after closing, by decisions, or as earlier months were closed later. Differences of rates are in percentage points.',
  moreRevisions: (shown, left) =>
    ` The first ${shown} are here; ${counted(left, 'more is', 'more are')} in the file data/revisions.csv.`,
});
