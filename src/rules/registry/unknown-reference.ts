import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G03',
  phase: 'registry',
  vi: {
    title: 'Đơn vị không có trong danh mục',
    message:
      '“{found}” không có trong danh mục đơn vị[[ vào ngày {date}]][[ ở cấp ấp, khóm (mã này là {name})]]; dòng này không được dùng.[[ Có phải “{near}” không? Excel lưu tệp thì bỏ số 0 ở đầu mã.]][[ Có {rows} dòng như vậy.]]',
    why: 'Mẫu số, chỉ tiêu hay quyết định ghi cho một đơn vị không có trong danh mục thì không biết áp dụng cho ai.',
    fix: 'Đề nghị sửa mã đơn vị[[ (hoặc ngày: mã này có vào ngày khác, không có vào ngày {date})]], hoặc bổ sung đơn vị vào danh mục.',
  },
  en: {
    title: 'Unit not in the registry',
    message:
      '“{found}” is not in the registry[[ on {date}]][[ as a hamlet (it is {name})]]; the row is not used.[[ Is it “{near}”? Excel drops a code’s leading zeros when it saves.]][[ There are {rows row|rows} like that.]]',
    why: 'A baseline, target or decision for a unit that is not in the registry applies to nobody.',
    fix: 'Correct the unit’s code[[ (or the date: the code is there on other days, not on {date})]], or add the unit to the registry.',
  },
  example: {
    place: { file: 'baselines.csv', row: 27 },
    args: { found: '32999', date: '2024-01-01', near: '', name: '', rows: 2 },
  },
});
