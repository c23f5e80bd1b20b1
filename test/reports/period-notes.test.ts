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
