import type { BeginRowCheck } from '../../forms/records/row-checks.js';

/** CCDS-X03: none of several marks, of which a row should bear one. */
export const oneMarked: BeginRowCheck = ({ form, layout, fields, at, report }) => {
  const wanted = layout === 'list' ? (form.list?.oneOf ?? []) : [];
  const present = wanted.filter((id) => fields.some((field) => field.id === id));
  const [first] = present;
  if (first === undefined) return null;
  const columns = present.join(', ');
  const marks = present.map((id) => at(id)!);
  return (record) => {
    for (let i = 0; i < marks.length; i++) if (record[marks[i]!] !== false) return;
    report('CCDS-X03', { columns }, first);
  };
};
