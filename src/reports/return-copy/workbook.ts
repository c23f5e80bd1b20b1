import { xmlText } from '../../spreadsheet/xml-text.js';
import type { Sheet } from '../workbook/xlsx/model.js';
import { sheetXml } from '../workbook/xlsx/sheet-xml.js';
import { escapeCellText, escapeXml } from '../workbook/xlsx/xml.js';
import { OFFICE, type Package } from './package.js';
import { withPrintedNames } from './printed-names.js';
import type { StylesEdit } from './styles.js';
import { NotWhole } from './types.js';
import {
  attribute,
  findElement,
  findElements,
  insert,
  relationId,
  tags,
  withAttribute,
} from './xml-edit.js';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** A worksheet of a workbook: its name as people see it, and its part. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

/** The workbook's own part. */
export function workbookPart(file: Package): string {
  const part = file.target('', 'officeDocument');
  if (part === null) throw new NotWhole('no workbook');
  // Strict workbooks name everything otherwise (ECMA-376 Part 1, Annex F).
  if (/purl\.oclc\.org\/ooxml/.test(file.need(part).slice(0, 4000))) throw new NotWhole('strict');
  return part;
}

/**
 * The sheets of a workbook by name, in its order, and the parts that they lie in.
 * @throws NotWhole where it lists none
 */
export function sheetParts(file: Package, workbook: string): SheetPart[] {
  const targets = new Map(file.relations(workbook).map(({ id, target }) => [id, target]));
  const xml = file.need(workbook);
  const sheets = findElement(xml, 'sheets');
  if (sheets === null) throw new NotWhole('no sheets');
  return findElements(xml, 'sheet', sheets.innerStart, sheets.innerEnd).flatMap(({ tag }) => {
    const part = targets.get(relationId(tag));
    return part === undefined ? [] : [{ name: xmlText(attribute(tag, 'name') ?? ''), part }];
  });
}

/** Puts a sheet in front of the others, or in the place of that one of an earlier return. */
export function putFirst(
  file: Package,
  workbook: string,
  sheet: Sheet,
  styles: StylesEdit,
  old: SheetPart | undefined,
): void {
  const content = withInlineText(sheet, styles);
  if (old !== undefined) {
    file.set(old.part, content);
    file.set(workbook, shownAt(file.need(workbook), old.name, sheet));
    return;
  }
  const part = file.freeName('xl/worksheets/sheet', 'xml');
  file.add(part, content, SHEET_TYPE);
  const id = file.relate(workbook, `${OFFICE}/worksheet`, part);
  const xml = file.need(workbook);
  const sheets = findElement(xml, 'sheets')!;
  const used = findElements(xml, 'sheet', sheets.innerStart, sheets.innerEnd);
  const number = Math.max(0, ...used.map(({ tag }) => Number(attribute(tag, 'sheetId')))) + 1;
  const entry = `<${sheets.prefix}sheet xmlns:r="${OFFICE}" name="${escapeXml(sheet.name)}" sheetId="${number}" r:id="${id}"/>`;
  const named = shifted(insert(xml, sheets.innerStart, entry));
  file.set(workbook, withPrintedNames(named, sheet, 0));
}

/** Names and views that count the sheets: each is now one further on, and ours is shown. */
function shifted(xml: string): string {
  const named = xml.replace(tags('definedName'), (tag) => {
    const index = attribute(tag, 'localSheetId');
    return index === undefined ? tag : withAttribute(tag, 'localSheetId', Number(index) + 1);
  });
  return activeAt(named, 0);
}

/** The workbook opens at the sheet of that name, which is printed as ours is. */
function shownAt(xml: string, name: string, sheet: Sheet): string {
  const sheets = findElement(xml, 'sheets')!;
  const all = findElements(xml, 'sheet', sheets.innerStart, sheets.innerEnd);
  const index = all.findIndex(({ tag }) => xmlText(attribute(tag, 'name') ?? '') === name);
  const at = Math.max(0, index);
  return withPrintedNames(activeAt(xml, at), sheet, at);
}

function activeAt(xml: string, index: number): string {
  return xml.replace(tags('workbookView'), (tag) =>
    withAttribute(withAttribute(tag, 'activeTab', index), 'firstSheet', 0),
  );
}

/** Several selected sheets are edited together: ours alone is. */
export function unselected(xml: string): string {
  return xml.replace(tags('sheetView'), (tag) =>
    attribute(tag, 'tabSelected') === undefined ? tag : withAttribute(tag, 'tabSelected', 0),
  );
}

/** The sheet's XML with its texts in it, so that the workbook's shared strings stay as they are. */
function withInlineText(sheet: Sheet, styles: StylesEdit): string {
  const texts: string[] = [];
  const strings = { place: (text: string) => texts.push(text) - 1 };
  const xml = sheetXml(sheet, { styles, strings, selected: true, number: 1 });
  return xml.replace(
    / t="s"><v>(\d+)<\/v>/g,
    (_, at: string) =>
      ` t="inlineStr"><is><t xml:space="preserve">${escapeCellText(texts[Number(at)]!)}</t></is>`,
  );
}
