import type { Severity } from '../../core/finding.js';
import type { Style } from '../workbook/xlsx/model.js';
import { alignment, BORDERS, fontXml, solid, xf } from '../workbook/xlsx/styles-xml.js';
import { NotWhole } from './types.js';
import {
  appendTo,
  attribute,
  findElement,
  findElements,
  prefixed,
  withAttribute,
} from './xml-edit.js';

/** Of Excel's own `Bad` and `Neutral` cells, by severity. */
export const FILLS: Readonly<Record<Exclude<Severity, 'info'>, string>> = {
  error: 'FFC7CE',
  warning: 'FFEB9C',
};
const FONT = { name: 'Times New Roman', size: 12 };

/** Adds cell formats to a workbook's `styles.xml`; those that are there stay as they are. */
export class StylesEdit {
  private readonly cells: string[];
  private readonly first: number;
  private readonly prefix: string;
  private readonly added = {
    fonts: [] as string[],
    fills: [] as string[],
    borders: [] as string[],
  };
  private readonly known = new Map<string, number>();
  private oursFound: ReadonlySet<number> | undefined;

  constructor(private readonly source: string) {
    const xfs = findElement(source, 'cellXfs');
    if (xfs === null || xfs.tag.endsWith('/>')) throw new NotWhole('no cell formats');
    this.prefix = xfs.prefix;
    this.cells = findElements(source, 'xf', xfs.innerStart, xfs.innerEnd).map(({ start, end }) =>
      source.slice(start, end),
    );
    this.first = this.cells.length;
  }

  /** The format of a cell, filled in the colour of a severity. */
  marked(base: number, severity: keyof typeof FILLS): number {
    return this.once(`${severity} ${base}`, () => {
      const fill = this.place('fills', solid(FILLS[severity]));
      return this.filled(this.cells[base] ?? this.cells[0]!, fill);
    });
  }

  /** The same format without a colour of ours; itself where it bears none. */
  unmarked(base: number): number {
    const cell = this.cells[base];
    if (cell === undefined || !this.ours.has(Number(attribute(cell, 'fillId')))) return base;
    return this.once(`none ${base}`, () => this.filled(cell, 0));
  }

  /** Number of a style, for the sheet that lists the remarks. */
  id(style: Style | undefined): number {
    if (style === undefined) return 0;
    return this.once(JSON.stringify(style), () => {
      const font = this.place('fonts', fontXml(style, FONT));
      const fill = style.fill === undefined ? 0 : this.place('fills', solid(style.fill));
      const border = this.place('borders', BORDERS[style.border ?? 'none']);
      return this.push(xf(0, font, fill, border, alignment(style)));
    });
  }

  xml(): string {
    let xml = this.source;
    for (const part of ['fonts', 'fills', 'borders'] as const)
      xml = this.appended(xml, part, this.added[part]);
    return this.appended(xml, 'cellXfs', this.cells.slice(this.first));
  }

  private appended(xml: string, part: Part, items: readonly string[]): string {
    if (items.length === 0) return xml;
    const whole = findElement(xml, part);
    if (whole === null) throw new NotWhole(`no ${part}`);
    const count = countOf(xml, part) + items.length;
    const tag = withAttribute(whole.tag, 'count', count);
    const renewed = xml.slice(0, whole.start) + tag + xml.slice(whole.start + whole.tag.length);
    const text = items.map((item) => (part === 'cellXfs' ? item : prefixed(item, this.prefix)));
    return appendTo(renewed, findElement(renewed, part)!, text.join(''));
  }

  /** Fills in a colour of ours, of an earlier return. */
  private get ours(): ReadonlySet<number> {
    this.oursFound ??= this.findOurs();
    return this.oursFound;
  }

  private findOurs(): ReadonlySet<number> {
    const fills = findElement(this.source, 'fills');
    if (fills === null) return new Set();
    const colours = Object.values(FILLS).map((colour) => `FF${colour}`);
    const all = findElements(this.source, 'fill', fills.innerStart, fills.innerEnd);
    return new Set(
      all.flatMap(({ start, end }, i) => {
        const colour = findElement(this.source.slice(start, end), 'fgColor')?.tag ?? '';
        return colours.includes(attribute(colour, 'rgb')?.toUpperCase() ?? '') ? [i] : [];
      }),
    );
  }

  private filled(cell: string, fill: number): number {
    const { tag } = findElement(cell, 'xf')!;
    const filled = withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1);
    return this.push(filled + cell.slice(tag.length), true);
  }

  private push(cell: string, own = false): number {
    return this.cells.push(own ? cell : prefixed(cell, this.prefix)) - 1;
  }

  private place(part: keyof typeof this.added, item: string): number {
    const items = this.added[part];
    const known = items.indexOf(item);
    const at = known < 0 ? items.push(item) - 1 : known;
    return countOf(this.source, part) + at;
  }

  private once(key: string, make: () => number): number {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }
}

const CHILD = { fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf' } as const;

type Part = keyof typeof CHILD;

function countOf(xml: string, part: Part): number {
  const whole = findElement(xml, part);
  if (whole === null) throw new NotWhole(`no ${part}`);
  return findElements(xml, CHILD[part], whole.innerStart, whole.innerEnd).length;
}
