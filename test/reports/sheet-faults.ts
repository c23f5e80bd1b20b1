import { columnNumber } from '../../src/core/address.js';
import { listFaults } from './list-faults.js';
import {
  type Box,
  boxOf,
  insides,
  type NamedSheet,
  placeOf,
  tagsOf,
  twice,
} from './package-tags.js';

/** What Excel would mend in a worksheet. */
export function sheetFaults(xml: string, sheets: readonly NamedSheet[]): string[] {
  return [
    ...placeFaults(xml),
    ...sizeFaults(xml),
    ...checkFaults(xml, sheets),
    ...formatFaults(xml),
    ...rangeFaults(xml),
    ...listFaults(xml),
    ...tagsOf(xml, 'hyperlink')
      .filter((tag) => tag.location !== undefined && placeOf(tag.location, sheets) === null)
      .map((tag) => `a link to ${tag.location}`),
    ...insides(xml, 'f')
      .filter((formula) => formula.length > 8192)
      .map((formula) => `a formula of ${formula.length} characters`),
    ...[...xml.matchAll(/<c\s[^>]*><f[^>]*>[^<]*<\/f><\/c>/g)].map(([cell]) => `${cell}: no value`),
    ...[...xml.matchAll(/<c r="(\w+)"[^>]*><v>([^<]*)<\/v>/g)]
      .filter(([cell, , value]) => !cell.includes(' t="') && !Number.isFinite(Number(value || '!')))
      .map(([cell]) => `${cell} is no number`),
  ];
}

/** Prefixes that a part uses, or tells a program that it may pass by, without saying whose they are. */
export function prefixFaults(xml: string): string[] {
  const declared = new Set([...xml.matchAll(/ xmlns:(\w+)=/g)].map(([, prefix]) => prefix!));
  const used = [...xml.matchAll(/<\/?([A-Za-z]\w*):[A-Za-z]/g)].map(([, prefix]) => prefix!);
  const passedBy = [...xml.matchAll(/ (?:mc:Ignorable|Requires)="([^"]*)"/g)].flatMap(([, all]) =>
    all!.split(' '),
  );
  return [...new Set([...used, ...passedBy])]
    .filter((prefix) => prefix !== 'xml' && !declared.has(prefix))
    .map((prefix) => `prefix ${prefix} is nobody's`);
}

/** Conditional formats stand somewhere, each rule in an order of its own. */
function formatFaults(xml: string): string[] {
  return [
    ...tagsOf(xml, 'conditionalFormatting').flatMap(({ sqref }) =>
      (sqref?.split(' ') ?? []).flatMap((range) =>
        boxOf(range) === null ? [`a format of ${range}`] : [],
      ),
    ),
    ...twice(tagsOf(xml, 'cfRule').flatMap(({ priority }) => priority ?? [])).map(
      (priority) => `two rules of priority ${priority}`,
    ),
  ];
}

/** The table that a filter is over, and the cells that a sheet tells of, hold all that is there. */
function rangeFaults(xml: string): string[] {
  const told = boxOf(tagsOf(xml, 'dimension')[0]?.ref ?? '');
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, at]) => boxOf(at!)!);
  const outside = cells.filter(
    ({ left, top }) =>
      told !== null &&
      (left < told.left || left > told.right || top < told.top || top > told.bottom),
  );
  return [
    ...outside
      .slice(0, 1)
      .map(({ left, top }) => `column ${left}, row ${top} is past its dimension`),
    ...tagsOf(xml, 'autoFilter').flatMap(({ ref = '' }) =>
      boxOf(ref) === null ? [`a filter of ${ref}`] : [],
    ),
    ...(tagsOf(xml, 'autoFilter').length > 1 ? ['two filters'] : []),
  ];
}

