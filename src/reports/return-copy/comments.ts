import { escapeXml, XML } from '../workbook/xlsx/xml.js';
import { drawBoxes } from './comment-boxes.js';
import { OFFICE, type Package } from './package.js';
import { appendTo, attribute, findElement, findElements, need, prefixed } from './xml-edit.js';

/** Author of our comments, by which a later return knows them. */
const AUTHOR = 'ccds';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

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
