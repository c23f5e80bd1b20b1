import { escapeXml, XML } from '../workbook/xlsx/xml.js';
import { OFFICE, type Package } from './package.js';
import { placeOf } from './sheet-cells.js';
import { NotWhole } from './types.js';
import { appendTo, attribute, findElement, findElements, insert, prefixed } from './xml-edit.js';

/** Author of our comments, by which a later return knows them. */
export const AUTHOR = 'ccds';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/**
 * Puts comments at cells of a sheet (ECMA-376 18.7), and the boxes that show them. Comments
 * that are there stay, but those of an earlier return; ours at the same cell goes below.
 * @param sheet the worksheet's part
 */
export function putComments(
  file: Package,
  sheet: string,
  texts: ReadonlyMap<string, string>,
): void {
  const part = file.target(sheet, 'comments');
  if (part === null && texts.size === 0) return;
  const name = part ?? addComments(file, sheet);
  const { xml, removed, joined } = renewed(file.need(name), texts);
  file.set(name, xml);
  const boxes = [...texts.keys()].filter((address) => !joined.has(address));
  drawBoxes(file, sheet, boxes, removed);
}

function addComments(file: Package, sheet: string): string {
  const name = file.freeName('xl/comments', 'xml');
  const xml = `${XML}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;
  file.add(name, xml, COMMENTS_TYPE);
  file.relate(sheet, `${OFFICE}/comments`, name);
  return name;
}

/** The comments without our old ones and with the new ones. */
function renewed(source: string, texts: ReadonlyMap<string, string>) {
  const { xml: without, removed } = withoutOurs(source);
  const { xml: authored, author } = withAuthor(without);
  const joined = new Set<string>();
  let xml = authored;
  for (const [address, text] of texts) {
    const list = need(xml, 'commentList');
    const same = findElements(xml, 'comment', list.innerStart, list.innerEnd).find(
      ({ tag }) => attribute(tag, 'ref') === address,
    );
    const body = same === undefined ? null : findElement(xml, 'text', same.innerStart);
    if (same !== undefined && body !== null) {
      joined.add(address);
      xml = appendTo(xml, body, prefixed(run(`\n${text}`), same.prefix));
    } else {
      const item = `<comment ref="${address}" authorId="${author}"><text>${run(text)}</text></comment>`;
      xml = appendTo(xml, list, prefixed(item, list.prefix));
    }
  }
  return { xml, removed, joined };
}

function run(text: string): string {
  return `<r><rPr><sz val="10"/><rFont val="Times New Roman"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r>`;
}

function withoutOurs(source: string): { xml: string; removed: ReadonlySet<string> } {
  const authors = need(source, 'authors');
  const ours = findElements(source, 'author', authors.innerStart, authors.innerEnd).flatMap(
    ({ innerStart, innerEnd }, i) =>
      source.slice(innerStart, innerEnd) === AUTHOR ? [String(i)] : [],
  );
  const removed = new Set<string>();
  let xml = source;
  for (const { tag, start, innerStart, end } of findElements(source, 'comment').reverse()) {
    const others = withoutOurRuns(source.slice(start, end), innerStart - start);
    const isOurs =
      ours.includes(attribute(tag, 'authorId') ?? '') || findElement(others, 't') === null;
    if (isOurs) removed.add(attribute(tag, 'ref') ?? '');
    const kept = isOurs ? '' : others;
    xml = xml.slice(0, start) + kept + xml.slice(end);
  }
  return { xml, removed };
}

/** A comment without what `run` wrote; a program that saves it may name another author. */
function withoutOurRuns(comment: string, from: number): string {
  let kept = comment;
  for (const { start, innerStart, innerEnd, end } of findElements(comment, 'r', from).reverse()) {
    const text = findElement(comment.slice(innerStart, innerEnd), 't');
    const begins = comment.slice(innerStart + (text?.innerStart ?? 0), innerEnd);
    if (/^\s*[^(<\n]{1,20} \(CCDS-[A-Z]\d\d\): /.test(begins))
      kept = kept.slice(0, start) + kept.slice(end);
  }
  return kept;
}

function withAuthor(xml: string): { xml: string; author: number } {
  const authors = need(xml, 'authors');
  const all = findElements(xml, 'author', authors.innerStart, authors.innerEnd);
  const known = all.findIndex(
    ({ innerStart, innerEnd }) => xml.slice(innerStart, innerEnd) === AUTHOR,
  );
  if (known >= 0) return { xml, author: known };
  const entry = prefixed(`<author>${AUTHOR}</author>`, authors.prefix);
  return { xml: appendTo(xml, authors, entry), author: all.length };
}

function need(xml: string, name: string) {
  const found = findElement(xml, name);
  if (found === null) throw new NotWhole(`no ${name}`);
  return found;
}

/** On each shape of ours: another program's drawing may name its prefixes otherwise. */
const VML_NAMES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** The shape that boxes are of; Excel's own name for it. */
const BOX = '_x0000_t202';
const BOX_TYPE = `<v:shapetype ${VML_NAMES} id="${BOX}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
const VML = `<xml ${VML_NAMES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;
/** Beyond the numbers that a program gives the first shapes of a sheet. */
const FIRST_SHAPE = 40_000;

function drawBoxes(
  file: Package,
  sheet: string,
  addresses: readonly string[],
  removed: ReadonlySet<string>,
): void {
  const known = file.target(sheet, 'vmlDrawing');
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
  const places = AFTER.flatMap((name) => findElement(xml, name, rows)?.start ?? []);
  const at = Math.min(whole.innerEnd, ...places);
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
