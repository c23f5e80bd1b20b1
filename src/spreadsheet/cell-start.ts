import { ASCII } from './ascii.js';
import { AttributeReader } from './attributes.js';
import { CELL_TYPE } from './cell-value.js';

const { UPPER_A } = ASCII;
const { TYPE_INLINE, TYPE_N, TYPE_NUMBER, TYPE_STR } = CELL_TYPE;

/** What the opening tag of a cell says. */
export class CellStart {
  column = 0;
  /** As its reference says; 0 where it says none, or the row has said it. */
  row = 0;
  style = 0;
  type: number = TYPE_NUMBER;
  /** The cell is `<c/>`. */
  empty = false;
  private readonly attributes = new AttributeReader();

  /** From the first attribute; returns where the cell's content begins, or -1. */
  read(bytes: Buffer, at: number, end: number, columnIfNone: number): number {
    const { attributes } = this;
    this.column = columnIfNone;
    this.row = 0;
    this.style = 0;
    this.type = TYPE_NUMBER;
    attributes.start(bytes, at, end);
    while (attributes.next()) {
      if (attributes.is('r')) this.readReference();
      else if (attributes.is('s')) this.style = attributes.number();
      else if (attributes.is('t')) this.type = cellType(attributes);
    }
    this.empty = attributes.empty;
    return attributes.at;
  }

  /** `B7`; the letters of either case. */
  private readReference(): void {
    const { attributes } = this;
    let letters = 0;
    let i = 0;
    for (; i < attributes.length; i++) {
      const letter = (attributes.byte(i) & 0xdf) - (UPPER_A - 1);
      if (!(letter >= 1 && letter <= 26)) break;
      letters = letters * 26 + letter;
    }
    if (letters > 0) this.column = letters - 1;
    this.row = attributes.number(i) || 0;
  }
}

/** The type that `t` names: its letter where it is one letter long. */
function cellType(attributes: AttributeReader): number {
  const first = attributes.byte(0);
  if (attributes.length === 1) return first === TYPE_N ? TYPE_NUMBER : first;
  return attributes.length === 3 ? TYPE_STR : TYPE_INLINE;
}
