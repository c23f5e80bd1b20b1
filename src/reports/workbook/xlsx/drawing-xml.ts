import type { Chart } from './model.js';
import { XML } from './xml.js';

/** `drawingN.xml`: a frame for each chart, held by the cells under it. */
export function drawingXml(charts: readonly Chart[]): string {
  return [
    XML,
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    ...charts.map(frame),
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

function marker(column: number, row: number): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}
