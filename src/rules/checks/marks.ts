import type { RowCheck } from '../../forms/table.js';

/** CCDS-X03: none of several marks, of which a row should bear one. */
export const oneMarked: RowCheck = (record, { form, layout, report }) => {
  const wanted = layout === 'list' ? (form.list?.oneOf ?? []) : [];
  const present = wanted.filter((field) => record[field] !== undefined);
  if (present.length === 0 || present.some((field) => record[field] !== false)) return;
  report('CCDS-X03', { columns: present.join(', ') }, present[0]!);
};
