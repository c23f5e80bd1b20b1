// Workbooks for tests and benchmarks, as Excel lays them out. Parts can be replaced.
import { zip } from './zip-writer.mjs';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** @param {string} text */
export const escapeXml = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/**
 * @typedef {{ name?: string, state?: string, xml: string }} SheetXml `xml`: the whole part,
 *   or only what goes into `<sheetData>`
 * @param {{ sheets: SheetXml[], strings?: string, formats?: string[], struck?: boolean, date1904?: boolean, recalculates?: boolean,
 *   modified?: string, properties?: Record<string, string>,
 *   parts?: Record<string, string | Uint8Array | null> }} workbook `strings`: the items;
 *   `formats`: the number format codes of cell formats 1, 2, …; `struck`: as many again follow,
 *   from 0 on, that are struck through
 * @returns {[string, string | Uint8Array][]}
 */
export function xlsxParts(workbook) {
  const { sheets, parts = {} } = workbook;
  /** @type {Record<string, string | Uint8Array | null>} */
  const all = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${OFFICE}/custom-properties`, 'docProps/custom.xml'],
    ]),
    'docProps/core.xml': core(workbook.modified ?? '2024-10-01T08:30:00Z'),
    'docProps/custom.xml': custom(workbook.properties ?? {}),
    'xl/workbook.xml': workbookXml(workbook),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles(workbook.formats ?? [], workbook.struck === true),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${workbook.strings ?? ''}</sst>`,
  };
  sheets.forEach(({ xml }, i) => {
    all[`xl/worksheets/sheet${i + 1}.xml`] = /<(\w+:)?worksheet|<!DOCTYPE/.test(xml)
      ? xml
      : worksheet(`<sheetData>${xml}</sheetData>`);
  });
  return Object.entries({ ...all, ...parts }).filter(([, content]) => content !== null);
}

/** @param {Parameters<typeof xlsxParts>[0]} workbook */
export const xlsx = (workbook) => zip(xlsxParts(workbook));

/** @param {string} inside */
export const worksheet = (inside) =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">${inside}</worksheet>`;

/** @param {string[][]} list of type and target; their ids are rId1, rId2, … */
export function relationships(list) {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbookXml({ sheets, date1904, recalculates }) {
  const items = sheets.map(({ name, state }, i) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escapeXml(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
  });
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${items.join('')}</sheets>${recalculates ? '<calcPr fullCalcOnLoad="1"/>' : ''}</workbook>`;
}

function styles(codes, struck) {
  const formats = codes.map(
    (c, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(c)}"/>`,
  );
  const numbers = [0, ...codes.map((_, i) => 164 + i)];
  const xfs = (struck ? [0, 1] : [0]).flatMap((font) =>
    numbers.map((id) => `<xf numFmtId="${id}" fontId="${font}"/>`),
  );
  const fonts = ['', ...(struck ? ['<strike/>'] : [])].map(
    (inside) => `<font>${inside}<sz val="11"/><name val="Times New Roman"/></font>`,
  );
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`;
}

function contentTypes(sheets) {
  const items = Array.from(
    { length: sheets },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${items.join('')}</Types>`;
}

const core = (modified) =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified></cp:coreProperties>`;

function custom(properties) {
  const items = Object.entries(properties).map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${items.join('')}</Properties>`;
}
