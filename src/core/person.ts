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

/** Families that no other word of a table is spelt like. */
const COMMON = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan võ đặng bùi đỗ ngô trương đinh thạch lý dương'
    .split(' ')
    .map(fold)
    .concat('nguyen tran pham huynh'.split(' ')),
);
/** `ông Ba`, `hộ Bà Tư`. */
const TITLED = /(?:^|[^\p{L}])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Hh]ộ)\s+\p{Lu}/u;
/** `Số 7 Nguyễn Huệ`, `đường số 3`, `Tổ 4, ấp 3`. */
const ADDRESS =
  /(?:^|[^\p{L}])(?:số nhà|nhà số|đường|hẻm|ngõ|ngách|quốc lộ)[^\p{L}]|^số\s+\d+\S*[\s,]+\p{L}|^(?:tổ|ấp|khóm|thôn|xóm)\s+[^,]+,\s*\p{L}/iu;
/** `12/3 Lê Lợi`, `45A Lý Bôn`. */
const AT_NUMBER = /^\d+[A-Za-z]?(?:\/\d+[A-Za-z]?)*[\s,]+\p{Lu}\p{L}*\s+\p{Lu}/u;
const MAIL = /\S@\S+\.\S/;

/**
 * True of a text in which a name, an address or a mail address seems to stand among other words:
 * for what is to be shown of a column that has none. A given name alone tells nothing.
 */
export function holdsPersonal(text: string): boolean {
  if ([TITLED, ADDRESS, AT_NUMBER, MAIL].some((sign) => sign.test(text))) return true;
  const words = text.split(/[^\p{L}']+/u).filter((word) => word !== '');
  const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '');
  // In small letters a family name proves something only where the text begins with it, or a title.
  return words.some(
    (word, i) =>
      COMMON.has(fold(word)) &&
      words[i + 1] !== undefined &&
      (i < 2 || (isCapital(word) && isCapital(words[i + 1]))),
  );
}

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
