import { headerKey } from '../header/header-text.js';

const HEADING = /^(?:tuan|dot|thang)(?: (?:thu|so|bao cao))?$/;

/** True for the heading of the column that says of which week, round or month a row is. */
export function headsStretches(text: string): boolean {
  return text.length < LONGEST && HEADING.test(headerKey(text));
}

const LONGEST = 20;
