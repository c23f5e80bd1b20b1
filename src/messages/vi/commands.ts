import type { CliMessages } from '../types.js';

export const commands: CliMessages['commands'] = {
  rollup: {
    summary: 'tổng hợp báo cáo của một kỳ thành sổ tổng hợp của tỉnh',
    description:
      'Đọc mọi báo cáo trong các tệp và thư mục đã nêu, kiểm tra, cộng theo ấp/khóm, xã, huyện, tỉnh, rồi ghi sổ tổng hợp, sổ của từng huyện và số liệu dạng CSV.',
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
  units: {
    summary: 'xem và tra cứu danh mục đơn vị',
    description: 'Liệt kê các đơn vị của danh mục trong một kỳ, hoặc tìm đơn vị theo tên hay mã.',
    examples: [['ccds units --registry ca-mau --period 2024-09', 'liệt kê đơn vị của kỳ 9/2024']],
  },
};
