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
  [{ severities: { 'CCDS-Z99': 'error' } }, 'there is no “severities.CCDS-Z99”'],
  [
    { severities: { 'CCDS-R07': 'fatal' } },
    '“severities.CCDS-R07” has a wrong type or value; allowed: error, warning, info, off',
  ],
  [[], 'the content has to be a group, in { }'],
])('a mistake in the config is told with what is wanted: %j', async (config, sentence) => {
  p.put('ccds.config.json', JSON.stringify(config));
  const call = ['validate', 'in', '--registry', 'registry', '--lang', 'en'];
  const { status, stderr } = await p.ccds(...call);
  expect(status).toBe(2);
  expect(stderr).toContain(`has a mistake: ${sentence}`);
});

it('a code that two units have is told with the row of the other', async () => {
  const rows = ['99,Tỉnh Thử,province,,,', '991,Xã A,commune,99,,', '991,Xã B,commune,99,,'];
  p.put('twice/units.csv', `code,name,level,parent,valid_from,valid_to\n${rows.join('\n')}\n`);
  const { status, stderr } = await p.ccds('validate', 'in', '--registry', 'twice');
  expect(status).toBe(2);
  expect(stderr).toContain('một mã dùng cho hai đơn vị trong cùng một ngày (991: Xã A, dòng 3)');
});