/** Merges and checks that lie over each other, rows, cells and page ends out of order. */
function placeFaults(xml: string): string[] {
  const boxes = (tag: string, key: string) =>
    tagsOf(xml, tag).flatMap((one) => one[key]!.split(' ').map((text) => boxOf(text)));
  const faults: string[] = [];
  for (const [tag, key] of [
    ['mergeCell', 'ref'],
    ['dataValidation', 'sqref'],
  ] as const) {
    const all = boxes(tag, key).sort((a, b) => (a?.top ?? 0) - (b?.top ?? 0));
    for (const [i, box] of all.entries()) {
      if (box === null) faults.push(`${tag} ${i} is nowhere`);
      for (let n = i + 1; box !== null && n < all.length && all[n]!.top <= box.bottom; n++)
        if (overlaps(box, all[n]!)) faults.push(`${tag} of rows ${box.top} and ${all[n]!.top}`);
    }
  }
  const rising = (what: string, all: readonly number[]) =>
    all.every((n, i) => i === 0 || all[i - 1]! < n) ? [] : [`${what} out of order`];
  const rows = [...xml.matchAll(/<row r="(\d+)".*?(?=<row |<\/sheetData>)/gs)];
  return [
    ...faults,
    ...rising(
      'rows',
      rows.map(([, n]) => Number(n)),
    ),
    ...rising(
      'page ends',
      tagsOf(xml, 'brk').map(({ id }) => Number(id)),
    ),
    ...rows.flatMap(([row, n]) => {
      const cells = [...row.matchAll(/<c r="([A-Z]+)(\d+)"/g)];
      const odd = cells.filter(([, , number]) => number !== n).map(([tag]) => `${tag} in row ${n}`);
      const columns = cells.map(([, letters]) => columnNumber(letters!));
      return [...odd, ...rising(`cells of row ${n}`, columns)];
    }),
  ];
}

/** Heights, widths, and how many of a kind Excel takes. */
function sizeFaults(xml: string): string[] {
  const most = (tag: string, number: number) =>
    tagsOf(xml, tag).length > number ? [`too many ${tag}`] : [];
  return [
    ...tagsOf(xml, 'row').flatMap(({ r, ht }) =>
      Number(ht ?? 0) > 409 ? [`row ${r}: ${ht}`] : [],
    ),
    ...tagsOf(xml, 'col').flatMap((one) => (Number(one.width ?? 0) > 255 ? ['width'] : [])),
    ...(['oddFooter', 'oddHeader'] as const).flatMap((tag) =>
      insides(xml, tag).flatMap((text) => (text.length > 255 ? [`${tag}: long`] : [])),
    ),
    ...most('hyperlink', 65_530),
    ...most('brk', 1023),
    ...(['mergeCells', 'dataValidations', 'cols', 'hyperlinks'] as const).flatMap((list) =>
      new RegExp(`<${list}[^>]*(/>|></${list}>)`).test(xml) ? [`${list} is empty`] : [],
    ),
  ];
}

const LONGEST = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 225 } as const;

function checkFaults(xml: string, sheets: readonly NamedSheet[]): string[] {
  const bodies = [...xml.matchAll(/<dataValidation( [^>]*?)(?:\/>|>(.*?)<\/dataValidation>)/gs)];
  return bodies
    .flatMap(([, , inside = '']) => {
      const [first = '', second] = [insides(inside, 'formula1')[0], insides(inside, 'formula2')[0]];
      const words = first.startsWith('"') ? first.slice(1, -1) : '';
      return [
        ...(words.length > 255 ? [`a list of ${words.length} characters`] : []),
        ...(first.includes('!') && placeOf(first, sheets) === null ? [`a list at ${first}`] : []),
        ...(second !== undefined && Number(first) > Number(second)
          ? [`${first} to ${second}`]
          : []),
      ];
    })
    .concat(
      tagsOf(xml, 'dataValidation').flatMap((tag) =>
        Object.entries(LONGEST).flatMap(([key, most]) =>
          (tag[key]?.length ?? 0) > most ? [`${key} of ${tag[key]!.length} characters`] : [],
        ),
      ),
    );
}

function overlaps(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
