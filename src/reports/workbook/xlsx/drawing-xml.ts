import type { Chart, Outline, Stroke } from './model.js';
import { XML } from './xml.js';

/** Whether anything is drawn over a sheet's cells. */
export function isDrawnOn({ charts, strokes }: Pick<Outline, 'charts' | 'strokes'>): boolean {
  return charts.length > 0 || strokes.length > 0;
}

/** `drawingN.xml`: a frame for each chart, and the lines, held by the cells under them. */
export function drawingXml({
  charts,
  strokes,
  widths,
}: Pick<Outline, 'charts' | 'strokes' | 'widths'>): string {
  return [
    XML,
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    ...charts.map(frame),
    ...strokes.map((one, i) => stroke(one, charts.length + i, widths)),
    '</xdr:wsDr>',
  ].join('');
}

function frame({ place, title }: Chart, index: number): string {
  const id = index + 2;
  const safe = title.replace(/[&<>"]/g, ' ');
  return [
    '<xdr:twoCellAnchor>',
    `<xdr:from>${marker(place.left, place.top - 1)}</xdr:from>`,
    `<xdr:to>${marker(place.right + 1, place.bottom)}</xdr:to>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="Chart ${index + 1}" descr="${safe}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId${index + 1}"/>`,
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

/** English Metric Units of a pixel and of a point (ECMA-376 20.1.10.16). */
const PIXEL = 9525;
const POINT = 12700;
/** Characters of a column without a width of its own. */
const DEFAULT_WIDTH = 8.43;

function stroke({ row, from, to }: Stroke, index: number, widths: Outline['widths']): string {
  const at = (characters: number) => {
    const { column, offset } = columnAt(characters, widths);
    return marker(column, row - 1, offset, POINT);
  };
  return [
    `<xdr:twoCellAnchor><xdr:from>${at(from)}</xdr:from><xdr:to>${at(to)}</xdr:to>`,
    `<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="${index + 2}" name="Line ${index + 1}"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>`,
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>',
    `<a:ln w="${PIXEL}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></xdr:spPr>`,
    '</xdr:cxnSp><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

/** The column in which so many characters from the left are, and how far in, in EMU. */
function columnAt(characters: number, widths: Outline['widths']) {
  let left = characters;
  let column = 0;
  const width = () => widths[column] ?? DEFAULT_WIDTH;
  for (; left > width(); column++) left -= width();
  const pixels = Math.floor(width() * 7) + 5;
  return { column, offset: Math.round((left / width()) * pixels) * PIXEL };
}

function marker(column: number, row: number, right = 0, down = 0): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>${right}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${down}</xdr:rowOff>`;
}
