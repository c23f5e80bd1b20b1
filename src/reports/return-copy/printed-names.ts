import type { Sheet } from '../workbook/xlsx/model.js';
import { definedNames } from '../workbook/xlsx/workbook-xml.js';
import {
  appendTo,
  attribute,
  findElement,
  findElements,
  insert,
  need,
  prefixed,
} from './xml-edit.js';

/** Before the names a workbook has these, in this order (ECMA-376 Part 1, 18.2.27). */
const BEFORE = ['sheets', 'functionGroups', 'externalReferences'];

/** The workbook with the names by which a sheet's heading is printed on every page. */
export function withPrintedNames(xml: string, sheet: Sheet, index: number): string {
  const names = definedNames(sheet, index);
  if (names.length === 0 || hasTitles(xml, index)) return xml;
  const { prefix } = need(xml, 'sheets');
  const entries = prefixed(names.join(''), prefix);
  const known = findElement(xml, 'definedNames');
  if (known !== null) return appendTo(xml, known, entries);
  const last = BEFORE.flatMap((name) => findElement(xml, name) ?? []).at(-1)!;
  const whole = `<${prefix}definedNames>${entries}</${prefix}definedNames>`;
  return insert(xml, last.end, whole);
}

function hasTitles(xml: string, index: number): boolean {
  return findElements(xml, 'definedName').some(
    ({ tag }) =>
      attribute(tag, 'name') === '_xlnm.Print_Titles' &&
      attribute(tag, 'localSheetId') === String(index),
  );
}
