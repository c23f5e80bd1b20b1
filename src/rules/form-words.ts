import { FORMS } from '../forms/declared/index.js';
import type { Field, Form, Label } from '../forms/types.js';

type Labels = Record<string, Label>;

const fieldsOf = (form: Form): Field[] => [
  ...(form.list?.fields ?? []),
  ...(form.tally?.fields ?? []),
];

/**
 * What columns are called, by `form.field`, and by the field's id alone: two forms that call it
 * differently are then both quoted (`Họ và tên / Tên hộ kinh doanh`). Sheets are headed in
 * Vietnamese, so in English too a column is named by that: `Số thành viên (Members)`.
 */
function fieldWords(forms: readonly Form[]): Labels {
  const labels = Object.entries(fieldLabels(forms));
  return Object.fromEntries(labels.map(([id, label]) => [id, headed(label)]));
}

function headed({ vi, en }: Label): Label {
  return { vi, en: en === vi ? vi : `${vi} (${en.replace(/[()]/g, '')})` };
}

function fieldLabels(forms: readonly Form[]): Labels {
  const labels: Labels = { hamlet: { vi: 'Ấp/Khóm', en: 'Hamlet' } };
  for (const form of forms) {
    const own: Labels = {};
    for (const { id, label } of fieldsOf(form)) own[id] ??= label;
    for (const [id, label] of Object.entries(own)) {
      labels[`${form.id}.${id}`] = label;
      labels[id] = joined(labels[id], label);
    }
  }
  return labels;
}

function joined(before: Label | undefined, label: Label): Label {
  if (before === undefined || before.vi.split(' / ').includes(label.vi)) return before ?? label;
  return { vi: `${before.vi} / ${label.vi}`, en: `${before.en} / ${label.en}` };
}

/** A baseline is called what the forms call the column that states it. */
function baselineLabels(forms: readonly Form[]): Labels {
  const stated = forms.flatMap(fieldsOf).filter((field) => field.baseline !== undefined);
  return Object.fromEntries(stated.map(({ baseline, label }) => [baseline, label]));
}

/** The words that forms bring: of forms, fields and baselines. */
export function wordsOfForms(forms: readonly Form[]) {
  return {
    form: Object.fromEntries(forms.map(({ id, label }) => [id, label])) as Labels,
    field: fieldWords(forms),
    baseline: baselineLabels(forms),
  };
}

export const formWords = wordsOfForms(FORMS);
