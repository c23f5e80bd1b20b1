import { ASIDE, skipElement } from './ods-xml.js';
import { XmlReader } from './xml.js';

/** A style as it stands: what it says itself, else its parent does. */
interface Style {
  readonly parent: string | undefined;
  struck: boolean | null;
}

/** More parents than any document has: a circle of them ends here. */
const MOST_PARENTS = 20;

/** The styles of a document of which some strike text through (ODF 1.3 Part 3 §20.371). */
export class OdsStruck {
  private readonly styles = new Map<string, Style>();

  /**
   * Null where no style strikes through, as in nearly every document.
   * @param parts the styles and the content, each up to its body
   */
  static in(parts: readonly string[]): OdsStruck | null {
    const struck = parts.filter((part) => part.includes('text-line-through'));
    if (!struck.some((part) => STRIKES.test(part))) return null;
    return new OdsStruck(parts);
  }

  private constructor(parts: readonly string[]) {
    for (const part of parts) this.read(new XmlReader(part));
  }

  private read(xml: XmlReader): void {
    let style: Style | null = null;
    while (xml.next() && !xml.opens('body')) {
      if (xml.name === 'style') {
        style = xml.closing ? null : { parent: xml.attribute('parent-style-name'), struck: null };
        const key = `${xml.attribute('family')} ${xml.attribute('name')}`;
        if (style !== null) this.styles.set(key, style);
      } else if (style !== null && xml.opens('text-properties')) {
        style.struck = struckBy(xml);
      }
    }
  }

  private isStruck(family: string, name: string | undefined): boolean | null {
    let style = this.styles.get(`${family} ${name}`);
    for (let i = 0; style !== undefined && i < MOST_PARENTS; i++) {
      if (style.struck !== null) return style.struck;
      style = this.styles.get(`${family} ${style.parent}`);
    }
    return null;
  }

  /** Whether all text of a cell is struck through, by its spans or its style. @param inside its XML */
  cell(style: string | undefined, inside: string): boolean {
    const own = this.isStruck('table-cell', style) === true;
    return inside.includes('span') ? this.spans(inside, own) : own;
  }

  private spans(inside: string, own: boolean): boolean {
    const xml = new XmlReader(inside);
    const open = [own];
    let any = false;
    while (xml.next()) {
      if (ASIDE.has(xml.name) && !xml.closing) skipElement(xml);
      else if (xml.name === 'span' && xml.closing) open.pop();
      else if (xml.name === 'span' && !xml.empty)
        open.push(this.isStruck('text', xml.attribute('style-name')) ?? open.at(-1)!);
      const isText = xml.textAfter().trim() !== '';
      if (isText && !open.at(-1)) return false;
      any ||= isText;
    }
    return any;
  }
}

const STRIKES = /text-line-through-(?:style|type)\s*=\s*["'](?!none["'])/;

function struckBy(xml: XmlReader): boolean | null {
  const said = ['text-line-through-style', 'text-line-through-type']
    .map((name) => xml.attribute(name))
    .filter((value) => value !== undefined);
  return said.length === 0 ? null : !said.includes('none');
}
