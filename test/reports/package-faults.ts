/**
 * What Excel would mend in a workbook's package ("We found a problem with some content") beyond
 * the order of elements, which `schema.ts` looks at: parts that are not told of, places that are
 * not there, sizes beyond Excel's own.
 */
import { posix } from 'node:path';
import { chartFaults } from './list-faults.js';
import {
  boxOf,
  insides,
  type NamedSheet,
  placeOf,
  plain,
  type Tag,
  tagsOf,
  twice,
} from './package-tags.js';
import { prefixFaults, sheetFaults } from './sheet-faults.js';

export type Parts = ReadonlyMap<string, string>;

/** Every fault of a package, each with its part. */
export function packageFaults(parts: Parts): readonly string[] {
  const sheets = sheetsOf(parts);
  return [
    ...typeFaults(parts),
    ...[...parts.keys()].flatMap((path) => targetFaults(parts, path)),
    ...nameFaults(parts, sheets),
    ...styleFaults(parts),
    ...textFaults(parts),
    ...[...parts].flatMap(([path, xml]) =>
      path.startsWith('xl/charts/chart') ? chartFaults(xml).map((one) => `${path}: ${one}`) : [],
    ),
    ...[...parts].flatMap(([path, xml]) => prefixFaults(xml).map((fault) => `${path}: ${fault}`)),
    ...tableFaults(parts, sheets),
    ...[...parts].flatMap(([path, xml]) =>
      /^xl\/(drawings|charts)\/[a-z]+\d+\.xml$/.test(path)
        ? drawingFaults(xml, sheets).map((fault) => `${path}: ${fault}`)
        : [],
    ),
    ...sheets.flatMap(({ path }) => [
      ...sheetFaults(parts.get(path)!, sheets).map((fault) => `${path}: ${fault}`),
      ...commentFaults(parts, path).map((fault) => `${path}: ${fault}`),
    ]),
  ];
}

function typeFaults(parts: Parts): string[] {
  const types = parts.get('[Content_Types].xml')!;
  const overrides = tagsOf(types, 'Override').map(({ PartName = '' }) => PartName.slice(1));
  const extensions = tagsOf(types, 'Default').map(({ Extension = '' }) => Extension);
  return [
    ...overrides.filter((path) => !parts.has(path)).map((path) => `${path} is told of, not there`),
    ...twice([...overrides, ...extensions]).map((one) => `${one} has two types`),
    ...[...parts.keys()]
      .filter((path) => path !== '[Content_Types].xml' && !overrides.includes(path))
      .filter((path) => path.endsWith('.xml') || !extensions.includes(path.split('.').at(-1)!))
      .map((path) => `${path} has no type`),
  ];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(parts: Parts, path: string): Relation[] {
  const rels = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
  return tagsOf(parts.get(rels) ?? '', 'Relationship').map((tag) => ({
    id: tag.Id!,
    type: posix.basename(tag.Type!),
    target:
      tag.TargetMode === 'External' || tag.Target!.startsWith('/')
        ? tag.Target!.replace(/^\//, '')
        : posix.join(posix.dirname(path), tag.Target!),
  }));
}

function targetFaults(parts: Parts, path: string): string[] {
  const own = relations(parts, path);
  const used = [...parts.get(path)!.matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id!);
  return [
    ...own
      .filter(({ target, type }) => type !== 'hyperlink' && !parts.has(target))
      .map(({ target }) => `${path}: ${target} is not there`),
    ...twice(own.map(({ id }) => id)).map((id) => `${path}: two relationships ${id}`),
    ...used
      .filter((id) => !own.some((one) => one.id === id))
      .map((id) => `${path}: no relationship ${id}`),
  ];
}

function sheetsOf(parts: Parts): NamedSheet[] {
  const targets = new Map(relations(parts, 'xl/workbook.xml').map((one) => [one.id, one]));
  return tagsOf(parts.get('xl/workbook.xml')!, 'sheet').flatMap((tag) => {
    const { type, target } = targets.get(tag['r:id']!)!;
    return type === 'worksheet' ? [{ name: tag.name!, path: target }] : [];
  });
}

function nameFaults(parts: Parts, sheets: readonly NamedSheet[]): string[] {
  const book = parts.get('xl/workbook.xml')!;
  const names = tagsOf(book, 'sheet').map(({ name = '' }) => name);
  const defined = tagsOf(book, 'definedName').map((tag) => `${tag.name} ${tag.localSheetId}`);
  const views = tagsOf(book, 'workbookView').map((tag) => Number(tag.activeTab ?? 0));
  const selected = sheets.flatMap(({ path }, i) =>
    / tabSelected="(1|true)"/.test(parts.get(path)!) ? [i] : [],
  );
  return [
    ...names.filter((name) => name.length > 31 || name === '').map((n) => `sheet ${n}: length`),
    ...names.filter((name) => /[[\]:*?/\\]|^'|'$/.test(name)).map((n) => `sheet ${n}: characters`),
    ...twice(names.map((name) => name.toLowerCase())).map((name) => `two sheets ${name}`),
    ...twice(tagsOf(book, 'sheet').map(({ sheetId = '' }) => sheetId)).map((n) => `sheetId ${n}`),
    ...twice(defined).map((name) => `two names ${name}`),
    ...views.filter((tab) => tab >= names.length).map((tab) => `no sheet ${tab} to open at`),
    ...views
      .filter(
        (tab) => selected.length > 0 && sheets.length === names.length && !selected.includes(tab),
      )
      .map((tab) => `sheet ${tab} is opened at, and not selected`),
    ...tagsOf(book, 'definedName')
      .filter(({ name = '' }) => !/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name))
      .map(({ name }) => `a name ${name}`),
    ...insides(book, 'definedName')
      .flatMap((text) => (text.includes('!') ? text.split(/,(?=')|,(?=[^'!]+!)/) : []))
      .filter((text) => placeOf(text, sheets) === null)
      .map((text) => `a name of ${text}`),
    ...tagsOf(book, 'definedName')
      .filter(({ localSheetId }) => Number(localSheetId ?? 0) >= names.length)
      .map(({ name }) => `${name} is of no sheet`),
    ...(parts.has('xl/calcChain.xml') ? ['a calcChain, which goes stale'] : []),
  ];
}

