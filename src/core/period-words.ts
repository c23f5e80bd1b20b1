import type { InLangs, Lang } from './lang.js';

const PERIOD = /^(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12]))?$/;

const QUARTERS = ['I', 'II', 'III', 'IV'];
/** The months' names in English. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

interface Words {
  readonly month: (n: number, year: string) => string;
  readonly quarter: (n: number, year: string) => string;
  readonly half: (n: number, year: string) => string;
  readonly year: (year: string) => string;
  /** A month among others of its year. */
  readonly name: (month: number) => string;
  readonly months: (names: string, year: string) => string;
}

const WORDS: InLangs<Words> = {
  vi: {
    month: (n, year) => `tháng ${n}/${year}`,
    quarter: (n, year) => `quý ${QUARTERS[n - 1]} năm ${year}`,
    half: (n, year) => `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    year: (year) => `năm ${year}`,
    name: String,
    months: (names, year) => `tháng ${names}/${year}`,
  },
  en: {
    month: (n, year) => `${MONTHS[n - 1]} ${year}`,
    quarter: (n, year) => `quarter ${n} of ${year}`,
    half: (n, year) => `${n === 1 ? 'first' : 'second'} half of ${year}`,
    year: (year) => year,
    name: (month) => MONTHS[month - 1]!,
    months: (names, year) => `${names} ${year}`,
  },
};

/** A period within a sentence: `2024-09` → `tháng 9/2024`. What is no period stays as it is. */
export function periodInSentence(period: string, lang: Lang): string {
  const [match, year = '', month, quarter, half] = PERIOD.exec(period) ?? [];
  const words = WORDS[lang];
  if (match === undefined) return period;
  if (month) return words.month(Number(month), year);
  if (quarter) return words.quarter(Number(quarter), year);
  return half ? words.half(Number(half), year) : words.year(year);
}

interface Month {
  readonly year: string;
  readonly month: number;
}

/**
 * Periods within a sentence, months of one year together and in runs: `tháng 1–5, 7/2024`,
 * `January–May, July 2024`.
 */
export function periodsInSentence(periods: readonly string[], lang: Lang): string {
  const groups: (string | Month[])[] = [];
  for (const period of periods) {
    const [, year = '', month] = PERIOD.exec(period) ?? [];
    const last = groups.at(-1);
    const one = { year, month: Number(month) };
    if (!month) groups.push(periodInSentence(period, lang));
    else if (typeof last === 'object' && last[0]!.year === year) last.push(one);
    else groups.push([one]);
  }
  return groups.map((one) => (typeof one === 'string' ? one : monthsOf(one, lang))).join(', ');
}

/** Months of one year; three and more that follow each other are a run. */
function monthsOf(months: readonly Month[], lang: Lang): string {
  const runs: number[][] = [];
  for (const { month } of months) {
    const run = runs.at(-1);
    if (run?.at(-1) === month - 1) run.push(month);
    else runs.push([month]);
  }
  const { name, months: inWords } = WORDS[lang];
  const said = runs.flatMap((run) =>
    run.length < 3 ? run.map((month) => name(month)) : `${name(run[0]!)}–${name(run.at(-1)!)}`,
  );
  return inWords(said.join(', '), months[0]!.year);
}

/** A period's name, as it heads a page: `2024-Q3` → `Quý III năm 2024`. */
export function periodName(period: string, lang: Lang): string {
  const name = periodInSentence(period, lang);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
