import { memoText } from '../../core/memo.js';

/**
 * How headings are shortened, folded as headings are, and what each stands for. A word that
 * could stand for several (`TT`, `HT`, `KH`) is written out only beside one that settles it.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  // A letter and a stop: `Đ.thoại`, `H.tên`.
  'h ten': 'ho ten',
  'g tinh': 'gioi tinh',
  'n sinh': 'nam sinh',
  'c vu': 'chuc vu',
  'd thoai|dthoai': 'dien thoai',
  'd chi|d c': 'dia chi',
  'd diem': 'dia diem',
  't toan': 'thanh toan',
  'k hoat': 'kich hoat',
  'd kien': 'dieu kien',
  // Letters alone.
  'so dtdd|sdt|so dt|dtdd': 'so dien thoai',
  tv: 'thanh vien',
  tk: 'tai khoan',
  dk: 'dieu kien',
  hkd: 'ho kinh doanh',
  kd: 'kinh doanh',
  ts: 'tong so',
  'sl|so luong': 'so',
  ko: 'khong',
  ttkdtm: 'thanh toan khong dung tien mat',
  kdtm: 'khong dung tien mat',
  tmdt: 'thuong mai dien tu',
  dddt: 'dinh danh dien tu',
  ddcn: 'dinh danh ca nhan',
  vneid: 'dinh danh dien tu',
  nh: 'ngan hang',
  tg: 'tham gia',
  'ma st': 'ma so thue',
  // One of the two levels, however it is numbered.
  'muc i|muc do i|muc do 1|muc 01|muc do 01|muc1|mucdo1|m1': 'muc 1',
  'muc ii|muc do ii|muc do 2|muc 02|muc do 02|muc2|mucdo2|m2': 'muc 2',
  // Settled by the word beside.
  'nam sn': 'nam sinh',
  'ngay sn': 'ngay sinh',
  'ngay kh': 'ngay kich hoat',
  'ngay ht': 'ngay ho tro',
  'ngay hd': 'ngay huong dan',
  'ngay ld': 'ngay lap dat',
  'duoc ht': 'duoc ho tro',
  'ho ht': 'ho ho tro',
  'da th': 'da tap huan',
  'cd du': 'cong dan du',
  'ten cd': 'ten cong dan',
  'dv cong': 'dich vu cong',
  'dich vu cong tt|dvc tt': 'dich vu cong truc tuyen',
  'mua sam tt': 'mua sam truc tuyen',
  'tt dien tu|thanh toan dt': 'thanh toan dien tu',
  'tt khong': 'thanh toan khong',
  'tt truc tuyen': 'thanh toan truc tuyen',
  'thuc tt': 'thuc thanh toan',
  'ht thanh toan': 'hinh thuc thanh toan',
  'at mang': 'an toan mang',
  'nt khac': 'nen tang khac',
  'lien lac': 'lien he',
};

const written = new Map(
  Object.entries(ABBREVIATIONS).flatMap(([short, long]) =>
    short.split('|').map((one) => [one, long] as const),
  ),
);

/** What a heading may begin with in place of its first word, folded. */
export const SHORT_FORMS: readonly string[] = [...written.keys()];

const SHORT = new RegExp(
  `(?<![a-z0-9])(?:${[...SHORT_FORMS].sort((a, b) => b.length - a.length).join('|')})(?![a-z0-9])`,
  'g',
);

/** A folded heading with its abbreviations written out: `so tv` → `so thanh vien`. */
export const writtenOut = memoText(inFull);

/** The same of a heading that is asked for once. */
export function inFull(key: string): string {
  return key.replace(SHORT, (short) => written.get(short) ?? short);
}
