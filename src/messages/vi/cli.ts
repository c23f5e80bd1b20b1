import { viNumber as n } from '../../core/shown-numbers.js';
import type { CliMessages } from '../types.js';
import { commands } from './commands.js';
import { didYouMean } from './words.js';

const maybe = (suggestion?: string): string => (suggestion ? ` ${didYouMean(suggestion)}` : '');

export const cli: CliMessages = {
  program:
    'Tổng hợp báo cáo tháng của các Tổ công nghệ số cộng đồng: đọc các tệp báo cáo của ấp/khóm, kiểm tra và cộng lên xã, huyện, tỉnh.',
  commands,
  arguments: {
    inputs:
      'tệp và thư mục báo cáo (.xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt, .zip); * và ? thay cho một phần tên; trong thư mục làm việc không cần nêu',
    indicator: 'mã chỉ tiêu (như eid_accounts), rồi các tệp và thư mục báo cáo',
    file: 'tệp cần xem',
    folder: 'thư mục làm việc (nếu không nêu: thư mục hiện tại)',
    month: 'tháng báo cáo, ví dụ 2024-09',
    unitsAction:
      'việc cần làm: check, list, tree, diff NGÀY NGÀY, import TỆP [TỈNH...], suggest BÁO-CÁO..., hamlets BÁO-CÁO...',
    code: 'mã lỗi, ví dụ CCDS-R02, hoặc nhóm mã, ví dụ CCDS-R*',
  },
  options: {
    period: 'kỳ báo cáo: 2024-09 (tháng), 2024-Q3 (quý), 2024-H2 (6 tháng), 2024 (năm)',
    registry: 'thư mục hoặc tệp danh mục đơn vị, hoặc tên danh mục có sẵn (ca-mau)',
    out: 'thư mục ghi kết quả (nếu không nêu: out/KỲ)',
    config: 'tệp cấu hình của tỉnh (ccds.config.json)',
    lang: 'ngôn ngữ hiển thị',
    strict: 'có cảnh báo cũng kết thúc với mã 1',
    maxWarnings: 'quá số cảnh báo này thì kết thúc với mã 1',
    return:
      'ghi vào thư mục này bản trả lại cho từng xã: tệp đã nộp có tô màu và ghi chú ở ô cần sửa',
    decisions: 'ghi ra tệp này các dòng decisions.csv để điền sau khi hỏi lại đơn vị',
    previous:
      'kết quả tháng trước (thư mục kết quả hoặc tệp values.csv) để đối chiếu số bất thường',
    layout: 'mẫu dạng danh sách (mỗi dòng một người, một hộ) hay số đếm (mỗi dòng một ấp/khóm)',
    by: 'mỗi ấp/khóm một tệp, hay mỗi xã một tệp (nếu không nêu: danh sách theo ấp/khóm, số đếm theo xã)',
    traceUnit: 'mã hoặc tên đơn vị có số liệu cần truy',
    unit: 'chỉ lập cho đơn vị có mã này và các đơn vị bên dưới',
    templateOut: 'thư mục ghi tệp mẫu (nếu không nêu: mau/KỲ; của một đơn vị: mau/KỲ_ĐƠN-VỊ)',
    history: 'thư mục các tháng đã chốt để so sánh (trong thư mục làm việc: closed/)',
    cache: 'thư mục lưu kết quả đọc từng tệp, để lần sau chỉ đọc lại tệp có thay đổi',
    chase: 'chỉ in danh sách chưa nộp, để dán vào Zalo',
    reopen: 'mở lại tháng đã chốt',
    reason: 'lý do mở lại, được lưu vào sổ',
    initRegistry: 'danh mục ban đầu: thư mục, tệp, hoặc tên danh mục có sẵn (ca-mau)',
    quiet: 'không hiện tiến độ và lời nhắn',
    json: 'in kết quả dạng JSON',
    noColor: 'không dùng màu',
    force: 'thay thế thư mục kết quả dù không phải do ccds tạo ra',
    forceFile: 'ghi đè tệp đã có',
    format: 'dạng in ra',
    outFile: 'ghi kết quả vào tệp này thay vì in ra màn hình',
    asOf: 'ngày của bản đồ đơn vị, ví dụ 2025-08-01 (nếu không nêu: ngày cuối kỳ)',
    sheet: 'tên hoặc số thứ tự của trang tính cần xem',
    help: 'xem hướng dẫn này',
    version: 'xem số phiên bản',
  },
  help: {
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Tùy chọn:',
    commands: 'Lệnh:',
    examples: 'Ví dụ:',
    exitStatus: 'Mã kết thúc:',
    default: (value) => `mặc định: ${value}`,
    command: 'xem hướng dẫn của một lệnh',
    exits: [
      ['0', 'xong, không có lỗi'],
      ['1', 'xong, có ít nhất một lỗi trong báo cáo'],
      ['2', 'không làm được: gọi sai, danh mục đơn vị sai, không ghi được kết quả'],
    ],
  },
  errors: {
    unknownCommand: ({ name, suggestion }) => `Không có lệnh “${name}”.${maybe(suggestion)}`,
    unknownOption: ({ option, suggestion }) => `Không có tùy chọn “${option}”.${maybe(suggestion)}`,
    missingArgument: ({ argument, what }) => `Còn thiếu ${argument}: ${what}.`,
    optionMissingArgument: ({ option }) => `Tùy chọn ${option} cần có giá trị đi sau.`,
    optionTwice: ({ option, value }) =>
      `Tùy chọn ${option} được ghi hai lần, lần sau là “${value}”. Đề nghị chỉ ghi một lần.`,
    invalidChoice: ({ option, value, choices }) =>
      `Tùy chọn ${option} không nhận “${value}”; chọn một trong: ${choices}.`,
    invalidCount: ({ option, value }) =>
      `Tùy chọn ${option} cần một số nguyên từ 0 trở lên, không nhận “${value}”.`,
    excessArguments: ({ expected, found }) =>
      `Lệnh này chỉ nhận ${n(expected)} tham số, nhưng có ${n(found)}. Tên có khoảng trắng phải đặt trong dấu nháy kép.`,
    conflictingOptions: ({ first, second }) => `Không dùng ${first} cùng với ${second}.`,
    unknownCode: ({ code, suggestion }) => `Không có mã “${code}”.${maybe(suggestion)}`,
    usage: 'Gọi lệnh chưa đúng.',
    seeHelp: ({ command }) => `Xem hướng dẫn: ${command} --help`,
    unexpected: ({ detail }) =>
      `ccds gặp lỗi ngoài dự kiến, không phải do báo cáo: ${detail}. Đề nghị gửi nội dung dưới đây cho người phát triển.`,
  },
};
