import type { BeginRowCheck } from '../../forms/records/row-checks.js';

/** CCDS-X01 and CCDS-X02: parts within their whole, addends that make their total. */
export const tallySums: BeginRowCheck = ({ form, layout, at, report }) => {
  const checks = layout === 'tally' ? (form.tally?.checks ?? []) : [];
  if (checks.length === 0) return null;
  return (record) => {
    const number = (field: string) => {
      const value = record[at(field) ?? record.length];
      return typeof value === 'number' ? value : null;
    };
    for (const check of checks) {
      if ('part' in check) {
        const [partValue, wholeValue] = [number(check.part), number(check.whole)];
        if (partValue === null || wholeValue === null || partValue <= wholeValue) continue;
        report(
          'CCDS-X01',
          { part: check.part, partValue, whole: check.whole, wholeValue },
          check.part,
        );
      } else {
        const addends = check.sum.map(number);
        const totalValue = number(check.total);
        const sum = addends.reduce<number>((total, value) => total + (value ?? 0), 0);
        if (totalValue === null || addends.includes(null) || sum === totalValue) continue;
        report(
          'CCDS-X02',
          { addends: check.sum.join(' + '), sum, total: check.total, totalValue },
          check.total,
        );
      }
    }
  };
};
