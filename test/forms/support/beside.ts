/** Columns that are no form's, and what may stand in their cells. */
export const EXTRAS: Readonly<Record<string, readonly string[]>> = {
  Email: ['an@gmail.com', ''],
  'Dân tộc': ['Kinh', 'Khmer', 'Hoa'],
  'Trình độ': ['12/12', 'ĐH', 'Cao đẳng', ''],
  'Ký tên': ['x', '', 'đã ký'],
  'Tỷ lệ %': ['%0.85', '85', "'12,5%"],
  'Người nhập': ['Lê Văn Tư', ''],
  'Mã số': ['123', "'0045", 'A1'],
  'Đạt/Không đạt': ['Đạt', 'Không đạt', ''],
};

/** A table that is no form's. */
export const STRANGER: readonly string[] = [
  '',
  'DANH MỤC THIẾT BỊ',
  'STT | Tên thiết bị | Đơn vị tính | Số lượng | Nơi đặt',
  '1 | Máy tính | Cái | 3 | Nhà văn hóa',
  '2 | Loa | Bộ | 2 | Chợ',
  '',
];
