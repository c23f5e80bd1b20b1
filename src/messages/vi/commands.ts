import type { CliMessages } from '../types.js';

export const commands: CliMessages['commands'] = {
  init: {
    summary: 'lập thư mục làm việc để tổng hợp hằng tháng',
    description:
      'Lập thư mục làm việc: cấu hình, danh mục, submissions/THÁNG để chép báo cáo vào, out/ và closed/. Đã có gì thì giữ nguyên. Trong thư mục làm việc, các lệnh khác không cần nêu tham số.',
    examples: [
      ['ccds init', 'lập ở thư mục hiện tại'],
      ['ccds init to-cong-nghe-so --registry ca-mau', 'lập thư mục mới với danh mục Cà Mau'],
    ],
  },
  rollup: {
    summary: 'tổng hợp báo cáo của một kỳ thành sổ tổng hợp của tỉnh',
    description:
      'Đọc mọi báo cáo trong các tệp và thư mục đã nêu, kiểm tra, cộng theo ấp/khóm, xã, huyện, tỉnh, rồi ghi sổ tổng hợp của tỉnh, sổ riêng của từng huyện (nơi không còn cấp huyện: của từng xã) và số liệu dạng CSV.',
    examples: [
      ['ccds rollup bao-cao/ --period 2024-09 --registry danh-muc/', 'tổng hợp tháng 9/2024'],
      ['ccds rollup bao-cao/ --period 2024-Q3 --registry ca-mau --out quy-3/', 'tổng hợp quý III'],
    ],
  },
  validate: {
    summary: 'kiểm tra báo cáo và nêu chỗ cần sửa',
    description:
      'Đọc và kiểm tra báo cáo như khi tổng hợp, rồi nêu chỗ cần sửa theo từng tệp, kèm địa chỉ ô và cách sửa.',
    examples: [
      ['ccds validate xa-tan-an/ --registry danh-muc/', 'kiểm tra một thư mục'],
      ['ccds validate bao-cao/ --registry danh-muc/ --format csv > loi.csv', 'lấy đủ danh sách'],
      [
        'ccds validate bao-cao/ --registry danh-muc/ --return tra-lai/',
        'lập bản trả lại cho từng xã',
      ],
    ],
  },
  status: {
    summary: 'xem đơn vị nào đã nộp, nộp trễ, chưa nộp',
    description:
      'Đếm báo cáo đã nộp, đúng hạn, trễ hạn, còn thiếu theo từng đơn vị, rồi nêu danh sách chưa nộp kèm người liên hệ (contacts.csv), dán được ngay vào Zalo.',
    examples: [
      ['ccds status', 'tháng mới nhất của thư mục làm việc'],
      ['ccds status --period 2024-09 --chase', 'chỉ danh sách chưa nộp'],
    ],
  },
  close: {
    summary: 'chốt số liệu của một tháng',
    description:
      'Chốt số liệu một tháng vào closed/THÁNG: mọi giá trị, mọi lỗi, mã kiểm của từng tệp đã nộp. Tệp nộp muộn hay đính chính sau đó được nêu ở lần tổng hợp sau: số đã công bố, số mới, do tệp nào.',
    examples: [
      ['ccds close 2024-09', 'chốt tháng 9/2024'],
      ['ccds close 2024-09 --reopen --reason "Xã Tân Ân gửi lại"', 'mở lại tháng đã chốt'],
    ],
  },
  template: {
    summary: 'lập tệp báo cáo mẫu để các đơn vị điền',
    description:
      'Lập tệp mẫu cho từng xã hoặc từng ấp/khóm của danh mục: có sẵn tên đơn vị và kỳ báo cáo, có danh sách chọn, tự kiểm tra khi nhập và có trang hướng dẫn.',
    examples: [
      ['ccds template --registry danh-muc/ --period 2024-09 --out mau/', 'mỗi xã một tệp mẫu'],
      [
        'ccds template --registry danh-muc/ --period 2024-09 --layout list --by hamlet --unit 32242',
        'mỗi ấp một tệp danh sách, chỉ trong xã có mã 32242',
      ],
    ],
  },
  inspect: {
    summary: 'xem một tệp đúng như ccds nhìn thấy',
    description:
      'Nêu loại tệp, các trang tính, kích thước và biểu mẫu nhận ra được; với --sheet thì in các ô của trang tính đó.',
    examples: [
      ['ccds inspect "Bao cao T9.xlsx"', 'xem tệp có những gì'],
      ['ccds inspect "Bao cao T9.xlsx" --sheet 2 --format csv', 'in trang tính thứ hai'],
    ],
  },
  explain: {
    summary: 'giải thích một mã lỗi, cảnh báo hay lưu ý và cách sửa',
    description:
      'Nêu ý nghĩa của mã, vì sao cần để ý và cách sửa. Không nêu mã thì liệt kê tất cả.',
    examples: [
      ['ccds explain CCDS-R02', 'giải thích một mã'],
      ['ccds explain "CCDS-D*"', 'giải thích một nhóm mã'],
    ],
  },
  trace: {
    summary: 'truy một con số về đến tệp, trang tính, dòng đã tạo ra nó',
    description:
      'Từ số tổng của một đơn vị đi xuống các đơn vị bên dưới, rồi đến tệp, trang tính, ô hoặc các dòng đã được tính.',
    examples: [
      [
        'ccds trace eid_accounts bao-cao/ --unit 973 --period 2024-09 --registry danh-muc/',
        'số tài khoản của huyện có mã 973 từ đâu mà có',
      ],
      [
        'ccds trace members bao-cao/ --unit "Xã Tân Ân" --period 2024-09 --registry danh-muc/ --format csv',
        'mỗi nguồn một dòng',
      ],
    ],
  },
  units: {
    summary: 'xem, kiểm tra và lập danh mục đơn vị',
    description:
      'Kiểm tra danh mục (check); xem đơn vị của một ngày (list, tree) và những gì đã đổi giữa hai ngày (diff); lấy danh mục của cơ quan thống kê (import); nêu các tên trong báo cáo chưa khớp để duyệt (suggest); lập danh mục ấp, khóm đầu tiên từ báo cáo (hamlets).',
    examples: [
      ['ccds units check --registry danh-muc/', 'tìm chỗ sai và đáng ngờ trong danh mục'],
      ['ccds units tree --registry ca-mau --as-of 2025-08-01', 'cây đơn vị của một ngày'],
      ['ccds units diff 2025-06-30 2025-07-01 --registry ca-mau', 'những gì đã sắp xếp lại'],
      [
        'ccds units import "Danh muc.xls" 96 --out danh-muc/units.csv',
        'lấy một tỉnh từ danh mục của cơ quan thống kê',
      ],
      [
        'ccds units suggest bao-cao/ --registry danh-muc/ --format json --out duyet.json',
        'các tên chưa khớp, để người phụ trách duyệt',
      ],
      ['ccds units hamlets bao-cao/ --registry ca-mau > ap-khom.csv', 'lập danh mục ấp, khóm'],
    ],
  },
};
