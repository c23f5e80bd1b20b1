import { mask } from '../../core/finding.js';
import { knownPrefix, sexOf, yearOfBirth } from '../../core/identity.js';
import type { BeginRowCheck } from '../../forms/records/row-checks.js';

/** CCDS-R08: the number begins with the code of no province and no country. */
export const identityPrefix: BeginRowCheck = ({ fields, at, report }) => {
  const ids = fields.flatMap(({ id, type }) => (type === 'identity' ? [{ id, at: at(id)! }] : []));
  if (ids.length === 0) return null;
  return (record) => {
    for (let i = 0; i < ids.length; i++) {
      const { id, at: index } = ids[i]!;
      const number = record[index];
      if (typeof number !== 'string' || knownPrefix(number)) continue;
      report('CCDS-R08', { found: mask(number), prefix: number.slice(0, 3) }, id);
    }
  };
};

/** CCDS-R09: the number's year of birth and sex against their own columns. */
export const identityAgrees: BeginRowCheck = ({ fields, at, report }) => {
  const id = fields.find(({ type }) => type === 'identity')?.id;
  const births = fields
    .filter((field) => field.id === 'born_on' || field.id === 'birth_year')
    .map((field) => ({ field: field.id, index: at(field.id)! }));
  const sexes = fields
    .filter(({ type }) => type === 'sex')
    .map((field) => ({ field: field.id, index: at(field.id)! }));
  if (id === undefined || births.length + sexes.length === 0) return null;
  const numberAt = at(id)!;
  return (record) => {
    const number = record[numberAt];
    if (typeof number !== 'string') return;
    for (let i = 0; i < births.length; i++) {
      const { field, index } = births[i]!;
      const value = record[index] ?? null;
      if (value === null) continue;
      const born = yearOf(value);
      const year = yearOfBirth(number);
      if (born !== year) tell(number, String(year), String(born), field);
    }
    for (let i = 0; i < sexes.length; i++) {
      const { field, index } = sexes[i]!;
      const value = record[index] ?? null;
      if (value === null) continue;
      const sex = sexOf(number);
      if (value !== sex) tell(number, sex, String(value), field);
    }
  };
  function tell(number: string, says: string, column: string, field: string) {
    report('CCDS-R09', { found: mask(number), says, field, column }, id!);
  }
};

/** Of a year, or of a date that begins with it; a million rows are asked. */
function yearOf(value: string | number | boolean): number {
  if (typeof value !== 'string') return Number(value);
  let year = 0;
  for (let i = 0; i < 4; i++) year = 10 * year + value.charCodeAt(i) - 48;
  return year;
}
