import { ASCII } from './ascii.js';
import { documentTypeError } from './limits.js';

const { BRACKET, COLON, DOUBLE_QUOTE, GREATER, MINUS, QUESTION, SINGLE_QUOTE, SLASH, SPACE } =
  ASCII;

/** Steps over XML bytes, shared by the scanners. All return -1 where the bytes run out. */

/** From the `<` of a comment, CDATA section or processing instruction to after its end. */
export function skipMarkup(bytes: Buffer, at: number, end: number): number {
  if (at + 3 >= end) return -1;
  if (bytes[at + 1] === QUESTION) return after(bytes, '?>', at + 2, end);
  if (bytes[at + 2] === MINUS) return after(bytes, '-->', at + 4, end);
  if (bytes[at + 2] === BRACKET) return after(bytes, ']]>', at + 9, end);
  throw documentTypeError();
}

function after(bytes: Buffer, mark: string, from: number, end: number): number {
  const found = bytes.indexOf(mark, from, 'latin1');
  return found < 0 || found + mark.length > end ? -1 : found + mark.length;
}

/** The `>` that ends a tag: one inside an attribute's value does not. */
export function tagEnd(bytes: Buffer, at: number, end: number): number {
  let quote = 0;
  for (let i = at; i < end; i++) {
    const c = bytes[i]!;
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === GREATER) {
      return i;
    } else if (c === DOUBLE_QUOTE || c === SINGLE_QUOTE) {
      quote = c;
    }
  }
  return -1;
}

/** Start of the local name of the tag at `at` (its `<`), past any `/` and prefix. */
export function localNameStart(bytes: Buffer, at: number, end: number): number {
  let start = at + 1;
  if (bytes[start] === SLASH) start++;
  for (let i = start; i < end; i++) {
    const c = bytes[i]!;
    if (c === COLON) return i + 1;
    if (c <= SPACE || c === GREATER || c === SLASH) return start;
  }
  return -1;
}

/** Whether the name that starts at `at` is `name`, and not merely begins with it. */
export function isName(bytes: Buffer, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + i] !== name.charCodeAt(i)) return false;
  }
  const c = bytes[at + name.length];
  return c === GREATER || c === SLASH || (c !== undefined && c <= SPACE);
}
