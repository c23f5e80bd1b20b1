import { describe, expect, it } from 'vitest';
import { revisions } from '../../src/history/revision.js';
import type { Revision } from '../../src/history/types.js';
import type { Summary } from '../../src/rollup/types.js';
import { makeSummary, SMALL } from '../reports/fake-summary.js';

const HAMLET = '3200501';
const COME = ['members.csv', 'households.csv', 'eid.csv'];

/** The month with each form of a hamlet in a file of its own, and some of its counts changed. */
function revised(
  changed: Readonly<Record<string, number>>,
  file?: string,
  replaced: Summary['replaced'] = [],
): readonly Revision[] {
  const before = makeSummary(SMALL);
  const reports = { ...SMALL.reports, [HAMLET]: { ...SMALL.reports[HAMLET], ...changed } };
  const now = makeSummary({ ...SMALL, reports });
  const sheets = now.sheets.map((sheet) =>
    sheet.file.includes(HAMLET) ? { ...sheet, file: file ?? `${sheet.form}.csv` } : sheet,
  );
  const inputs = {
    ...{ come: new Set(file === undefined ? COME : [file]), gone: [] },
    renamed: new Set<string>(),
    ...{ decisions: [], closedSince: [], reopened: [], changedBefore: [] },
  };
  return revisions('2024-09', before.values, { ...now, sheets, replaced }, inputs);
}

function filesOf(all: readonly Revision[], unit: string, indicator: string): readonly string[] {
  return all.find((one) => one.unit === unit && one.indicator === indicator)!.files;
}

describe('a figure that changed', () => {
  it('names the files that changed it, not all that came of its hamlets', () => {
    const all = revised({ members: 6, eid_level2: 401 });
    for (const unit of [HAMLET, '32005', '96']) {
      expect(filesOf(all, unit, 'members')).toEqual(['members.csv']);
      expect(filesOf(all, unit, 'eid_accounts')).toEqual(['eid.csv']);
    }
    expect(filesOf(all, '96', 'members_per_team')).toEqual(['members.csv']);
    expect(filesOf(all, '96', 'eid_rate')).toEqual(['eid.csv']);
    expect(all.some(({ files }) => files.includes('households.csv'))).toBe(false);
  });

  it('names the cells that it is read from, each with its own sheet', () => {
    const of = { unit: HAMLET, otherFile: 'lần 2.xlsx' };
    const replaced = [
      {
        ...of,
        form: 'members',
        otherSheet: 'TV',
        changes: ['members 5 → 6 (D7)', 'trained 1 → 2 (E7)'],
      },
      { ...of, form: 'eid', otherSheet: 'Định; danh', changes: ['level2 289 → 401 (D7)'] },
    ];
    const all = revised({ members: 6, eid_level2: 401 }, 'lần 2.xlsx', replaced);
    const cellsOf = (indicator: string) =>
      all.find((one) => one.unit === HAMLET && one.indicator === indicator)!.cells;
    expect(cellsOf('members')).toEqual(['members 5 → 6 (TV!D7)']);
    expect(cellsOf('members_per_team')).toEqual(['members 5 → 6 (TV!D7)']);
    expect(cellsOf('eid_accounts')).toEqual(["level2 289 → 401 ('Định; danh'!D7)"]);
  });

  it('that runs on names the files of its form', () => {
    const all = revised({ households_assisted_total: 130 });
    expect(filesOf(all, '96', 'households_assisted_total')).toEqual(['households.csv']);
  });
});
