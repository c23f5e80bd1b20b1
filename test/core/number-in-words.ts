const DIGITS = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');

function tens(n: number, style: number): string {
  const [ten, one] = [Math.floor(n / 10), n % 10];
  const unit =
    one === 5
      ? 'lăm'
      : one === 1 && ten > 1
        ? 'mốt'
        : one === 4 && ten > 1 && style & 1
          ? 'tư'
          : DIGITS[one];
  const head = ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`;
  return one === 0 ? head : `${head} ${unit}`;
}

/** Up to 999; `full` says `không trăm` where hundreds are none. */
function group(n: number, style: number, full: boolean): string {
  const [hundred, rest] = [Math.floor(n / 100), n % 100];
  if (hundred === 0 && !full) return rest < 10 ? DIGITS[rest]! : tens(rest, style);
  const head = `${DIGITS[hundred]} trăm`;
  if (rest === 0) return head;
  return rest < 10
    ? `${head} ${style & 2 ? 'linh' : 'lẻ'} ${DIGITS[rest]}`
    : `${head} ${tens(rest, style)}`;
}

/** A number under a million as school teaches to write it; `style` picks among dialects. */
export function numberInWords(n: number, style: number): string {
  const [thousands, rest] = [Math.floor(n / 1000), n % 1000];
  if (thousands === 0) return group(rest, style, false);
  const head = `${group(thousands, style, false)} ${style & 4 ? 'nghìn' : 'ngàn'}`;
  return rest === 0 ? head : `${head} ${group(rest, style, true)}`;
}
