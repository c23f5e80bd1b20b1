import { escapeXml, worksheet, xlsx } from '../../spreadsheet/support/xlsx-writer.mjs';

/**
 * A workbook as a few lines of text. Cells stand between `|`; spaces around them do not
 * count. A bare number is a number; `'` forces text; `@2024-09-05` is a date, `@2024-09` one
 * that shows `09/2024`, `@0.25` a time of day, `%0.85` a percentage, `#REF!` an error; `=A1+B1` a formula without a stored value.
 * `~` before any of these strikes the cell through, and `~~` all cells of a line that begins so.
 */
export interface Grid {
  readonly sheets: readonly GridSheet[];
  /** The workbook's modified property, ISO. */
  readonly modified?: string;
}

export interface GridSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly string[];
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
}

const FORMATS = ['dd/mm/yyyy', '0%', '"Tháng "mm/yyyy', 'hh:mm'];
const DATE = 1;
const PERCENT = 2;
const MONTH = 3;
const TIME = 4;

/** The bytes of the .xlsx that a grid describes. */
export function workbookOf({ sheets, modified }: Grid): Buffer {
  return Buffer.from(
    xlsx({
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        ...(sheet.state && { state: sheet.state }),
        xml: sheetXml(sheet),
      })),
      formats: FORMATS,
      struck: sheets.some(({ rows }) => rows.some((line) => line.includes('~'))),
      ...(modified && { modified }),
    }),
  );
}

function sheetXml({ rows, merges = [], hiddenRows = [] }: GridSheet): string {
  const lines = rows.map((line, i) => {
    const isStruck = line.startsWith('~~');
    const cells = line.replace(/^~~/, '').split('|');
    const written = cells.map((cell, c) => struckXml(cell, `${letters(c)}${i + 1}`, isStruck));
    const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : '';
    return `<row r="${i + 1}"${hidden}>${written.join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return worksheet(
    `<sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}`,
  );
}

function struckXml(written: string, r: string, isLine: boolean): string {
  const text = written.trimStart();
  if (!isLine && !text.startsWith('~')) return cellXml(written, r);
  const xml = cellXml(text.replace(/^~/, ''), r);
  const format = Number(/ s="(\d+)"/.exec(xml)?.[1] ?? 0) + FORMATS.length + 1;
  return xml.replace(/ s="\d+"/, '').replace('<c ', `<c s="${format}" `);
}

function cellXml(written: string, r: string): string {
  const text = written.replace(/^ +| +$/g, '');
  if (text === '') return '';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return `<c r="${r}"><v>${text}</v></c>`;
  if (text.startsWith('@')) return dateXml(text.slice(1), r);
  if (text.startsWith('%')) return `<c r="${r}" s="${PERCENT}"><v>${text.slice(1)}</v></c>`;
  if (text.startsWith('=')) return `<c r="${r}"><f>${escapeXml(text.slice(1))}</f></c>`;
  if (/^#[A-Z/0]+[!?]?$/.test(text)) return `<c r="${r}" t="e"><v>${text}</v></c>`;
  const plain = escapeXml(text.startsWith("'") ? text.slice(1) : text);
  return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${plain}</t></is></c>`;
}

function dateXml(iso: string, r: string): string {
  if (iso.startsWith('0.')) return `<c r="${r}" s="${TIME}"><v>${iso}</v></c>`;
  const style = iso.length === '2024-09'.length ? MONTH : DATE;
  return `<c r="${r}" s="${style}"><v>${serialOf(iso)}</v></c>`;
}

function serialOf(iso: string): number {
  return (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function letters(column: number): string {
  const first = Math.floor(column / 26);
  return (first > 0 ? letters(first - 1) : '') + String.fromCharCode(65 + (column % 26));
}
