import { escapeCellText, XML } from './xml.js';

/** The texts of all cells, each once (`sharedStrings.xml`). */
export class Strings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** Number of a text, for a cell's value. */
  place(text: string): number {
    this.uses++;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  xml(): string {
    const items = [...this.places.keys()].map(
      (text) =>
        `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapeCellText(text)}</t></si>`,
    );
    const counts = `count="${this.uses}" uniqueCount="${items.length}"`;
    return `${XML}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>${items.join('')}</sst>`;
  }
}