/** Tables have ids and names of their own, in the whole workbook, and the columns of their ranges. */
function tableFaults(parts: Parts, sheets: readonly NamedSheet[]): string[] {
  const tables = [...parts].filter(([path]) => path.startsWith('xl/tables/'));
  const heads = tables.map(([, xml]) => tagsOf(xml, 'table')[0]!);
  const defined = tagsOf(parts.get('xl/workbook.xml')!, 'definedName').map(({ name }) => name);
  const names = heads.map(({ displayName = '' }) => displayName.toLowerCase());
  const told = sheets.flatMap(({ path }) => relations(parts, path));
  return [
    ...twice(heads.map(({ id = '' }) => id)).map((id) => `two tables ${id}`),
    ...twice([...names, ...defined.map((name = '') => name.toLowerCase())])
      .filter((name) => names.includes(name))
      .map((name) => `two tables or names ${name}`),
    ...tables.flatMap(([path, xml], i) => {
      const box = boxOf(heads[i]!.ref ?? '');
      const columns = tagsOf(xml, 'tableColumn').map(({ name = '' }) => name.toLowerCase());
      return [
        ...(told.filter(({ target }) => target === path).length === 1
          ? []
          : [`${path}: of no sheet`]),
        ...(box !== null && box.right - box.left + 1 === columns.length
          ? []
          : [`${path}: columns`]),
        ...twice(columns).map((name) => `${path}: two columns ${name}`),
      ];
    }),
  ];
}

/** Shapes have numbers of their own and stand somewhere; charts are of sheets that are there. */
function drawingFaults(xml: string, sheets: readonly NamedSheet[]): string[] {
  const corner = (text: string) =>
    ['col', 'row'].map((one) => Number(insides(text, one)[0] ?? Number.NaN)) as [number, number];
  const anchors = [...xml.matchAll(/<xdr:from>(.*?)<\/xdr:from>\s*<xdr:to>(.*?)<\/xdr:to>/gs)];
  return [
    ...twice(tagsOf(xml, 'cNvPr').map(({ id = '' }) => id)).map((id) => `two shapes ${id}`),
    ...anchors.flatMap(([, from, to]) => {
      const [[left, top], [right, bottom]] = [corner(from!), corner(to!)];
      return left <= right && top <= bottom ? [] : [`from ${left} ${top} to ${right} ${bottom}`];
    }),
    ...[...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)]
      .map(([, text]) => plain(text!))
      .filter((text) => placeOf(text, sheets) === null)
      .map((text) => `a chart of ${text}`),
    ...[...xml.matchAll(/<c:ptCount val="(\d+)"\/>(.*?)<\/c:(?:num|str)Cache>/gs)]
      .filter(([, most, points]) =>
        tagsOf(points!, 'pt').some(({ idx }) => Number(idx) >= Number(most)),
      )
      .map(([, most]) => `a point past ${most}`),
  ];
}

const COUNTED = [
  ...['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles'],
  'dxfs',
];
/** Number formats from here on are a workbook's own. */
const OWN_FORMATS = 164;
const MOST_STYLES = 64_000;

