import { escapeXml, XML } from '../workbook/xlsx/xml.js';
import { OFFICE, type Package } from './package.js';
import { appendTo, attribute, findElements, need } from './xml-edit.js';

const CUSTOM = 'docProps/custom.xml';
const CUSTOM_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANTS = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Sets a custom document property. */
export function setProperty(file: Package, name: string, value: string): void {
  const part = file.target('', 'custom-properties');
  if (part === null) {
    file.add(CUSTOM, `${XML}<Properties xmlns="${PROPERTIES}"></Properties>`, CUSTOM_TYPE);
    file.relate('', `${OFFICE}/custom-properties`, CUSTOM);
  }
  const at = part ?? CUSTOM;
  const xml = file.need(at);
  const known = findElements(xml, 'property').find(({ tag }) => attribute(tag, 'name') === name);
  const without = known ? xml.slice(0, known.start) + xml.slice(known.end) : xml;
  const used = findElements(without, 'property').map(({ tag }) => Number(attribute(tag, 'pid')));
  const whole = need(without, 'Properties');
  const pid = Math.max(1, ...used) + 1;
  const text = `<vt:lpwstr xmlns:vt="${VARIANTS}">${escapeXml(value)}</vt:lpwstr>`;
  const head = `${whole.prefix}property fmtid="${FORMAT_ID}" pid="${pid}" name="${escapeXml(name)}"`;
  file.set(at, appendTo(without, whole, `<${head}>${text}</${whole.prefix}property>`));
}
