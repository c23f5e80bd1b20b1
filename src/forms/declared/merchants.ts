import type { Form } from '../types.js';
import { combined, NOTE } from './shared.js';

const WHO = [
  ...['hộ', 'hộ kinh doanh', 'hộ kinh doanh cá thể', 'cơ sở', 'cơ sở kinh doanh', 'tiểu thương'],
  ...['hộ tiểu thương', 'cửa hàng', 'cửa hàng, hộ kinh doanh'],
];
const SHORT = ['HKD', 'hộ KD'];
const HAVE = [
  ...['có', 'đã có', 'sử dụng', 'dùng', 'đăng ký', 'niêm yết', 'có niêm yết'],
  'chấp nhận thanh toán',
];
const QR = ['QR', 'mã QR', 'QR code', 'mã QR thanh toán'];
const TAKE = [...['', 'có', 'chấp nhận', 'sử dụng', 'thực hiện', 'áp dụng'], 'sử dụng phương thức'];
const CASHLESS_PAYMENT = [
  ...['thanh toán không dùng tiền mặt', 'thanh toán không tiền mặt'],
  ...['không dùng tiền mặt', 'không tiền mặt'],
];

/** `Hộ KD thanh toán không dùng tiền mặt`: who, and what they have or do. */
const CASHLESS: readonly string[] = [
  ...combined(['', 'số'], WHO, HAVE, QR),
  ...combined(['', 'số'], WHO, TAKE, CASHLESS_PAYMENT),
  ...combined(['tổng số'], WHO.slice(0, 2), HAVE, QR),
  ...combined(['tổng số'], WHO.slice(0, 2), TAKE, CASHLESS_PAYMENT),
  ...combined(['', 'số', 'tổng số'], WHO, ['có QR, không tiền mặt', 'có QR/không tiền mặt']),
  ...combined(['số'], WHO, ['thanh toán qua QR/POS', 'sử dụng QR code trong thanh toán']),
  ...combined(['', 'số', 'tổng số'], SHORT, ['có', 'đã có'], QR),
  ...combined(
    ['', 'số', 'tổng số'],
    SHORT,
    ['', 'có', 'chấp nhận', 'sử dụng', 'thực hiện'],
    CASHLESS_PAYMENT,
  ),
  ...combined(['', 'số', 'tổng số'], SHORT, ['có QR, không tiền mặt']),
];

/** Those who have one or the other: `Số hộ có QR/POS`. */
const BOTH_MEANS: readonly string[] = combined(
  ['', 'số'],
  [...WHO.slice(0, 2), ...SHORT],
  ['có'],
  ['QR/POS', 'POS/QR', 'mã QR/POS', 'QR code/POS', 'POS/QR code', 'QR hoặc POS', 'mã QR hoặc POS'],
);

