import { fold, foldAccents } from './text.js';

/** Family names of the Kinh, Hoa, Khmer and Chăm as they are met in the country's lists. */
const FAMILIES = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh ' +
    'trương đinh lâm phùng mai tô hà tạ lưu lương chu châu cao thái tăng quách quan văn từ tống ' +
    'triệu kiều khưu khâu lữ lã la lục lư mạc nghiêm ngụy nhan nhâm ninh nông ông phí phó phương ' +
    'sầm sử thạch danh sơn kim kiên thân thiều tiêu tôn trà trang triển trình ung uông vi viên vưu ' +
    'âu bạch bành bế biện cù cung diệp diêu doãn dư đàm đậu điền đồng đổng giang giáp hán hầu ' +
    'hồng hứa kha khổng khúc lại liêu liễu lò lường mã ma mẫn ngạc ngân ôn quàng quản tòng thẩm ' +
    'thi thòng tiền tiết vòng đái đới chế chiêm hàng hùng'
  )
    .split(' ')
    .map(fold),
);
/** Types of units that are some family's name but for their accents: `phuong Tan Thanh`. */
const TYPES = 'ban lang phuong quan thi tieu to xa'.split(' ');
const UNACCENTED = new Set([...FAMILIES].map(foldAccents).filter((name) => !TYPES.includes(name)));

/** Two to six words of letters. */
const WORDS = /^\p{L}+(?:\s+\p{L}+){1,5}$/u;

/**
 * True of `Nguyễn Văn An`, `NGUYỄN THỊ BA` and `nguyen van an`: words of letters alone, the
 * first a family name. A place may be named after a person, so that this is no proof: it is
 * for a text that is known to be nothing else.
 */
export function looksLikePerson(text: string): boolean {
  const name = fold(text);
  if (!WORDS.test(name)) return false;
  const [family = ''] = name.split(' ');
  return FAMILIES.has(family) || (foldAccents(name) === name && UNACCENTED.has(family));
}
