import { describe, expect, it } from 'vitest';
import { isUncounted } from '../../src/forms/cells/uncounted-text.js';

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
    'KẾ HOẠCH HỖ TRỢ HỘ DÂN THÁNG 9/2024',
    'BẢNG GIAO CHỈ TIÊU TÀI KHOẢN ĐỊNH DANH THÁNG 9/2024',
    'PHÂN BỔ SỐ LƯỢNG THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG',
    'TỔNG HỢP NHU CẦU HỖ TRỢ CỦA HỘ DÂN',
    'MỤC TIÊU PHẤN ĐẤU ĐẾN CUỐI NĂM 2024',
    'ƯỚC THỰC HIỆN THÁNG 9/2024',
    'SỐ CÔNG DÂN CHƯA KÍCH HOẠT TÀI KHOẢN',
    'DANH SÁCH HỘ KINH DOANH CẦN VẬN ĐỘNG SỬ DỤNG MÃ QR',
    'DANH SÁCH HỘ KINH DOANH CÓ NHU CẦU ĐĂNG KÝ MÃ QR',
    'DANH SÁCH HỘ ĐĂNG KÝ HƯỚNG DẪN DỊCH VỤ CÔNG',
    'DANH SÁCH HỘ KINH DOANH NGỪNG HOẠT ĐỘNG',
    'DANH SÁCH TÀI KHOẢN BỊ KHÓA',
    'II. Thành viên rút tên',
    'SỐ LIỆU THAM KHẢO',
    '(Số liệu ví dụ, đề nghị các ấp điền theo mẫu)',
    'KH 2024',
    'KH T9',
    'KH tháng 9/2024',
    'Ke hoach ho tro xa Tan An T9-2024',
    'DU KIEN THANG 10',
    'Giao chi tieu T9-2024',
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
    'KH 1',
    'Ke hoach so 12-KH-UBND',
    'Ke hoach va ket qua T9',
    'Phuong Huong An T9-2024',
    'Phường Hương An',
    'BÁO CÁO KẾT QUẢ THÁNG 9 VÀ DỰ KIẾN THÁNG 10',
    'Danh sách công dân chưa có tài khoản được hỗ trợ kích hoạt',
    'Danh sách thành viên tổ chưa được tập huấn',
    'KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2024',
    'KẾ HOẠCH VÀ KẾT QUẢ THỰC HIỆN THÁNG 9',
    'Kế hoạch số 12/KH-UBND ngày 5/1/2024 về chuyển đổi số',
    'Kế hoạch giao: 100 hộ',
    'CÁC CHỈ TIÊU CHUYỂN ĐỔI SỐ THÁNG 9/2024',
    'Số hộ chưa được hỗ trợ: 20',
    'DANH SÁCH HỘ KINH DOANH ĐĂNG KÝ MÃ QR',
    'KH 1',
    'Kế hoạch tháng 10/2024: vận động thêm 10 hộ',
    'Hộ ông Bảy vắng nhà',
    'Hộ Lê Văn An từ chối',
  ])('not so: %s', (text) => expect(isUncounted(text)).toBe(false));

  it('goes on from the line above', () => {
    expect(isUncounted('KẾ HOẠCH THÁNG 9/2024', 'BÁO CÁO KẾT QUẢ THỰC HIỆN')).toBe(false);
    expect(isUncounted('KẾ HOẠCH CHUYỂN ĐỔI SỐ 2024', 'KẾT QUẢ CÔNG TÁC')).toBe(false);
  });
});
