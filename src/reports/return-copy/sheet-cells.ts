import { cellAddress, columnLetters, columnNumber } from '../../core/address.js';
import { NotWhole } from './types.js';
import { attribute, findElement, findElements, tags, withAttribute } from './xml-edit.js';

/** What a cell's format becomes: from the number that it has to the number that it gets. */
export type Restyle = (address: string, style: number) => number;

/**
 * Gives cells of a worksheet another format. Cells in `wanted` that are not there are made;
 * of the others only those are looked at that are there, and only with `all`.
 */
export function restyleCells(
  xml: string,
  wanted: ReadonlySet<string>,
  restyle: Restyle,
  all: boolean,
): string {
  return withDimension(restyled(xml, wanted, restyle, all), wanted);
}

/** Has the sheet tell that it reaches as far as the cells that were made: some readers go by it. */
function withDimension(xml: string, made: ReadonlySet<string>): string {
  const head = xml.slice(0, findElement(xml, 'sheetData')?.start ?? 0);
  const told = findElement(head, 'dimension');
  const [first, last = first] = (told && attribute(told.tag, 'ref'))?.split(':') ?? [];
  if (told === null || first === undefined || !/^[A-Z]+\d+$/.test(last ?? '')) return xml;
  const top = placeOf(first);
  const end = placeOf(last!);
  const box = { left: top.column, top: top.row, right: end.column, bottom: end.row };
  for (const address of made) {
    const { column, row } = placeOf(address);
    box.left = Math.min(box.left, column);
    box.top = Math.min(box.top, row);
    box.right = Math.max(box.right, column);
    box.bottom = Math.max(box.bottom, row);
  }
  const [from, to] = [cellAddress(box.left, box.top), cellAddress(box.right, box.bottom)];
  const ref = from === to ? from : `${from}:${to}`;
  return (
    head.slice(0, told.start) + withAttribute(told.tag, 'ref', ref) + xml.slice(told.innerStart)
  );
}

function restyled(
  xml: string,
  wanted: ReadonlySet<string>,
  restyle: Restyle,
  all: boolean,
): string {
  if (/<!--|<!\[CDATA\[/.test(xml)) throw new NotWhole('the sheet has comments or CDATA');
  const data = findElement(xml, 'sheetData');
  if (data === null) throw new NotWhole('the sheet has no rows');
  const rows = rowsOf(wanted);
  const columns = columnStyles(xml.slice(0, data.start));
  const made = { prefix: data.prefix, restyle, columns, all };
  const pieces: string[] = [];
  let at = data.innerStart;
  let number = 0;
  const missing = [...rows.keys()].sort((a, b) => a - b);
  for (let row = findElement(xml, 'row', at); row && row.start < data.innerEnd; ) {
    number = Number(attribute(row.tag, 'r') ?? number + 1);
    pieces.push(xml.slice(at, row.start));
    while (missing[0] !== undefined && missing[0] < number)
      pieces.push(newRow(missing[0], rows.get(missing.shift()!)!, made));
    const isWanted = missing[0] === number;
    if (isWanted) missing.shift();
    const text = xml.slice(row.start, row.end);
    pieces.push(isWanted || all ? editRow(text, number, rows.get(number) ?? [], made) : text);
    at = row.end;
    row = findElement(xml, 'row', at);
  }
  const rest = missing.map((n) => newRow(n, rows.get(n)!, made)).join('');
  const tail = xml.slice(at, data.innerEnd);
  const inside = pieces.join('') + tail + rest;
  if (!data.tag.endsWith('/>'))
    return xml.slice(0, data.innerStart) + inside + xml.slice(data.innerEnd);
  const name = `${data.prefix}sheetData`;
  return `${xml.slice(0, data.start)}<${name}>${rest}</${name}>${xml.slice(data.end)}`;
}

interface Making {
  readonly prefix: string;
  readonly restyle: Restyle;
  /** Format of a blank cell by its column. */
  readonly columns: (column: number) => number;
  readonly all: boolean;
}

/** `B7`, `D7` → row 7: columns 1 and 3. */
function rowsOf(addresses: ReadonlySet<string>): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const address of addresses) {
    const { column, row } = placeOf(address);
    rows.set(
      row,
      [...(rows.get(row) ?? []), column].sort((a, b) => a - b),
    );
  }
  return rows;
}

/** `B7` → column 1, row 7. */
export function placeOf(address: string): { readonly column: number; readonly row: number } {
  const [, letters, row] = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined) throw new NotWhole(`no address: ${address}`);
  return { column: columnNumber(letters), row: Number(row) };
}

/** `D5:D7 D9` → `D5`, `D6`, `D7`, `D9`; of one column each run. */
export function addressesIn(area: string): string[] {
  if (area === '') return [];
  return area.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split(':');
    const [from, to] = [placeOf(first), placeOf(last)];
    return Array.from({ length: to.row - from.row + 1 }, (_, i) =>
      cellAddress(from.column, from.row + i),
    );
  });
}

function columnStyles(head: string): (column: number) => number {
  const columns = [...head.matchAll(tags('col'))].map(([tag]) => ({
    first: Number(attribute(tag, 'min')) - 1,
    last: Number(attribute(tag, 'max')) - 1,
    style: Number(attribute(tag, 'style') ?? 0),
  }));
  return (column) =>
    columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
}

function newRow(number: number, columns: readonly number[], made: Making): string {
  const cells = columns.map((column) => newCell(number, column, made.columns(column), made));
  return `<${made.prefix}row r="${number}">${cells.join('')}</${made.prefix}row>`;
}

function newCell(row: number, column: number, style: number, made: Making): string {
  const address = cellAddress(column, row);
  return `<${made.prefix}c r="${address}" s="${made.restyle(address, style)}"/>`;
}

/** Renews the formats of a row's cells, and puts in those that are missing. */
function editRow(text: string, number: number, wanted: readonly number[], made: Making): string {
  const row = findElement(text, 'row')!;
  const own = attribute(row.tag, 'customFormat') === '1' ? Number(attribute(row.tag, 's')) : null;
  const missing = [...wanted];
  const pieces: string[] = [];
  const make = (column: number) => newCell(number, column, own ?? made.columns(column), made);
  let at = row.innerStart;
  let column = -1;
  for (const cell of findElements(text, 'c', row.innerStart, row.innerEnd)) {
    const address = attribute(cell.tag, 'r');
    column = address === undefined ? column + 1 : placeOf(address).column;
    pieces.push(text.slice(at, cell.start));
    while (missing[0] !== undefined && missing[0] < column) pieces.push(make(missing.shift()!));
    const isWanted = missing[0] === column;
    if (isWanted) missing.shift();
    pieces.push(
      isWanted || made.all
        ? restyledCell(cell.tag, `${columnLetters(column)}${number}`, made)
        : cell.tag,
    );
    pieces.push(text.slice(cell.innerStart, cell.end));
    at = cell.end;
  }
  pieces.push(text.slice(at, row.innerEnd), ...missing.map(make));
  const inside = pieces.join('');
  if (inside === '') return text;
  const open = row.tag.replace(/\s*\/>$/, '>');
  return `${text.slice(0, row.start)}${open}${inside}</${row.prefix}row>`;
}

function restyledCell(tag: string, address: string, { restyle }: Making): string {
  const style = Number(attribute(tag, 's') ?? 0);
  const renewed = restyle(address, style);
  return renewed === style ? tag : withAttribute(tag, 's', renewed);
}
