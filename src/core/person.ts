import { fold, foldAccents } from './text.js';

/** Family names, of the Kinh and the others, as they are met in the country's lists. */
const FAMILIES = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh ' +
    'trương đinh lâm phùng mai tô hà tạ lưu lương chu châu cao thái tăng quách quan văn từ tống ' +
    'triệu kiều khưu khâu lữ lã la lục lư mạc nghiêm ngụy nhan nhâm ninh nông ông phí phó phương ' +
    'sầm sử thạch danh sơn kim kiên thân thiều tiêu tôn trà trang triển trình ung uông vi viên vưu ' +
    'âu bạch bành bế biện cù cung diệp diêu doãn dư đàm đậu điền đồng đổng giang giáp hán hầu ' +
    'hồng hứa kha khổng khúc lại liêu liễu lò lường mã ma mẫn ngạc ngân ôn quàng quản tòng thẩm ' +
    'thi thòng tiền tiết vòng đái đới chế chiêm hàng hùng ' +
    'giàng sùng vàng thào hạng sình phàng tráng vừ chảo tẩn phàn lèng lù đèo điêu lộc mông điểu neang ' +
    'katơr chamaléa siu ksor kpă rcom rmah puih kpuih'
  )
    .split(' ')
    .map(fold),
);
/** Clans of the central highlands, which stand last: `Y Blum Niê`, `H'Hen Niê Kdăm`. */
const CLANS = new Set(
  (
    'niê mlô byă kbuôr êban ênuôl ayun kđoh hđơk hmok hwing kriêng ktla knul adrơng kdăm siêng ' +
    'ksor kpă rcom rmah'
  )
    .split(' ')
    .flatMap((name) => [fold(name), foldAccents(fold(name))]),
);
/** `Y Blum …`, `H'Hen …`, `H Lan …`: what tells a man and a woman there, before a name and a clan. */
const HIGHLAND = /^(?:y\s+\p{L}+|[hk]'\s*\p{L}+|h\s+\p{L}+)\s+\p{L}+/u;

/** Types of units that are some family's name but for their accents: `phuong Tan Thanh`. */
const TYPES = 'ban lang phuong quan thi tieu to xa'.split(' ');
const UNACCENTED = new Set([...FAMILIES].map(foldAccents).filter((name) => !TYPES.includes(name)));

const UNITS = new Set('ấp khóm thôn buôn bản làng xóm sóc phum plei ap khom thon buon'.split(' '));

/** Two to seven words of letters. */
const WORDS = /^\p{L}+(?:['\s]\s*\p{L}+){1,6}$/u;

/**
 * True of `Nguyễn Văn An`, `NGUYỄN THỊ BA`, `nguyen van an` and `Y Blum Niê`: words of letters
 * alone, the first a family name, or a clan's behind it. A place may be named after a person, so
 * that this is no proof: it is for a text that is known to be nothing else.
 */
export function looksLikePerson(text: string): boolean {
  const name = fold(text);
  if (!WORDS.test(name)) return false;
  const [family = '', ...others] = name.split(' ');
  if (HIGHLAND.test(name) || others.some((word) => CLANS.has(word))) return !UNITS.has(family);
  return FAMILIES.has(family) || (foldAccents(name) === name && UNACCENTED.has(family));
}
