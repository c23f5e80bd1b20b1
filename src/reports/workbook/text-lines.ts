import { FONT, STYLES } from './styles.js';
import type { Style } from './xlsx/model.js';

/** Widths of Times New Roman's letters, in thousandths of the font's size. */
const LETTERS: readonly (readonly [string, number])[] = [
  ["'", 180],
  ['|', 200],
  [' \u00a0.,', 250],
  ['ijlt/:;\\', 278],
  ['frI!()[]-', 333],
  ['J*s', 389],
  ['“”""', 444],
  ['acez?', 444],
  ['FPS', 556],
  ['+=<>', 564],
  ['ELTZ', 611],
  ['BCR', 667],
  ['ADGHKNOQUVXYw&', 722],
  ['m', 778],
  ['%', 833],
  ['M', 889],
  ['W', 944],
  ['…—', 1000],
];
/** Digits, and letters that are not named. */
const COMMON = 500;
const BOLD = 1.07;
/** Pixels of a digit, the unit of column widths, for each pixel of the font's height. */
const DIGIT = 7 / (11 / 0.75);
/** Characters that a step of indentation takes. */
const INDENT = 1.3;
/** Programs differ by a little in what they get onto a line. */
const CAUTION = 0.97;

/** Widths are known of the characters before this one. */
const KNOWN = 0x2100;
const WIDEST = 1000;
const WIDTHS = widthsByCode();

/** Latin letters with all their marks, as wide as without. */
function widthsByCode(): Uint16Array {
  const named = new Map(LETTERS.flatMap(([letters, width]) => [...letters].map((c) => [c, width])));
  const widths = new Uint16Array(KNOWN).fill(COMMON);
  for (let code = 0x20; code < widths.length; code++) {
    const letter = String.fromCharCode(code).normalize('NFD')[0]!;
    widths[code] = named.get(letter) ?? COMMON;
  }
  widths.fill(0, 0x300, 0x370);
  widths['Đ'.charCodeAt(0)] = named.get('D')!;
  return widths;
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    width += code < KNOWN ? WIDTHS[code]! : WIDEST;
  }
  return width;
}

/** Points of a line for each point of Times New Roman's size, rounded up to whole pixels. */
const LINE = 1.22;
/** Points above and below the lines of a cell. */
const PADDING = 3.5;

/** The height in points of a row of so many lines, in the size of the tables' text or another. */
export function heightOf(lines: number, size: number = FONT.size): number {
  return PADDING + (lines * Math.ceil(size * LINE * 4)) / 4;
}

/** Characters that a column is wider than it says, for its cells' margins. */
const MARGINS = 0.7;

/** Width in characters of a cell that is merged over columns of these widths. */
export function mergedWidth(widths: readonly (number | undefined)[]): number {
  const sum = widths.reduce<number>((all, width) => all + (width ?? 9), 0);
  return sum + MARGINS * Math.max(0, widths.length - 1);
}

/** A text of a row, the width of its cell in characters, and its style. */
export type Fitted = readonly [text: string, width: number, style?: Style];

/** The height in points of a row in which each text is seen whole, one line of the tables' at least. */
export function heightFor(texts: readonly Fitted[]): number {
  let most = heightOf(1);
  for (const [text, width, style] of texts)
    most = Math.max(most, heightOf(linesOf(text, width, style), style?.size));
  return most;
}

/** The height in points of a row of one note across a table. */
export function noteHeight(text: string, width: number): number {
  return heightOf(linesOf(text, width, STYLES.italicWrap), STYLES.italicWrap.size);
}

/**
 * Lines that a text takes in a cell, broken between words, and within one that is longer
 * than the line.
 * @param width the column's, in characters
 */
export function linesOf(text: string, width: number, style: Style = {}): number {
  const scale = (FONT.size / (style.size ?? FONT.size)) * (style.bold ? 1 / BOLD : 1);
  const cell = width - INDENT * (style.indent ?? 0);
  const room = Math.max(COMMON, cell * DIGIT * 1000 * scale * CAUTION);
  if (!text.includes('\n')) return wrapped(text, room);
  return text.split('\n').reduce((lines, line) => lines + wrapped(line, room), 0);
}

/** The width that a text takes on one line, in characters as of columns. */
export function charactersOf(text: string, style: Style = {}): number {
  const scale = ((style.size ?? FONT.size) / FONT.size) * (style.bold ? BOLD : 1);
  return (widthOf(text) * scale) / (DIGIT * 1000);
}

/**
 * Column of a row that bears its link: the name's (1) or, where that takes more lines than one,
 * the number's (0). LibreOffice does not wrap the text of a link.
 * @param width the name's, in characters
 */
export function linkColumn(name: string, width: number, style: Style = {}): 0 | 1 {
  return linesOf(name, width, style) > 1 ? 0 : 1;
}

function wrapped(line: string, room: number): number {
  if (line.length * WIDEST <= room || widthOf(line) <= room) return 1;
  const space = WIDTHS[0x20]!;
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const width = widthOf(word);
    const isFirst = used === 0;
    const whole = isFirst ? width : used + space + width;
    if (whole <= room) {
      used = whole;
      continue;
    }
    const parts = Math.ceil(width / room);
    lines += parts - (isFirst ? 1 : 0);
    used = width - (parts - 1) * room;
  }
  return lines;
}
