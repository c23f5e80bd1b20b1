import { cellAddress } from '../../core/address.js';
import { getOrMake } from '../../core/memo.js';
import { placeOf } from './sheet-cells.js';
import { attribute, findElements } from './xml-edit.js';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A merge of more rows is looked at for each cell. */
const TALL = 1000;

/**
 * Where what is said of a cell is seen: at the upper left one of those that it is merged with, as a
 * program shows neither the colour nor the comment of the others.
 * @param xml of the worksheet
 */
export function shownCells(xml: string): (address: string) => string {
  const tall: Box[] = [];
  const byRow = new Map<number, Box[]>();
  for (const { tag } of findElements(xml, 'mergeCell')) {
    const box = boxOf(attribute(tag, 'ref') ?? '');
    if (box === null) continue;
    if (box.bottom - box.top >= TALL) tall.push(box);
    else
      for (let row = box.top; row <= box.bottom; row++) getOrMake(byRow, row, () => []).push(box);
  }
  if (tall.length === 0 && byRow.size === 0) return (address) => address;
  return (address) => {
    const { column, row } = placeOf(address);
    const holds = ({ left, top, right, bottom }: Box) =>
      left <= column && column <= right && top <= row && row <= bottom;
    const box = byRow.get(row)?.find(holds) ?? tall.find(holds);
    return box === undefined ? address : cellAddress(box.left, box.top);
  };
}

/** `A1:C2`; null for anything else. */
function boxOf(ref: string): Box | null {
  const [, first, last] = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(ref) ?? [];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [placeOf(first), placeOf(last)];
  return { left: from.column, top: from.row, right: to.column, bottom: to.row };
}
