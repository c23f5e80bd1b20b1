import { escapeXml } from '../workbook/xlsx/xml.js';
import { NotWhole } from './types.js';

/** A tag with its attributes; `>` may stand in an attribute's value. */
const REST = `(?:[^>"']|"[^"]*"|'[^']*')*`;

/** Opening (or empty) tags of an element by its local name, whatever its prefix. */
export function tags(name: string): RegExp {
  return new RegExp(`<((?:[\\w.-]+:)?)(?:${name})(?=[\\s/>])${REST}>`, 'g');
}

/** An attribute of a tag, by its name as written. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? undefined : (found[1] ?? found[2]);
}

/** The tag with the attribute set, at its end where it was absent. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  const text = `${name}="${escapeXml(String(value))}"`;
  const known = new RegExp(`(\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  if (known.test(tag)) return tag.replace(known, (_, space: string) => space + text);
  return tag.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${text}${slash}>`);
}

/** An element found in a text. */
export interface Element {
  /** `x:`, or blank. */
  readonly prefix: string;
  readonly tag: string;
  readonly start: number;
  /** What is inside: from after the tag to the closing tag. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

/** The first element of that name from `from` on; its own kind is not nested in it. */
export function findElement(xml: string, name: string, from = 0): Element | null {
  const pattern = tags(name);
  pattern.lastIndex = from;
  const found = pattern.exec(xml);
  if (found === null) return null;
  const [tag, prefix = ''] = found;
  const start = found.index;
  const innerStart = start + tag.length;
  if (tag.endsWith('/>'))
    return { prefix, tag, start, innerStart, innerEnd: innerStart, end: innerStart };
  const closing = new RegExp(`</${tag.slice(1).split(/[\s>]/, 1)[0]}\\s*>`, 'g');
  closing.lastIndex = innerStart;
  const close = closing.exec(xml);
  if (close === null) throw new NotWhole(`<${name}> is not closed`);
  return { prefix, tag, start, innerStart, innerEnd: close.index, end: closing.lastIndex };
}

/** An element that must be there. */
export function need(xml: string, name: string): Element {
  const found = findElement(xml, name);
  if (found === null) throw new NotWhole(`no ${name}`);
  return found;
}

/** Elements of one name, one after the other. */
export function findElements(xml: string, name: string, from = 0, to = xml.length): Element[] {
  const all: Element[] = [];
  for (let at = from; ; ) {
    const found = findElement(xml, name, at);
    if (found === null || found.start >= to) return all;
    all.push(found);
    at = found.end;
  }
}

/** Elements of any name, one after the other, between two places: of what they hold none. */
export function childrenOf(xml: string, from: number, to: number): Element[] {
  return findElements(xml, '[\\w.-]+', from, to);
}

/** The relationship that a tag names: `r:id`, whatever its prefix. */
export function relationId(tag: string): string {
  return /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
}

/** Puts text in at a place. */
export function insert(xml: string, at: number, text: string): string {
  return xml.slice(0, at) + text + xml.slice(at);
}

/** Adds to the end of an element, which may be empty (`<fills/>`). */
export function appendTo(xml: string, { tag, start, innerEnd }: Element, text: string): string {
  if (!tag.endsWith('/>')) return insert(xml, innerEnd, text);
  const name = /^<([^\s/>]+)/.exec(tag)![1]!;
  const open = tag.replace(/\s*\/>$/, '>');
  return `${xml.slice(0, start)}${open}${text}</${name}>${xml.slice(start + tag.length)}`;
}

/** Our own markup in the prefix of the part that it goes into. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}