/** Hộ kinh doanh không tiền mặt: merchants taking cashless payment (contract, Forms). */
export const merchants: Form = {
  id: 'merchants',
  label: { vi: 'Hộ kinh doanh không tiền mặt', en: 'Cashless merchants' },
  list: {
    fields: [
      {
        id: 'name',
        type: 'text',
        required: true,
        personal: true,
        label: { vi: 'Tên hộ kinh doanh', en: 'Merchant' },
        aliases: [
          'Tên cơ sở/hộ kinh doanh',
          'Hộ kinh doanh',
          'Tên HKD',
          'HKD',
          'Tên cơ sở',
          'Cơ sở kinh doanh',
          'Tên cửa hàng',
          'Tên cửa hàng/hộ kinh doanh',
          'Tên hộ/cơ sở kinh doanh',
          'Cửa hàng',
          'Tên cơ sở kinh doanh',
          'Tên hộ',
          'Tên tiểu thương',
          'Tiểu thương',
          'Hộ kinh doanh/cửa hàng',
          'Cơ sở/hộ kinh doanh',
          ...combined(
            ['tên'],
            [
              ...WHO.filter((who) => who !== 'cơ sở'),
              ...['điểm kinh doanh', 'quầy hàng', 'cửa hàng, quầy hàng', 'hộ kinh doanh/cửa hàng'],
              ...['cơ sở/hộ kinh doanh', 'hộ, cơ sở kinh doanh'],
            ],
          ),
        ],
      },
      {
        id: 'owner',
        type: 'text',
        personal: true,
        label: { vi: 'Chủ hộ', en: 'Owner' },
        aliases: [
          'Tên chủ hộ',
          'Chủ HKD',
          'Họ tên chủ HKD',
          'Chủ hộ kinh doanh',
          'Chủ cơ sở',
          'Họ tên chủ hộ',
          'Họ và tên chủ hộ',
          'Người đại diện',
          'Đại diện',
          ...combined(
            ['tên', 'họ tên', 'họ và tên'],
            ['chủ', 'chủ hộ kinh doanh', 'chủ cơ sở', 'chủ cửa hàng', 'người đại diện'],
          ),
          'Chủ cửa hàng',
        ],
      },
      {
        id: 'tax_code',
        type: 'tax',
        personal: true,
        label: { vi: 'Mã số thuế', en: 'Tax code' },
        aliases: [
          'Mã số thuế/CCCD',
          'MST',
          'Mã thuế',
          'Số thuế',
          'Mã số thuế HKD',
          'Mã số thuế cá nhân',
          'MST cá nhân',
          'MST/CCCD',
          'MST/Số CCCD',
          'Mã số thuế/Số CCCD',
        ],
      },
      {
        id: 'place',
        type: 'text',
        personal: true,
        label: { vi: 'Địa điểm/Chợ', en: 'Place/Market' },
        aliases: [
          'Chợ/Địa điểm',
          'Địa điểm',
          'Chợ',
          'Địa điểm kinh doanh',
          'Nơi kinh doanh',
          'Địa chỉ',
          'Địa chỉ kinh doanh',
          'Điểm kinh doanh',
          'Địa điểm, chợ',
          ...combined(['địa chỉ', 'địa điểm', 'nơi'], ['kinh doanh', 'bán hàng', 'hoạt động']),
        ],
      },
      {
        id: 'method',
        type: 'text',
        label: { vi: 'Hình thức', en: 'Means of payment' },
        suggestions: ['Mã QR', 'Chuyển khoản', 'Máy POS', 'Ví điện tử', 'Tiền mặt'],
        aliases: [
          'Hình thức thanh toán',
          'Hình thức TT',
          'Phương thức thanh toán',
          'Phương thức',
          'HTTT',
          ...combined(
            ['hình thức', 'phương thức', 'loại hình', 'phương tiện'],
            ['thanh toán', 'thanh toán điện tử', ...CASHLESS_PAYMENT],
          ),
        ],
        payment: true,
      },
      {
        id: 'bank',
        type: 'text',
        label: { vi: 'Ngân hàng/Ví', en: 'Bank/Wallet' },
        aliases: [
          'Ngân hàng',
          'Ví',
          'Ví điện tử',
          'Ngân hàng, ví',
          'Ngân hàng/Ví điện tử',
          'Đơn vị cung cấp',
          ...combined(
            ['ngân hàng', 'đơn vị'],
            ['cung cấp', 'cung cấp dịch vụ', 'mở tài khoản', 'liên kết', 'lắp đặt'],
          ),
        ],
      },
      {
        id: 'installed_on',
        type: 'date',
        label: { vi: 'Ngày lắp đặt', en: 'Installed on' },
        aliases: [
          'Ngày lắp mã QR',
          'Ngày lắp QR',
          'Ngày cài',
          'Ngày lắp',
          'Ngày cài đặt',
          'Ngày triển khai',
          'Ngày cấp mã',
          ...combined(
            ['ngày'],
            ['lắp', 'lắp đặt', 'cài', 'cài đặt', 'cấp', 'đăng ký', 'mở'],
            ['QR', 'mã QR', 'QR code', 'POS'],
          ),
        ],
      },
      {
        id: 'marketplace',
        type: 'text',
        label: { vi: 'Sàn TMĐT', en: 'Online marketplace' },
        aliases: [
          'Sàn giao dịch TMĐT',
          'Sàn thương mại điện tử',
          'Tham gia sàn TMĐT',
          'Sàn',
          'Gian hàng TMĐT',
        ],
      },
      NOTE,
    ],
    identity: {
      what: 'merchant',
      keys: [['tax_code'], ['name']],
      match: 'fallback',
      across: { key: 0, repeated: 'reject' },
    },
    undone: [
      '(?:chưa|không) (?:có|dùng|sử dụng|lắp|lắp đặt|cài|cài đặt|đăng ký) (?:mã )?(?:qr|vietqr|pos|máy pos|ví)',
      'chưa (?:lắp|lắp đặt|cài|cài đặt|sử dụng|triển khai|kích hoạt)$',
      '(?:(?:đã )?có (?:mã )?qr |đã lắp )?nhưng (?:không|chưa) (?:sử dụng|dùng)|không (?:còn )?(?:sử dụng|dùng)(?=$| nữa)|(?:đang )?chờ (?:cấp|duyệt|lắp|cài|kích hoạt)',
      'không đạt|chưa đạt',
      'chỉ (?:dùng|nhận|thu|sử dụng) tiền mặt|(?:đã )?(?:gỡ|tháo) (?:mã|qr)|dự kiến',
    ],
    deniedBy: { field: 'bank', without: 'method' },
    counts: [
      '(?:tong )?so (?:ho|hkd|ho kinh doanh|co so|tieu thuong)(?: (?:co|dung|su dung) .*)?|so luong',
    ],
    done: [
      '(?:con|dang) (?:su dung|hoat dong|kinh doanh)',
      '(?:da )?dat(?: chuan| yeu cau)?',
      '(?:da |duoc )+(?:su dung|kich hoat|dang ky|lap|lap dat|cai|cai dat|trien khai|cap)',
    ],
  },
  tally: {
    fields: [
      {
        id: 'total_merchants',
        type: 'count',
        baseline: 'merchants',
        label: { vi: 'Tổng số hộ kinh doanh', en: 'All merchants' },
        aliases: [
          'Số hộ kinh doanh',
          'Tổng số HKD',
          'Tổng HKD',
          'Số HKD',
          'Tổng số hộ KD',
          'Hộ kinh doanh Tổng số',
          'Tổng số cơ sở kinh doanh',
          'Tổng số tiểu thương',
          ...combined(
            ['số', 'tổng số', 'tổng'],
            [...WHO.slice(1), ...['hộ kinh doanh, tiểu thương', 'hộ, cơ sở kinh doanh']],
            ['', 'hiện có', 'trên địa bàn', 'đang hoạt động'],
          ),
        ],
      },
      {
        id: 'cashless',
        type: 'count',
        required: true,
        means: true,
        label: { vi: 'Số hộ có QR/không tiền mặt', en: 'Cashless merchants' },
        aliases: [
          'Không tiền mặt',
          'Không dùng tiền mặt',
          'Có QR',
          'Có mã QR',
          'Có thanh toán QR',
          'Thanh toán không dùng tiền mặt',
          'Chấp nhận thanh toán không dùng tiền mặt',
          'Có thanh toán không dùng tiền mặt',
          'QR/không tiền mặt',
          ...CASHLESS.filter((one) => one !== 'Số hộ có QR/không tiền mặt'),
          ...BOTH_MEANS,
        ],
      },
      NOTE,
    ],
    checks: [{ part: 'cashless', whole: 'total_merchants' }],
  },
};
