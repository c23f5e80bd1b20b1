import { existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { fakeIo } from '../cli/helpers/fake-io.js';
import { HOUSEHOLDS, Months, TWO_HAMLETS } from './helpers/months.js';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  for (const month of ['2024-07', '2024-08'])
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [5] }, 'hộ');
  await months.close('2024-07', '2024-08-01');
});
afterEach(() => months.drop());

const at = (path: string) => join(months.root, path);

async function ccds(...args: string[]) {
  const io = { ...fakeIo(''), argv: ['node', 'ccds', ...args], cwd: () => months.root };
  return { status: await main(io), stderr: io.said.err };
}

/** As a share that is away: the name is there, and nothing can be read under it. */
function takeAway(path: string): void {
  renameSync(at(path), at(`${path}.away`));
  symlinkSync(at(path), at(path));
}

function giveBack(path: string): void {
  rmSync(at(path));
  renameSync(at(`${path}.away`), at(path));
}

const UNREAD = /^ccds: Không đọc được “[^”]*” trong thư mục làm việc: [^\n]*\n$/;

it('a report of a closed month that can’t be read now is not taken for withdrawn', async () => {
  takeAway('submissions/2024-07/Xã Một hộ.csv');
  for (const args of [['rollup'], ['close', '2024-08']]) {
    const run = await ccds(...args);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(UNREAD);
    expect(run.stderr).toContain('Xã Một hộ.csv');
  }
  expect(existsSync(at('closed/2024-08'))).toBe(false);
  giveBack('submissions/2024-07/Xã Một hộ.csv');
  rmSync(at('submissions/2024-07/Xã Một hộ.csv.away'), { force: true });
  const run = await months.rollup('2024-08');
  expect(run.rows('revisions.csv')).toEqual([]);
  expect(run.value('1011', 'households_assisted_total')).toBe(20);
});

it('closed months that can’t be read are not taken for none', async () => {
  takeAway('closed');
  for (const args of [['rollup'], ['status'], ['close', '2024-08']]) {
    const run = await ccds(...args);
    expect(run).toMatchObject({ status: 2 });
    expect(run.stderr).toMatch(UNREAD);
  }
  giveBack('closed');
  expect(readFileSync(at('closed/journal.csv'), 'utf8').trim().split('\n')).toHaveLength(2);
});

it('a registry that can’t be read is told in a sentence', async () => {
  takeAway('registry/units.csv');
  const run = await ccds('status');
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/^ccds: Danh mục [^\n]*không đọc được \([^\n]*\n$/);
});
