import type { Form } from '../types.js';
import { combined, NOTE, PHONE } from './shared.js';
import { SKILLS, skillFields } from './skills.js';

const DONE = [
  'được hỗ trợ',
  'được hướng dẫn',
  'được hỗ trợ, hướng dẫn',
  'được hướng dẫn, hỗ trợ',
  'được tổ CNSCĐ hỗ trợ',
  'được tổ CNSCĐ hướng dẫn',
  'được hỗ trợ kỹ năng số',
  'được hướng dẫn kỹ năng số',
];

const DURING = [
  '',
  'trong kỳ',
  'trong tháng',
  'kỳ này',
  'tháng này',
  'trong kỳ này',
  'trong tháng này',
  'kỳ báo cáo',
  'trong kỳ báo cáo',
];

const WHO = ['số hộ', 'hộ', 'số hộ dân', 'hộ dân', 'số hộ gia đình'];
/** Of what is said more seldom. */
const SELDOM = ['', 'trong kỳ', 'trong tháng'];
const HELPED = ['hỗ trợ', 'hướng dẫn', 'hỗ trợ, hướng dẫn', 'hướng dẫn, hỗ trợ'];

/** `Số hộ được hỗ trợ`, `Hộ dân được tổ CNSCĐ hướng dẫn trong tháng`: as a tally heads the period's. */
const ASSISTED: readonly string[] = [
  ...combined(
    WHO,
    ['được', 'đã được', 'được tổ CNSCĐ', 'được tổ công nghệ số cộng đồng'],
    HELPED,
    DURING,
  ),
  ...combined(
    WHO,
    ['được'],
    [
      ...HELPED.map((helped) => `${helped} kỹ năng số`),
      ...['tiếp cận', 'đến hỗ trợ', 'tổ CNSCĐ đến hỗ trợ', 'tuyên truyền, hướng dẫn'],
    ],
    SELDOM,
  ),
  ...combined(WHO, ['được hỗ trợ', 'được hướng dẫn'], ['kỹ năng số'], DURING),
  ...combined(
    ['số hộ', 'hộ', 'số hộ gia đình'],
    ['được'],
    [...HELPED, 'tuyên truyền, hướng dẫn'],
    ['sử dụng nền tảng số', 'sử dụng các nền tảng số'],
  ),
  ...combined(['số hộ'], ['tiếp cận', 'đã hỗ trợ', 'đã hướng dẫn', 'đã tiếp cận'], DURING),
  ...combined(['hỗ trợ', 'hướng dẫn'], ['trong kỳ', 'trong tháng', 'kỳ này', 'tháng này']),
];

