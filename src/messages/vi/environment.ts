import { parsePeriod } from '../../core/period.js';
import { viNumber as n } from '../../core/shown-numbers.js';
import type { EnvironmentMessages, Words } from '../types.js';
import { atTime } from './at-time.js';
import { damagedLedger, mendLedger } from './ledger.js';
import { registryProblems } from './registry-problems.js';

/** Why a file could not be read or written: a reader's reason or an error of the system. */
const reasons: Words = {
  resaved:
    'nội dung không còn như ccds đã ghi, có thể đã được mở và lưu lại bằng chương trình khác',
  damaged: 'tệp bị hỏng hoặc chưa tải về hết',
  encrypted: 'tệp có mật khẩu',
  limit: 'tệp quá lớn',
  unsupported: 'định dạng chưa đọc được',
  unknown: 'nội dung không phải là bảng tính',
  empty: 'tệp rỗng',
  EACCES: 'không có quyền truy cập',
  EPERM: 'không có quyền truy cập',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa đã đầy',
  EDQUOT: 'đã hết hạn mức lưu trữ',
  ENOTDIR: 'trên đường dẫn có một tệp ở chỗ của thư mục',
  EISDIR: 'đây là thư mục, không phải tệp',
  ENOENT: 'không tìm thấy',
  ENAMETOOLONG: 'tên hoặc đường dẫn quá dài',
  'no-folder': 'hệ thống không cho tạo thư mục ở đó',
  ELOOP: 'lối tắt trỏ vòng vào chính nó',
  EBUSY: 'đang mở ở chương trình khác',
  EMFILE: 'máy đang mở quá nhiều tệp',
  EIO: 'ổ đĩa hoặc mạng bị lỗi',
  EFBIG: 'tệp lớn quá mức hệ thống cho phép',
};

const inConfig = (where: string): string => (where === '' ? 'nội dung' : `mục “${where}”`);

/** JSON's types. */
const types: Words = {
  string: 'chữ, trong dấu nháy kép',
  number: 'số, không có dấu nháy',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách, trong dấu [ ]',
  object: 'nhóm mục, trong dấu { }',
};

/** What is wrong at a place of the config. */
const configProblems: Readonly<Record<string, (where: string, detail: string) => string>> = {
  syntax: (_, line) =>
    `không đúng cú pháp JSON ở gần dòng ${line} (thường là thiếu hoặc thừa dấu phẩy, ngoặc)`,
  twice: (where, line) =>
    `mục “${where}” có hai lần (lần sau ở dòng ${line}), chỉ lần sau được dùng; đề nghị gộp lại hoặc bỏ một`,
  encoding: (_, line) =>
    `chữ ở gần dòng ${line} không phải UTF-8; đề nghị lưu lại tệp với mã UTF-8`,
  unknown: (where) => `không có mục “${where}”`,
  missing: (where) => `thiếu mục “${where}”`,
  type: (where, type) => `${inConfig(where)} cần là ${types[type] ?? type}`,
  value: (where, allowed) =>
    `${inConfig(where)} không đúng kiểu hoặc giá trị` +
    (allowed === '' ? '' : `, chỉ nhận: ${allowed}`),
  day: (where) => `mục “${where}” cần là một ngày, ghi như 2025-06-30`,
  weekend: (where) =>
    `mục “${where}” cần là một ngày thứ bảy hay chủ nhật, vì các ngày khác trong tuần đã là ngày làm việc`,
  unused: (where) =>
    `mục “${where}” không dùng được khi kind là calendar: tháng dương lịch chốt vào ngày cuối tháng; bỏ mục này, hoặc ghi kind là cutoff`,
  levels: (where) =>
    `mục “${where}” cần ghi các cấp từ trên xuống, mỗi cấp một lần, cuối cùng là hamlet (như ["province", "commune", "hamlet"])`,
  blank: (where) => `mục “${where}” để trống`,
  reference: (where) => `mục “${where}” dùng một tên không có hoặc đã có`,
  unit: (where, unit) =>
    `mục “${where}” ghi mã đơn vị ${unit} mà danh mục không có (xem mã bằng lệnh ccds units list)`,
};

