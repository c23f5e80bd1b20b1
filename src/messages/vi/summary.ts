import { firstFew } from '../../core/first-few.js';
import { periodInSentence, periodsInSentence } from '../../core/period-words.js';
import { viNumber as n } from '../../core/shown-numbers.js';
import type { SummaryMessages } from '../types.js';
import { atTime } from './at-time.js';
import { damagedLedger, mendLedger } from './ledger.js';

/** Where reports may lie instead. */
function elsewhere(months: readonly string[]): string {
  const last = months.at(-1);
  if (last === undefined) return ' Đề nghị chép báo cáo của tháng vào đó rồi chạy lại.';
  return ` Thư mục có tệp: ${firstFew([...months].reverse())}; làm tháng nào thì nêu tháng ấy, ví dụ --period ${last}.`;
}

export const summary: SummaryMessages = {
  findings: ({ error, warning, info }) =>
    `${n(error)} lỗi, ${n(warning)} cảnh báo, ${n(info)} lưu ý`,
  more: ({ count }) => `… còn ${n(count)} mục nữa; xem đủ bằng --format csv hoặc --format json.`,
  tooMany: ({ most }) => `Có hơn ${n(most)} cảnh báo, vượt mức của --max-warnings.`,
  returned: ({ path, folders, copies }) =>
    `Đã ghi ${n(copies)} bản trả lại vào ${path} (${n(folders)} thư mục)`,
  templates: ({ path, books }) => `Đã ghi ${n(books)} tệp mẫu vào ${path}`,
  decisions: ({ path, lines }) => `Đã ghi ${n(lines)} dòng để điền vào ${path}`,
  made: ({ root, isHere, names, month, blankUnits }) =>
    names.length === 0
      ? `“${root}” đã là thư mục làm việc, không cần lập gì thêm.`
      : [
          `Đã lập thư mục làm việc “${root}”:`,
          ...names.map((name) => `  ${name}`),
          ...(isHere ? [] : [`Các lệnh sau chạy trong thư mục đó: cd "${root}"`]),
          ...(blankUnits === null
            ? []
            : [
                `Trước hết, đề nghị ghi các đơn vị vào ${blankUnits} (xã, huyện lấy được bằng ccds units import, ấp/khóm bằng ccds units hamlets).`,
              ]),
          `Chép báo cáo vào submissions/${month}/ rồi chạy: ccds rollup`,
        ].join('\n'),
  registryKept: ({ kept, given }) =>
    `Đã có danh mục đơn vị “${kept}” nên giữ nguyên; “${given}” không được dùng. Muốn thay thì chuyển danh mục cũ đi nơi khác (hoặc sửa "registry" trong ccds.config.json) rồi chạy lại.`,
  closed: ({ month, path }) => `Đã chốt ${periodInSentence(month, 'vi')} vào ${path}`,
  closedBare: ({ month }) =>
    `Không có số liệu nào của ${periodInSentence(month, 'vi')} được tính (không nhận được dòng nào có số), nên kỳ này được chốt như chưa nơi nào báo cáo. Nếu không định như vậy thì mở lại (ccds close ${month} --reopen --reason "…"), sửa báo cáo rồi chốt lại.`,
  reopened: ({ month, path, restated }) =>
    `Đã mở lại ${periodInSentence(month, 'vi')}; số liệu đã chốt được giữ ở ${path}${
      restated.length === 0
        ? ''
        : `\nLần chốt ấy đã công bố lại số liệu ${periodsInSentence(restated, 'vi')}: việc công bố lại cũng được rút, cho đến khi chốt lại ${periodInSentence(month, 'vi')}.`
    }`,
  noFiles: ({ leftOut, hasOwn, where }) =>
    `Không thấy báo cáo nào để đọc${where ? ` trong ${where.path}` : ''}${leftOut ? `; các tệp không mở: ${leftOut}` : ''}.${hasOwn ? ' Muốn cộng gói dữ liệu của cấp dưới thì nêu tệp datapackage.json của gói.' : ''}${where ? elsewhere(where.months) : ''}`,
  noHamlets:
    'Danh mục không có ấp, khóm nào vào ngày cuối kỳ nên chưa tính được số liệu. Đề nghị xem lại ngày hiệu lực trong units.csv; chưa có danh sách ấp, khóm thì lập bằng lệnh ccds units hamlets.',
  strangeFiles: ({ files, of, names, provinces }) =>
    `${files === of ? `Cả ${of} tệp báo cáo` : `${files} trong ${of} tệp báo cáo`} chỉ ghi các đơn vị không có trong danh mục (${provinces}): ${names}. Có phải danh mục của tỉnh khác không? Đề nghị xem lại --registry.`,
  notNoted:
    'Không ghi được vào thư mục làm việc (ổ đĩa đầy hoặc chỉ cho đọc) nên ngày nộp của các tệp mới chưa được lưu vào sổ nhận tệp.',
  besideOther: ({ host, since }) =>
    `Thư mục làm việc đang được một lượt chạy khác dùng (máy ${host}, từ ${atTime(since)}) nên lượt này chỉ xem: ngày nộp của các tệp mới chưa được lưu vào sổ nhận tệp.`,
  ledgerDamage: (damage) =>
    `${damagedLedger(damage)} Những dòng còn đọc được vẫn dùng; tệp không thấy trong sổ tạm lấy lúc lưu làm ngày nộp, và sổ chưa được ghi thêm. ${mendLedger(damage)}`,
  stray: ({ names }) =>
    `Trong submissions/ có tệp hay thư mục không thuộc tháng nào nên chưa được đọc: ${names}. Nếu là báo cáo, đề nghị chuyển vào thư mục của tháng, tên như 2024-09.`,
  registry: (findings) => `Danh mục đơn vị: ${findings}. Xem từng dòng bằng lệnh: ccds units check`,
  strict: 'Có cảnh báo, và --strict coi cảnh báo như lỗi.',
  next: {
    step: (said) => `Tiếp theo: ${said}`,
    folder: 'tra-lai',
    return: ({ call }) => `lập bản trả lại cho các đơn vị có tệp lỗi: ${call}`,
    packages:
      'đề nghị nơi gửi gói dữ liệu (tên gói ở đầu đường dẫn của tệp) lập bản trả lại cho các đơn vị có tệp lỗi, rồi gửi lại gói đã sửa.',
    send: ({ folder, rollup }) =>
      folder === null
        ? 'gửi mỗi thư mục cho đơn vị của nó; nhận được bản sửa thì chép vào thư mục báo cáo rồi chạy lại.'
        : `gửi mỗi thư mục cho đơn vị của nó; nhận được bản sửa thì chép vào submissions/${folder}/ rồi chạy lại: ${rollup}`,
    settle: ({ path }) =>
      `hỏi lại từng đơn vị, điền các cột decision, value, reason, by, date của ${path}, chép các dòng đã điền vào decisions.csv của danh mục rồi chạy lại.`,
    chase: ({ chase, close }) =>
      `nhắc đơn vị chưa nộp đủ (${chase}); đã đủ hoặc không chờ nữa thì chốt: ${close}`,
    review: ({ validate, close }) => `xem lại các cảnh báo (${validate}) rồi chốt: ${close}`,
    close: ({ close }) => `chốt số liệu: ${close}`,
    rollup: ({ rollup }) => `tổng hợp: ${rollup}`,
    again: ({ rollup, close }) => `sửa xong thì tổng hợp (${rollup}) rồi chốt lại: ${close}`,
    month: ({ month, status }) =>
      `chép báo cáo ${periodInSentence(month, 'vi')} vào submissions/${month}/ rồi xem ai đã nộp: ${status}`,
  },
};
