/**
 * What the schema of ECMA-376 (5th edition, Part 1, transitional) says of the children of the
 * elements that ccds writes: in this order, `a|b` one of these. `!` must be there, `*` any
 * number, `+` at least one; else at most once. `any` is not looked into.
 */
const FILL = 'noFill|solidFill|gradFill|blipFill|pattFill|grpFill';
const CHARACTERS = `ln ${FILL} effectLst|effectDag highlight uLnTx|uLn uFillTx|uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst`;
const LABELS =
  'dLbl* delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst';
const AXIS =
  'axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx! crosses|crossesAt';
const BODY = 'bodyPr! lstStyle p+';

export const SCHEMA: Readonly<Record<string, string>> = {
  // 21.2: charts
  chartSpace:
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData printSettings userShapes extLst',
  'chartSpace/chart':
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea! legend plotVisOnly dispBlanksAs showDLblsOverMax extLst',
  title: 'tx layout overlay spPr txPr extLst',
  'title/tx': 'strRef|rich!',
  'ser/tx': 'strRef|v!',
  rich: BODY,
  txPr: BODY,
  plotArea: 'layout barChart|lineChart+ valAx|catAx|dateAx|serAx* dTable spPr extLst',
  barChart: 'barDir! grouping varyColors ser* dLbls gapWidth overlap serLines* axId+ extLst',
  lineChart:
    'grouping! varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId+ extLst',
  'barChart/ser':
    'idx! order! tx spPr invertIfNegative pictureOptions dPt* dLbls trendline* errBars cat val shape extLst',
  'lineChart/ser': 'idx! order! tx spPr marker dPt* dLbls trendline* errBars cat val smooth extLst',
  'ser/marker': 'symbol size spPr extLst',
  dLbls: LABELS,
  cat: 'multiLvlStrRef|numRef|numLit|strRef|strLit!',
  val: 'numRef|numLit!',
  strRef: 'f! strCache extLst',
  numRef: 'f! numCache extLst',
  strCache: 'ptCount pt* extLst',
  numCache: 'formatCode ptCount pt* extLst',
  'strCache/pt': 'v!',
  'numCache/pt': 'v!',
  catAx: `${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst`,
  valAx: `${AXIS} crossBetween majorUnit minorUnit dispUnits extLst`,
  scaling: 'logBase orientation max min extLst',
  majorGridlines: 'spPr',
  legend: 'legendPos legendEntry* layout overlay spPr txPr extLst',
  printSettings: 'headerFooter pageMargins pageSetup legacyDrawingHF',
  // 20.1: shapes and text
  spPr: `xfrm custGeom|prstGeom ${FILL} ln effectLst|effectDag scene3d sp3d extLst`,
  custGeom: 'avLst gdLst ahLst cxnLst rect pathLst!',
  pathLst: 'path*',
  path: 'close|moveTo|lnTo|arcTo|quadBezTo|cubicBezTo*',
  moveTo: 'pt!',
  lnTo: 'pt!',
  'moveTo/pt': '',
  'lnTo/pt': '',
  ln: `noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst`,
  solidFill: 'scrgbClr|srgbClr|hslClr|sysClr|schemeClr|prstClr!',
  p: 'pPr r|br|fld* endParaRPr',
  pPr: 'lnSpc spcBef spcAft defRPr extLst',
  defRPr: CHARACTERS,
  rPr: CHARACTERS,
  r: 'rPr t!',
  // 20.5: drawings
  wsDr: 'twoCellAnchor|oneCellAnchor|absoluteAnchor*',
  twoCellAnchor: 'from! to! sp|grpSp|graphicFrame|cxnSp|pic|contentPart! clientData!',
  from: 'col! colOff! row! rowOff!',
  to: 'col! colOff! row! rowOff!',
  sp: 'nvSpPr! spPr! style txBody',
  nvSpPr: 'cNvPr! cNvSpPr!',
  graphicFrame: 'nvGraphicFramePr! xfrm! graphic!',
  nvGraphicFramePr: 'cNvPr! cNvGraphicFramePr!',
  xfrm: 'off ext',
  graphic: 'graphicData!',
  graphicData: 'any',
  // 18.3: worksheets
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols* sheetData! sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetViews: 'sheetView+ extLst',
  sheetView: 'pane selection* pivotSelection* extLst',
  cols: 'col+',
  sheetData: 'row*',
  row: 'c* extLst',
  c: 'f v is extLst',
  autoFilter: 'filterColumn* sortState extLst',
  mergeCells: 'mergeCell+',
  conditionalFormatting: 'cfRule+ extLst',
  cfRule: 'formula* colorScale dataBar iconSet extLst',
  dataBar: 'cfvo+ color!',
  dataValidations: 'dataValidation+',
  dataValidation: 'formula1 formula2',
  hyperlinks: 'hyperlink+',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  rowBreaks: 'brk*',
  extLst: 'ext*',
  ext: 'any',
  // 18.2: workbooks
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets! functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr* webPublishObjects extLst',
  bookViews: 'workbookView+ extLst',
  sheets: 'sheet+',
  definedNames: 'definedName*',
  // 18.7: comments
  comments: 'authors! commentList! extLst',
  authors: 'author*',
  commentList: 'comment*',
  comment: 'text! commentPr extLst',
  'comment/text': 'any',
  // 18.4, 18.8: texts and styles
  sst: 'si* extLst',
  si: 't r* rPh* phoneticPr',
  is: 't r* rPh* phoneticPr',
  styleSheet:
    'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  numFmts: 'numFmt*',
  fonts: 'font*',
  font: 'any',
  fills: 'fill*',
  fill: 'patternFill|gradientFill',
  patternFill: 'fgColor bgColor',
  borders: 'border*',
  border: 'start end left right top bottom diagonal vertical horizontal',
  ...Object.fromEntries(
    ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => [side, 'color']),
  ),
  cellStyleXfs: 'xf+',
  cellXfs: 'xf+',
  xf: 'alignment protection extLst',
  cellStyles: 'cellStyle+ extLst',
  // Part 2: the package; 22.2, 22.3: properties
  Types: 'Default|Override*',
  Relationships: 'Relationship*',
  coreProperties: 'any',
  Properties: 'any',
};