const inWords = (id: string): string => reasons[id] ?? id;

const registryProblem = (problem: string, detail: string): string =>
  problem === 'unreadable'
    ? `không đọc được (${inWords(detail)})`
    : (registryProblems[problem]?.(detail) ?? `${problem} ${detail}`.trim());

export const environment: EnvironmentMessages = {
  'input-missing': ({ path, near }) =>
    `Không tìm thấy “${path}”.${near === '' ? '' : ` Có phải “${near}” không?`} Đề nghị kiểm tra lại tên tệp hoặc thư mục; tên có khoảng trắng phải đặt trong dấu nháy kép.${parsePeriod(path) === null ? '' : ` Muốn nêu kỳ báo cáo thì ghi --period ${path}.`}`,
  'input-folder': ({ path }) =>
    `“${path}” là một thư mục, mà lệnh này xem từng tệp. Đề nghị nêu một tệp trong thư mục đó; để kiểm tra cả thư mục, dùng ccds validate.`,
  'input-archive': ({ path, names, count }) =>
    `“${path}” là tệp nén gồm ${n(Number(count))} tệp${names === '' ? '' : ` (${names})`}; ccds rollup và ccds validate đọc được các tệp bên trong, còn lệnh này xem từng tệp. Đề nghị giải nén rồi nêu một tệp trong đó.`,
  'no-inputs': () =>
    'Không có báo cáo nào để đọc. Đề nghị nêu thư mục hoặc tệp chứa báo cáo (.xlsx, .xls, .ods, .csv, .zip).',
  'argument-swallowed': ({ argument }) =>
    `“${argument}” bị nhận thành một tham số. Trong PowerShell, tên thư mục có khoảng trắng không được kết thúc bằng dấu \\ trước dấu nháy đóng: đề nghị bỏ dấu \\ đó rồi chạy lại.`,
  'cwd-missing': () =>
    'Thư mục hiện tại không còn: đã bị xóa, đổi tên, hoặc ổ đĩa đã ngắt. Đề nghị chuyển vào một thư mục đang có (cd) rồi chạy lại.',
  'registry-missing': ({ path }) =>
    path
      ? `Không tìm thấy danh mục đơn vị “${path}”. Đề nghị chỉ đúng thư mục hoặc tệp danh mục bằng --registry.`
      : 'Chưa nêu danh mục đơn vị. Đề nghị thêm --registry kèm thư mục hoặc tệp danh mục, ví dụ --registry danh-muc/.',
  'registry-bad': ({ file, row, problem, detail, count }) =>
    [
      `Danh mục đơn vị có chỗ sai nên chưa làm được: ${file}`,
      row ? `, dòng ${row}` : '',
      `: ${registryProblem(problem, detail)}`,
      count > 1 ? `; còn ${n(count - 1)} chỗ sai khác, xem đủ bằng lệnh ccds units check` : '',
      '. Đề nghị sửa danh mục rồi chạy lại.',
    ].join(''),
  'registry-within': ({ path, within }) =>
    `“${path}” không có bảng đơn vị (units.csv), nhưng thư mục “${within}” trong đó thì có. Đề nghị nêu --registry "${within}".`,
  'config-missing': ({ path }) =>
    `Không tìm thấy tệp cấu hình “${path}”. Đề nghị kiểm tra lại đường dẫn ghi sau --config.`,
  'config-unreadable': ({ path, detail }) =>
    `Không đọc được tệp cấu hình “${path}”: ${inWords(detail)}. Đề nghị khắc phục rồi chạy lại.`,
  'config-bad': ({ path, where, problem, detail, count }) =>
    [
      `Tệp cấu hình “${path}” có chỗ sai: `,
      configProblems[problem]?.(where, detail) ?? where,
      count > 1 ? `; còn ${n(count - 1)} chỗ sai khác` : '',
      '. Đề nghị sửa rồi chạy lại.',
    ].join(''),
  'list-unknown': ({ file }) =>
    `Tệp “${file}” không có bảng danh mục của cơ quan thống kê. Cần có các cột Tỉnh Thành Phố, Mã TP, Phường Xã, Mã PX (và Quận Huyện, Mã QH với danh mục trước 01/7/2025).`,
  'date-bad': ({ date }) =>
    `“${date}” không phải là ngày. Đề nghị ghi theo mẫu 2025-08-01 (năm-tháng-ngày).`,
  'period-bad': ({ period, near }) =>
    `“${period}” không phải là kỳ báo cáo.${near ? ` Có phải ${near} không?` : ''} Đề nghị ghi theo mẫu 2024-09 (tháng), 2024-Q3 (quý), 2024-H2 (6 tháng) hoặc 2024 (năm).`,
  'period-needed': ({ found }) =>
    found
      ? `Báo cáo thuộc nhiều kỳ (${found}). Đề nghị chọn một kỳ, ví dụ --period ${found.split(/[,;\s]/)[0]}.`
      : 'Chưa rõ kỳ báo cáo nào. Đề nghị nêu kỳ, ví dụ --period 2024-09.',
  'previous-bad': ({ path, period }) =>
    period
      ? `Kết quả “${path}” là của kỳ ${period}, không phải một kỳ trước có cùng độ dài. Đề nghị chọn kết quả của kỳ trước.`
      : `“${path}” không phải là kết quả của ccds. Đề nghị chỉ thư mục kết quả kỳ trước, hoặc tệp data/values.csv trong đó.`,
  'history-missing': ({ path }) =>
    `“${path}” không phải là thư mục các tháng đã chốt. Đề nghị ghi sau --history thư mục closed/ của thư mục làm việc, nơi mỗi tháng đã chốt là một thư mục như 2024-09.`,
  'output-busy': ({ path }) =>
    `Không ghi được vào “${path}” vì đang mở ở chương trình khác, có thể là Excel. Đề nghị đóng lại rồi chạy lại; kết quả cũ còn nguyên.`,
  'output-unwritable': ({ path, detail }) =>
    `Không ghi được vào “${path}”: ${inWords(detail)}. Đề nghị chọn nơi khác để ghi rồi chạy lại.`,
  'output-exists': ({ path }) =>
    `Tệp “${path}” đã có nên được giữ nguyên. Đề nghị ghi ra tệp khác, hoặc thêm --force để thay thế.`,
  'stdout-unwritable': ({ detail }) =>
    `Không in được kết quả: ${inWords(detail)}. Nếu đang chuyển kết quả vào tệp bằng dấu >, đề nghị chọn nơi khác rồi chạy lại.`,
  'temporary-unreadable': ({ detail }) =>
    `Không đọc lại được phần số liệu tạm trong thư mục tạm của máy: ${inWords(detail)}. Đề nghị chạy lại.`,
  'output-foreign': ({ path }) =>
    `“${path}” có tệp không phải do ccds tạo ra, hoặc đã được sửa sau đó, nên được giữ nguyên. Đề nghị chọn thư mục khác, hoặc thêm --force để thay thế.`,
  'output-holds': ({ path, holds }) =>
    `Không thể ghi kết quả vào “${path}” ${holds === path ? 'vì những gì đang có ở đó sẽ bị mất' : `vì trong đó có “${holds}”, ghi vào sẽ làm mất`}. Đề nghị chọn thư mục khác.`,
  'unit-missing': ({ unit, near }) =>
    unit === ''
      ? 'Chưa nêu đơn vị. Đề nghị ghi mã hoặc tên đơn vị sau --unit.'
      : `Danh mục không có đơn vị “${unit}” trong kỳ này.${near ? ` Tên gần giống: ${near}.` : ''} Đề nghị kiểm tra lại, hoặc ghi mã đơn vị sau --unit.`,
  'unit-several': ({ unit, choices, more }) =>
    `Có nhiều đơn vị tên “${unit}”: ${choices}${more > 0 ? ` và ${n(more)} đơn vị khác` : ''}. Đề nghị ghi mã đơn vị sau --unit.`,
  'indicator-unknown': ({ indicator, known }) =>
    `Không có chỉ tiêu “${indicator}”. Đề nghị ghi mã hoặc tên của một chỉ tiêu sau đây.${known}`,
  'sheet-missing': ({ sheet, file, sheets }) =>
    `Tệp “${file}” không có trang tính “${sheet}”.${sheets ? ` Các trang tính có: ${sheets}.` : ''}`,
  'file-unreadable': ({ file, vi }) => `“${file}”: ${vi}`,
  'history-bad': ({ path, detail }) =>
    `Không đọc được “${path}” mà ccds đã ghi: ${inWords(detail)}. Đề nghị khôi phục tệp từ bản sao lưu rồi chạy lại.`,
  'closed-unmarked': ({ path }) =>
    `Thư mục “${path}” đã có mà thiếu tệp closed.json nên chưa chốt vào đó được. Nếu đó là số liệu đã chốt, đề nghị chép lại closed.json từ bản sao lưu; nếu không, đề nghị chuyển thư mục đó ra khỏi closed/, rồi chạy lại.`,
  'closed-misplaced': ({ path, period }) =>
    `Trong thư mục “${path}” là số liệu đã chốt của kỳ ${period}, không phải của kỳ ghi ở tên thư mục. Đề nghị trả các thư mục trong closed/ về đúng tên (hoặc khôi phục closed/ từ bản sao lưu) rồi chạy lại.`,
  'ledger-damaged': (damage) =>
    `Chưa chốt được: ngày nộp được chốt cùng số liệu. ${damagedLedger(damage)} ${mendLedger(damage)}`,
  'workspace-needed': ({ path }) =>
    `“${path}” không nằm trong thư mục làm việc nào của ccds. Đề nghị chuyển vào thư mục làm việc, hoặc lập mới bằng lệnh ccds init.`,
  'workspace-unreadable': ({ path, detail }) =>
    `Không đọc được “${path}” trong thư mục làm việc: ${inWords(detail)}. Chưa có gì thay đổi; đề nghị khắc phục rồi chạy lại.`,
  'workspace-unwritable': ({ path, detail }) =>
    `Không ghi được “${path}” trong thư mục làm việc: ${inWords(detail)}. Những gì đã có còn nguyên; đề nghị khắc phục rồi chạy lại.`,
  'workspace-busy': ({ path, host, since }) =>
    `Thư mục làm việc đang được dùng${host && since ? ` trên máy ${host}, từ ${atTime(since)}` : ''}. Đề nghị đợi lượt chạy đó xong rồi chạy lại; nếu chắc chắn không còn lượt nào đang chạy thì xóa tệp “${path}”.`,
  'period-closed': ({ period }) =>
    `Kỳ ${period} đã chốt nên được giữ nguyên. Muốn chốt lại, đề nghị mở lại trước: ccds close ${period} --reopen --reason "lý do".`,
  'period-empty': ({ period }) =>
    `Kỳ ${period} chưa có báo cáo nào nên chưa chốt. Đề nghị nêu đúng tháng cần chốt, ví dụ ccds close 2024-09.`,
  'period-open': ({ period }) => `Kỳ ${period} chưa chốt nên không có gì để mở lại.`,
  'period-not-month': ({ period }) =>
    period === ''
      ? 'Lệnh này làm theo từng tháng: đề nghị nêu tháng, ví dụ ccds close 2024-09.'
      : `Lệnh này làm theo từng tháng, ví dụ 2024-09; “${period}” không phải là tháng. Số liệu quý, 6 tháng, năm được lập từ các tháng.`,
  'reason-needed': () =>
    'Mở lại kỳ đã chốt phải có lý do để lưu vào sổ. Đề nghị thêm --reason "lý do".',
  interrupted: () => 'Đã dừng theo yêu cầu; kết quả cũ còn nguyên, không ghi gì thêm.',
};
