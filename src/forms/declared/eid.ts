import type { Form } from '../types.js';

/** Tài khoản định danh điện tử: accounts of levels 1 and 2 (Nghị định 59/2022, 69/2024). */
export const eid: Form = {
  id: 'eid',
  label: { vi: 'Tài khoản định danh điện tử', en: 'e-ID accounts' },
  list: {
    fields: [
      {
        id: 'name',
        type: 'text',
        required: true,
        personal: true,
        label: { vi: 'Họ và tên', en: 'Full name' },
        aliases: ['Họ tên', 'Họ & tên', 'Họ, tên', 'Họ và tên công dân', 'Tên công dân', 'Công dân', 'Full name'],
      },
      {
        id: 'id_number',
        type: 'identity',
        required: true,
        personal: true,
        label: { vi: 'Số định danh', en: 'Identity number' },
        aliases: ['Số định danh cá nhân', 'Số ĐDCN', 'ĐDCN', 'Mã định danh', 'CCCD', 'Số CCCD', 'Căn cước công dân', 'Số căn cước', 'Số căn cước công dân', 'CMND/CCCD', 'Số CMND/CCCD', 'CCCD/ĐDCN', 'Mã số định danh', 'Căn cước', 'Số CC', 'Số ĐD', 'Số thẻ căn cước'],
      },
      {
        id: 'level',
        type: 'level',
        required: true,
        label: { vi: 'Mức', en: 'Level' },
        aliases: ['Mức độ', 'Mức định danh', 'Cấp độ', 'Mức độ định danh', 'Mức ĐD', 'Mức độ ĐDĐT', 'Mức tài khoản', 'Mức độ tài khoản'],
      },
      {
        id: 'born_on',
        type: 'date',
        personal: true,
        label: { vi: 'Ngày sinh', en: 'Date of birth' },
        aliases: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'NTNS'],
      },
      {
        id: 'activated_on',
        type: 'date',
        label: { vi: 'Ngày kích hoạt', en: 'Activated on' },
        aliases: ['Ngày cấp', 'Ngày đăng ký', 'Kích hoạt', 'Ngày kích hoạt tài khoản', 'Ngày cấp tài khoản'],
      },
      {
        id: 'sex',
        type: 'sex',
        label: { vi: 'Giới tính', en: 'Sex' },
        aliases: ['Phái', 'GT', 'Giới'],
      },
      {
        id: 'note',
        type: 'text',
        label: { vi: 'Ghi chú', en: 'Note' },
        aliases: ['GC', 'Chú thích'],
      },
    ],
    identity: {
      what: 'account',
      keys: [['id_number']],
      match: 'fallback',
      across: { key: 0, then: 'reject' },
    },
  },
  tally: {
    fields: [
      {
        id: 'eligible',
        type: 'count',
        baseline: 'eligible_citizens',
        label: { vi: 'Công dân đủ điều kiện', en: 'Eligible citizens' },
        aliases: ['Số công dân đủ điều kiện', 'Công dân đủ ĐK', 'Tổng số công dân đủ điều kiện', 'Số người đủ điều kiện', 'Đủ điều kiện', 'Công dân đủ điều kiện cấp', 'Tổng số công dân đủ điều kiện cấp tài khoản'],
      },
      {
        id: 'level1',
        type: 'count',
        required: true,
        label: { vi: 'Mức 1', en: 'Level 1' },
        aliases: ['Mức độ 1', 'Mức độ 01', 'Mức 01', 'Mức I', 'Số tài khoản mức 1', 'Tài khoản mức 1', 'Tài khoản mức độ 1', 'Định danh mức 1', 'ĐDĐT mức 1', 'Số tài khoản mức độ 1', 'Định danh mức độ 1'],
      },
      {
        id: 'level2',
        type: 'count',
        required: true,
        label: { vi: 'Mức 2', en: 'Level 2' },
        aliases: ['Mức độ 2', 'Mức độ 02', 'Mức 02', 'Mức II', 'Số tài khoản mức 2', 'Tài khoản mức 2', 'Tài khoản mức độ 2', 'Định danh mức 2', 'ĐDĐT mức 2', 'Số tài khoản mức độ 2', 'Định danh mức độ 2'],
      },
      {
        id: 'total',
        type: 'count',
        label: { vi: 'Tổng', en: 'Total' },
        aliases: ['Tổng số', 'Tổng cộng', 'Cộng', 'Tổng số tài khoản', 'Tổng tài khoản', 'Số tài khoản Tổng'],
      },
      {
        id: 'note',
        type: 'text',
        label: { vi: 'Ghi chú', en: 'Note' },
        aliases: ['GC', 'Chú thích'],
      },
    ],
    checks: [
      { sum: ['level1', 'level2'], total: 'total' },
      { part: 'total', whole: 'eligible' },
    ],
  },
};
