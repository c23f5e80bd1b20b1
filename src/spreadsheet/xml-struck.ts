import { getOrMake } from '../core/memo.js';
import type { LooksOfRows } from './biff-looks.js';
import { characterData } from './rich-text.js';
import { lookOf, type TextRun } from './text-runs.js';
import type { MeantText } from './types.js';
import { XmlReader } from './xml.js';

/** Tags of HTML within a text that strike through, raise or lower what stands in them. */
const SETS_APART = /<(?:html:)?(?:S|Sup|Sub)\b[^>]*>/i;

interface Look {
  readonly struck: number[];
  readonly meant: MeantText[];
}

/**
 * What there is to be said of the cells of a SpreadsheetML workbook (Excel 2003), by sheet in their
 * order: which are struck through, by their style or by all of their text, and what is meant where only
 * some of it is, or is raised. Null where nothing is, as in nearly every workbook.
 */
export function xmlStruck(text: string): readonly LooksOfRows[] | null {
  const hasRuns = SETS_APART.test(text);
  if (!hasRuns && !text.includes('StrikeThrough')) return null;
  const styles = new Set<string>();
  const sheets: Map<number, Look>[] = [];
  const xml = new XmlReader(text);
  let [style, ofRow, row, column, last] = ['', '', -1, -1, -1];
  let own = false;
  let isComment = false;
  while (xml.next()) {
    if (xml.name === 'Comment') isComment = !xml.closing && !xml.empty;
    if (xml.closing) continue;
    if (xml.name === 'Style') {
      style = xml.attribute('ID') ?? '';
      if (styles.has(xml.attribute('Parent') ?? '')) styles.add(style);
    } else if (xml.name === 'Font') {
      const said = xml.attribute('StrikeThrough');
      if (said === '1') styles.add(style);
      else if (said === '0') styles.delete(style);
    } else if (xml.name === 'Worksheet') {
      if (styles.size === 0 && !hasRuns) return null;
      sheets.push(new Map());
      row = -1;
    } else if (xml.name === 'Row') {
      row = indexOf(xml, row + 1);
      row += xml.empty ? spanOf(xml, 'Span') : 0;
      ofRow = xml.attribute('StyleID') ?? '';
      last = -1;
    } else if (xml.name === 'Cell') {
      column = indexOf(xml, last + 1);
      own = styles.has(xml.attribute('StyleID') ?? ofRow);
      last = column + spanOf(xml, 'MergeAcross');
    } else if (xml.name === 'Data' && !xml.empty && !isComment && (own || hasRuns)) {
      const { isStruck, meant } = lookOf(runsIn(xml), own);
      if (!isStruck && meant === null) continue;
      const look = getOrMake(sheets.at(-1) ?? new Map<number, Look>(), row, newLook);
      if (isStruck) look.struck.push(column);
      if (meant !== null) look.meant.push({ column, ...meant });
    }
  }
  return sheets;
}

const newLook = (): Look => ({ struck: [], meant: [] });

/** The runs of the data whose tag was read, to its end. */
function runsIn(xml: XmlReader): readonly TextRun[] {
  const open: string[] = [];
  const runs: TextRun[] = [];
  do {
    const text = characterData(xml.text, xml.end);
    const raised = open.includes('sup') ? 1 : open.includes('sub') ? -1 : 0;
    if (text !== '') runs.push({ text, struck: open.includes('s') ? true : null, raised });
    if (!xml.next()) break;
    if (!xml.closing && !xml.empty && open.length < MOST_OPEN) open.push(xml.name.toLowerCase());
    else if (xml.closing) open.splice(Math.max(0, open.lastIndexOf(xml.name.toLowerCase())));
  } while (!(xml.closing && xml.name === 'Data'));
  return runs;
}

/** Deeper than any text. */
const MOST_OPEN = 50;

const DATA = /(<(?:\w+:)?Data\b[^>]*REC-html40[^>]*>)([\s\S]*?)(<\/(?:\w+:)?Data>)/g;
const TAGS = /<\/?(?:html:)?(?:B|I|U|O|S|Sub|Sup|Font|Span)\b[^>]*>/gi;

/** The workbook with all text of its cells plain: of runs, SheetJS passes over those before a font. */
export function withoutRuns(text: string): string {
  if (!text.includes('REC-html40')) return text;
  return text.replace(
    DATA,
    (_, open: string, inside: string, close: string) => open + inside.replace(TAGS, '') + close,
  );
}

/** Where a row or cell says that it stands, 0-based; else the next place. */
function indexOf(xml: XmlReader, next: number): number {
  const index = Number(xml.attribute('Index') ?? 0);
  return index > 0 ? index - 1 : next;
}

function spanOf(xml: XmlReader, name: string): number {
  return Math.max(0, Number(xml.attribute(name) ?? 0) || 0);
}
