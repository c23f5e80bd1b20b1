import { mask } from '../../core/finding.js';
import { centurySex, knownPrefix } from '../../core/identity.js';
import type { BeginRowCheck } from '../../forms/table.js';

/** CCDS-R08: the number begins with the code of no province and no country. */
export const identityPrefix: BeginRowCheck = ({ fields, report }) => {
  const ids = fields.flatMap(({ id, type }) => (type === 'identity' ? [id] : []));
  if (ids.length === 0) return null;
  return (record) => {
    for (let i = 0; i < ids.length; i++) {
      const number = record[ids[i]!];
      if (typeof number !== 'string' || knownPrefix(number)) continue;
      report('CCDS-R08', { found: mask(number), prefix: number.slice(0, 3) }, ids[i]!);
    }
  };
};

/** CCDS-R09: the number's year of birth and sex against their own columns. */
export const identityAgrees: BeginRowCheck = ({ fields, report }) => {
  const id = fields.find(({ type }) => type === 'identity')?.id;
  const births = fields.filter((field) => field.id === 'born_on' || field.id === 'birth_year');
  const sexes = fields.filter(({ type }) => type === 'sex');
  if (id === undefined || births.length + sexes.length === 0) return null;
  return (record) => {
    const number = record[id];
    if (typeof number !== 'string') return;
    const { year, sex } = centurySex(number);
    for (const field of births) {
      const value = record[field.id] ?? null;
      const born = value === null ? year : yearOf(value);
      if (born !== year) tell(number, String(year), String(born), field.id);
    }
    for (const field of sexes) {
      const value = record[field.id] ?? null;
      if (value !== null && value !== sex) tell(number, sex, String(value), field.id);
    }
  };
  function tell(number: string, says: string, column: string, field: string) {
    report('CCDS-R09', { found: mask(number), says, field, column }, id!);
  }
};

const yearOf = (value: string | number | boolean) =>
  typeof value === 'number' ? value : Number(String(value).slice(0, 4));
