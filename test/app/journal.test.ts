import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { status } from '../../src/app/status.js';
import { MEMBERS, Months, TWO_HAMLETS } from './helpers/months.js';

const REASON = 'Xã Một gửi lại, "bản 2"; xem công văn';

let months: Months;
let path: string;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  path = join(months.root, 'closed/journal.csv');
  months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
  await months.close('2024-07', '2024-08-01');
  await months.close('2024-07', '2024-08-02', REASON);
});
afterEach(() => months.drop());

const lookAt = (day: string) =>
  status({
    ...{ cwd: months.root, inputs: [], lang: 'vi', period: '2024-07' },
    now: new Date(`${day}T05:00:00Z`),
  });
const lines = () =>
  months.rows(path).map(({ action, month, reason }) => [action, month, reason].join(' '));

/** As Excel writes it where the comma is the decimal sign. */
const semicolons = (text: string) =>
  text.replaceAll(/("(?:[^"]|"")*")|,/g, (_, quoted) => quoted ?? ';');
const BOM = '\ufeff';

it.each([
  ['semicolons', (text: string) => BOM + semicolons(text).replaceAll('\n', '\r\n')],
  ['a mark at its beginning', (text: string) => BOM + text],
  ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['no line end at its end', (text: string) => text.trimEnd()],
])('a journal that Excel saved with %s is read, and goes on', async (_, saved) => {
  writeFileSync(path, saved(readFileSync(path, 'utf8')));
  await lookAt('2024-08-03');
  await months.close('2024-07', '2024-08-04');
  await lookAt('2024-08-05');
  expect(lines()).toEqual(['close 2024-07 ', `reopen 2024-07 ${REASON}`, 'close 2024-07 ']);
});

it('one in which Excel made dates of the months gets no line twice', async () => {
  await months.close('2024-07', '2024-08-04');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(',2024-07,', ',Jul-24,'));
  await lookAt('2024-08-05');
  expect(lines()).toEqual(['close Jul-24 ', `reopen Jul-24 ${REASON}`, 'close Jul-24 ']);
});

it('a column that somebody added to it is kept', async () => {
  const [header, ...rest] = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(
    path,
    [`${header},ghi chú`, ...rest.map((line) => `${line},đã báo`), ''].join('\n'),
  );
  await lookAt('2024-08-03');
  await months.close('2024-07', '2024-08-04');
  expect(months.rows(path).map((row) => row['ghi chú'])).toEqual(['đã báo', 'đã báo', '']);
});
