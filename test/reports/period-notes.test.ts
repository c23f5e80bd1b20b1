import { expect, it } from 'vitest';
import { finding } from '../../src/core/finding.js';
import { periodNotes } from '../../src/reports/period-notes.js';

it('what a lower level’s package says of its own period is no note of the run’s', () => {
  const args = { months: '2024-07', known: 2, of: 3 } as never;
  const findings = ['', 'xa-mot/ccds-xa-mot-2024-Q3'].map((file) => ({
    ...finding('CCDS-C06', { file }, args),
  }));
  const describe = ({ place }: (typeof findings)[number]) => ({ message: `of ${place.file}` });
  expect(periodNotes({ findings }, describe as never, 'vi')).toEqual(['of ']);
});

it('a run’s findings are gone through once for all of its workbooks', () => {
  let looks = 0;
  const findings = Array.from({ length: 50 }, (_, i) => ({
    ...finding('CCDS-C06', { file: `${i}` }, {} as never),
    get code() {
      looks += 1;
      return 'CCDS-R01' as const;
    },
  }));
  for (let book = 0; book < 20; book++) periodNotes({ findings }, (() => ({})) as never, 'vi');
  expect(looks).toBe(findings.length);
});
