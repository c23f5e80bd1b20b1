import type { Field, Form } from '../types.js';

type SkillId = 'public_services' | 'shopping' | 'payment' | 'safety' | 'other';

/** The five national skills (contract, Forms), headed alike in list and tally. */
const SKILLS: readonly { id: SkillId; vi: string; en: string; aliases: readonly string[] }[] = [
  {
    id: 'public_services',
    vi: 'Dịch vụ công',
    en: 'Public services',
    aliases: [
      'Dịch vụ công trực tuyến',
      'DVC',
      'DVCTT',
      'DVC trực tuyến',
      'Sử dụng dịch vụ công trực tuyến',
      'Sử dụng dịch vụ công',
    ],
  },
  {
    id: 'shopping',
    vi: 'Mua sắm trực tuyến',
    en: 'Online shopping',
    aliases: [
      'Mua sắm online',
      'Mua sắm',
      'Mua bán trực tuyến',
      'Mua hàng trực tuyến',
      'TMĐT',
      'Thương mại điện tử',
      'MSTT',
    ],
  },
  {
    id: 'payment',
    vi: 'Thanh toán điện tử',
    en: 'Online payment',
    aliases: [
      'Thanh toán trực tuyến',
      'Thanh toán không dùng tiền mặt',
      'TTKDTM',
      'TTĐT',
      'Thanh toán',
      'Thanh toán online',
      'Thanh toán số',
    ],
  },
  {
    id: 'safety',
    vi: 'An toàn mạng',
    en: 'Online safety',
    aliases: [
      'An toàn thông tin',
      'ATTT',
      'An toàn thông tin mạng',
      'Tự bảo vệ trên không gian mạng',
      'Tự bảo vệ mình trên không gian mạng',
      'Bảo vệ trên mạng',
      'An toàn trên mạng',
      'An toàn không gian mạng',
      'Kỹ năng tự bảo vệ',
    ],
  },
  {
    id: 'other',
    vi: 'Nền tảng khác',
    en: 'Other platforms',
    aliases: [
      'Nền tảng số khác',
      'Khác',
      'Nền tảng số khác của địa phương',
      'Kỹ năng khác',
      'Nền tảng địa phương',
      'Nền tảng số địa phương',
      'Ứng dụng khác',
    ],
  },
];

const skillFields = (type: 'mark' | 'count'): Field[] =>
  SKILLS.map(({ id, vi, en, aliases }) => ({
    id,
    type,
    label: { vi, en },
    aliases: type === 'mark' ? aliases : [...aliases, ...[vi, ...aliases].map((a) => `Số hộ ${a}`)],
  }));

const NOTE: Field = {
  id: 'note',
  type: 'text',
  label: { vi: 'Ghi chú', en: 'Note' },
  aliases: ['GC', 'Chú thích'],
};

/** Hộ được hỗ trợ: households guided in the period (contract, Forms). */
export const households: Form = {
  id: 'households',
  label: { vi: 'Hộ được hỗ trợ', en: 'Households assisted' },
  list: {
    fields: [
      {
        id: 'head',
        type: 'text',
        required: true,
        personal: true,
        label: { vi: 'Chủ hộ', en: 'Head of household' },
        aliases: [
          'Họ tên chủ hộ',
          'Họ và tên chủ hộ',
          'Tên chủ hộ',
          'Hộ gia đình',
          'Tên hộ',
          'Họ và tên (chủ hộ)',
          'Tên hộ gia đình',
        ],
      },
      {
        id: 'address',
        type: 'text',
        personal: true,
        label: { vi: 'Địa chỉ', en: 'Address' },
        aliases: ['Đ/c', 'ĐC', 'Nơi ở', 'Chỗ ở', 'Địa chỉ cư trú', 'Nơi cư trú', 'Số nhà'],
      },
      {
        id: 'phone',
        type: 'phone',
        personal: true,
        label: { vi: 'Số điện thoại', en: 'Telephone' },
        aliases: [
          'SĐT',
          'Điện thoại',
          'Số ĐT',
          'ĐT',
          'Di động',
          'Điện thoại di động',
          'Số điện thoại liên hệ',
          'SĐT liên hệ',
          'Số di động',
        ],
      },
      {
        id: 'assisted_on',
        type: 'date',
        label: { vi: 'Ngày hỗ trợ', en: 'Date of visit' },
        aliases: [
          'Ngày',
          'Ngày hướng dẫn',
          'Thời gian',
          'Thời gian hỗ trợ',
          'Ngày thực hiện',
          'Ngày đến',
          'Ngày được hỗ trợ',
        ],
      },
      ...skillFields('mark'),
      NOTE,
    ],
    identity: {
      what: 'household',
      keys: [
        ['head', 'address'],
        ['head', 'phone'],
      ],
      match: 'any',
      weak: 'head',
      visits: 'assisted_on',
      place: 'address',
    },
    oneOf: SKILLS.map(({ id }) => id),
  },
  tally: {
    fields: [
      {
        id: 'total_households',
        type: 'count',
        baseline: 'households',
        label: { vi: 'Tổng số hộ', en: 'All households' },
        aliases: [
          'Số hộ',
          'Tổng hộ',
          'Tổng số hộ dân',
          'Tổng số hộ gia đình',
          'Số hộ dân',
          'TS hộ',
          'Số hộ Tổng số',
          'Tổng số hộ trên địa bàn',
        ],
      },
      {
        id: 'assisted',
        type: 'count',
        required: true,
        label: { vi: 'Số hộ được hỗ trợ trong kỳ', en: 'Households assisted in the period' },
        aliases: [
          'Số hộ được hỗ trợ',
          'Hộ được hỗ trợ',
          'Số hộ hỗ trợ trong kỳ',
          'Trong kỳ',
          'Số hộ được hướng dẫn',
          'Số hộ được hướng dẫn trong kỳ',
          'Hộ được hỗ trợ trong kỳ',
          'Số hộ hỗ trợ',
          'Số hộ được hỗ trợ trong tháng',
          'Được hỗ trợ trong kỳ',
          'Được hỗ trợ',
          'Trong tháng',
        ],
      },
      {
        id: 'cumulative',
        type: 'count',
        label: { vi: 'Lũy kế', en: 'Cumulative' },
        aliases: [
          'Luỹ kế',
          'Lũy kế từ đầu năm',
          'Số hộ lũy kế',
          'Lũy kế đến nay',
          'Lũy kế số hộ',
          'Lũy kế số hộ được hỗ trợ',
          'Cộng dồn',
          'LK',
          'Số hộ được hỗ trợ lũy kế',
          'Số hộ được hỗ trợ Lũy kế từ đầu năm',
        ],
      },
      ...skillFields('count'),
      NOTE,
    ],
    checks: [
      { part: 'assisted', whole: 'cumulative' },
      { part: 'cumulative', whole: 'total_households' },
      { part: 'assisted', whole: 'total_households' },
      ...SKILLS.map(({ id }) => ({ part: id, whole: 'assisted' })),
    ],
  },
};
