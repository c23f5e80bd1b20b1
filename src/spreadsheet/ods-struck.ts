import { readParagraphs } from './ods-cell.js';
import { lookOf, type TextLook, type TextRun } from './text-runs.js';
import { XmlReader } from './xml.js';

/** A style as it stands: what it says itself, else its parent does. */
interface Style {
  readonly parent: string | undefined;
  struck: boolean | null;
  raised: TextRun['raised'] | null;
}

/** More parents than any document has: a circle of them ends here. */
const MOST_PARENTS = 20;

/**
 * The styles of a document of which some strike text through (ODF 1.3 Part 3 §20.371), raise or lower
 * it (§20.393).
 */
export class OdsStruck {
  private readonly styles = new Map<string, Style>();

  /**
   * Null where no style does, as in nearly every document.
   * @param parts the styles and the content, each up to its body
   */
  static in(parts: readonly string[]): OdsStruck | null {
    const isThere = parts.some(
      (part) =>
        (part.includes('text-line-through') && STRIKES.test(part)) ||
        (part.includes('text-position') && RAISES.test(part)),
    );
    return isThere ? new OdsStruck(parts) : null;
  }

  private constructor(parts: readonly string[]) {
    for (const part of parts) this.read(new XmlReader(part));
  }

  private read(xml: XmlReader): void {
    let style: Style | null = null;
    while (xml.next() && !xml.opens('body')) {
      if (xml.name === 'style') {
        const parent = xml.attribute('parent-style-name');
        style = xml.closing ? null : { parent, struck: null, raised: null };
        const key = `${xml.attribute('family')} ${xml.attribute('name')}`;
        if (style !== null) this.styles.set(key, style);
      } else if (style !== null && xml.opens('text-properties')) {
        style.struck = struckBy(xml);
        style.raised = raisedBy(xml);
      }
    }
  }

  private said<K extends 'struck' | 'raised'>(
    what: K,
    family: string,
    name: string | undefined,
  ): Style[K] {
    let style = this.styles.get(`${family} ${name}`);
    for (let i = 0; style !== undefined && i < MOST_PARENTS; i++) {
      if (style[what] !== null) return style[what];
      style = this.styles.get(`${family} ${style.parent}`);
    }
    return null;
  }

  /** How a cell looks, by its spans and its style. @param inside its XML */
  cell(style: string | undefined, inside: string): TextLook {
    const own = this.said('struck', 'table-cell', style) === true;
    return inside.includes('span')
      ? lookOf(this.runs(inside), own)
      : { isStruck: own, meant: null };
  }

  private runs(inside: string): readonly TextRun[] {
    const runs: TextRun[] = [];
    const open: Pick<TextRun, 'struck' | 'raised'>[] = [{ struck: null, raised: 0 }];
    readParagraphs(
      new XmlReader(inside),
      (text) => runs.push({ text, ...open.at(-1)! }),
      (xml) => {
        if (xml.name !== 'span' || xml.empty) return;
        if (xml.closing) open.pop();
        else {
          const name = xml.attribute('style-name');
          const { struck, raised } = open.at(-1)!;
          open.push({
            struck: this.said('struck', 'text', name) ?? struck,
            raised: this.said('raised', 'text', name) ?? raised,
          });
        }
      },
    );
    return runs;
  }
}

const RAISES = /text-position\s*=\s*["'](?:su(?:per|b)|-?[1-9])/;
const STRIKES = /text-line-through-(?:style|type)\s*=\s*["'](?!none["'])/;

function struckBy(xml: XmlReader): boolean | null {
  const said = ['text-line-through-style', 'text-line-through-type']
    .map((name) => xml.attribute(name))
    .filter((value) => value !== undefined);
  return said.length === 0 ? null : !said.includes('none');
}

/** `super 58%`, `-33% 58%`: how far from the line, then how large. */
function raisedBy(xml: XmlReader): TextRun['raised'] | null {
  const said = xml.attribute('text-position')?.trim();
  if (said === undefined) return null;
  if (said.startsWith('super')) return 1;
  if (said.startsWith('sub')) return -1;
  const height = Math.sign(Number.parseFloat(said) || 0);
  return height > 0 ? 1 : height < 0 ? -1 : 0;
}
