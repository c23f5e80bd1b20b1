import { withoutFloat } from './digits.js';
import { clean } from './text.js';

/**
 * A telephone number in the one shape `0xxxxxxxxx`. `repaired`: the zero that Excel ate was
 * put back. `odd`: of no usual shape; it is kept, for a telephone number never rejects a row
 * (contract, Forms). `null`: too few digits to tell anybody apart.
 */
export interface PhoneReading {
  readonly value: string | null;
  readonly repaired?: true;
  readonly odd?: true;
}

/** Mobile numbers of ten digits, and fixed lines 02x of ten or eleven. */
const USUAL = /^0(?:[35789]\d{8}|2\d{8,9})$/;
const EATEN = /^(?:[35789]\d{8}|2\d{9})$/;
const TWO_IN_ONE = /^(0\d{9})0\d{9}$/;
/** Figures and what stands between them; anything else ends the number. */
const RUN = /\+?\d[\d .()–_-]*/g;
const ONE_DIGIT = /^(\d)\1*$/;
const FEWEST = 6;

/** `+84 918.000.111` → `0918000111`; `84` and `0084` too, and `+84 0918…`. */
function national(run: string): string {
  const digits = run.replace(/\D/g, '');
  const abroad = /^(?:00)?84(0?\d{9,10})$/.exec(digits);
  if (abroad === null) return digits;
  return abroad[1]!.startsWith('0') ? abroad[1]! : `0${abroad[1]}`;
}

/** Of two numbers in one cell the first counts; words beside it (`Zalo`) are left out. */
export function parsePhone(raw: string | number): PhoneReading {
  if (typeof raw === 'string' && USUAL.test(raw)) return { value: raw };
  const runs = withoutFloat(clean(String(raw))).match(RUN) ?? [];
  const first = runs.map(national).find((digits) => digits.length >= FEWEST) ?? '';
  const digits = TWO_IN_ONE.exec(first)?.[1] ?? first;
  if (USUAL.test(digits)) return { value: digits };
  if (EATEN.test(digits)) return { value: `0${digits}`, repaired: true };
  return { value: telling(digits), odd: true };
}

/** Odd digits still tell two people apart, unless there are few or all are one. */
function telling(digits: string): string | null {
  return digits === '' || ONE_DIGIT.test(digits) ? null : digits;
}
