import type { Value } from '../../core/value.js';
import type { Field, FieldType } from '../types.js';
import { castIdentity, castPhone, castTax } from './codes.js';
import { castCount } from './count.js';
import { castDate } from './date.js';
import { castLevel } from './level.js';
import { castMark, castNamedMark } from './mark.js';
import { castLoneName, castName, castOwnName } from './name.js';
import { castPayment } from './payment.js';
import { castSex, castWoman } from './sex.js';
import { castSaid, castText } from './text.js';
import type { Cast } from './types.js';
import { castYear } from './year.js';

export { isBlank } from '../cells/filled.js';
export { saysNoCode } from './codes.js';
export { castMonthFirst } from './date.js';
export {
  type Bad,
  type Cast,
  type CastValue,
  type ExpectedId,
  isTold,
  type Noted,
  valueIn,
} from './types.js';

/** How each type of field reads a cell. Pure; never throws. */
export const CASTS = {
  text: castText,
  count: castCount,
  year: castYear,
  sex: castSex,
  mark: castMark,
  phone: castPhone,
  identity: castIdentity,
  tax: castTax,
  level: castLevel,
  date: castDate,
} as const satisfies Record<FieldType, (raw: Value) => Cast>;

/**
 * How the cells below a heading are read. In a column `Nữ` women are ticked.
 * @param heading its key, of all rows of the header
 * @param isAlone nothing else is told of what the row is of
 */
export function castBelow(
  { type, named, payment, people, required, personal }: Field,
  heading: string,
  isAlone = false,
): (raw: Value) => Cast {
  if (people !== undefined) return castName(people);
  if (type === 'text' && required)
    return !personal ? castSaid : isAlone ? castLoneName : castOwnName;
  if (payment) return castPayment;
  if (type === 'mark' && named) return castNamedMark;
  return type === 'sex' && OF_WOMEN.test(heading) ? castWoman : CASTS[type];
}

const OF_WOMEN = /^(?!.*\bnam\b).*\b(?:nu|women|female)\b/;
