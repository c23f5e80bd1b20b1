import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { status } from '../../src/app/status.js';
import { MEMBERS, Months } from './helpers/months.js';

const SCRIPT = fileURLToPath(new URL('./helpers/reopen.mjs', import.meta.url));
const MONTH = '2024-07';
const REASON = 'Xã Một gửi lại, "bản 2"';

let months: Months;
let closed: string;
beforeEach(async () => {
  months = new Months([
    '9,Tỉnh Thử,province,,,',
    '101,Xã Một,commune,9,,',
    '1011,Ấp A,hamlet,101,,',
  ]);
  await months.init();
  closed = join(months.root, 'closed');
  months.send(MONTH, 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
  await months.close(MONTH, '2024-08-01');
});
afterEach(() => months.drop());

const lookAt = () => status({ cwd: months.root, inputs: [], lang: 'vi', period: MONTH });
const run = (moment: string) =>
  spawnSync(process.execPath, [SCRIPT, months.root, MONTH, REASON, moment]).signal;
const journal = () =>
  months.rows(join(closed, 'journal.csv')).map(({ action, reason }) => [action, reason]);

const CLOSED = [['close', '']];
const REOPENED = [...CLOSED, ['reopen', REASON]];

/** The month lies in its place, and the journal has its closing; or aside, with the reason. */
function expectWhole(): void {
  const stays = existsSync(join(closed, MONTH));
  const aside = existsSync(join(closed, 'reopened')) ? readdirSync(join(closed, 'reopened')) : [];
  expect(aside.length).toBe(stays ? 0 : 1);
  const folder = stays ? join(closed, MONTH) : join(closed, 'reopened', aside[0]!);
  expect(readFileSync(join(folder, 'values.csv'), 'utf8')).toContain(',members,5,');
  expect(journal()).toEqual(stays ? CLOSED : REOPENED);
  if (stays) expect(readdirSync(folder)).not.toContain('reopened.json');
}

describe('a reopening that is killed', () => {
  const steps = ['mkdir:1', 'rename:1', 'rename:2', 'rename:3'];
  const moments = steps.flatMap((step) => [`${step}:before`, `${step}:after`]);

  it.each(moments)('at %s is no reopening, or one with its reason', async (moment) => {
    expect(run(moment)).toBe('SIGKILL');
    await lookAt();
    expectWhole();
    if (existsSync(join(closed, MONTH))) await months.close(MONTH, '2024-08-02', REASON);
    await lookAt();
    expect(journal()).toEqual(REOPENED);
    await months.close(MONTH, '2024-08-02');
    expect(journal()).toEqual([...REOPENED, ['close', '']]);
  });
});

it('a reopening that lives to its end is one with its reason', () => {
  expect(run('')).toBeNull();
  expectWhole();
  expect(journal()).toEqual(REOPENED);
});

it('a reopening that can’t be done leaves the month as it was closed', async () => {
  writeFileSync(join(closed, 'reopened'), 'a file');
  await expect(months.close(MONTH, '2024-08-01', REASON)).rejects.toMatchObject({
    code: 'workspace-unwritable',
  });
  expect(readdirSync(join(closed, MONTH))).not.toContain('reopened.json');
  expect(journal()).toEqual(CLOSED);
});
