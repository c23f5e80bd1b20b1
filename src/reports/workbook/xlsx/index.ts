import { chartXml } from './chart-xml.js';
import { appXml, coreXml, customXml } from './doc-props.js';
import { drawingXml, isDrawnOn } from './drawing-xml.js';
import type { Book, Chart, Outline, Series, Sheet } from './model.js';
import { localFormat } from './number-format.js';
import { type Context, DRAWING_ID, linkId, sheetXml } from './sheet-xml.js';
import { Strings } from './strings.js';
import { Styles } from './styles-xml.js';
import { workbookXml } from './workbook-xml.js';
import { attributes, XML } from './xml.js';
import { type Packed, type Part, packed, zip } from './zip.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Writes a workbook as an `.xlsx` file; the same book gives the same bytes. */
export function writeBook(book: Book): Uint8Array {
  const styles = new Styles(book);
  const strings = new Strings();
  const { parts, outlines } = sheetParts(book, { styles, strings });
  const rest = [
    ...sheetRels(outlines),
    ...chartParts(outlines, book.locale),
    { path: 'xl/styles.xml', content: styles.xml() },
    { path: 'xl/sharedStrings.xml', content: strings.xml() },
    { path: 'docProps/core.xml', content: coreXml(book) },
    { path: 'docProps/app.xml', content: appXml() },
    { path: 'docProps/custom.xml', content: customXml(book) },
  ].map(packed);
  const first = [
    { path: '_rels/.rels', content: packageRels() },
    { path: 'xl/workbook.xml', content: workbookXml(outlines) },
    { path: 'xl/_rels/workbook.xml.rels', content: workbookRels(outlines.length) },
  ].map(packed);
  const all = [...first, ...parts, ...rest];
  return zip([packed({ path: '[Content_Types].xml', content: contentTypes(all) }), ...all]);
}

/**
 * Packs each sheet as soon as it is made, so that of a large book only one is held at a time. The
 * cover comes last, as it tells what the others are.
 */
function sheetParts(
  { sheets, cover, selected = 1 }: Book,
  context: Pick<Context, 'styles' | 'strings'>,
): { readonly parts: readonly Packed[]; readonly outlines: readonly Outline[] } {
  const write = (sheet: Sheet, number: number) => {
    const own = { ...context, selected: number <= selected, number };
    const part = packed({ path: sheetPath(number), content: sheetXml(sheet, own) });
    const { rows: _, ...outline } = sheet;
    return { part, outline };
  };
  const written: ReturnType<typeof write>[] = [];
  const before = cover === undefined ? 0 : 1;
  for (const sheet of sheets) written.push(write(sheet, before + written.length + 1));
  if (cover !== undefined) written.unshift(write(cover(written.map((one) => one.outline.name)), 1));
  return {
    parts: written.map(({ part }) => part),
    outlines: written.map(({ outline }) => outline),
  };
}

const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`;

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

function rels(relations: readonly Relation[]): string {
  const items = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship${attributes({ Id: id, Type: type, Target: target, TargetMode: external ? 'External' : undefined })}/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function packageRels(): string {
  return rels([
    { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' },
    {
      id: 'rId2',
      type: `${PACKAGE}/relationships/metadata/core-properties`,
      target: 'docProps/core.xml',
    },
    { id: 'rId3', type: `${OFFICE}/extended-properties`, target: 'docProps/app.xml' },
    { id: 'rId4', type: `${OFFICE}/custom-properties`, target: 'docProps/custom.xml' },
  ]);
}

function workbookRels(sheets: number): string {
  const own = Array.from({ length: sheets }, (_, i) => ({
    id: `rId${i + 1}`,
    type: `${OFFICE}/worksheet`,
    target: `worksheets/sheet${i + 1}.xml`,
  }));
  return rels([
    ...own,
    { id: `rId${sheets + 1}`, type: `${OFFICE}/styles`, target: 'styles.xml' },
    { id: `rId${sheets + 2}`, type: `${OFFICE}/sharedStrings`, target: 'sharedStrings.xml' },
  ]);
}

function sheetRels(sheets: readonly Outline[]): readonly Part[] {
  return sheets.flatMap((sheet, i) => {
    const relations: Relation[] = sheet.links.flatMap((link, n) =>
      'file' in link.to
        ? [
            {
              id: linkId(n),
              type: `${OFFICE}/hyperlink`,
              target: encodeURI(link.to.file),
              external: true,
            },
          ]
        : [],
    );
    if (isDrawnOn(sheet))
      relations.push({
        id: DRAWING_ID,
        type: `${OFFICE}/drawing`,
        target: `../drawings/drawing${i + 1}.xml`,
      });
    if (relations.length === 0) return [];
    return [{ path: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, content: rels(relations) }];
  });
}

function localized(chart: Chart, locale: Book['locale']): Chart {
  const local = (one: Series): Series => ({ ...one, format: localFormat(one.format, locale) });
  return { ...chart, bars: chart.bars.map(local), lines: chart.lines.map(local) };
}

function chartParts(sheets: readonly Outline[], locale: Book['locale']): readonly Part[] {
  const parts: Part[] = [];
  let number = 0;
  for (const [i, sheet] of sheets.entries()) {
    const { charts } = sheet;
    if (!isDrawnOn(sheet)) continue;
    const relations: Relation[] = [];
    for (const chart of charts) {
      number++;
      parts.push({
        path: `xl/charts/chart${number}.xml`,
        content: chartXml(localized(chart, locale)),
      });
      relations.push({
        id: `rId${relations.length + 1}`,
        type: `${OFFICE}/chart`,
        target: `../charts/chart${number}.xml`,
      });
    }
    parts.push({ path: `xl/drawings/drawing${i + 1}.xml`, content: drawingXml(sheet) });
    if (charts.length === 0) continue;
    parts.push({ path: `xl/drawings/_rels/drawing${i + 1}.xml.rels`, content: rels(relations) });
  }
  return parts;
}

const CONTENT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${MAIN}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet\d+\.xml$/, `${MAIN}.worksheet+xml`],
  [/^xl\/styles\.xml$/, `${MAIN}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${MAIN}.sharedStrings+xml`],
  [/^xl\/charts\//, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  [/^docProps\/core/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/^docProps\/custom/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
];

function contentTypes(parts: readonly Packed[]): string {
  const overrides = parts.flatMap(({ path }) => {
    const found = CONTENT_TYPES.find(([pattern]) => pattern.test(path));
    return found ? [`<Override PartName="/${path}" ContentType="${found[1]}"/>`] : [];
  });
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
