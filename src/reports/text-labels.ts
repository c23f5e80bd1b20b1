import type { Place, Severity } from '../core/finding.js';
import { formatDate } from '../core/format.js';
import type { InLangs, Lang } from '../core/lang.js';
import { firstDay, lastDay, parsePeriod } from '../core/period.js';
import type { Status, Summary } from '../rollup/types.js';
import { counted } from './counted.js';

const vi = {
  notReported: 'chưa có số liệu',
  noDenominator: 'chưa có mẫu số',
  noDenominatorOf: (units: string) => `chưa đủ mẫu số: chưa có của ${units}`,
  /** A ratio without a figure, and why; `units` is blank where the baseline is known of none. */
  noRatio: (ratio: string, baseline: string, units: string) =>
    `“${ratio}” chưa tính được: chưa có mẫu số “${baseline}”${units === '' ? '' : ` của ${units}`}.`,
  zeroDenominator: 'mẫu số bằng 0',
  reported: 'Đã báo cáo',
  /** On a day whose map has none, of what they are called. */
  noHamlets: (hamlets: string) =>
    `chưa xét được, vì vào ngày này danh mục không có ${hamlets || 'ấp, khóm'} nào`,
  missing: 'Còn thiếu',
  files: 'Tệp đã nhận',
  leftOut: 'không mở',
  rows: 'Dòng',
  read: 'đọc',
  accepted: 'nhận',
  rejected: 'loại',
  ignored: 'bỏ qua',
  findings: 'Kiểm tra',
  severities: {
    error: (n) => `${n} lỗi`,
    warning: (n) => `${n} cảnh báo`,
    info: (n) => `${n} lưu ý`,
  } satisfies Record<Severity, (n: string) => string>,
  statuses: {
    accepted: 'nhận',
    partial: 'nhận một phần',
    rejected: 'không nhận',
    superseded: 'đã thay thế',
    duplicate: 'trùng',
    ignored: 'bỏ qua',
  } satisfies Record<Status, string>,
  results: 'Kết quả',
  fileCount: (n: string) => `${n} tệp`,
  clean: 'Không có lỗi, cảnh báo hay lưu ý nào.',
  general: '(chung)',
  row: 'dòng',
  common: (n: string, rows: string) => `Chung cho ${n} dòng (${rows}).`,
  more: (findings: string, files: string) =>
    `… còn ${findings} mục nữa${files === '0' ? '' : `, ở ${files} tệp`}; xem đủ với --format csv hoặc --format json.`,
  moreRules: (rules: string) => `… và ${rules} quy tắc khác`,
  days: (from: string, to: string) => `từ ngày ${from} đến ngày ${to}`,
};

const en: typeof vi = {
  notReported: 'not reported',
  noDenominator: 'no denominator known',
  noDenominatorOf: (units) => `no denominator for ${units}`,
  noRatio: (ratio, baseline, units) =>
    `“${ratio}” has no figure: its denominator “${baseline}” is not known${units === '' ? '' : ` for ${units}`}.`,
  zeroDenominator: 'denominator is 0',
  reported: 'Reported',
  noHamlets: () => 'not known, as the registry has no hamlets on that day',
  missing: 'Missing',
  files: 'Files received',
  leftOut: 'not opened',
  rows: 'Rows',
  read: 'read',
  accepted: 'accepted',
  rejected: 'rejected',
  ignored: 'ignored',
  findings: 'Checks',
  severities: {
    error: (n) => counted(n, 'error'),
    warning: (n) => counted(n, 'warning'),
    info: (n) => counted(n, 'note'),
  },
  statuses: {
    accepted: 'accepted',
    partial: 'accepted in part',
    rejected: 'rejected',
    superseded: 'superseded',
    duplicate: 'duplicate',
    ignored: 'ignored',
  },
  results: 'Results',
  fileCount: (n) => counted(n, 'file'),
  clean: 'No errors, warnings or notes.',
  general: '(general)',
  row: 'row',
  common: (n, rows) => `Common to ${n} rows (${rows}).`,
  more: (findings, files) =>
    `… and ${findings} more${files === '0' ? '' : `, in ${counted(files, 'file')}`}; see all with --format csv or --format json.`,
  moreRules: (rules) => `… and ${counted(rules, 'more rule')}`,
  days: (from, to) => `${from} to ${to}`,
};

export type TextLabels = typeof vi;
export const TEXT_LABELS: InLangs<TextLabels> = { vi, en };

/** The last day of a summary's period, whatever day's map its figures stand on. */
export function periodEnd({ tree, restatement }: Pick<Summary, 'tree' | 'restatement'>): string {
  return restatement?.periodEnd ?? tree.date;
}

/** The days that a period runs over: `từ ngày 15/08/2024 đến ngày 14/09/2024`. */
export function periodDays(
  summary: Pick<Summary, 'period' | 'tree' | 'restatement'>,
  lang: Lang,
): string {
  const period = parsePeriod(summary.period);
  if (period === null) return '';
  const last = periodEnd(summary);
  const calendar = lastDay(period, 'calendar') === last ? 'calendar' : 'cutoff';
  const first = firstDay(period, calendar, Number(last.slice(8)));
  return TEXT_LABELS[lang].days(formatDate(first, lang), formatDate(last, lang));
}

/** Where in its sheet a finding stands, by its cell or else its row; blank for a whole sheet. */
export function cellOrRow({ cell, row }: Place, lang: Lang): string {
  return cell ?? (row === undefined ? '' : `${TEXT_LABELS[lang].row} ${row}`);
}
