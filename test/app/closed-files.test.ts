import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { codesOf, HOUSEHOLDS, Months, TWO_HAMLETS, toldOf } from './helpers/months.js';

const TOTAL = 'households_assisted_total';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  for (const [i, month] of ['2024-07', '2024-08', '2024-09', '2024-10'].entries())
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

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(at(path), 'utf8');
  expect(before).toContain(from);
  writeFileSync(at(path), before.replace(from, to));
}

describe('files of a closed month', () => {
  it('say nothing as long as they are what was closed, also with the line ends of another system', async () => {
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C08');
    const path = at('closed/2024-07/values.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'),
    );
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C08');
  });

  it('are told by every run that goes on from them, and by status, once they are changed or gone', async () => {
    edit('closed/2024-07/values.csv', ',households_assisted,1,', ',households_assisted,7,');
    appendFileSync(at('closed/2024-08/findings.csv'), 'x\n');
    rmSync(at('closed/2024-08/submissions.csv'));
    const changed = [
      { severity: 'warning', args: { period: '2024-07', files: 'closed/2024-07/values.csv' } },
      {
        severity: 'warning',
        args: {
          period: '2024-08',
          files: 'closed/2024-08/findings.csv, closed/2024-08/submissions.csv',
        },
      },
    ];
    expect(toldOf(await months.rollup('2024-09'), 'CCDS-C08')).toMatchObject(changed);
    expect(toldOf(await months.rollup('2024-08'), 'CCDS-C08')).toMatchObject(changed);
    expect(toldOf(await months.rollup('2024-07'), 'CCDS-C08')).toMatchObject([changed[0]]);
    const said = /tháng 7\/2024 .*closed\/2024-07\/values\.csv/;
    for (const args of [['status'], ['status', '--chase'], ['rollup'], ['close', '2024-09']]) {
      const { all } = await ccds(...args);
      expect(all).toMatch(said);
      expect(all).toContain('ccds close 2024-07 --reopen --reason');
    }
    const call = ['rollup', 'submissions/2024-10', '--period', '2024-10', '--history', 'closed'];
    const { stdout } = await ccds(...call, '--registry', 'registry', '--out', 'rieng');
    expect(stdout).toMatch(said);
  });

  it('are told where they are what a later closing published of the month', async () => {
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5], 'Ấp B': [2] });
    await months.close('2024-09', '2024-10-01');
    const path = 'closed/2024-09/restated/2024-07/values.csv';
    edit(path, ',households_assisted,5,', ',households_assisted,6,');
    expect(toldOf(await months.rollup('2024-10'), 'CCDS-C08')).toMatchObject([
      { args: { period: '2024-07', files: path } },
    ]);
  });
});

