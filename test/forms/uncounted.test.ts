import { describe, expect, it } from 'vitest';
import { isUncounted } from '../../src/forms/rows/uncounted.js';

describe('a title that says that what stands below is not to be counted', () => {
  it.each([
    'II. DANH SÁCH HỘ CHƯA ĐƯỢC HỖ TRỢ',
    'B. Các hộ cần được hỗ trợ',
    'Danh sách thành viên xin rút',
    'Danh sách hộ dự kiến hỗ trợ tháng 10',
    'KẾ HOẠCH THÁNG 10/2024',
    'Kỳ trước:',
    'II. Hộ đã hỗ trợ các tháng trước',
    'Danh sách hộ được hỗ trợ từ kỳ trước chuyển sang',
    'Số liệu cũ (không tính)',
    '(Đơn vị tính: %)',
    'Nháp',
  ])('%s', (text) => expect(isUncounted(text)).toBe(true));

  it.each([
    'Danh sách hộ đã và chưa được hỗ trợ',
    'Danh sách hộ đã/chưa được hỗ trợ',
    'Danh sách hộ được hỗ trợ, dự kiến tháng sau',
    'Danh sách hộ chưa biết dùng dịch vụ công được hướng dẫn',
    'Danh sách thành viên tổ sau khi miễn nhiệm, bổ sung',
    'Danh sách hộ kinh doanh đăng ký thanh toán không dùng tiền mặt',
    'Kế hoạch số 12/KH-UBND',
    'Kỳ trước: tháng 8/2024',
    'Danh sách hộ đã hỗ trợ, so với tháng trước',
    'Đơn vị tính: người, %',
    'Mẫu số 02',
    'BÁO CÁO KẾT QUẢ THÁNG 9 VÀ DỰ KIẾN THÁNG 10',
    'Danh sách công dân chưa có tài khoản được hỗ trợ kích hoạt',
    'Danh sách thành viên tổ chưa được tập huấn',
    'Hộ ông Bảy vắng nhà',
    'Hộ Lê Văn An từ chối',
  ])('not so: %s', (text) => expect(isUncounted(text)).toBe(false));

  it('goes on from the line above', () => {
    expect(isUncounted('KẾ HOẠCH THÁNG 9/2024', 'BÁO CÁO KẾT QUẢ THỰC HIỆN')).toBe(false);
  });
});
