import { type Finding, finding } from '../../core/finding.js';
import { firstFew } from '../../core/first-few.js';
import type { Before } from './before.js';

const nowhere = { file: '' };

/** What is told of closed months' own files: those of ccds, and the submissions. */
export function closedFindings(before: Before): Finding[] {
  return [
    ...alteredFindings(before),
    ...unreadFindings(before),
    ...lateBadFindings(before),
    ...lostFindings(before),
  ];
}

/** CCDS-C08, CCDS-C10: files of closed months that were changed since. */
function alteredFindings({ altered }: Before): Finding[] {
  return altered.flatMap(({ month, closed, replaced }) => [
    ...(closed.length === 0
      ? []
      : [finding('CCDS-C08', nowhere, { period: month, files: closed.join(', ') })]),
    ...(replaced.length === 0
      ? []
      : [finding('CCDS-C10', nowhere, { period: month, files: replaced.join(', ') })]),
  ]);
}

/** CCDS-C12: submissions of closed months that can't be read now; one for each reason. */
function unreadFindings({ unread }: Before): Finding[] {
  return unread.flatMap(({ month, files, lists }) => {
    const reasons = [...new Set(files.map(({ reason }) => reason))];
    return reasons.map((reason, i) => {
      const names = files.flatMap((one) => (one.reason === reason ? [one.file] : []));
      const told = { reason, lists: i > 0 || lists === 0 ? '' : String(lists) };
      return finding('CCDS-C12', nowhere, { period: month, files: firstFew(names), ...told });
    });
  });
}

/** CCDS-D24: what came for closed months and was not taken as a whole. */
function lateBadFindings({ lateBad }: Before): Finding[] {
  return lateBad.map(({ month, files, rows }) => {
    const told = { files: firstFew(files), rows: rows === 0 ? '' : String(rows) };
    return finding('CCDS-D24', nowhere, { period: month, ...told });
  });
}

/** CCDS-C13: closed months whose closed figures are gone. */
function lostFindings({ lost }: Before): Finding[] {
  return lost.length === 0 ? [] : [finding('CCDS-C13', nowhere, { months: lost.join(', ') })];
}
