import type { Book, Style } from './model.js';
import { localFormat, offTheRight } from './number-format.js';
import { escapeXml, XML } from './xml.js';

const FIRST_OWN_FORMAT = 164;
const BUILT_IN: Readonly<Record<string, number>> = {
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
};

/** A list without repeats that knows each text's place. */
class Pool {
  readonly items: string[] = [];
  private readonly places = new Map<string, number>();

  constructor(...first: string[]) {
    for (const item of first) this.place(item);
  }

  place(item: string): number {
    const known = this.places.get(item);
    if (known !== undefined) return known;
    this.places.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

export const BORDERS = {
  none: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  all: `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  bottom: `<border><left/><right/><top/>${side('bottom')}<diagonal/></border>`,
};

function side(name: string): string {
  return `<${name} style="thin"><color auto="1"/></${name}>`;
}

/** Gives each style its number, and writes `styles.xml`. */
export class Styles {
  private readonly byObject = new Map<Style, number>();
  private readonly fonts: Pool;
  private readonly fills = new Pool(fill('none'), fill('gray125'));
  private readonly borders = new Pool(BORDERS.none);
  private readonly formats = new Pool();
  private readonly cells: Pool;

  constructor(private readonly book: Pick<Book, 'font' | 'locale'>) {
    this.fonts = new Pool(fontXml({}, book.font));
    this.cells = new Pool(xf(0, 0, 0, 0, ''));
  }

  /** Number of a style, for a cell's `s`. */
  id(style: Style | undefined): number {
    if (style === undefined) return 0;
    const known = this.byObject.get(style);
    if (known !== undefined) return known;
    const id = this.cells.place(this.cell(style));
    this.byObject.set(style, id);
    return id;
  }

  private cell(style: Style): string {
    return xf(
      this.format(formatOf(style)),
      this.fonts.place(fontXml(style, this.book.font)),
      style.fill === undefined ? 0 : this.fills.place(solid(style.fill)),
      this.borders.place(BORDERS[style.border ?? 'none']),
      alignment(style),
    );
  }

  private format(code: string | undefined): number {
    if (code === undefined) return 0;
    const local = localFormat(code, this.book.locale);
    return BUILT_IN[local] ?? FIRST_OWN_FORMAT + this.formats.place(local);
  }

  xml(): string {
    const formats = this.formats.items.map(
      (code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escapeXml(code)}"/>`,
    );
    return [
      XML,
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? '' : list('numFmts', formats),
      list('fonts', this.fonts.items),
      list('fills', this.fills.items),
      list('borders', this.borders.items),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.cells.items),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '<dxfs count="0"/>',
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/>',
      '</styleSheet>',
    ].join('');
  }
}

/** Figures stand a little off the line at their right. */
function formatOf({ format, horizontal, border }: Style): string | undefined {
  const isBeforeLine = horizontal === 'right' && border === 'all';
  return isBeforeLine && format !== undefined ? offTheRight(format) : format;
}

function list(tag: string, items: readonly string[]): string {
  return `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
}

const UNLOCKED = '<protection locked="0"/>';

function fill(pattern: string): string {
  return `<fill><patternFill patternType="${pattern}"/></fill>`;
}

/** A fill of one colour, `FFC7CE`. */
export function solid(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** A style's font, where it says nothing the book's. */
export function fontXml(style: Style, font: Book['font']): string {
  const marks = `${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}${style.underline ? '<u/>' : ''}`;
  const color = `<color rgb="FF${style.color ?? '000000'}"/>`;
  return `<font>${marks}<sz val="${style.size ?? font.size}"/>${color}<name val="${escapeXml(font.name)}"/><family val="1"/></font>`;
}

/** How a style sets its text, upright in the middle where it says nothing; and that its cells may be typed in. */
export function alignment({ horizontal, vertical, wrap, indent, unlocked }: Style): string {
  const parts = [
    horizontal && ` horizontal="${horizontal}"`,
    ` vertical="${vertical ?? 'center'}"`,
    wrap && ' wrapText="1"',
    indent && ` indent="${indent}"`,
  ].filter(Boolean);
  return `<alignment${parts.join('')}/>${unlocked ? UNLOCKED : ''}`;
}

/** A cell format, of the numbers that its parts have in their lists (ECMA-376 Part 1 §18.8.45); 0 is the usual. */
export function xf(
  format: number,
  font: number,
  fillId: number,
  border: number,
  align: string,
): string {
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fillId}" borderId="${border}" xfId="0"`;
  const apply = [
    format > 0 && ' applyNumberFormat="1"',
    font > 0 && ' applyFont="1"',
    fillId > 0 && ' applyFill="1"',
    border > 0 && ' applyBorder="1"',
    align !== '' && ' applyAlignment="1"',
    align.includes(UNLOCKED) && ' applyProtection="1"',
  ].filter(Boolean);
  return align === ''
    ? `<xf ${ids}${apply.join('')}/>`
    : `<xf ${ids}${apply.join('')}>${align}</xf>`;
}
