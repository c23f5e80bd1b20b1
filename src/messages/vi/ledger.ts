import { viNumber as n } from '../../core/shown-numbers.js';
import type { LedgerMessage, Words } from '../types.js';

/** What is wrong with a line of the ledger. */
const flaws: Words = {
  header: 'dòng tiêu đề không như ccds đã ghi, có thể do lưu lại bằng chương trình khác',
  cut: 'dòng cuối bị cắt ngang',
  columns: 'dòng thiếu cột',
  quote: 'dấu nháy kép thừa hoặc thiếu, có thể do lưu lại bằng chương trình khác',
  hash: 'mã kiểm của tệp không đúng',
  time: 'ngày giờ không như ccds đã ghi, có thể do lưu lại bằng chương trình khác',
};

/** Where the ledger is damaged. */
export const damagedLedger: LedgerMessage = ({ path, line, why, count }) =>
  `Sổ nhận tệp “${path}” bị hỏng ở dòng ${line} (${flaws[why] ?? why})${count > 1 ? ` và ${n(count - 1)} dòng khác` : ''}.`;

/** How the ledger is mended: without its header nothing of it is left to delete. */
export const mendLedger: LedgerMessage = ({ why }) =>
  `Đề nghị khôi phục sổ từ bản sao lưu; không có bản sao lưu thì ${why === 'header' ? 'đổi tên tệp này, khi đó' : 'xóa các dòng hỏng, khi đó tệp nào mất dòng thì'} ngày nộp tính lại từ lần chạy sau.`;
