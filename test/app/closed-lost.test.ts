import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { codesOf, HOUSEHOLDS, Months, TWO_HAMLETS, toldOf } from './helpers/months.js';

const TOTAL = 'households_assisted_total';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  for (const [i, month] of ['2024-07', '2024-08', '2024-09'].entries())
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10 ** i], 'Ấp B': [2 * 10 ** i] });
  await months.close('2024-07', '2024-08-01');
  await months.close('2024-08', '2024-09-01');
});
afterEach(() => months.drop());

const at = (path: string) => join(months.root, path);

async function ccds(...args: string[]) {
  const run = await runIn(months.root, ...args);
  return { ...run, all: run.stdout + run.stderr };
}

describe('a closed month whose figures are gone', () => {
  it('is told for what it is: totals that have it are not said to lack it', async () => {
    rmSync(at('closed/2024-07'), { recursive: true });
    const run = await months.rollup('2024-09');
    expect(run.value('9', TOTAL)).toBe(333);
    expect(toldOf(run, 'CCDS-C13')).toMatchObject([
      { severity: 'warning', args: { months: '2024-07' } },
    ]);
    expect(codesOf(run)).not.toContain('CCDS-C05');
    expect((await ccds('status')).all).toMatch(/tháng 7\/2024 đã chốt/);
    const call = ['rollup', 'submissions/2024-09', '--period', '2024-09', '--history', 'closed'];
    const alone = await ccds(...call, '--registry', 'registry', '--out', 'rieng');
    expect(alone.all).toMatch(/tháng 7\/2024 đã chốt/);
  });

  it('is told by a run of the month itself, and no more once it is closed again', async () => {
    rmSync(at('closed/2024-08'), { recursive: true });
    expect(toldOf(await months.rollup('2024-08'), 'CCDS-C13')).toHaveLength(1);
    expect(codesOf(await months.rollup('2024-07'))).not.toContain('CCDS-C13');
    await months.close('2024-08', '2024-09-02');
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C13');
  });

  it('is none that was put in an archive, as a line of the journal says', async () => {
    rmSync(at('closed/2024-07'), { recursive: true });
    appendFileSync(at('closed/journal.csv'), '2024-10-01,archive,2024-07\n');
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C13');
    await months.close('2024-09', '2024-10-02');
    expect(readFileSync(at('closed/journal.csv'), 'utf8')).toContain('archive,2024-07');
  });

  it('is none that was reopened, whatever became of what was set aside', async () => {
    await months.close('2024-08', '2024-09-02', 'chờ Xã Một');
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C13');
    rmSync(at('closed/reopened'), { recursive: true });
    const run = await months.rollup('2024-09');
    expect(codesOf(run)).not.toContain('CCDS-C13');
    expect(codesOf(run)).toContain('CCDS-C05');
  });

  it('is not closed over what is left of it, and the refusal says what to do', async () => {
    rmSync(at('closed/2024-08/closed.json'));
    expect(toldOf(await months.rollup('2024-09'), 'CCDS-C13')).toHaveLength(1);
    const refused = await ccds('close', '2024-08');
    expect(refused.status).toBe(2);
    expect(refused.all).toContain('closed.json');
    expect(refused.all).not.toContain('--force');
    expect(existsSync(at('closed/2024-08/values.csv'))).toBe(true);
    renameSync(at('closed/2024-08'), at('2024-08 cũ'));
    expect((await ccds('close', '2024-08')).status).toBe(0);
  });
});

describe('a closed month’s folder under the name of another month', () => {
  beforeEach(() => {
    renameSync(at('closed/2024-07'), at('closed/x'));
    renameSync(at('closed/2024-08'), at('closed/2024-07'));
    renameSync(at('closed/x'), at('closed/2024-08'));
  });

  it.each([
    ['rollup'],
    ['status'],
    ['close', '2024-09'],
    ['close', '2024-07', '--reopen', '--reason', 'chờ'],
  ])('is not worked with by %s: nothing published is said to be another now', async (...args) => {
    const { status, all } = await ccds(...args);
    expect(status).toBe(2);
    expect(all).toMatch(/closed\/2024-07” .*kỳ 2024-08/);
    expect(existsSync(at('closed/2024-07/closed.json'))).toBe(true);
    expect(existsSync(at('closed/2024-09'))).toBe(false);
  });
});

describe('a journal that can’t be read', () => {
  const journal = () => at('closed/journal.csv');
  beforeEach(() => writeFileSync(journal(), '<<<<<<< HEAD\nx\n'));

  it('stops nothing that does not write in it', async () => {
    for (const args of [['status'], ['validate'], ['rollup']])
      expect((await ccds(...args)).status).toBe(0);
    expect(readFileSync(journal(), 'utf8')).toBe('<<<<<<< HEAD\nx\n');
  });

  it.each([
    ['close', '2024-09'],
    ['close', '2024-08', '--reopen', '--reason', 'chờ'],
  ])('is named by %s %s, and nothing is closed or set aside', async (...args) => {
    const { status, all } = await ccds(...args);
    expect(status).toBe(2);
    expect(all).toContain(journal());
    expect(existsSync(at('closed/2024-09'))).toBe(false);
    expect(existsSync(at('closed/2024-08/closed.json'))).toBe(true);
  });
});