function styleFaults(parts: Parts): string[] {
  const xml = parts.get('xl/styles.xml')!;
  const sizes = new Map<string, number>();
  const faults = COUNTED.flatMap((list) => {
    const whole = new RegExp(`<${list}([ >].*?)</${list}>`, 's').exec(xml)?.[0] ?? '';
    const child = list.endsWith('Xfs') ? 'xf' : list.slice(0, -1);
    sizes.set(list, tagsOf(whole, child).length);
    const told = tagsOf(whole, list)[0]?.count;
    return told === undefined || Number(told) === sizes.get(list) ? [] : [`${list}: ${told}`];
  });
  const xfs = tagsOf(/<cellXfs[ >].*?<\/cellXfs>/s.exec(xml)![0], 'xf');
  const formats = tagsOf(xml, 'numFmt').map(({ numFmtId = '' }) => numFmtId);
  const past = (xf: Tag) =>
    (['font', 'fill', 'border'] as const).some(
      (one) => Number(xf[`${one}Id`] ?? 0) >= sizes.get(`${one}s`)!,
    ) ||
    Number(xf.xfId ?? 0) >= sizes.get('cellStyleXfs')! ||
    (Number(xf.numFmtId ?? 0) >= OWN_FORMATS && !formats.includes(xf.numFmtId!));
  const most = sizes.get('cellXfs')!;
  const used = [...parts]
    .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
    .flatMap(([path, sheet]) =>
      [...sheet.matchAll(/<(?:c|row)\s[^>]*? s="(\d+)"/g)]
        .filter(([, style]) => Number(style) >= most)
        .map(([tag]) => `${path}: ${tag} has no style`),
    );
  const looks = [...parts].flatMap(([path, sheet]) =>
    tagsOf(sheet, 'cfRule')
      .filter(({ dxfId }) => dxfId !== undefined && Number(dxfId) >= sizes.get('dxfs')!)
      .map(({ dxfId }) => `${path}: no look ${dxfId}`),
  );
  return [
    ...faults,
    ...xfs.filter(past).map((xf) => `a style of ${JSON.stringify(xf)}`),
    ...twice(formats).map((id) => `two formats ${id}`),
    ...(most > MOST_STYLES ? [`${most} styles`] : []),
    ...used,
    ...looks,
  ];
}

function textFaults(parts: Parts): string[] {
  const shared = parts.get('xl/sharedStrings.xml') ?? '';
  const [list] = tagsOf(shared, 'sst');
  const texts = insides(shared, 't');
  const known = tagsOf(shared, 'si').length;
  const told = Number(list?.uniqueCount ?? known);
  const indexes = [...parts]
    .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
    .flatMap(([, xml]) => [...xml.matchAll(/<c\s[^>]*? t="s"[^>]*><v>(\d+)<\/v>/g)])
    .map(([, index]) => Number(index));
  const all = Number(list?.count ?? indexes.length);
  const bare = shared.matchAll(/<t>((?:\s[^<]*)|(?:[^<]*\s))<\/t>/g);
  return [
    ...(told === known ? [] : [`${told} texts are told of, ${known} there`]),
    ...(all === indexes.length
      ? []
      : [`${all} uses of texts are told of, ${indexes.length} there`]),
    ...indexes.filter((index) => index >= known).map((index) => `no text ${index}`),
    ...texts.filter((text) => text.length > 32_767).map((text) => `${text.slice(0, 40)}…: long`),
    ...[...bare].map(([tag]) => `${tag}: its blanks are lost`),
    ...[...parts].flatMap(([path, xml]) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) ? [`${path}: not XML`] : [],
    ),
  ];
}

/** Every comment has its box, and the sheet tells of the drawing that the boxes are in. */
function commentFaults(parts: Parts, path: string): string[] {
  const own = relations(parts, path);
  const comments = own.filter(({ type }) => type === 'comments');
  if (comments.length === 0) return [];
  const xml = parts.get(comments[0]!.target)!;
  const places = tagsOf(xml, 'comment').map(({ ref = '' }) => ref);
  const told = tagsOf(parts.get(path)!, 'legacyDrawing')[0]?.['r:id'];
  const drawing = own.find(({ id }) => id === told)?.target;
  if (drawing === undefined) return ['its comments have no drawing'];
  const boxes = [...parts.get(drawing)!.matchAll(/<x:ClientData ObjectType="Note">.*?<\/x:C/gs)];
  const at = boxes.map(([box]) => {
    const [row, column] = [insides(box, 'Row')[0], insides(box, 'Column')[0]];
    return `${column} ${row}`;
  });
  const wanted = places.map((ref) => boxOf(ref)!).map(({ left, top }) => `${left} ${top - 1}`);
  return [
    ...(comments.length > 1 ? ['two lists of comments'] : []),
    ...twice(places).map((ref) => `two comments at ${ref}`),
    ...twice(tagsOf(parts.get(drawing)!, 'v:shape').map(({ id = '' }) => id)).map(
      (id) => `two ${id}`,
    ),
    ...(at.sort().join() === wanted.sort().join() ? [] : ['boxes and comments differ']),
    ...xml
      .split('<comment ')
      .slice(1)
      .filter((one) => insides(one, 't').join('').length > 32_767)
      .map((one) => `a long comment at ${one.slice(0, 12)}`),
  ];
}
