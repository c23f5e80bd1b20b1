import type { Field } from '../types.js';

type SkillId = 'public_services' | 'shopping' | 'payment' | 'safety' | 'other';

interface Skill {
  readonly id: SkillId;
  readonly vi: string;
  readonly en: string;
  readonly aliases: readonly string[];
  /** What is done who has it: in a tally that may count files or times. */
  readonly acts?: readonly string[];
  /** Words that name it among others, where none has a column of its own. */
  readonly words?: readonly string[];
}

/** The five national skills (contract, Forms), headed alike in list and tally. */
export const SKILLS: readonly Skill[] = [
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
    acts: [
      'Nộp hồ sơ DVC',
      'Nộp hồ sơ DVC trực tuyến',
      'Nộp hồ sơ dịch vụ công',
      'Nộp hồ sơ dịch vụ công trực tuyến',
      'Nộp hồ sơ trực tuyến',
      'Nộp hồ sơ qua mạng',
      'Thực hiện DVC trực tuyến',
      'Thực hiện dịch vụ công trực tuyến',
    ],
  },
  {
    id: 'shopping',
    vi: 'Mua sắm trực tuyến',
    en: 'Online shopping',
    aliases: [
      'Mua sắm online',
      'Mua sắm trên mạng',
      'Mua sắm qua mạng',
      'Mua sắm',
      'Mua bán trực tuyến',
      'Mua hàng trực tuyến',
      'TMĐT',
      'Thương mại điện tử',
      'Mua sắm thương mại điện tử',
      'Mua sắm trên sàn thương mại điện tử',
      'MSTT',
    ],
    acts: ['Mua hàng online', 'Mua hàng qua mạng', 'Mua hàng trên sàn thương mại điện tử'],
  },
  {
    id: 'payment',
    vi: 'Thanh toán điện tử',
    en: 'Online payment',
    aliases: [
      'Thanh toán trực tuyến',
      'Thanh toán không dùng tiền mặt',
      'Thanh toán không tiền mặt',
      'TTKDTM',
      'TTĐT',
      'Thanh toán',
      'Thanh toán online',
      'Thanh toán số',
    ],
    words: [
      'Thanh toán QR',
      'Thanh toán qua QR',
      'Thanh toán bằng QR',
      'Thanh toán qua mã QR',
      'Thanh toán mã QR',
      'Quét mã QR',
      'Chuyển khoản',
      'Ví điện tử',
      'Thanh toán qua ví điện tử',
      'Không dùng tiền mặt',
    ],
  },
  {
    id: 'safety',
    vi: 'An toàn mạng',
    en: 'Online safety',
    aliases: [
      'An toàn thông tin',
      'ATTT',
      'ATTTM',
      'An toàn',
      'An toàn số',
      'An ninh mạng',
      'An toàn, an ninh mạng',
      'An toàn trên không gian mạng',
      'Bảo vệ bản thân trên mạng',
      'An toàn thông tin mạng',
      'Tự bảo vệ trên không gian mạng',
      'Tự bảo vệ mình trên không gian mạng',
      'Bảo vệ trên mạng',
      'An toàn trên mạng',
      'An toàn không gian mạng',
      'Kỹ năng tự bảo vệ',
    ],
    acts: [
      'Phòng chống lừa đảo trên mạng',
      'Phòng chống lừa đảo qua mạng',
      'Phòng, tránh lừa đảo trên mạng',
      'Phòng, tránh lừa đảo qua mạng',
      'Nhận biết lừa đảo trên mạng',
      'Nhận biết lừa đảo qua mạng',
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

/** What a list's mark says was done for the household, before the skill's own words. */
const GUIDED = [
  'Hướng dẫn',
  'HD',
  'Được hướng dẫn',
  'Hướng dẫn sử dụng',
  'Được hướng dẫn sử dụng',
  'Hỗ trợ',
];

/** Of these the verb alone makes no skill: `Hỗ trợ khác` may be of any kind. */
const TOO_LITTLE = ['Khác', 'An toàn'];

function markAliases({ vi, aliases, acts = [] }: Skill): string[] {
  const skill = [vi, ...aliases, ...acts].filter((text) => !TOO_LITTLE.includes(text));
  return [...aliases, ...acts, ...GUIDED.flatMap((verb) => skill.map((a) => `${verb} ${a}`))];
}

/** Of households, as what is counted below `Hướng dẫn …` alone may be files. */
const HOUSEHOLDS_GUIDED: readonly ((skill: string) => string)[] = [
  (skill) => `Số hộ ${skill}`,
  (skill) => `Số hộ được hướng dẫn ${skill}`,
  (skill) => `Số hộ được hỗ trợ ${skill}`,
  (skill) => `Hướng dẫn ${skill} (hộ)`,
];

function countAliases({ vi, aliases }: Skill): string[] {
  const skills = [vi, ...aliases].filter((text) => !TOO_LITTLE.includes(text));
  const all = HOUSEHOLDS_GUIDED.flatMap((heading) => skills.map(heading));
  return [
    ...aliases,
    ...TOO_LITTLE.filter((a) => aliases.includes(a)).map((a) => `Số hộ ${a}`),
    ...all,
  ];
}

/** The skills as columns: a list's marks, or a tally's counts. */
export const skillFields = (type: 'mark' | 'count'): Field[] =>
  SKILLS.map((skill) => ({
    id: skill.id,
    type,
    label: { vi: skill.vi, en: skill.en },
    ...(type === 'mark' && skill.id === 'other' && { named: true }),
    ...(type === 'mark' && skill.words && { words: skill.words }),
    aliases: type === 'mark' ? markAliases(skill) : countAliases(skill),
  }));
