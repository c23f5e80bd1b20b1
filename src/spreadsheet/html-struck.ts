import type { HtmlReader } from './html-reader.js';
import type { TextRun } from './text-runs.js';

const TAGS: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
const RAISED: ReadonlyMap<string, TextRun['raised']> = new Map([
  ['sup', 1],
  ['sub', -1],
]);
const ANY = /<(?:s|strike|del|sup|sub)[\s>]|line-through/i;
/** Rules of the page's style sheets; the last class of each selector. */
const RULES = /\.([\w-]{1,60})\s*\{[^{}]{0,5000}?line-through/gi;

/** Tells of a page's cells which of their text is struck through, raised or lowered. */
export class HtmlStruck {
  /** Elements that are open in the cell, and whether each strikes its text through. */
  private open: { readonly name: string; readonly strikes: boolean }[] = [];
  private depth = 0;

  private constructor(private readonly classes: ReadonlySet<string>) {}

  /** Null where nothing on the page is, as on nearly every one. */
  static in(page: string): HtmlStruck | null {
    if (!ANY.test(page)) return null;
    const rules = page.includes('line-through') ? [...page.matchAll(RULES)] : [];
    return new HtmlStruck(new Set(rules.map(([, name]) => name!.toLowerCase())));
  }

  /** A cell begins, whose tag was read. */
  begin(html: HtmlReader): void {
    this.open = [];
    this.depth = 0;
    this.push(html);
  }

  /** How a piece of the cell's text is set that stands here. */
  get setting(): Pick<TextRun, 'struck' | 'raised'> {
    const raised = this.open.findLast(({ name }) => RAISED.has(name))?.name;
    return { struck: this.depth > 0, raised: RAISED.get(raised ?? '') ?? 0 };
  }

  /** A tag in the cell. */
  tag(html: HtmlReader): void {
    if (!html.closing) {
      if (!VOID.has(html.name)) this.push(html);
      return;
    }
    const at = this.open.findLastIndex(({ name }) => name === html.name);
    if (at > 0) for (const { strikes } of this.open.splice(at)) if (strikes) this.depth--;
  }

  private push(html: HtmlReader): void {
    const strikes = this.strikes(html);
    if (this.open.length >= MOST_OPEN) return;
    this.open.push({ name: html.name, strikes });
    if (strikes) this.depth++;
  }

  private strikes(html: HtmlReader): boolean {
    if (TAGS.has(html.name)) return true;
    if (/line-through/i.test(html.attribute('style') ?? '')) return true;
    if (this.classes.size === 0) return false;
    const names = html.attribute('class')?.toLowerCase().split(/\s+/) ?? [];
    return names.some((name) => this.classes.has(name));
  }
}

const VOID: ReadonlySet<string> = new Set(['', 'br', 'img', 'hr', 'wbr', 'input', 'col']);
/** Deeper than any page: what is left open a million times is not looked through at each tag. */
const MOST_OPEN = 50;
