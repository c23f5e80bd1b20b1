import type { Book } from './model.js';
import { escapeXml, XML } from './xml.js';

/** `docProps/core.xml`: title, author, and a date that is given, never the clock's. */
export function coreXml({ properties }: Book): string {
  const { title, subject, author, created } = properties;
  const date = (tag: string) =>
    `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${escapeXml(created)}</dcterms:${tag}>`;
  return [
    XML,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject>`,
    `<dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('');
}

/** `docProps/app.xml`. */
export function appXml(): string {
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>ccds</Application><DocSecurity>0</DocSecurity></Properties>`;
}

/** `docProps/custom.xml`: marks, by which a program knows its own files. */
export function customXml({ marks }: Book): string {
  const items = Object.entries(marks).map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${items.join('')}</Properties>`;
}
