import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { hasText } from '../cells/filled.js';
import { isSerial } from '../cells/row-kind.js';

/** The texts of a row that tell its kind. */
export interface Look {
  readonly texts: readonly string[];
  /** First text that is no running number, nor a mark in its place. */
  readonly leading: string;
  readonly serial: string;
  /** Nothing is filled but the leading text, and perhaps a running number. */
  readonly alone: boolean;
  /** All starred cells are filled. */
  readonly complete: boolean;
}

/** In the place of a number: `*`, `-`, `+`. */
const BULLET = /^[*+•▪–—-]$/;

const isBullet = (text: string) => BULLET.test(text);

/** @param serial the running number's column @param required those of the starred fields */
export function lookAt(
  values: readonly Value[],
  serial: number | null,
  required: readonly number[],
): Look {
  const texts = values.map(cellText);
  const filled = texts.filter((text) => text !== '').length;
  const number = serial === null ? '' : (texts[serial] ?? '');
  return {
    texts,
    leading: texts.find((text) => text !== '' && !isSerial(text) && !isBullet(text)) ?? '',
    serial: number,
    alone: filled - (number !== '' && filled > 1 ? 1 : 0) <= 1,
    complete: required.every((column) => hasText(texts[column])),
  };
}
