import type { Chart, Outline, Stroke } from './model.js';
import { XML } from './xml.js';

/** Whether anything is drawn over a sheet's cells. */
export function isDrawnOn({ charts, strokes }: Pick<Outline, 'charts' | 'strokes'>): boolean {
  return charts.length > 0 || strokes.length > 0;
}

/** `drawingN.xml`: a frame for each chart, and the lines, held by the cells under them. */
export function drawingXml({ charts, strokes }: Pick<Outline, 'charts' | 'strokes'>): string {
  return [
    XML,
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    ...charts.map(frame),
    ...strokes.map((one, i) => stroke(one, charts.length + i)),
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
/** Units of a line's own across its columns. */
const ACROSS = 10_000;

/** A shape over the whole of the columns, of which a part in the middle is drawn. */
function stroke({ row, left, right, share }: Stroke, index: number): string {
  const from = Math.round((ACROSS * (1 - share)) / 2);
  const point = (x: number) => `<a:pt x="${x}" y="0"/>`;
  return [
    `<xdr:twoCellAnchor><xdr:from>${marker(left, row - 1, POINT)}</xdr:from><xdr:to>${marker(right + 1, row - 1, 2 * POINT)}</xdr:to>`,
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${index + 2}" name="Line ${index + 1}"/><xdr:cNvSpPr/></xdr:nvSpPr>`,
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>',
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
    `<a:pathLst><a:path w="${ACROSS}" h="1" fill="none"><a:moveTo>${point(from)}</a:moveTo><a:lnTo>${point(ACROSS - from)}</a:lnTo></a:path></a:pathLst></a:custGeom>`,
    `<a:noFill/><a:ln w="${PIXEL}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></xdr:spPr>`,
    '</xdr:sp><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

function marker(column: number, row: number, down = 0): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${down}</xdr:rowOff>`;
}
