import { mask } from '../../core/finding.js';
import { centurySex, knownPrefix } from '../../core/identity.js';
import type { RowCheck } from '../../forms/table.js';

/** CCDS-R08: the number begins with the code of no province and no country. */
export const identityPrefix: RowCheck = (record, { fields, report }) => {
  for (const { id, type } of fields) {
    const number = type === 'identity' ? record[id] : null;
    if (typeof number !== 'string' || knownPrefix(number)) continue;
    report('CCDS-R08', { found: mask(number), prefix: number.slice(0, 3) }, id);
  }
};

/** CCDS-R09: the number's year of birth and sex against their own columns. */
export const identityAgrees: RowCheck = (record, { fields, report }) => {
  const id = fields.find(({ type }) => type === 'identity')?.id;
  const number = id === undefined ? null : record[id];
  if (typeof number !== 'string') return;
  const { year, sex } = centurySex(number);
  for (const field of fields) {
    const value = record[field.id] ?? null;
    if (value === null) continue;
    const born =
      field.id === 'born_on' || field.id === 'birth_year'
        ? Number(String(value).slice(0, 4))
        : null;
    if (born !== null && born !== year) tell(String(year), String(born), field.id);
    if (field.type === 'sex' && value !== sex) tell(sex, String(value), field.id);
  }
  function tell(says: string, column: string, field: string) {
    report('CCDS-R09', { found: mask(number as string), says, field, column }, id!);
  }
};
