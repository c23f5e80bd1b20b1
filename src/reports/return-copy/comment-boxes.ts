import { OFFICE, type Package } from './package.js';
import { placeOf } from './sheet-cells.js';
import { NotWhole } from './types.js';
import {
  childrenOf,
  findElement,
  findElements,
  insert,
  need,
  relationId,
  tags,
} from './xml-edit.js';

const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** On each shape of ours: another program's drawing may name its prefixes otherwise. */
const VML_NAMES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** The shape that boxes are of; Excel's own name for it. */
const BOX = '_x0000_t202';
const BOX_TYPE = `<v:shapetype ${VML_NAMES} id="${BOX}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
const VML = `<xml ${VML_NAMES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;
/** Beyond the numbers that a program gives the first shapes of a sheet. */
const FIRST_SHAPE = 40_000;

/**
 * Draws the boxes of the comments at some cells, hidden until the mouse is over them, and
 * takes away those of others. VML, as Excel still asks for it (ECMA-376 Part 4 §19.4).
 */
export function drawBoxes(
  file: Package,
  sheet: string,
  addresses: readonly string[],
  removed: ReadonlySet<string>,
): void {
  const known = drawingOf(file, sheet);
  if (known === null && addresses.length === 0) return;
  const name = known ?? addDrawing(file, sheet);
  const source = withoutBoxes(file.need(name), removed);
  const end = source.lastIndexOf('</xml>');
  if (end < 0) throw new NotWhole('the drawing of the comments is odd');
  const type = source.includes(`"${BOX}"`) ? '' : BOX_TYPE;
  const first = freeShape(source);
  const boxes = addresses.map((address, i) => box(address, first + i));
  file.set(name, insert(source, end, type + boxes.join('')));
}

/** The drawing that the sheet tells of; pictures in its header have one of their own. */
function drawingOf(file: Package, sheet: string): string | null {
  const xml = file.need(sheet);
  const told = findElement(xml, 'legacyDrawing', findElement(xml, 'sheetData')?.end);
  if (told === null) return null;
  const id = relationId(told.tag);
  const drawing = file.relations(sheet).find((one) => one.id === id);
  if (drawing === undefined) throw new NotWhole('the drawing of the comments is not there');
  return drawing.target;
}

function addDrawing(file: Package, sheet: string): string {
  const name = file.freeName('xl/drawings/vmlDrawing', 'vml');
  file.declare('vml', VML_TYPE);
  file.set(name, VML);
  const id = file.relate(sheet, `${OFFICE}/vmlDrawing`, name);
  file.set(sheet, withLegacyDrawing(file.need(sheet), id));
  return name;
}

/** What follows `legacyDrawing` in a worksheet (ECMA-376 18.3.1.99). */
const AFTER = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

function withLegacyDrawing(xml: string, id: string): string {
  const whole = need(xml, 'worksheet');
  const rows = need(xml, 'sheetData').end;
  const follows = new RegExp(tags(AFTER.join('|')).source);
  // What only newer programs know may be wrapped (`mc:AlternateContent`); bars have `extLst` too.
  const next = childrenOf(xml, rows, whole.innerEnd).find(
    ({ tag, start, end }) =>
      follows.test(tag) ||
      (/[<:]AlternateContent/.test(tag) && follows.test(xml.slice(start, end))),
  );
  const at = next?.start ?? whole.innerEnd;
  return insert(xml, at, `<${whole.prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`);
}

function freeShape(xml: string): number {
  const used = [...xml.matchAll(/_x0000_s(\d+)/g)].map(([, n]) => Number(n));
  return used.reduce((most, n) => Math.max(most, n), FIRST_SHAPE) + 1;
}

function withoutBoxes(source: string, removed: ReadonlySet<string>): string {
  if (removed.size === 0) return source;
  const gone = new Set([...removed].map((address) => keyOf(placeOf(address))));
  let xml = source;
  for (const { start, innerStart, innerEnd, end } of findElements(source, 'shape').reverse()) {
    const inside = source.slice(innerStart, innerEnd);
    const [row, column] = ['Row', 'Column'].map((name) => {
      const found = findElement(inside, name);
      return found === null ? Number.NaN : Number(inside.slice(found.innerStart, found.innerEnd));
    });
    if (gone.has(keyOf({ row: row! + 1, column: column! })))
      xml = xml.slice(0, start) + xml.slice(end);
  }
  return xml;
}

const keyOf = ({ row, column }: { row: number; column: number }) => `${row} ${column}`;

/** A note's box: hidden until the mouse is over its cell. */
function box(address: string, shape: number): string {
  const { row, column } = placeOf(address);
  const top = Math.max(0, row - 2);
  const anchor = [column + 1, 12, top, 4, column + 6, 12, top + 7, 4].join(', ');
  return [
    `<v:shape ${VML_NAMES} id="_x0000_s${shape}" type="#${BOX}" style="position:absolute;margin-left:60pt;margin-top:2pt;width:250pt;height:105pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}
