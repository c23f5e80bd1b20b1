import type { Outline } from './model.js';
import { fixedRangeText, sheetRef } from './sheet.js';
import { escapeXml, XML } from './xml.js';

/** `workbook.xml`: the sheets in order, what of them is printed, what is repeated. */
export function workbookXml(sheets: readonly Outline[]): string {
  const names = sheets.flatMap(definedNames);
  return [
    XML,
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<workbookPr/><bookViews><workbookView xWindow="240" yWindow="15" windowWidth="20000" windowHeight="11000" tabRatio="850" activeTab="0"/></bookViews>',
    `<sheets>${sheets.map(sheetEntry).join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    '<calcPr calcId="191029"/></workbook>',
  ].join('');
}

function sheetEntry({ name }: Outline, index: number): string {
  return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
}

/** What of a sheet is filtered, printed and repeated; Excel wants the names in this order. */
export function definedNames(sheet: Outline, index: number): readonly string[] {
  const own = (name: string, value: string, more = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${more}>${escapeXml(value)}</definedName>`;
  const ref = sheetRef(sheet.name);
  const names: string[] = [];
  if (sheet.filter)
    names.push(own('_FilterDatabase', ref + fixedRangeText(sheet.filter), ' hidden="1"'));
  if (sheet.page.area) names.push(own('Print_Area', ref + fixedRangeText(sheet.page.area)));
  if (sheet.page.titleRows) {
    const [first, last] = sheet.page.titleRows;
    names.push(own('Print_Titles', `${ref}$${first}:$${last}`));
  }
  return names;
}
