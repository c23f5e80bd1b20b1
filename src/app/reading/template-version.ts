import { createHash } from 'node:crypto';
import type { Form, LayoutName } from '../../forms/types.js';

/** Custom document property of a template: its layout and version, `tally 3fa2c1b0`. */
export const TEMPLATE_MARK = 'ccds-template';

/**
 * Version of a template: it changes with what the forms ask for, and with nothing else, so
 * that nobody has to remember to count it up.
 */
export function templateVersion(forms: readonly Form[], layout: LayoutName): string {
  const asked = forms.map(({ id, label, [layout]: of }) => [
    id,
    label.vi,
    of?.fields.map(({ id: field, type, required, label: { vi } }) => [field, type, required, vi]),
  ]);
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 8);
}

/** The version that a template's mark states, against the one now given out. */
export function outdated(
  mark: string | undefined,
  forms: readonly Form[],
): { readonly found: string; readonly current: string } | null {
  const [, layout, found] = /^(list|tally) (\w+)$/.exec(mark ?? '') ?? [];
  if (layout === undefined || found === undefined) return null;
  const current = templateVersion(forms, layout as LayoutName);
  return found === current ? null : { found, current };
}
