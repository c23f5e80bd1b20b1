import { VIETNAM_AHEAD_IN_MS } from './days.js';
import type { InLangs, Lang } from './lang.js';
import { MONTHS } from './period-words.js';

const GROUP: InLangs = { vi: '.', en: ',' };
/** What stands before the decimals. */
export const POINT: InLangs = { vi: ',', en: '.' };

/** A decimal number as an integer over a power of ten, exactly as its shortest text says. */
function asFraction(n: number): readonly [digits: bigint, scale: bigint] {
  const [mantissa, exponent = '0'] = n.toString().split('e') as [string, string?];
  const [whole, decimals = ''] = mantissa.split('.') as [string, string?];
  const power = decimals.length - Number(exponent);
  const digits = BigInt(whole + decimals);
  return power >= 0 ? [digits, 10n ** BigInt(power)] : [digits * 10n ** BigInt(-power), 1n];
}

/** Nearest integer, half away from zero: what people call rounding up a half. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ];
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** `numerator / denominator × 10^digits`, rounded half up on the exact ratio. */
function scaled(numerator: number, denominator: number, digits: number): bigint {
  const [a, aScale] = asFraction(numerator);
  const [b, bScale] = asFraction(denominator);
  return divideHalfUp(a * bScale * 10n ** BigInt(digits), b * aScale);
}

function grouped(digits: string, lang: Lang): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, GROUP[lang]);
}

function written(value: bigint, digits: number, lang: Lang): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const whole = grouped(text.slice(0, text.length - digits), lang);
  return sign + whole + (digits === 0 ? '' : POINT[lang] + text.slice(-digits));
}

function isRatio(numerator: number, denominator: number): boolean {
  return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator !== 0;
}

/** `1118560` → `1.118.560`. A number with decimals keeps them all: `1250.5` → `1.250,5`. */
export function formatNumber(n: number, lang: Lang = 'vi'): string {
  if (!Number.isFinite(n)) return '';
  const [digits, scale] = asFraction(n);
  return written(digits, scale.toString().length - 1, lang);
}

/** Of a ratio, as it is shown (contract, Counting). */
const DECIMALS = 2;

/** A ratio as `5,12`; blank where there is nothing to divide by. */
export function formatRatio(numerator: number, denominator: number, lang: Lang = 'vi'): string {
  if (!isRatio(numerator, denominator)) return '';
  return written(scaled(numerator, denominator, DECIMALS), DECIMALS, lang);
}

/** A ratio as `70,15%` (contract, Counting): half up on the exact ratio, never clipped. */
export function formatPercent(numerator: number, denominator: number, lang: Lang = 'vi'): string {
  if (!isRatio(numerator, denominator)) return '';
  return `${written(scaled(numerator, denominator, DECIMALS + 2), DECIMALS, lang)}%`;
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** As a document is dated: `ngày 05 tháng 9 năm 2024` (Nghị định 30/2020/NĐ-CP, on zeros). */
export function formalDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const zero = (n: number, upTo: number) => (n <= upTo ? `0${n}` : String(n));
  return `ngày ${zero(day, 9)} tháng ${zero(month, 2)} năm ${year}`;
}

/** A moment in Vietnam: `2024-09-16T02:03:04.000Z` → `['09:03', '2024-09-16']`. */
export function vietnamTime(iso: string): readonly [time: string, date: string] {
  const at = new Date(Date.parse(iso) + VIETNAM_AHEAD_IN_MS).toISOString();
  return [at.slice(11, 16), at.slice(0, 10)];
}

const inNumbers = (day: string, month: string, year: string) => `${day}/${month}/${year}`;

const DATE: InLangs<typeof inNumbers> = {
  vi: inNumbers,
  en: (day, month, year) => {
    const name = MONTHS[Number(month) - 1];
    return name === undefined ? inNumbers(day, month, year) : `${Number(day)} ${name} ${year}`;
  },
};

/**
 * `2024-09-05` → `05/09/2024` in Vietnamese, `5 September 2024` in English, which nobody reads as
 * a day of May. What is no date stays as it is.
 */
export function formatDate(iso: string, lang: Lang = 'vi'): string {
  const [match, year, month, day] = ISO_DATE.exec(iso) ?? [];
  if (match === undefined) return iso;
  return DATE[lang](day!, month!, year!);
}

/** For machines: the shortest text that reads back the same, never with an exponent: `0.0000001`. */
export function numberText(n: number): string {
  const text = String(n);
  if (!text.includes('e')) return text;
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const digits = match[2]! + (match[3] ?? '');
  const point = 1 + Number(match[4]);
  const plain = point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0');
  return match[1]! + plain;
}