/** `Lũy kế số hộ được hỗ trợ từ đầu năm đến nay`. */
const SO_FAR: readonly string[] = combined(
  ['lũy kế', 'cộng dồn'],
  ['', 'số hộ', 'số hộ được hỗ trợ', 'số hộ được hướng dẫn', 'số hộ đã hỗ trợ'],
  [
    ...['', 'đến nay', 'tính đến nay', 'đến cuối kỳ', 'từ đầu năm', 'từ đầu năm đến nay'],
    ...['từ khi triển khai', 'từ khi thành lập', 'từ khi thành lập tổ'],
  ],
);

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
        people: 2,
        label: { vi: 'Chủ hộ', en: 'Head of household' },
        aliases: [
          'Họ tên chủ hộ',
          'Họ và tên chủ hộ',
          'Tên chủ hộ',
          'Hộ gia đình',
          'Tên hộ',
          'Họ và tên (chủ hộ)',
          'Tên hộ gia đình',
          'Họ tên chủ hộ gia đình',
          'Họ và tên chủ hộ gia đình',
          'Hộ dân',
          'Họ tên hộ dân',
          'Hộ ông (bà)',
          'Đại diện hộ',
          'Họ tên đại diện hộ',
          'Người đại diện hộ',
          ...combined(
            ['', 'tên', 'họ tên', 'họ và tên'],
            ['chủ hộ', 'chủ hộ gia đình', 'hộ gia đình', 'hộ dân', 'đại diện hộ'],
            ['', 'được hỗ trợ', 'được hướng dẫn'],
          ),
          ...combined(
            ['tên', 'họ tên', 'họ và tên'],
            ['người', 'người dân', 'công dân'],
            ['được hỗ trợ', 'được hướng dẫn'],
          ),
        ],
      },
      {
        id: 'address',
        type: 'text',
        personal: true,
        label: { vi: 'Địa chỉ', en: 'Address' },
        aliases: [
          'Đ/c',
          'ĐC',
          'Nơi ở',
          'Chỗ ở',
          'Địa chỉ cư trú',
          'Nơi cư trú',
          'Số nhà',
          'Địa chỉ nhà',
          'Số nhà, đường',
          'Số nhà, tổ',
          ...combined(['địa chỉ', 'nơi'], ['thường trú', 'cư trú', 'ở hiện nay', 'sinh sống']),
        ],
      },
      PHONE,
      {
        id: 'assisted_on',
        type: 'date',
        label: { vi: 'Ngày hỗ trợ', en: 'Date of visit' },
        aliases: [
          'Ngày',
          'Ngày hướng dẫn',
          'Ngày tháng hỗ trợ',
          'Thời gian',
          'Thời gian hỗ trợ',
          'Ngày thực hiện',
          'Ngày đến',
          'Ngày được hỗ trợ',
          ...combined(
            ['ngày', 'ngày tháng', 'ngày tháng năm', 'thời gian', 'thời điểm'],
            ['hỗ trợ', 'được hỗ trợ', 'hướng dẫn', 'được hướng dẫn', 'thực hiện'],
          ),
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
    undone: [
      '(?:chưa|không) (?:được )?(?:hỗ trợ|hướng dẫn|thực hiện|tiếp cận|gặp|liên hệ|liên lạc)',
      '(?:chưa|không) (?:đồng ý|hợp tác)',
      '(?:đi )?vắng(?: (?:nhà|mặt))?$',
      'từ chối|hẹn (?:lại|tháng|kỳ|ngày)|(?:chuyển|để) sang (?:tháng|kỳ) (?:sau|tới)|dự kiến',
    ],
    done: [
      '(?:ho )?(?:da |duoc )+(?:to cnscd )?(?:ho tro|huong dan|tiep can)(?: huong dan| ho tro)?(?: xong| truc tiep)?(?: trong (?:thang|ky))?',
    ],
    counts: [
      '(?:tong )?(?:so )?(?:ho|luong)(?: dan| gia dinh)?(?: (?:da )?duoc (?:ho tro|huong dan))?(?: trong (?:thang|ky))?',
    ],
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
          'Tổng hộ dân',
          'Tổng số hộ dân trên địa bàn',
          'Tổng số hộ gia đình',
          'Số hộ dân',
          'TS hộ',
          'Số hộ Tổng số',
          'Hộ gia đình Tổng số',
          'Tổng số hộ trên địa bàn',
          ...combined(
            ['số', 'tổng số', 'tổng'],
            ['hộ', 'hộ dân', 'hộ gia đình', 'hộ dân cư'],
            ['', 'hiện có', 'trên địa bàn'],
          ),
          ...combined(
            ['số hộ', 'tổng số hộ', 'số hộ dân', 'hộ dân'],
            ['trong', 'toàn'],
            ['ấp', 'khóm', 'thôn', 'tổ dân phố'],
          ),
        ],
      },
      {
        id: 'assisted',
        type: 'count',
        required: true,
        label: { vi: 'Số hộ được hỗ trợ trong kỳ', en: 'Households assisted in the period' },
        aliases: [
          ...ASSISTED,
          'Trong kỳ',
          ...combined(['số hộ hỗ trợ'], DURING),
          'Phát sinh trong kỳ',
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
          'Lũy kế từ đầu',
          'Lũy kế từ khi triển khai',
          'Lũy kế số hộ',
          'Lũy kế số hộ được hỗ trợ',
          'Lũy kế số hộ được hướng dẫn',
          'Cộng dồn',
          'LK',
          'Từ đầu năm',
          'Từ đầu năm đến nay',
          ...['Số hộ', 'Hộ'].flatMap((who) =>
            DONE.flatMap((done) => [
              `${who} ${done} từ đầu năm`,
              `${who} ${done} từ đầu năm đến nay`,
            ]),
          ),
          ...SO_FAR,
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