/** Attributes that must be there. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  sheet: ['name', 'sheetId', 'r:id'],
  definedName: ['name'],
  sheetView: ['workbookViewId'],
  'moveTo/pt': ['x', 'y'],
  'lnTo/pt': ['x', 'y'],
  'cols/col': ['min', 'max'],
  sheetFormatPr: ['defaultRowHeight'],
  mergeCell: ['ref'],
  hyperlink: ['ref'],
  cfRule: ['type', 'priority'],
  cfvo: ['type'],
  'worksheet/pageMargins': ['left', 'right', 'top', 'bottom', 'header', 'footer'],
  'printSettings/pageMargins': ['l', 'r', 't', 'b', 'header', 'footer'],
  dataValidation: ['sqref'],
  drawing: ['r:id'],
  numFmt: ['formatCode'],
  cellStyle: ['xfId'],
  Relationship: ['Id', 'Type', 'Target'],
  Override: ['PartName', 'ContentType'],
  cNvPr: ['id', 'name'],
  ptCount: ['val'],
  axId: ['val'],
};

/** An element, its prefix left off. */
export interface Element {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly children: Element[];
}

const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|<\?[^>]*\?>/g;

/** The elements of a part. @throws Error where they are not well nested */
export function parse(xml: string): Element {
  const root: Element = { name: '', attributes: [], children: [] };
  const open = [root];
  for (const [tag, closing, name, attributes, empty] of xml.matchAll(TAG)) {
    if (name === undefined) continue;
    const bare = name.replace(/^\w+:/, '');
    if (closing === '/') {
      if (open.pop()!.name !== bare) throw new Error(`${tag} closes another element`);
      continue;
    }
    const names = [...attributes!.matchAll(/([\w:]+)=/g)].map(([, one]) => one!);
    const element: Element = { name: bare, attributes: names, children: [] };
    open.at(-1)!.children.push(element);
    if (empty !== '/') open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not well nested');
  return root.children[0]!;
}

/** What of a part does not hold to the schema, each with its path. */
export function faultsOf(element: Element, parent = ''): readonly string[] {
  const { name, attributes, children } = element;
  const path = `${parent}/${name}`;
  const inside = `${parent.split('/').at(-1)}/${name}`;
  const model = SCHEMA[inside] ?? SCHEMA[name];
  const needed = ATTRIBUTES[inside] ?? ATTRIBUTES[name] ?? [];
  const lacking = needed.filter((one) => !attributes.includes(one));
  const own = lacking.map((one) => `${path} lacks @${one}`);
  if (model === 'any') return own;
  if (model === undefined)
    return children.length === 0 ? own : [...own, `${path} is not known to the schema`];
  const names = children.map((child) => child.name);
  return [
    ...own,
    ...orderFaults(path, names, model.split(' ')),
    ...children.flatMap((child) => faultsOf(child, path)),
  ];
}

/** Takes the children off one particle after the other. */
function orderFaults(path: string, names: readonly string[], model: readonly string[]): string[] {
  const faults: string[] = [];
  let at = 0;
  for (const particle of model) {
    const choices = particle.replace(/[!*+]$/, '').split('|');
    const most = /[*+]$/.test(particle) ? Number.POSITIVE_INFINITY : 1;
    let taken = 0;
    while (taken < most && at < names.length && choices.includes(names[at]!)) {
      at++;
      taken++;
    }
    if (taken === 0 && /[!+]$/.test(particle)) faults.push(`${path} lacks ${choices.join(' or ')}`);
  }
  if (at < names.length) faults.push(`${path}: ${names[at]} is out of place`);
  return faults;
}

/** Names of the children by path, over a whole part. */
export function shapeOf(element: Element, parent = ''): ReadonlyMap<string, ReadonlySet<string>> {
  const shape = new Map<string, Set<string>>();
  const visit = ({ name, children }: Element, above: string): void => {
    const path = `${above}/${name}`;
    const known = shape.get(path) ?? new Set<string>();
    for (const child of children) {
      known.add(child.name);
      visit(child, path);
    }
    shape.set(path, known);
  };
  visit(element, parent);
  return shape;
}
