import type { NumberLanguage } from './format.js';

const PERIOD = /^(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12]))?$/;

const QUARTERS = ['I', 'II', 'III', 'IV'];
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

interface Words {
  readonly month: (n: number, year: string) => string;
  readonly quarter: (n: number, year: string) => string;
  readonly half: (n: number, year: string) => string;
  readonly year: (year: string) => string;
}

const WORDS: Readonly<Record<NumberLanguage, Words>> = {
  vi: {
    month: (n, year) => `tháng ${n}/${year}`,
    quarter: (n, year) => `quý ${QUARTERS[n - 1]} năm ${year}`,
    half: (n, year) => `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    year: (year) => `năm ${year}`,
  },
  en: {
    month: (n, year) => `${MONTHS[n - 1]} ${year}`,
    quarter: (n, year) => `quarter ${n} of ${year}`,
    half: (n, year) => `${n === 1 ? 'first' : 'second'} half of ${year}`,
    year: (year) => year,
  },
};

/** A period within a sentence: `2024-09` → `tháng 9/2024`. What is no period stays as it is. */
export function periodInSentence(period: string, lang: NumberLanguage): string {
  const [match, year = '', month, quarter, half] = PERIOD.exec(period) ?? [];
  const words = WORDS[lang];
  if (match === undefined) return period;
  if (month) return words.month(Number(month), year);
  if (quarter) return words.quarter(Number(quarter), year);
  return half ? words.half(Number(half), year) : words.year(year);
}

/** A period's name, as it heads a page: `2024-Q3` → `Quý III năm 2024`. */
export function periodName(period: string, lang: NumberLanguage): string {
  const name = periodInSentence(period, lang);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
