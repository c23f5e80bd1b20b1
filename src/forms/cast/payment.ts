import { memoText } from '../../core/memo.js';
import { fold, foldAccents } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { castText } from './text.js';
import type { Cast } from './types.js';

/** What a merchant who takes cash alone has in place of its words. */
export const CASH = 'cash';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const NEGATIONS = words('khong chua ko kg khg k chang phi no not 0');
/** What may stand around cash, a means or a negation without saying anything of its own. */
const FILLERS = words(
  'chi duy nhat hoan toan bo 100 100% deu la van con dung su bang thu nhan tra thanh hinh ' +
    'thuc phuong giao dich mua ban hang co da duoc dang cai dat lap trien khai ky ap can muon nhu ' +
    'cau dieu kien cho khach ho nay hien tai luon het nao gi ca bat them truc tiep quay do nen tu va %',
);
/** Means of payment without cash: words of their names, banks, wallets. */
const MEANS = words(
  'qr vietqr qrcode code ma quet chuyen khoan ck vi dien pos may the atm visa napas ngan internet ' +
    'mobile online tuyen app ung smartphone momo zalo zalopay viettel money vnpay vnpt vneid ' +
    'shopeepay bank banking ibanking agribank vietcombank vcb bidv vietinbank techcombank mb ' +
    'mbbank acb sacombank vpbank tpbank hdbank vib lpbank lienvietpostbank shb kienlongbank ncb ' +
    'ocb msb tmdt loa',
);
/** They begin anew behind what was denied: `không QR chỉ tiền mặt`. */
const TURNS = words('chi co dung bang van con thu nhan');

const CASH_WORDS = /\b(?:tien ?mat|t[./] ?mat|tm)\b/g;

/** What is no longer, or not yet: `QR (đã hủy)`, `Đang chờ duyệt`. */
const NOT_NOW =
  /^(?:(?:qr|mã qr) )?(?:(?:đã|đang|tạm|sẽ|xin|bị) )*(?:hủy|huỷ|ngưng|ngừng|dừng|nghỉ|đóng cửa|gỡ|khóa|khoá|chờ|xử lý|dự kiến|từ chối|hẹn|giải thể|(?<=đang )làm)(?!\p{L})/u;
const CLAUSE = /[,;.()\n/]+|\s[–-]\s/;
/** `vì`, `mà`, `do` before a denial; without it they may be `ví`, `mã`. */
const BETWEEN = /\b(?:nhung|(?:vi|ma)(?= (?:chua|khong|ko|chi)\b))\b|[^a-z0-9% ]+/;

/** What the words of a cell say: taken, denied, denied without saying what, or not known. */
type Sign = 'cash' | 'means' | 'denied' | 'bare' | 'unknown' | 'unclear';

/**
 * A means of payment: `cash` where it is cash alone (contract, Forms), with or without accents
 * (`Tien mat`), and where it denies any other (`Chưa có QR`); else the text itself. What could
 * be either (`Tiền mặt là chính`) is bad.
 */
export function castPayment(raw: Value): Cast {
  const cast = castText(raw);
  return typeof cast === 'string' ? readPayment(cast) : cast;
}

/** A column holds few different texts. */
const readPayment = memoText((text): Cast => {
  const signs = signsOf(foldAccents(fold(text)).replace(CASH_WORDS, CASH));
  if (isUnclear(signs) || isNotNow(text)) return { bad: text, expected: 'payment' };
  if (signs.has('means')) return text;
  return signs.has('cash') || signs.has('denied') || signs.has('bare') ? CASH : text;
});

function isNotNow(text: string): boolean {
  return fold(text)
    .split(CLAUSE)
    .some((clause) => NOT_NOW.test(clause.trim()));
}

/** True where words name a means of payment without cash, and deny none. */
export function namesMeans(text: string): boolean {
  const signs = signsOf(foldAccents(fold(text)).replace(CASH_WORDS, CASH));
  return signs.has('means') && !isUnclear(signs);
}

function isUnclear(signs: ReadonlySet<Sign>): boolean {
  const cash = signs.has('cash');
  const bare = signs.has('bare');
  if (signs.has('means')) return bare;
  const other = signs.has('unknown') || (cash && bare);
  return signs.has('unclear') || (other && (cash || bare || signs.has('denied')));
}

function signsOf(text: string): ReadonlySet<Sign> {
  const signs = new Set<Sign>();
  for (const clause of text.split(BETWEEN)) readClause(clause.trim().split(' '), signs);
  return signs;
}

function readClause(clause: readonly string[], signs: Set<Sign>): void {
  let negations: string[] = [];
  let hasObject = false;
  for (const word of clause) {
    const isNegation = NEGATIONS.has(word);
    if (hasObject && (isNegation || TURNS.has(word))) {
      negations = [];
      hasObject = false;
    }
    if (isNegation) negations.push(word);
    else if (word !== '' && !FILLERS.has(word)) {
      signs.add(word === CASH ? signOfCash(negations, hasObject) : signOf(word, negations));
      hasObject = true;
    }
  }
  if (negations.length > 0 && !hasObject) signs.add('bare');
}

/** `không dùng tiền mặt` is a means, which `chưa` before it denies. */
function signOfCash(negations: readonly string[], hasObject: boolean): Sign {
  if (negations.length === 0 || hasObject) return 'cash';
  if (negations.length > 1) return 'denied';
  return negations[0] === 'chua' ? 'unclear' : 'means';
}

function signOf(word: string, negations: readonly string[]): Sign {
  if (MEANS.has(word)) return negations.length === 0 ? 'means' : 'denied';
  return negations.length === 0 ? 'unknown' : 'unclear';
}
