import { getOrMake } from '../../core/memo.js';
import type { Style } from './xlsx/model.js';

export const FONT = { name: 'Times New Roman', size: 11 } as const;
export const COUNT = '#,##0';
export const PERCENT = '0.00%';
export const DECIMAL = '#,##0.00';

const HEAD_FILL = 'E7EBF0';
const GROUP_FILL = 'F4F6F8';
const LINK = '1F4E79';
const GREY = '7F7F7F';

/**
 * Styles stand once and are shared by all cells that bear them. A letterhead, a title and who signs
 * are of the sizes in Nghị định 30/2020/NĐ-CP, phụ lục I.
 */
export const STYLES = {
  agency: { horizontal: 'center', size: 12, wrap: true },
  documentNumber: { horizontal: 'center', vertical: 'bottom', size: 13, wrap: true },
  agencyBold: { horizontal: 'center', size: 12, bold: true, wrap: true },
  motto: { horizontal: 'center', size: 12, bold: true },
  mottoLower: { horizontal: 'center', size: 13, bold: true, underline: true },
  italic: { italic: true },
  italicCenter: { italic: true, horizontal: 'center', wrap: true },
  italicHead: { italic: true, horizontal: 'center', vertical: 'bottom', wrap: true, size: 13 },
  italicRight: { italic: true, horizontal: 'right' },
  italicWrap: { italic: true, wrap: true, vertical: 'top', size: 10 },
  tableNumber: { horizontal: 'center', bold: true, size: 13 },
  title: { horizontal: 'center', bold: true, size: 14, wrap: true },
  section: { bold: true, size: 12 },
  signTitle: { horizontal: 'center', vertical: 'top', bold: true, size: 13, wrap: true },
  head: { bold: true, horizontal: 'center', wrap: true, border: 'all', fill: HEAD_FILL, size: 10 },
  headLeft: { bold: true, wrap: true, border: 'all', fill: HEAD_FILL, size: 10 },
  columnNumber: { italic: true, horizontal: 'center', border: 'all', size: 9 },
  text: { border: 'all', wrap: true },
  textTop: { border: 'all', wrap: true, vertical: 'top', size: 10 },
  textCenter: { border: 'all', horizontal: 'center' },
  textCenterTop: { border: 'all', horizontal: 'center', vertical: 'top', size: 10 },
  small: { border: 'all', wrap: true, size: 9, horizontal: 'left', indent: 1 },
  hash: { border: 'all', size: 8, wrap: true, horizontal: 'left', indent: 1 },
  link: { border: 'all', wrap: true, color: LINK },
  linkCenter: { border: 'all', wrap: true, color: LINK, horizontal: 'center' },
  plainLink: { color: LINK, underline: true },
  aside: { color: GREY, size: 9 },
  asideCenter: { color: GREY, size: 9, horizontal: 'center' },
  asideLink: { color: LINK, size: 9, underline: true, horizontal: 'center' },
  asideHead: {
    color: GREY,
    size: 9,
    bold: true,
    horizontal: 'center',
    wrap: true,
    vertical: 'bottom',
  },
  warning: { bold: true, italic: true, wrap: true },
} as const satisfies Record<string, Style>;

/** How a row of a table stands out: the total, a group of units, a unit. */
export type Rank = 'total' | 'group' | 'subgroup' | 'unit';

const RANKS: Readonly<Record<Rank, Style>> = {
  total: { bold: true, fill: HEAD_FILL, border: 'all' },
  group: { bold: true, fill: GROUP_FILL, border: 'all' },
  subgroup: { bold: true, italic: true, border: 'all' },
  unit: { border: 'all' },
};

const byLook = new Map<string, Style>();
const byObject = new Map<Rank, WeakMap<Style, Style>>();
const NOTHING: Style = {};

/** A cell of a table row: its rank's look, with more of its own. One object for each look. */
export function ranked(rank: Rank, more: Style = NOTHING): Style {
  const known = getOrMake(byObject, rank, () => new WeakMap<Style, Style>());
  const style =
    known.get(more) ?? getOrMake(byLook, rank + JSON.stringify(more), () => madeOf(rank, more));
  known.set(more, style);
  return style;
}

function madeOf(rank: Rank, more: Style): Style {
  return { ...RANKS[rank], ...more };
}

const byFormat = new Map<string, Style>();

/** The look of figures in a number format: one object for each. */
export function figuresIn(format: string): Style {
  return getOrMake(byFormat, format, () => ({ format, horizontal: 'right' }));
}

export const LINK_COLOR = LINK;
