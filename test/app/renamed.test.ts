import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/app/run.js';
import { closedIn, knownBefore } from '../../src/app/workspace/run-in-time.js';
import { inWorkspace } from '../../src/app/workspace/workspace.js';
import { HOUSEHOLDS, Months, TWO_HAMLETS } from './helpers/months.js';

const TOTAL = 'households_assisted_total';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [5] }, 'bản sửa');
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11], 'Ấp B': [5] }, 'cũ');
  months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1], 'Ấp B': [1] });
  await months.close('2024-07', '2024-08-01');
});
afterEach(() => months.drop());

const at = (name: string) => join(months.root, 'submissions/2024-07', name);
const toldOf = async (period: string) =>
  (await months.rollup(period)).rows('revisions.csv').filter(({ unit_code }) => unit_code === '9');

it('a file of a closed month that a new name makes the valid one changes its figures', async () => {
  expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(10 + 1);
  renameSync(at('Xã Một cũ.csv'), at('Xã Một lần 3.csv'));
  expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(11 + 1);
  for (const period of ['2024-07', '2024-08'])
    expect(await toldOf(period)).toMatchObject([
      { indicator: 'households_assisted', published: '15', revised: '16' },
      { indicator: TOTAL, causes: 'submission', files: 'Xã Một lần 3.csv' },
    ]);
});

it('one that takes the place of another by losing its name is told by the one that lost it', async () => {
  renameSync(at('Xã Một bảnsửa.csv'), at('Xã Một bản đầu.csv'));
  renameSync(at('Xã Một cũ.csv'), at('Xã Một v2.csv'));
  expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(11 + 1);
});

it('a new name that changes nothing is told of nothing', async () => {
  mkdirSync(at('Xã Một'));
  renameSync(at('Xã Một bảnsửa.csv'), at('Xã Một/Xã Một bảnsửa.csv'));
  rmSync(join(months.root, '.ccds/cache'), { recursive: true, force: true });
  const run = await months.rollup('2024-08');
  expect(run.rows('revisions.csv')).toEqual([]);
  expect(run.value('1011', TOTAL)).toBe(11);
});

describe('a closed month that came to the same when it was made anew', () => {
  /** The closed months that a run of the next month makes anew. */
  async function madeAnew(): Promise<string[]> {
    const { options, workspace } = await inWorkspace({
      ...{ cwd: months.root, inputs: [], lang: 'vi' as const, period: '2024-08', threads: 1 },
    });
    const reading = await readInputs(options);
    const made: string[] = [];
    await knownBefore(workspace, await closedIn(workspace, reading), reading, options, (again) =>
      made.push(again.wanted!),
    );
    return made;
  }
  const baseline = (value: number) =>
    months.registry('baselines', 'unit,baseline,from,value', [`9,households,2024-01-01,${value}`]);

  it('is not made anew again, until something else changes', async () => {
    expect(await madeAnew()).toEqual([]);
    renameSync(at('Xã Một bảnsửa.csv'), at('Xã Một bản sửa.csv'));
    expect(await madeAnew()).toEqual(['2024-07']);
    expect(await madeAnew()).toEqual([]);
    expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(10 + 1);
    renameSync(at('Xã Một cũ.csv'), at('Xã Một đầu.csv'));
    expect(await madeAnew()).toEqual(['2024-07']);
    baseline(100);
    expect(await madeAnew()).toEqual(['2024-07']);
    expect(await madeAnew()).toEqual(['2024-07']);
    expect((await months.rollup('2024-08')).rows('revisions.csv')).not.toEqual([]);
  });

  it('is none for a summary workbook that was copied among its files', async () => {
    const { out } = await months.rollupWhole('2024-07');
    copyFileSync(join(out, 'tong-hop-thu-2024-07.xlsx'), at('tổng hợp đã gửi.xlsx'));
    expect(await madeAnew()).toEqual(['2024-07']);
    expect(await madeAnew()).toEqual([]);
  });
});

it('a letter beside the sheets leaves a closed month as it was closed, though its registry changes', async () => {
  const baselines = (value: number) =>
    months.registry('baselines', 'unit,baseline,from,value', [`9,households,2024-01-01,${value}`]);
  baselines(100);
  writeFileSync(at('Công văn.pdf'), '%PDF-1.4');
  await months.close('2024-07', '2024-08-02', 'thêm công văn');
  await months.close('2024-07', '2024-08-02');
  baselines(200);
  expect((await months.rollup('2024-08')).rows('revisions.csv')).toEqual([]);
});
