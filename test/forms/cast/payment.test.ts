import { describe, expect, it } from 'vitest';
import { castPayment } from '../../../src/forms/cast/payment.js';

const CASH =
  'Tiền mặt|tiền mặt.|TM|Tien mat|TIỀN MẶT|Chỉ thu tiền mặt|Bằng tiền mặt|Thanh toán bằng tiền mặt|Cash|' +
  'Tiền mặt, chưa có QR|tiền mặt (chưa có QR)|Tiền mặt 100%|100% tiền mặt|Không có QR|Chưa có QR|' +
  'Chưa dùng QR|Không|Không có|Chưa|0|Không QR, tiền mặt|không QR chỉ tiền mặt|Tiền mặt vì chưa có QR|' +
  'T.Mặt|t/mặt|Tiền mặt nhưng chưa có chuyển khoản|Chưa cài mã QR và POS|Chưa thanh toán không dùng tiền mặt|ko co QR';
const CASHLESS =
  'QR|Mã QR|Tiền mặt, QR|TM + QR|tiền mặt và chuyển khoản|CK|Không dùng tiền mặt|Không tiền mặt|Momo|x|Có|' +
  'Thanh toán không dùng tiền mặt|QR, chưa có POS|Chủ yếu tiền mặt, có QR|Không thu tiền mặt|QR hỏng|' +
  'Không chỉ tiền mặt|Không có QR, có chuyển khoản|không QR chỉ chuyển khoản|Cả hai|TMĐT|Phi tiền mặt';
const UNCLEAR =
  'Tiền mặt là chính|Chủ yếu tiền mặt|Tiền mặt 80%|Không rõ|Chưa báo cáo|QR: chưa|Tiền mặt/ không|' +
  'Tiền mặt, tùy lúc|Chưa dùng tiền mặt|Đang làm|Đang làm QR|Tạm ngưng|Đã hủy|QR (đã hủy)|Đang chờ duyệt|' +
  'Chờ cấp mã QR|Nghỉ bán|Từ chối|Ngừng kinh doanh|Dự kiến lắp QR|QR - tạm dừng|Hẹn tháng sau|Không đồng ý';

describe('castPayment', () => {
  it.each(CASH.split('|'))('%s: cash alone', (text) => expect(castPayment(text)).toBe('cash'));

  it.each(CASHLESS.split('|'))('%s: more than cash', (text) =>
    expect(castPayment(text)).toBe(text),
  );

  it.each(UNCLEAR.split('|'))('%s: asked about', (text) =>
    expect(castPayment(text)).toEqual({ bad: text, expected: 'payment' }),
  );

  it('a number, a blank', () => {
    expect(castPayment(0)).toBe('cash');
    expect(castPayment(1)).toBe('1');
    expect(castPayment(' - ')).toBeNull();
  });
});
