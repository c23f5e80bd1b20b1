import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

it.each([
  [{ calendar: true }, '“calendar” has to be a group, in { }'],
  [{ deadline: { workingDays: '2' } }, '“deadline.workingDays” has to be a number, without quotes'],
  [{ deadline: { workingDays: 1.5 } }, '“deadline.workingDays” has to be a whole number'],
  [
    { deadline: { workingDays: -1 } },
    '“deadline.workingDays” has a wrong type or value; allowed: ≥ 0',
  ],
  [{ severities: { 'CCDS-Z99': 'error' } }, 'there is no setting “severities.CCDS-Z99”'],
  [
    { severities: { 'CCDS-R07': 'fatal' } },
    '“severities.CCDS-R07” has a wrong type or value; allowed: error, warning, info, off',
  ],
  [{ date: '2024-02-30' }, '“date” has to be a day, written like 2025-06-30. Correct'],
  [{ holidays: ['1/1'] }, '“holidays.0” has to be a day, written like 2025-06-30. Correct'],
  [{ makeUpDays: ['2025-04-25'] }, '“makeUpDays.0” has to be a Saturday or Sunday'],
  [{ makeUpDays: ['26/4'] }, '“makeUpDays.0” has to be a day, written like 2025-06-30. Correct'],
  [{ limits: { maxCells: 0 } }, '“limits.maxCells” has a wrong type or value; allowed: > 0'],
  [{ levels: ['hamlet', 'commune'] }, '“levels” must list the levels, the top one first'],
  [{ aliases: { units: [{ name: '', code: '1' }] } }, '“aliases.units.0.name” is blank'],
  [{ calendar: { kind: 'calendar', day: 20 } }, '“calendar.day” has no use where kind is calendar'],
  [[], 'the content has to be a group, in { }'],
])('a mistake in the config is told with what is wanted: %j', async (config, sentence) => {
  p.put('ccds.config.json', JSON.stringify(config));
  const call = ['validate', 'in', '--registry', 'registry', '--lang', 'en'];
  const { status, stderr } = await p.ccds(...call);
  expect(status).toBe(2);
  expect(stderr).toContain(`has a mistake: ${sentence}`);
});

it.each([
  ['{\n "registry": \'dm\',\n "date": "2024-08-01"\n}\n', 2],
  ['// dm\n{}\n', 1],
  ['{\n "registry": dm\n\n}\n', 2],
  ['{\n "date": "2024-08-01",\n}\n', 3],
  ['{\n "date": "2024-08-01"\n "registry": "dm"\n}\n', 3],
  ['{\n "registry": "dm"\n\n', 4],
  ['', 1],
])('what is no JSON is told with its line: %j', async (text, line) => {
  p.put('ccds.config.json', text);
  const { stderr } = await p.ccds('validate', 'in', '--registry', 'registry');
  expect(stderr).toContain(`không đúng cú pháp JSON ở gần dòng ${line} `);
});

it('tells a wrong indicator, a file that is there and a blank option before any work', async () => {
  p.put('hoi-lai.csv', 'x');
  const told = async (...call: string[]) => (await p.ccds(...call)).stderr;
  expect(await told('trace', 'in', '--unit', '99', '--registry', 'registry')).toContain('“in”');
  const asked = ['validate', 'none', '--registry', 'none', '--decisions'];
  expect(await told(...asked, 'hoi-lai.csv')).toContain('hoi-lai.csv');
  expect(await told('rollup', 'in', '--out', ' ')).toContain('--out');
});

it('a code that two units have is told with the row of the other', async () => {
  const rows = ['99,Tỉnh Thử,province,,,', '991,Xã A,commune,99,,', '991,Xã B,commune,99,,'];
  p.put('twice/units.csv', `code,name,level,parent,valid_from,valid_to\n${rows.join('\n')}\n`);
  const { status, stderr } = await p.ccds('validate', 'in', '--registry', 'twice');
  expect(status).toBe(2);
  expect(stderr).toContain('một mã dùng cho hai đơn vị trong cùng một ngày (991: Xã A, dòng 3)');
});

it('tells a config that is not there from one that can’t be read', async () => {
  const told = async (path: string) =>
    (await p.ccds('validate', 'in', '--registry', 'registry', '--config', path)).stderr;
  expect(await told('khong-co.json')).toContain('Không tìm thấy tệp cấu hình');
  expect(await told('registry')).toMatch(/Không đọc được tệp cấu hình .*đây là thư mục/);
});

it('reads a config in UTF-16, and asks for UTF-8 where letters are lost', async () => {
  const text = JSON.stringify({ letterhead: { agency: 'Sở Thử' }, colour: 1 });
  const told = async (content: Buffer) => {
    writeFileSync(join(p.dir, 'ccds.config.json'), content);
    return (await p.ccds('validate', 'in', '--registry', 'registry')).stderr;
  };
  expect(await told(Buffer.from(`\ufeff${text}`, 'utf16le'))).toContain('không có mục “colour”');
  const ansi = Buffer.from(text.replace('ở Thử', 'ớ'), 'latin1');
  ansi[ansi.indexOf('S') + 1] = 0xf4;
  expect(await told(ansi)).toContain('không phải UTF-8');
});
