/**
 * A small pull reader for HTML: tag by tag, with the text before each. What is no tag is
 * text; comments, and all that scripts and style sheets hold, are passed over. It is linear
 * in the length of the page, and takes any: a page that is cut short just ends.
 */
export class HtmlReader {
  /** Of the tag, in lower case. */
  name = '';
  /** The tag is `</name>`. */
  closing = false;
  /** Where what follows the tag begins. */
  end: number;
  /** Where the text before the tag begins and ends. */
  textStart = 0;
  textEnd = 0;
  private attributesStart = 0;

  constructor(
    readonly html: string,
    start = 0,
  ) {
    this.end = start;
  }

  /** Goes on to the next tag; false where there is none. */
  next(): boolean {
    const { html } = this;
    this.textStart = this.end;
    for (let at = this.end; ; at++) {
      at = html.indexOf('<', at);
      this.textEnd = at < 0 ? html.length : at;
      this.end = this.textEnd;
      if (at < 0) return false;
      if (this.readTag(at)) return true;
    }
  }

  /** The value of an attribute of the tag. */
  attribute(wanted: string): string | undefined {
    const tag = this.html.slice(this.attributesStart, this.end);
    // Most have none that is wanted: that is told at a fraction of the cost.
    if (!tag.toLowerCase().includes(wanted)) return undefined;
    for (const [, name, double, single, bare] of tag.matchAll(ATTRIBUTES)) {
      if (name!.toLowerCase() === wanted) return double ?? single ?? bare ?? '';
    }
    return undefined;
  }

  /** False where what begins with `<` is text. */
  private readTag(start: number): boolean {
    const { html } = this;
    const first = html[start + 1] ?? '';
    if (first === '!' || first === '?') {
      this.name = '';
      const comment = html.startsWith('<!--', start);
      this.end = after(html, comment ? '-->' : '>', start + (comment ? 4 : 2));
      return true;
    }
    TAG_NAME.lastIndex = start + 1;
    const found = TAG_NAME.exec(html);
    if (found === null) return false;
    this.closing = first === '/';
    this.name = found[1]!.toLowerCase();
    this.attributesStart = TAG_NAME.lastIndex;
    this.end = tagEnd(html, this.attributesStart);
    if (RAW.has(this.name) && !this.closing) this.end = rawEnd(html, this.name, this.end);
    return true;
  }
}

const TAG_NAME = /\/?([a-z][^\s/>]{0,40})/iy;
const ATTRIBUTES = /([^\s=/"'>]{1,40})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea']);

/** Where a tag ends: a `>` inside an attribute's value is not its end. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let at = start; at < html.length; at++) {
    const c = html[at]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') {
      return at + 1;
    } else if ((c === '"' || c === "'") && html[at - 1] === '=') {
      quote = c;
    }
  }
  return html.length;
}

/** Where an element ends whose content is no markup. */
function rawEnd(html: string, name: string, start: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = start;
  return close.exec(html)?.index ?? html.length;
}

function after(html: string, wanted: string, start: number): number {
  const found = html.indexOf(wanted, start);
  return found < 0 ? html.length : found + wanted.length;
}
