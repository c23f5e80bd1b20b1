import type { Form } from '../types.js';

/** Thành viên tổ: who works in the team (contract, Forms). */
export const members: Form = {
  id: 'members',
  label: { vi: 'Thành viên tổ', en: 'Team members' },
  list: {
    fields: [
      {
        id: 'name',
        type: 'text',
        required: true,
        personal: true,
        label: { vi: 'Họ và tên', en: 'Full name' },
        aliases: ['Họ tên', 'Họ & tên', 'Họ, tên', 'Họ và tên thành viên', 'Tên thành viên', 'Thành viên', 'Họ tên thành viên', 'Họ và tên đệm', 'Full name'],
      },
      {
        id: 'position',
        type: 'text',
        required: true,
        label: { vi: 'Chức vụ', en: 'Position' },
        aliases: ['Chức danh', 'Chức vụ trong tổ', 'Vai trò', 'Nhiệm vụ', 'Chức danh trong tổ', 'Chức vụ, nhiệm vụ', 'Nhiệm vụ trong tổ', 'CV'],
      },
      {
        id: 'birth_year',
        type: 'year',
        personal: true,
        label: { vi: 'Năm sinh', en: 'Year of birth' },
        aliases: ['Ngày sinh', 'Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'NS', 'N.sinh'],
      },
      {
        id: 'sex',
        type: 'sex',
        label: { vi: 'Giới tính', en: 'Sex' },
        aliases: ['Phái', 'GT', 'Nam/Nữ', 'Giới'],
      },
      {
        id: 'organisation',
        type: 'text',
        label: { vi: 'Đơn vị/Đoàn thể', en: 'Organisation' },
        aliases: ['Đơn vị', 'Đoàn thể', 'Đơn vị công tác', 'Cơ quan', 'Đơn vị, đoàn thể', 'Tổ chức', 'Thành phần', 'Nơi công tác', 'Đơn vị/Tổ chức'],
      },
      {
        id: 'phone',
        type: 'phone',
        personal: true,
        label: { vi: 'Số điện thoại', en: 'Telephone' },
        aliases: ['SĐT', 'Điện thoại', 'Số ĐT', 'ĐT', 'Di động', 'Điện thoại di động', 'Số điện thoại liên hệ', 'SĐT liên hệ', 'Số di động', 'Số phone', 'ĐTDĐ'],
      },
      {
        id: 'trained',
        type: 'mark',
        label: { vi: 'Đã tập huấn', en: 'Trained' },
        aliases: ['Tập huấn', 'Đã được tập huấn', 'Được tập huấn', 'Đã qua tập huấn', 'Tham gia tập huấn', 'Bồi dưỡng, tập huấn'],
      },
      {
        id: 'zalo',
        type: 'mark',
        label: { vi: 'Zalo OA', en: 'On Zalo OA' },
        aliases: ['Zalo', 'Tham gia Zalo OA', 'Quan tâm Zalo OA', 'Tham gia Zalo', 'Kênh Zalo OA', 'OA Zalo'],
      },
      {
        id: 'team',
        type: 'text',
        label: { vi: 'Tên tổ', en: 'Team' },
        aliases: ['Tổ', 'Tên tổ CNSCĐ', 'Tổ CNSCĐ', 'Tổ công nghệ số cộng đồng', 'Tên tổ công nghệ số cộng đồng', 'Thuộc tổ', 'Tổ số'],
      },
      {
        id: 'note',
        type: 'text',
        label: { vi: 'Ghi chú', en: 'Note' },
        aliases: ['GC', 'Chú thích'],
      },
    ],
    identity: {
      what: 'member',
      keys: [
        ['name', 'phone'],
        ['name', 'birth_year'],
      ],
      match: 'fallback',
      weak: 'name',
      within: 'team',
      across: { key: 'all', then: 'warn' },
    },
  },
  tally: {
    fields: [
      {
        id: 'teams',
        type: 'count',
        label: { vi: 'Số tổ', en: 'Teams' },
        aliases: ['Số tổ CNSCĐ', 'Tổng số tổ', 'Số lượng tổ', 'Số tổ công nghệ số cộng đồng', 'Số tổ đã thành lập', 'Tổ CNSCĐ'],
      },
      {
        id: 'members',
        type: 'count',
        required: true,
        label: { vi: 'Số thành viên', en: 'Members' },
        aliases: ['Tổng số thành viên', 'Thành viên', 'Số lượng thành viên', 'Tổng thành viên', 'Số thành viên tổ', 'Số thành viên tham gia', 'Số TV', 'TSTV', 'Số thành viên tổ CNSCĐ', 'Thành viên Tổng số', 'Số thành viên Tổng số'],
      },
      {
        id: 'female',
        type: 'count',
        label: { vi: 'Nữ', en: 'Women' },
        aliases: ['Số nữ', 'Thành viên nữ', 'Số thành viên nữ', 'Trong đó nữ', 'Nữ giới'],
      },
      {
        id: 'trained',
        type: 'count',
        label: { vi: 'Đã tập huấn', en: 'Trained' },
        aliases: ['Số đã tập huấn', 'Tập huấn', 'Đã được tập huấn', 'Số thành viên đã tập huấn', 'Số thành viên được tập huấn', 'Được tập huấn', 'Đã qua tập huấn'],
      },
      {
        id: 'zalo',
        type: 'count',
        label: { vi: 'Tham gia Zalo OA', en: 'On Zalo OA' },
        aliases: ['Zalo OA', 'Zalo', 'Số tham gia Zalo OA', 'Số thành viên tham gia Zalo OA', 'Quan tâm Zalo OA', 'Tham gia Zalo'],
      },
      {
        id: 'note',
        type: 'text',
        label: { vi: 'Ghi chú', en: 'Note' },
        aliases: ['GC', 'Chú thích'],
      },
    ],
    checks: [
      { part: 'female', whole: 'members' },
      { part: 'trained', whole: 'members' },
      { part: 'zalo', whole: 'members' },
    ],
  },
};