describe('tables of a closed month that another program saved', () => {
  it.each(['values', 'inputs', 'decisions'])(
    '%s.csv with semicolons is read as it was, and told',
    async (table) => {
      const name = `closed/2024-08/${table}.csv`;
      writeFileSync(
        at(name),
        `\ufeff${readFileSync(at(name), 'utf8').replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
      );
      const run = await months.rollup('2024-09');
      expect(run.value('9', TOTAL)).toBe(333);
      expect(run.rows('revisions.csv')).toEqual([]);
      expect(toldOf(run, 'CCDS-C08')).toMatchObject([{ args: { period: '2024-08', files: name } }]);
    },
  );

  it('are named where they can’t be read', async () => {
    writeFileSync(at('closed/2024-08/values.csv'), 'x\n');
    await expect(months.rollup('2024-09')).rejects.toMatchObject({
      code: 'history-bad',
      args: { path: at('closed/2024-08/values.csv') },
    });
  });
});

it('a workspace that can’t be written is rolled up all the same, and it is told that nothing was noted', async () => {
  rmSync(at('.ccds'), { recursive: true });
  writeFileSync(at('.ccds'), '');
  const run = await ccds('rollup', '--period', '2024-09', '--out', 'elsewhere');
  expect(run.status).toBe(0);
  expect(run.all).toMatch(
    /tong-hop-thu-2024-09\.xlsx[\s\S]*ngày nộp của các tệp mới chưa được lưu/,
  );
});

it('a whole workspace as INPUT: what is ccds’s own and what the run goes by is left out, and counted', async () => {
  await ccds('close', '2024-07', '--reopen', '--reason', 'thử');
  await ccds('validate', '--period', '2024-09', '--decisions', 'hoi-lai.csv');
  const run = await ccds('validate', '.', '--period', '2024-09', '--json');
  const { leftOut, submissions } = JSON.parse(run.stdout);
  expect(submissions.map(({ file }: { file: string }) => file.split('/')[0])).toEqual(
    Array(4).fill('submissions'),
  );
  expect(leftOut).toMatchObject({ setting: 5, 'own-output': expect.any(Number) });
});

describe('a submission of a closed month that was replaced under its name', () => {
  it('is told though it changes no figure', async () => {
    appendFileSync(at('submissions/2024-07/Xã Một Sốhộđượchỗtrợtrongkỳ.csv'), '\n,\n');
    const run = await months.rollup('2024-09');
    expect(toldOf(run, 'CCDS-C10')).toMatchObject([
      {
        severity: 'info',
        args: { period: '2024-07', files: 'Xã Một Sốhộđượchỗtrợtrongkỳ.csv' },
      },
    ]);
    expect((await ccds('status')).all).toMatch(/tháng 7\/2024.*Xã Một Sốhộđượchỗtrợtrongkỳ\.csv/);
    expect(codesOf(await months.rollup('2024-07'))).toContain('CCDS-C10');
  });
});

it('a file that came for a closed month and is rejected is told each time, until it is not there', async () => {
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp Lạ': [7] }, 'muộn');
  for (let i = 0; i < 2; i++)
    expect(toldOf(await months.rollup('2024-09'), 'CCDS-D24')).toMatchObject([
      { severity: 'warning', args: { period: '2024-07', files: 'Xã Một muộn.csv', rows: '1' } },
    ]);
  expect(codesOf(await months.rollup('2024-07'))).not.toContain('CCDS-D24');
  writeFileSync(at('submissions/2024-07/hỏng.xlsx'), 'PK');
  expect(toldOf(await months.rollup('2024-09'), 'CCDS-D24')).toMatchObject([
    { args: { files: 'Xã Một muộn.csv, hỏng.xlsx' } },
  ]);
  for (const name of ['Xã Một muộn.csv', 'hỏng.xlsx']) rmSync(at(`submissions/2024-07/${name}`));
  expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-D24');
});

describe('a closed month whose sheets are gone, after an earlier one was reopened', () => {
  const call = ['rollup', 'submissions/2024-10', '--period', '2024-10', '--history', 'closed'];
  const alone = async () =>
    (await ccds(...call, '--registry', 'registry', '--out', 'rieng')).stdout;
  const said = /Lũy kế đã chốt của tháng 8\/2024 .*tháng 7\/2024 .*đang mở lại/;

  it('is told to have its figures still, and they are not said to be left out', async () => {
    await months.close('2024-07', '2024-09-02', 'chờ Xã Một');
    expect(await alone()).toMatch(said);
    rmSync(at('submissions/2024-08'), { recursive: true });
    const run = await months.rollup('2024-09');
    expect(run.value('9', TOTAL)).toBe(333);
    const having = [{ severity: 'warning', args: { months: '2024-08', reopened: '2024-07' } }];
    expect(toldOf(run, 'CCDS-C11')).toMatchObject(having);
    expect(codesOf(run)).not.toContain('CCDS-C05');
    await months.close('2024-09', '2024-10-01');
    const later = await months.rollup('2024-10');
    expect(toldOf(later, 'CCDS-C11')).toMatchObject(having);
    expect(codesOf(later)).not.toContain('CCDS-C05');
    expect(await alone()).toMatch(said);
  });

  it('says nothing of a month that was closed before the other: it never had its figures', async () => {
    await months.close('2024-07', '2024-09-02', 'chưa đủ');
    await months.close('2024-08', '2024-09-03', 'chưa đủ');
    await months.close('2024-08', '2024-09-04');
    await months.close('2024-07', '2024-09-05');
    await months.close('2024-07', '2024-09-06', 'vẫn chưa đủ');
    rmSync(at('submissions/2024-08'), { recursive: true });
    const run = await months.rollup('2024-09');
    expect(run.value('9', TOTAL)).toBe(330);
    expect(codesOf(run)).not.toContain('CCDS-C11');
    expect(codesOf(run)).toContain('CCDS-C05');
    expect(await alone()).not.toMatch(said);
  });

  it('is told by what was closed of the other when it was made itself', async () => {
    await months.close('2024-07', '2024-09-02', 'chờ Xã Một');
    await months.close('2024-07', '2024-09-03');
    await months.close('2024-07', '2024-09-04', 'chờ nữa');
    expect(await alone()).toMatch(said);
  });

  it('says no more of it once it is made anew, or the other closed again', async () => {
    await months.close('2024-07', '2024-09-02', 'chờ Xã Một');
    const run = await months.rollup('2024-09');
    expect(codesOf(run)).not.toContain('CCDS-C11');
    expect(run.value('9', TOTAL)).toBe(330);
    await months.close('2024-07', '2024-09-03');
    expect(await alone()).not.toMatch(said);
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C11');
  });
});

describe('a closed month whose sheets are gone, after an earlier one was corrected', () => {
  const correct = () => months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5], 'Ấp B': [2] });
  const drop = () => rmSync(at('submissions/2024-08'), { recursive: true });

  it('is told to lack the correction, at once and after later closings', async () => {
    correct();
    drop();
    const run = await months.rollup('2024-09');
    const lacking = [{ severity: 'warning', args: { months: '2024-08', corrected: '2024-07' } }];
    expect(toldOf(run, 'CCDS-C09')).toMatchObject(lacking);
    expect(run.value('9', TOTAL)).toBe(333);
    const said = /Lũy kế đã chốt của tháng 8\/2024 .*tháng 7\/2024/;
    expect((await ccds('status')).all).toMatch(said);
    expect((await ccds('close', '2024-09')).stdout).toMatch(said);
    expect(toldOf(await months.rollup('2024-10'), 'CCDS-C09')).toMatchObject(lacking);
    const call = ['rollup', 'submissions/2024-10', '--period', '2024-10', '--history', 'closed'];
    const { stdout } = await ccds(...call, '--registry', 'registry', '--out', 'rieng');
    expect(stdout).toMatch(said);
  });

  it('is made anew once they are there again', async () => {
    correct();
    drop();
    await months.close('2024-09', '2024-10-01');
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [20] });
    const run = await months.rollup('2024-10');
    expect(codesOf(run)).not.toContain('CCDS-C09');
    expect(run.value('9', TOTAL)).toBe(3337);
    await months.close('2024-10', '2024-11-01');
    expect((await months.rollup('2024-10')).rows('revisions.csv')).toEqual([]);
  });

  it('says nothing where the correction left its totals as they were', async () => {
    appendFileSync(at('submissions/2024-07/Xã Một Sốhộđượchỗtrợtrongkỳ.csv'), '\n,\n');
    drop();
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C09');
  });
});

describe('months that were closed out of order', () => {
  it('say exactly what to run', async () => {
    await months.close('2024-09', '2024-10-01');
    await months.close('2024-08', '2024-10-02', 'nộp lại');
    await months.close('2024-08', '2024-10-03');
    const call = ['rollup', 'submissions/2024-10', '--period', '2024-10', '--history', 'closed'];
    const { stdout } = await ccds(...call, '--registry', 'registry', '--out', 'rieng');
    expect(stdout).toContain('ccds close 2024-09 --reopen --reason "chốt lại"');
    expect(stdout).toMatch(/ccds close 2024-09(?! --reopen)/);
  });
});
