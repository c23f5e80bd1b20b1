import type { Form } from '../types.js';

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
        aliases: ['Hộ kinh doanh', 'Tên HKD', 'HKD', 'Tên cơ sở', 'Cơ sở kinh doanh', 'Tên cửa hàng', 'Tên cơ sở kinh doanh', 'Tên hộ', 'Tên tiểu thương', 'Tiểu thương'],
      },
      {
        id: 'owner',
        type: 'text',
        personal: true,
        label: { vi: 'Chủ hộ', en: 'Owner' },
        aliases: ['Chủ hộ kinh doanh', 'Chủ cơ sở', 'Họ tên chủ hộ', 'Họ và tên chủ hộ', 'Người đại diện', 'Đại diện'],
      },
      {
        id: 'tax_code',
        type: 'tax',
        personal: true,
        label: { vi: 'Mã số thuế', en: 'Tax code' },
        aliases: ['MST', 'Mã thuế', 'Số thuế', 'Mã số thuế HKD'],
      },
      {
        id: 'place',
        type: 'text',
        personal: true,
        label: { vi: 'Địa điểm/Chợ', en: 'Place/Market' },
        aliases: ['Địa điểm', 'Chợ', 'Địa điểm kinh doanh', 'Nơi kinh doanh', 'Địa chỉ', 'Địa chỉ kinh doanh', 'Địa điểm, chợ'],
      },
      {
        id: 'method',
        type: 'text',
        label: { vi: 'Hình thức', en: 'Means of payment' },
        aliases: ['Hình thức thanh toán', 'Hình thức TT', 'Phương thức thanh toán', 'Phương thức', 'HTTT'],
        choices: [
          {
            value: 'cash',
            words: ['Tiền mặt', 'TM', 'Chỉ tiền mặt', 'Chỉ dùng tiền mặt', 'Chỉ thu tiền mặt', 'Bằng tiền mặt', 'Toàn tiền mặt', 'Cash'],
          },
        ],
      },
      {
        id: 'bank',
        type: 'text',
        label: { vi: 'Ngân hàng/Ví', en: 'Bank/Wallet' },
        aliases: ['Ngân hàng', 'Ví', 'Ví điện tử', 'Ngân hàng, ví', 'Ngân hàng/Ví điện tử', 'Đơn vị cung cấp'],
      },
      {
        id: 'installed_on',
        type: 'date',
        label: { vi: 'Ngày lắp đặt', en: 'Installed on' },
        aliases: ['Ngày lắp', 'Ngày cài đặt', 'Ngày triển khai', 'Ngày cấp mã'],
      },
      {
        id: 'marketplace',
        type: 'text',
        label: { vi: 'Sàn TMĐT', en: 'Online marketplace' },
        aliases: ['Sàn thương mại điện tử', 'Tham gia sàn TMĐT', 'Sàn', 'Gian hàng TMĐT'],
      },
      {
        id: 'note',
        type: 'text',
        label: { vi: 'Ghi chú', en: 'Note' },
        aliases: ['GC', 'Chú thích'],
      },
    ],
    identity: {
      what: 'merchant',
      keys: [['tax_code'], ['name']],
      match: 'fallback',
      across: { key: 0, then: 'reject' },
    },
  },
  tally: {
    fields: [
      {
        id: 'total_merchants',
        type: 'count',
        baseline: 'merchants',
        label: { vi: 'Tổng số hộ kinh doanh', en: 'All merchants' },
        aliases: ['Số hộ kinh doanh', 'Tổng số HKD', 'Tổng HKD', 'Số HKD', 'Tổng số hộ KD', 'Hộ kinh doanh Tổng số', 'Tổng số cơ sở kinh doanh', 'Tổng số tiểu thương'],
      },
      {
        id: 'cashless',
        type: 'count',
        required: true,
        label: { vi: 'Số hộ có QR/không tiền mặt', en: 'Cashless merchants' },
        aliases: ['Số hộ có QR', 'Số hộ không tiền mặt', 'Không tiền mặt', 'Có QR', 'Có mã QR', 'Số hộ có mã QR', 'Số HKD có QR', 'Hộ kinh doanh không tiền mặt', 'Số hộ kinh doanh không tiền mặt', 'Thanh toán không dùng tiền mặt', 'Số hộ kinh doanh có QR', 'Số hộ có QR, không tiền mặt', 'Số HKD không tiền mặt', 'QR/không tiền mặt', 'Số hộ kinh doanh có QR/không tiền mặt'],
      },
      {
        id: 'note',
        type: 'text',
        label: { vi: 'Ghi chú', en: 'Note' },
        aliases: ['GC', 'Chú thích'],
      },
    ],
    checks: [{ part: 'cashless', whole: 'total_merchants' }],
  },
};
